/** A table as a person keeps it: sheets of rows of text. What the readers give and recognition takes. */

export interface SheetRow {
  /** As the program shows it, from 1; each number once, in order. */
  readonly number: number;
  /** Text of each column from the left; a hole is an empty cell. */
  readonly cells: readonly (string | undefined)[];
}

/** What of a sheet was passed over without harm to the rest. */
export interface SheetNotes {
  /** Something stands to the right of the last column that is read. */
  readonly hasMoreColumns?: true;
  /** Merged ranges that lie over others, as some programs write them and Excel takes away. */
  readonly overlappingMerges?: number;
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

export type SpreadsheetEncoding = 'xlsx' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Spreadsheet {
  readonly encoding: SpreadsheetEncoding;
  readonly sheets: readonly Sheet[];
}
