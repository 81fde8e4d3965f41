import type { Hundredths } from '@liangxing/scheme';

export interface ParetoBar {
  /** Item, or `其他 31 项`. */
  readonly label: string;
  /** Points lost, in hundredths: sums are exact. */
  readonly value: Hundredths;
}

/** Bars of their own; all further items share the last one. */
const MOST_BARS = 12;

/**
 * Where points are lost, largest first, with all items that lost any: the values sum up to everything that was deducted,
 * so that the cumulative line reaches 100 % at the last bar and not before.
 */
export const paretoBars = (
  items: readonly { readonly id: string; readonly deducted: Hundredths }[],
): ParetoBar[] => {
  const bars = items
    .filter(({ deducted }) => deducted > 0)
    .sort((left, right) => right.deducted - left.deducted)
    .map(({ id, deducted }) => ({ label: id, value: deducted }));
  const rest = bars.slice(MOST_BARS);
  if (rest.length < 2) return bars;
  const value = rest.reduce((sum, bar) => sum + bar.value, 0);
  return [...bars.slice(0, MOST_BARS), { label: `其他 ${rest.length} 项`, value }];
};
