/** Why a file is not read. The texts for each code stand in the catalogue of errors. */
export const SPREADSHEET_PROBLEMS = [
  'spreadsheet_empty',
  'spreadsheet_too_large',
  'spreadsheet_inflates_too_large',
  'spreadsheet_too_many_rows',
  'spreadsheet_too_many_cells',
  'spreadsheet_too_many_sheets',
  'spreadsheet_too_many_merges',
  'spreadsheet_too_much_text',
  'spreadsheet_cell_too_long',
  'spreadsheet_wrong_type',
  'spreadsheet_old_xls',
  'spreadsheet_encrypted',
  'spreadsheet_damaged',
  'spreadsheet_unsafe_xml',
  'spreadsheet_without_rows',
] as const;

export type SpreadsheetProblemCode = (typeof SPREADSHEET_PROBLEMS)[number];

/** A file that cannot be read as a table; `params` say where and what was found. */
export class SpreadsheetProblem extends Error {
  constructor(
    readonly code: SpreadsheetProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'SpreadsheetProblem';
  }
}
