/** Which sheets of a workbook are the register. */
import type { Sheet } from '@liangxing/spreadsheet';
import { headerKey } from './import-fields';
import { recogniseTable } from './recognise-columns';

/** So much of a sheet tells its shape. */
const ROWS_LOOKED_AT = 200;
const beginningOf = (sheet: Sheet): Sheet => ({
  ...sheet,
  rows: sheet.rows.slice(0, ROWS_LOOKED_AT),
});

/** Index of the sheet that looks most like a register: recognised columns first, then rows; hidden ones last. */
export function bestSheet(sheets: readonly Sheet[]): number {
  let best = 0;
  let bestScore = -1;
  sheets.forEach((sheet, index) => {
    const { columns, other } = recogniseTable(beginningOf(sheet));
    const known = columns.reduce((sum, { confidence }) => sum + confidence, 0);
    const isRegister = other === null;
    const score =
      (isRegister ? 10 : 0) +
      known +
      Math.min(sheet.rows.length, 5_000) / 1_000 -
      (sheet.isHidden ? 8 : 0);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

/** Heads and fields of a sheet's columns; undefined for what is no register. */
function shapeOf(sheet: Sheet): string | undefined {
  const { columns, other } = recogniseTable(beginningOf(sheet));
  if (other !== null) return undefined;
  const shape = columns.map(({ header, field }) => `${headerKey(header)}=${field ?? ''}`);
  return shape.join('|');
}

/** The sheets that have the shape of this one, itself among them, in the order of the file; hidden ones do not count. */
export function sheetsAlike(sheets: readonly Sheet[], chosen: number): number[] {
  const shape = sheets[chosen] && shapeOf(sheets[chosen]);
  if (shape === undefined) return [chosen];
  return sheets.flatMap((sheet, index) =>
    index === chosen || (!sheet.isHidden && shapeOf(sheet) === shape) ? [index] : [],
  );
}
