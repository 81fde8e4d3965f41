import type { ListColumn } from './system-documents';

type ColumnId = ListColumn['id'];

/** Of each column: its share of the width, as in print, and the pixels below which it is cut. */
const COLUMNS: Readonly<Record<ColumnId, readonly [share: number, least: number]>> = {
  systemCode: [9, 58],
  number: [19, 136],
  title: [32, 188],
  issuedOn: [10, 86],
  inForceOn: [10, 86],
  department: [12, 76],
  status: [8, 52],
  level: [9, 72],
  subsystem: [20, 140],
  adopted: [16, 90],
  replaces: [16, 90],
  cited: [16, 90],
  note: [12, 70],
};
const NUMBER = 48;
/** Between two columns, and at both ends of a line. */
const GAP = 8;

/** Columns of the 明细表 on the screen as a CSS grid, and the pixels that they need at least. */
export function gridOf(ids: readonly ColumnId[]): {
  readonly columns: string;
  readonly least: number;
} {
  const chosen = ids.map((id) => COLUMNS[id]);
  const tracks = chosen.map(([share, least]) => `minmax(${least}px, ${share}fr)`);
  const sum = chosen.reduce((total, [, least]) => total + least + GAP, NUMBER);
  return { columns: [`${NUMBER}px`, ...tracks].join(' '), least: sum + 2 * GAP };
}
