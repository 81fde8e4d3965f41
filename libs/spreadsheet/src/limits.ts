/** How much of a file is read. Beyond a bound the file is refused with the place and the way to mend it. */
export interface SpreadsheetLimits {
  readonly bytes: number;
  /** All parts of an .xlsx after inflating. */
  readonly inflatedBytes: number;
  /** Inflated ÷ stored; only looked at once a part is large. */
  readonly ratio: number;
  /** Files in the package. */
  readonly parts: number;
  readonly sheets: number;
  /** Cell formats, and number formats, of the workbook. */
  readonly styles: number;
  /** Rows of all sheets that hold something. */
  readonly rows: number;
  /** Columns from the left; what stands further right is left out and noted. */
  readonly columns: number;
  /** Filled cells of all sheets, those that a merged range fills among them. */
  readonly cells: number;
  readonly cellCharacters: number;
  /** Of all cells together, a shared or merged text counted each time that it shows. */
  readonly characters: number;
  /** Merged ranges of a sheet. */
  readonly merges: number;
}

const MEBI = 2 ** 20;

/**
 * | bound          | reason                                                                                       |
 * | -------------- | -------------------------------------------------------------------------------------------- |
 * | bytes          | a register of 50,000 rows has some 5 MB; what is larger holds pictures                         |
 * | inflatedBytes  | XML is ten to twenty times its zip; what stays in memory at once is far less: parts stream      |
 * | ratio          | real sheets stay below 100 : 1, a bomb lives from 1,000 : 1                                     |
 * | parts          | pictures and comments make some hundreds                                                       |
 * | sheets         | a year of weekly lists fits                                                                    |
 * | styles         | Excel itself stops at 65,490                                                                   |
 * | rows           | five times the largest register known                                                          |
 * | columns        | a plan by days has 366, but no list has more than 60                                           |
 * | cells          | 50,000 rows of 30 columns                                                                      |
 * | cellCharacters | what Excel holds in a cell                                                                     |
 * | characters     | as many as `bytes`: a plain .csv within its size always passes                                 |
 * | merges         | one for each second row of a large register                                                    |
 */
export const SPREADSHEET_LIMITS: SpreadsheetLimits = {
  bytes: 20 * MEBI,
  inflatedBytes: 200 * MEBI,
  ratio: 200,
  parts: 2_000,
  sheets: 60,
  styles: 65_490,
  rows: 50_000,
  columns: 200,
  cells: 1_500_000,
  cellCharacters: 32_767,
  characters: 20 * MEBI,
  merges: 25_000,
};

/** The catalogue of all standards, which its keepers bring in: many short rows. */
export const CATALOGUE_LIMITS: SpreadsheetLimits = {
  ...SPREADSHEET_LIMITS,
  rows: 400_000,
  cells: 8_000_000,
  characters: 64 * MEBI,
};

/** A file that the owner of the server gives to a command, which has the process to itself. */
export const COMMAND_LIMITS: SpreadsheetLimits = {
  ...CATALOGUE_LIMITS,
  bytes: 512 * MEBI,
  inflatedBytes: 2_048 * MEBI,
  rows: 1_000_000,
  cells: 20_000_000,
  characters: 512 * MEBI,
};
