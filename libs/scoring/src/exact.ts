import type { Fraction } from './score';

export function greatestDivisor(one: number, other: number): number {
  let [a, b] = [Math.abs(one), Math.abs(other)];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** In lowest terms; `denominator` > 0. */
export function fraction(numerator: number, denominator: number): Fraction {
  const divisor = Math.max(1, greatestDivisor(numerator, denominator));
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * A fraction as a decimal, rounded half up: 43/52 × 0.85 × 100 to four places → `70.2885`.
 * @param places 0 … 9; trailing zeros stay
 */
export function decimalText({ numerator, denominator }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const [over, under] = [BigInt(numerator) * scale, BigInt(denominator)];
  const rounded = (2n * over + under) / (2n * under);
  const digits = rounded.toString().padStart(places + 1, '0');
  if (places === 0) return digits;
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
