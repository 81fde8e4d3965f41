import type { Hundredths } from './scheme';

/** The largest number of points a pack may name: far above any table, far below what a float loses. */
const MAX_POINTS = 100_000;

const DECIMAL = /^\d+(?:\.\d{1,2})?$/;

/**
 * Points as people write them (0.5) → integer hundredths (50).
 * @returns `null` where the number is negative, too large or not exact to two decimals
 */
export const toHundredths = (points: number): Hundredths | null => {
  // The shortest decimal of the float is what was typed: 0.29 is exact here although 0.29 * 100 is not.
  if (!DECIMAL.test(String(points)) || points > MAX_POINTS) return null;
  return Math.round(points * 100);
};

/**
 * Integer hundredths → the decimal a person reads: 50 → `0.5`, 500 → `5`, -125 → `-1.25`.
 * Never in scientific notation, never with trailing zeros.
 */
export const formatPoints = (hundredths: Hundredths): string => String(hundredths / 100);
