/** A merged range keeps its text in its first cell; on paper it belongs to all of them. */
import type { CellTally } from './cell-tally';
import type { CellRange, SheetRow } from './sheet';

interface MutableRow extends SheetRow {
  readonly cells: (string | undefined)[];
}

interface FilledRows {
  readonly rows: readonly SheetRow[];
  /** Ranges that lie over an earlier one and were left out. */
  readonly overlapping: number;
}

/** Ranges that share no cell, from the top; a later one that lies over an earlier is left out. */
export function apart(
  merges: readonly CellRange[],
  columns: number,
): { kept: CellRange[]; overlapping: number } {
  const takenTo = new Uint32Array(columns + 1);
  const kept = merges
    .map((merge) => ({ ...merge, lastColumn: Math.min(merge.lastColumn, columns) }))
    .sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn)
    .filter(({ firstRow, lastRow, firstColumn, lastColumn }) => {
      for (let column = firstColumn; column <= lastColumn; column += 1)
        if ((takenTo[column] ?? 0) >= firstRow) return false;
      takenTo.fill(lastRow, firstColumn, lastColumn + 1);
      return true;
    });
  return { kept, overlapping: merges.length - kept.length };
}

/**
 * Gives every cell of a merged range the text of its first cell. Rows that hold nothing but such text are not made: a
 * merge may reach to the last row of the sheet.
 * @throws SpreadsheetProblem where that makes more than the tally allows
 */
export function fillMergedCells(
  rows: readonly SheetRow[],
  merges: readonly CellRange[],
  tally: CellTally,
  sheet: string,
): FilledRows {
  if (merges.length === 0) return { rows, overlapping: 0 };
  const { kept, overlapping } = apart(merges, tally.limits.columns);
  const filled: MutableRow[] = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  const numbers = filled.map(({ number }) => number);
  for (const merge of kept) {
    const first = indexFrom(numbers, merge.firstRow);
    const top = filled[first];
    if (top?.number !== merge.firstRow) continue;
    const text = top.cells[merge.firstColumn - 1];
    if (text === undefined) continue;
    for (let index = first; index < filled.length; index += 1) {
      const row = filled[index];
      if (!row || row.number > merge.lastRow) break;
      for (let column = merge.firstColumn; column <= merge.lastColumn; column += 1) {
        if (row.cells[column - 1] !== undefined) continue;
        tally.addCell(text, sheet, row.number);
        row.cells[column - 1] = text;
      }
    }
  }
  return { rows: filled, overlapping };
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
