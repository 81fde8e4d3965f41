import { findStandardNumber } from './find-standard-number';
import { readNumberCell } from './read-number-cell';

/** What the cells of a column hold. */
export interface NumberColumn {
  /** Cells that are not empty. */
  readonly filled: number;
  /** Cells that are a number, or several, remarks included. */
  readonly numbers: number;
  /** Cells that begin with a number and go on with a title. */
  readonly numbersWithTitle: number;
  /** Both of them among the filled cells, 0 to 1; 0 for an empty column. */
  readonly share: number;
}

type CellClass = 'dated' | 'undated' | 'with_title' | 'other';

function classOf(cell: string): CellClass {
  if (!/\d/u.test(cell)) return 'other';
  const readings = readNumberCell(cell);
  const kinds = readings.map(({ number }) => number.kind);
  if (kinds.length > 0 && kinds.every((kind) => kind === 'standard' || kind === 'plan')) {
    const isDated = readings.some(
      ({ number }) => number.kind === 'plan' || (number.kind === 'standard' && number.year),
    );
    return isDated ? 'dated' : 'undated';
  }
  const found = findStandardNumber(cell);
  return found?.isAtBeginning === true && found.number.year !== undefined ? 'with_title' : 'other';
}

/**
 * Judges a column by its content, whatever its head says. Undated numbers count only beside a dated
 * one: a column of `AS 200` and `SH 40` holds types of a product, not standards.
 */
export function judgeNumberColumn(cells: Iterable<string>): NumberColumn {
  const counts: Record<CellClass, number> = { dated: 0, undated: 0, with_title: 0, other: 0 };
  for (const cell of cells) if (cell.trim() !== '') counts[classOf(cell)] += 1;
  const filled = counts.dated + counts.undated + counts.with_title + counts.other;
  const hasDated = counts.dated + counts.with_title > 0;
  const numbers = counts.dated + (hasDated ? counts.undated : 0);
  const numbersWithTitle = counts.with_title;
  const share = filled === 0 ? 0 : (numbers + numbersWithTitle) / filled;
  return { filled, numbers, numbersWithTitle, share };
}
