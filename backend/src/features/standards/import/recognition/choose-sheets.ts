/** Which sheets of a workbook are the register. */
import type { Sheet } from '@liangxing/spreadsheet';
import { bestSheetBy, headerKey, sheetsAlike } from '@liangxing/tables';
import { recogniseTable } from './recognise-columns';

/** Index of the sheet that looks most like a register: recognised columns first, then rows; hidden ones last. */
export const bestSheet = (sheets: readonly Sheet[]): number =>
  bestSheetBy(sheets, (beginning, { rows }) => {
    const { columns, other } = recogniseTable(beginning);
    const known = columns.reduce((sum, { confidence }) => sum + confidence, 0);
    return (other === null ? 10 : 0) + known + Math.min(rows.length, 5_000) / 1_000;
  });

/** Heads and fields of a sheet's columns; undefined for what is no register. */
function shapeOf(beginning: Sheet): string | undefined {
  const { columns, other } = recogniseTable(beginning);
  if (other !== null) return undefined;
  return columns.map(({ header, field }) => `${headerKey(header)}=${field ?? ''}`).join('|');
}

/** Indexes of the registers that have the columns of this one, itself among them. */
export const registersAlike = (sheets: readonly Sheet[], chosen: number): number[] =>
  sheetsAlike(sheets, chosen, shapeOf);
