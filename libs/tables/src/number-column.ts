/** The column that shows numbers of standards, whatever its head says. */
import type { SheetRow } from '@liangxing/spreadsheet';
import { judgeNumberColumn, LONGEST_TEXT, parseStandardNumber } from '@liangxing/standard-number';
import { valuesOf, widthOf } from './column-values';

/** A cell that is a number, or that of a plan. */
export const isNumberCell = (text: string): boolean => {
  if (text.length > LONGEST_TEXT) return false;
  const { kind } = parseStandardNumber(text);
  return kind === 'standard' || kind === 'plan';
};

interface NumberColumnPlace {
  readonly index: number;
  /** Where in `rows` the first number stands; -1 where each has words beside it. */
  readonly firstRow: number;
}

/** The column with most numbers, at least half of what it holds; the first of equals. */
export function numberColumnOf(
  rows: readonly SheetRow[],
  width = widthOf(rows),
): NumberColumnPlace | undefined {
  let [found, best] = [-1, 0];
  for (let index = 0; index < width; index += 1) {
    const values = valuesOf(rows, index);
    const { share: numbers } = judgeNumberColumn(values);
    if (values.length >= 2 && numbers >= 0.5 && numbers > best) [found, best] = [index, numbers];
  }
  if (found < 0) return undefined;
  const firstRow = rows.findIndex(({ cells }) => isNumberCell(cells[found]?.trim() ?? ''));
  return { index: found, firstRow };
}
