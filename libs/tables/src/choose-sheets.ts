/** Which sheets of a workbook are meant. */
import type { Sheet } from '@liangxing/spreadsheet';

/** So much of a sheet tells its shape. */
const ROWS_LOOKED_AT = 200;

/** The beginning of a sheet, which tells what it is. */
export const beginningOf = (sheet: Sheet): Sheet =>
  sheet.rows.length <= ROWS_LOOKED_AT
    ? sheet
    : { ...sheet, rows: sheet.rows.slice(0, ROWS_LOOKED_AT) };

/**
 * Index of the sheet with most points, the first of equals.
 * @param pointsOf what a sheet's beginning is worth; hidden sheets lose eight
 */
export function bestSheetBy(
  sheets: readonly Sheet[],
  pointsOf: (beginning: Sheet, sheet: Sheet) => number,
): number {
  let [best, bestScore] = [0, -Infinity];
  sheets.forEach((sheet, index) => {
    const score = pointsOf(beginningOf(sheet), sheet) - (sheet.isHidden ? 8 : 0);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

/**
 * The sheets that have the shape of this one, itself among them, in the order of the file; hidden ones do not count.
 * @param shapeOf heads and fields of a sheet's columns as one text; undefined for what is no such table
 */
export function sheetsAlike(
  sheets: readonly Sheet[],
  chosen: number,
  shapeOf: (beginning: Sheet) => string | undefined,
): number[] {
  const sheet = sheets[chosen];
  const shape = sheet && shapeOf(beginningOf(sheet));
  if (shape === undefined) return [chosen];
  return sheets.flatMap((other, index) =>
    index === chosen || (!other.isHidden && shapeOf(beginningOf(other)) === shape) ? [index] : [],
  );
}
