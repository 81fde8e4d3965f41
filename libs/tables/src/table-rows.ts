/** Rows below a head as they are meant: 〃 looks up, radicals become characters, sums and signatures are set aside. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import { classifyRow } from './classify-row';
import { headerKey } from './head-key';
import { readCell, type CellReading } from './unusual-cells';

/** Rows passed over, for the note above the preview. */
export interface SkippedRow {
  readonly rowNumber: number;
  readonly kind: 'header' | 'subtotal' | 'furniture' | 'section';
  readonly text: string;
}

/** Rows that a person does not want. */
export interface LeftOutRows {
  readonly hidden: boolean;
  readonly struck: boolean;
}

export const NOTHING_LEFT_OUT: LeftOutRows = { hidden: false, struck: false };

export interface TableHead {
  /** Number of the (first) head row; 0: the table has none. */
  readonly headerRow: number;
  readonly headerRows: number;
}

export interface MeantRow {
  readonly number: number;
  /** By column; a hole is an empty cell. */
  readonly cells: readonly (string | undefined)[];
  /** What is to be said of a cell, by its column. */
  readonly unusual: readonly {
    readonly index: number;
    readonly code: NonNullable<CellReading['code']>;
  }[];
  /** The last line of its own above, such as 一、技术标准; '' where there is none. */
  readonly section: string;
  readonly isHidden: boolean;
  readonly isStruck: boolean;
}

export interface TableCounts {
  readonly skipped: readonly SkippedRow[];
  /** Rows between the first and the last that hold nothing. */
  readonly blank: number;
  readonly hidden: number;
  readonly struck: number;
}

interface RowChoices {
  /** Columns that carry something. */
  readonly columns: readonly number[];
  /** See `classifyRow`. */
  readonly mainColumn?: number | undefined;
  readonly isOfNumbers?: boolean;
  readonly leftOut?: LeftOutRows;
  /** Written by ourselves: every text is meant as it stands. */
  readonly isVerbatim?: (row: SheetRow) => boolean;
}

/** Keys of the head's texts, for each of its rows. */
function headKeysOf({ rows }: Sheet, { headerRow, headerRows }: TableHead): string[][] {
  return rows
    .filter(({ number }) => number >= headerRow && number < headerRow + headerRows)
    .map(({ cells }) => Array.from(cells, (cell) => headerKey(cell ?? '')));
}

/** The cells of one row as they are meant. `above` is the last entry, to which 〃 looks. */
function meantCells(
  { cells: written }: SheetRow,
  columns: readonly number[],
  above: MeantRow['cells'],
): Pick<MeantRow, 'cells' | 'unusual'> {
  const cells = [...written];
  const unusual: MeantRow['unusual'][number][] = [];
  for (const index of columns) {
    const text = written[index];
    if (text === undefined) continue;
    const reading = readCell(text, above[index]);
    cells[index] = reading.text;
    if (reading.code !== undefined) unusual.push({ index, code: reading.code });
  }
  return { cells, unusual };
}

/**
 * Walks over every row below the head and hands on those that are entries.
 * @returns what was passed over; hidden and struck-through rows are counted whether they are left out or not
 */
export function walkRows(
  sheet: Sheet,
  head: TableHead,
  choices: RowChoices,
  visit: (row: MeantRow) => void,
): TableCounts {
  const { columns, mainColumn, isOfNumbers, leftOut = NOTHING_LEFT_OUT, isVerbatim } = choices;
  const body = sheet.rows.filter(({ number }) => number >= head.headerRow + head.headerRows);
  const headKeys = headKeysOf(sheet, head);
  const skipped: SkippedRow[] = [];
  let [hidden, struck, section] = [0, 0, ''];
  let above: MeantRow['cells'] = [];
  for (const row of body) {
    const isOwn = isVerbatim?.(row) === true;
    const found = isOwn
      ? { kind: 'data' as const }
      : classifyRow(row, headKeys, mainColumn, isOfNumbers);
    if (found.kind === 'section') section = found.name;
    if (found.kind === 'data') {
      const [isHidden, isStruck] = [row.isHidden === true, row.isStruck === true];
      const meant = isOwn ? { cells: row.cells, unusual: [] } : meantCells(row, columns, above);
      // Also of a row that is left out: 〃 below it means what the person saw there.
      above = meant.cells;
      if (isHidden) hidden += 1;
      if (isStruck) struck += 1;
      if ((isHidden && leftOut.hidden) || (isStruck && leftOut.struck)) continue;
      visit({ number: row.number, ...meant, section, isHidden, isStruck });
    } else if (found.kind !== 'blank') {
      const words = found.kind === 'section' ? found.name : '';
      const text = row.cells.find((cell) => cell?.trim().endsWith(words)) ?? '';
      skipped.push({ rowNumber: row.number, kind: found.kind, text: text.slice(0, 80) });
    }
  }
  const [first = 1, last = 0] = [body[0]?.number, body.at(-1)?.number];
  const blank = body.length === 0 ? 0 : last - first + 1 - body.length;
  return { skipped, blank, hidden, struck };
}
