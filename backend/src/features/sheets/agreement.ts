/** Categories in their order, 0 the lowest; null where one of the two has none there. */
export type Category = number | null;

/**
 * How often the one said a category where the other said another: one row for each category of the one, one below the
 * other. Pairs of which one has no category are left out.
 * @param categories how many there are
 */
export function countPairs(
  one: readonly Category[],
  other: readonly Category[],
  categories: number,
): readonly number[] {
  const counts = Array.from({ length: categories ** 2 }, () => 0);
  one.forEach((mine, index) => {
    const theirs = other[index] ?? null;
    if (mine === null || theirs === null) return;
    const place = mine * categories + theirs;
    counts[place] = (counts[place] ?? 0) + 1;
  });
  return counts;
}

/**
 * Cohen's kappa with quadratic weights (Cohen 1968): 1 where both always say the same, 0 where they agree as often as
 * chance has it.
 * @param counts as of `countPairs`; of several cases they are added up
 * @returns null where there is no pair
 */
export function kappaOfCounts(counts: readonly number[]): number | null {
  const categories = Math.round(Math.sqrt(counts.length));
  const rows = Array.from({ length: categories }, () => 0);
  const columns = [...rows];
  let [pairs, observed, expected] = [0, 0, 0];
  counts.forEach((count, place) => {
    const [row, column] = [Math.floor(place / categories), place % categories];
    rows[row] = (rows[row] ?? 0) + count;
    columns[column] = (columns[column] ?? 0) + count;
    pairs += count;
    observed += count * (row - column) ** 2;
  });
  if (pairs === 0) return null;
  if (observed === 0) return 1;
  rows.forEach((mine, row) =>
    columns.forEach((theirs, column) => (expected += mine * theirs * (row - column) ** 2)),
  );
  return 1 - (observed * pairs) / expected;
}

/** The same of two lists. @returns null where no pair has both */
export const weightedKappa = (
  one: readonly Category[],
  other: readonly Category[],
  categories: number,
): number | null => kappaOfCounts(countPairs(one, other, categories));

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
