/** What stands below the heads: samples of columns, and what they say about themselves. */
import type { SheetRow } from '@liangxing/spreadsheet';

const ROWS_SAMPLED = 60;

/** The first values of a column. */
export function valuesOf(rows: readonly SheetRow[], index: number): string[] {
  const values: string[] = [];
  for (const row of rows) {
    const value = row.cells[index]?.trim();
    if (value) values.push(value);
    if (values.length >= ROWS_SAMPLED) break;
  }
  return values;
}

export const share = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

export function widthOf(rows: readonly SheetRow[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
}
