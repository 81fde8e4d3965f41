/** A table as a person keeps it: sheets of rows of text. What the readers give and recognition takes. */

export interface SheetRow {
  /** As the program shows it, from 1. */
  readonly number: number;
  /** Text of each column from the left; a hole is an empty cell. */
  readonly cells: readonly (string | undefined)[];
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows that hold something, in order; merged ranges already filled. */
  readonly rows: readonly SheetRow[];
  /** Cells of merged ranges that stand in one row only: titles and group headers. */
  readonly wideMerges: readonly WideMerge[];
}

/** A range merged over several columns; rows and columns from 1, both ends included. */
export interface WideMerge {
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

/** Bounds of what is read; beyond them the file is refused, never cut in silence. */
export interface SpreadsheetLimits {
  readonly bytes: number;
  /** All parts of an .xlsx after inflating. */
  readonly inflatedBytes: number;
  /** Inflated ÷ stored; only looked at once the part is large. */
  readonly ratio: number;
  readonly parts: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly cellCharacters: number;
}

export const SPREADSHEET_LIMITS: SpreadsheetLimits = {
  bytes: 20 * 1024 * 1024,
  inflatedBytes: 200 * 1024 * 1024,
  ratio: 200,
  parts: 2_000,
  sheets: 50,
  rows: 50_000,
  columns: 200,
  cells: 1_500_000,
  cellCharacters: 32_767,
};
