/** `B2`, `B2:D3`, `AB`: how workbooks name cells and columns. */
import type { CellRange } from './sheet';

/** What Excel can hold. */
export const LAST_ROW = 1_048_576;
const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;
const LONGEST_RANGE = 30;

/** `AB` → 28. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number;
}

/** 28 → `AB`. */
export function columnLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `B2:D3` → rows and columns from 1. */
export function rangeOf(reference: string): CellRange | undefined {
  const match = reference.length > LONGEST_RANGE ? null : RANGE.exec(reference.toUpperCase());
  if (!match) return undefined;
  const firstColumn = columnNumber(match[1] ?? '');
  const firstRow = Number(match[2]);
  return {
    firstRow,
    lastRow: Math.min(match[4] ? Number(match[4]) : firstRow, LAST_ROW),
    firstColumn,
    lastColumn: match[3] ? columnNumber(match[3]) : firstColumn,
  };
}
