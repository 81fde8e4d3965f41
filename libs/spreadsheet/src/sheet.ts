/** A table as a person keeps it: sheets of rows of text. What the readers give and recognition takes. */

export interface SheetRow {
  /** As the program shows it, from 1; each number once, in order. */
  readonly number: number;
  /** Text of each column from the left; a hole is an empty cell. */
  readonly cells: readonly (string | undefined)[];
  /** Not shown by the program. */
  readonly isHidden?: true;
  /** At least half of what the row holds is struck through. */
  readonly isStruck?: true;
}

/** Formulas of a column for which the file holds no result and which are more than joined texts. */
export interface UncountedFormulas {
  /** As the program names it: `E`. */
  readonly column: string;
  readonly count: number;
}

/** What of a sheet was passed over without harm to the rest. */
export interface SheetNotes {
  /** Something stands to the right of the last column that is read. */
  readonly hasMoreColumns?: true;
  /** Merged ranges that lie over others, as some programs write them and Excel takes away. */
  readonly overlappingMerges?: number;
  readonly uncountedFormulas?: readonly UncountedFormulas[];
  /** Serial numbers of days count from 1904, as Excel for Mac wrote them; matters for days without a format. */
  readonly is1904?: true;
}

export interface Sheet extends SheetNotes {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows that hold something, in order; merged ranges already filled. */
  readonly rows: readonly SheetRow[];
}

/** Rows and columns from 1, both ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export type SpreadsheetEncoding =
  'xlsx' | 'xls' | 'ods' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Spreadsheet {
  readonly encoding: SpreadsheetEncoding;
  readonly sheets: readonly Sheet[];
}
