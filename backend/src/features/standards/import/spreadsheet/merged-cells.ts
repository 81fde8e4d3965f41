/** A merged range keeps its text in its first cell; on paper it belongs to all of them. */
import type { SheetRow, WideMerge } from './spreadsheet';

interface MutableRow {
  readonly number: number;
  readonly cells: (string | undefined)[];
}

/**
 * Gives every cell of a merged range the text of its first cell. Rows that hold nothing but such text are not
 * made: a merge may reach to the last row of the sheet.
 */
export function fillMergedCells(
  rows: readonly SheetRow[],
  merges: readonly WideMerge[],
): SheetRow[] {
  if (merges.length === 0) return [...rows];
  const filled: MutableRow[] = rows.map(({ number, cells }) => ({ number, cells: [...cells] }));
  const numbers = filled.map(({ number }) => number);
  for (const merge of merges) {
    const first = indexFrom(numbers, merge.firstRow);
    const top = filled[first];
    if (top?.number !== merge.firstRow) continue;
    const text = top.cells[merge.firstColumn - 1];
    if (text === undefined) continue;
    const widest = Math.min(merge.lastColumn, merge.firstColumn + 200);
    for (let index = first; index < filled.length; index += 1) {
      const row = filled[index];
      if (!row || row.number > merge.lastRow) break;
      for (let column = merge.firstColumn; column <= widest; column += 1)
        row.cells[column - 1] ??= text;
    }
  }
  return filled;
}

/** First index whose row number is at least `number` (binary search). */
function indexFrom(numbers: readonly number[], number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
