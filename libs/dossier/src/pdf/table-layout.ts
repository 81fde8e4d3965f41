import type { SetLine } from '../text/text-layout';
import { ink, type Ink } from './page-canvas';
import type { PageFrame } from './page-frame';
import type { Align, CellParagraph, Table, TableCell, TableRow } from './table-model';

/** What every row of a table shares; all lengths in points. */
export interface TableMeasures {
  readonly frame: PageFrame;
  readonly table: Table;
  readonly left: number;
  readonly width: number;
  readonly size: number;
  readonly leading: number;
  readonly padding: number;
}

interface LaidLine {
  readonly set: SetLine;
  readonly colour: Ink;
}

export interface LaidCell {
  readonly x: number;
  readonly width: number;
  readonly align: Align;
  readonly tag: 'TH' | 'TD';
  readonly columnSpan: number;
  readonly isLabel: boolean;
  /** Equal keys below one another are one cell; empty: not merged. */
  readonly mergeKey: string;
  readonly lines: readonly LaidLine[];
}

export interface LaidRow {
  readonly cells: readonly LaidCell[];
  readonly height: number;
  readonly kind: 'body' | 'section' | 'total';
  readonly isHeader: boolean;
}

interface ColumnPlace {
  readonly x: number;
  readonly width: number;
}

const placeColumns = ({ table, left, width }: TableMeasures): ColumnPlace[] => {
  const total = table.columns.reduce((sum, column) => sum + column.weight, 0);
  let x = left;
  return table.columns.map(({ weight }) => {
    const place = { x, width: (width * weight) / total };
    x += place.width;
    return place;
  });
};

const places = new WeakMap<TableMeasures, ColumnPlace[]>();

const placesOf = (measures: TableMeasures): ColumnPlace[] => {
  const known = places.get(measures);
  if (known) return known;
  const placed = placeColumns(measures);
  places.set(measures, placed);
  return placed;
};

const paragraphsOf = (cell: TableCell): readonly CellParagraph[] =>
  typeof cell.text === 'string' ? [{ text: cell.text }] : cell.text;

const setCell = (
  measures: TableMeasures,
  cell: TableCell,
  width: number,
  isStrong: boolean,
): LaidLine[] =>
  paragraphsOf(cell).flatMap((paragraph) => {
    if (paragraph.text === '') return [];
    const face = paragraph.face ?? cell.face ?? (isStrong ? 'hei' : 'song');
    const style = { face, size: measures.size, isTabular: true } as const;
    const colour = paragraph.colour ?? cell.colour ?? ink.black;
    const set = measures.frame.set(paragraph.text, style, width - 2 * measures.padding);
    return set.map((line) => ({ set: line, colour }));
  });

const rowHeight = (measures: TableMeasures, cells: readonly LaidCell[], least = 0): number => {
  const lines = cells.reduce((most, cell) => Math.max(most, cell.lines.length), 1);
  return Math.max(least, lines * measures.leading + 2 * measures.padding);
};

/** Breaks the texts of a row and gives its height. */
export const layOutRow = (measures: TableMeasures, row: TableRow): LaidRow => {
  const columns = placesOf(measures);
  const kind = row.kind ?? 'body';
  let index = 0;
  const cells = row.cells.map((source): LaidCell => {
    const cell: TableCell = typeof source === 'string' ? { text: source } : source;
    const columnSpan = cell.columnSpan ?? 1;
    const column = measures.table.columns[index];
    const spanned = columns.slice(index, index + columnSpan);
    index += columnSpan;
    const width = spanned.reduce((sum, place) => sum + place.width, 0);
    const isMerged = column?.isMerged === true && typeof cell.text === 'string' && kind === 'body';
    const isLabel = cell.isLabel === true;
    return {
      x: spanned[0]?.x ?? measures.left,
      width,
      align: cell.align ?? (isLabel ? 'center' : (column?.align ?? 'left')),
      tag: isLabel || kind === 'section' ? 'TH' : 'TD',
      columnSpan,
      isLabel,
      mergeKey: isMerged && typeof cell.text === 'string' ? cell.text : '',
      lines: setCell(measures, cell, width, kind !== 'body' || isLabel),
    };
  });
  return { cells, kind, height: rowHeight(measures, cells, row.minHeight), isHeader: false };
};

/** The row of headings, set in Hei and centred. */
export const layOutHeader = (measures: TableMeasures): LaidRow => {
  const columns = placesOf(measures);
  const cells = measures.table.columns.map(({ heading }, index): LaidCell => {
    const place = columns[index] ?? { x: measures.left, width: measures.width };
    return {
      ...place,
      align: 'center',
      tag: 'TH',
      columnSpan: 1,
      isLabel: false,
      mergeKey: '',
      lines: setCell(measures, { text: heading }, place.width, true),
    };
  });
  return { cells, kind: 'body', height: rowHeight(measures, cells) + 1, isHeader: true };
};

/** Fewest lines worth leaving at the foot of a page. */
const LEAST_LINES = 4;

/**
 * Splits a row that no page can hold: what fits in `room`, and the rest. No first part where the row
 * would fit on a page of its own (`freshRoom`) or too little room is left.
 */
export const splitRow = (
  measures: TableMeasures,
  row: LaidRow,
  room: number,
  freshRoom: number,
): [LaidRow | null, LaidRow | null] => {
  const { leading, padding } = measures;
  const isFresh = room >= freshRoom - 0.01;
  const lines = Math.floor((room - 2 * padding) / leading);
  if (!isFresh && (row.height <= freshRoom || lines < LEAST_LINES)) return [null, row];
  const fitting = Math.max(1, lines);
  const take = (from: number, to?: number): LaidCell[] =>
    row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }));
  const head = take(0, fitting);
  const tail = take(fitting);
  return [
    { ...row, cells: head, height: rowHeight(measures, head) },
    { ...row, cells: tail, height: rowHeight(measures, tail) },
  ];
};
