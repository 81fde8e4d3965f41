/** Categories in their order, 0 the lowest; null where one of the two has none there. */
export type Category = number | null;

/**
 * Cohen's kappa with quadratic weights (Cohen 1968): 1 where both always say the same, 0 where they agree as often as
 * chance has it. Pairs of which one has no category are left out.
 * @param categories how many there are
 * @returns null where no pair is left
 */
export function weightedKappa(
  one: readonly Category[],
  other: readonly Category[],
  categories: number,
): number | null {
  const pairs = one.flatMap((mine, index): (readonly [number, number])[] => {
    const theirs = other[index] ?? null;
    return mine === null || theirs === null ? [] : [[mine, theirs]];
  });
  if (pairs.length === 0) return null;
  const weight = (a: number, b: number): number => (a - b) ** 2;
  const observed = pairs.reduce((sum, [a, b]) => sum + weight(a, b), 0);
  if (observed === 0) return 1;
  const counts = (at: 0 | 1): number[] =>
    Array.from({ length: categories }, (_, of) => pairs.filter((pair) => pair[at] === of).length);
  const [rows, columns] = [counts(0), counts(1)];
  let expected = 0;
  rows.forEach((row, a) =>
    columns.forEach((column, b) => (expected += row * column * weight(a, b))),
  );
  return 1 - (observed * pairs.length) / expected;
}

/** Mean of one less the other over pairs that have both; null where there is none. */
export function meanDifference(
  one: readonly (number | null)[],
  other: readonly (number | null)[],
): number | null {
  const differences = one.flatMap((mine, index) => {
    const theirs = other[index] ?? null;
    return mine === null || theirs === null ? [] : [mine - theirs];
  });
  if (differences.length === 0) return null;
  return differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
}

/** Bands of the share of its points that an item earned: a fifth each; all of them are the highest. */
export const BANDS = 5;

/** @param earned of `points`, both in the same unit */
export const bandOf = (earned: number, points: number): number =>
  Math.max(0, Math.min(BANDS - 1, Math.floor((earned * BANDS) / points)));
