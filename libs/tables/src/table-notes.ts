/** What is said above a preview about a sheet as a whole: what was not read as it stands. */
import { SPREADSHEET_LIMITS, type Sheet } from '@liangxing/spreadsheet';

/** Kinds of notes, and what their text says. */
export const TABLE_NOTES = [
  /** The encoding: a text under the name of a workbook. */
  'read_as_text',
  /** An old workbook (.xls, .et): rows struck through are not told from others. */
  'strikes_unread',
  /** The last column read. */
  'columns_left_out',
  /** How many merged ranges. */
  'merges_ignored',
  /** Sheet, columns and counts: `台账!A(3)、E(2)`. */
  'formulas_without_result',
  /** How many rows. */
  'rows_hidden',
  'rows_struck',
  /** Words that name no status, with counts: `有更新版(3)、历史(1)`. */
  'status_words_unread',
] as const;

export interface TableNote {
  readonly rowNumber: 0;
  readonly kind: (typeof TABLE_NOTES)[number];
  readonly text: string;
}

const note = (kind: TableNote['kind'], text: string | number): TableNote => ({
  rowNumber: 0,
  kind,
  text: String(text),
});

export function tableNotes(
  sheet: Sheet,
  { hidden, struck }: { readonly hidden: number; readonly struck: number },
): TableNote[] {
  const { hasMoreColumns, overlappingMerges = 0, uncountedFormulas = [] } = sheet;
  const formulas = uncountedFormulas.map(({ column, count }) => `${column}(${count})`);
  return [
    ...(hasMoreColumns ? [note('columns_left_out', SPREADSHEET_LIMITS.columns)] : []),
    ...(overlappingMerges > 0 ? [note('merges_ignored', overlappingMerges)] : []),
    ...(formulas.length > 0
      ? [note('formulas_without_result', `${sheet.name}!${formulas.join('、')}`)]
      : []),
    ...(hidden > 0 ? [note('rows_hidden', hidden)] : []),
    ...(struck > 0 ? [note('rows_struck', struck)] : []),
  ];
}

/** By its name a workbook, by its content text. */
export const claimsWorkbook = (fileName: string, encoding: string): boolean =>
  !['xlsx', 'xls', 'ods'].includes(encoding) && /\.xls[a-z]?$/i.test(fileName);

/**
 * What is said about a file by its format.
 * @param encoding as the reader found it
 */
export const formatNotes = (fileName: string, encoding: string): readonly TableNote[] => {
  if (claimsWorkbook(fileName, encoding)) return [note('read_as_text', encoding.toUpperCase())];
  return encoding === 'xls' ? [note('strikes_unread', '')] : [];
};
