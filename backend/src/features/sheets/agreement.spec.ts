import fc from 'fast-check';
import { bandOf, meanDifference, weightedKappa, type Category } from './agreement';

const category = fc.option(fc.nat({ max: 2 }), { nil: null });
const pairs = fc.array(fc.tuple(category, category), { minLength: 1, maxLength: 60 });
const split = (of: readonly (readonly [Category, Category])[]) =>
  [of.map(([one]) => one), of.map(([, other]) => other)] as const;

describe('how far two assessors agree', () => {
  /**
   * By hand, of ten items: (0,0) twice, (0,1) once, (1,1) thrice, (1,2) once, (2,1) once, (2,2) twice. Squares seen: 3 × 1.
   * Sums of the first 3, 4, 3, of the second 2, 5, 3: squares by chance (3×5 + 4×2 + 4×3 + 3×5 + 4×(3×3 + 3×2)) ÷ 10 = 11.
   * 1 − 3 ÷ 11 = 8 ÷ 11.
   */
  it('is eight elevenths in the example that was worked out by hand', () => {
    const one = [0, 0, 0, 1, 1, 1, 1, 2, 2, 2];
    const other = [0, 0, 1, 1, 1, 1, 2, 1, 2, 2];
    expect(weightedKappa(one, other, 3)).toBeCloseTo(8 / 11, 12);
  });

  it('is one where both say the same of everything, also if it is all one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { minLength: 1 }), (same) => {
        expect(weightedKappa(same, same, 5)).toBe(1);
      }),
    );
  });

  it('is the same from both sides, never above one, and below it where anything differs', () => {
    fc.assert(
      fc.property(pairs, (of) => {
        const [one, other] = split(of);
        const kappa = weightedKappa(one, other, 3);
        const turned = weightedKappa(other, one, 3);
        if (kappa === null || turned === null) return expect(kappa).toBe(turned);
        expect(turned).toBeCloseTo(kappa, 12);
        const both = of.filter(([a, b]) => a !== null && b !== null);
        expect(kappa === 1).toBe(both.every(([a, b]) => a === b));
        expect(kappa).toBeLessThanOrEqual(1);
        expect(kappa).toBeGreaterThanOrEqual(-1);
      }),
    );
  });

  it('does not hang on what only one of them judged', () => {
    fc.assert(
      fc.property(pairs, (of) => {
        const both = of.filter(([a, b]) => a !== null && b !== null);
        expect(weightedKappa(...split(of), 3)).toEqual(weightedKappa(...split(both), 3));
      }),
    );
  });

  it('is nought where one always says this and the other always that', () => {
    expect(weightedKappa([0, 0, 0], [2, 2, 2], 3)).toBe(0);
  });

  it('is unknown where they judged nothing together', () => {
    expect(weightedKappa([1, null], [null, 2], 3)).toBeNull();
    expect(meanDifference([1, null], [null, 2])).toBeNull();
  });

  it('turns its sign with the sides in what one gives more than the other', () => {
    fc.assert(
      fc.property(pairs, (of) => {
        const [one, other] = split(of);
        const [there, back] = [meanDifference(one, other), meanDifference(other, one)];
        if (there === null || back === null) return expect(there).toBe(back);
        expect(there + back).toBeCloseTo(0, 12);
      }),
    );
    expect(meanDifference([300, 500, 100], [200, 500, 150])).toBeCloseTo(50 / 3, 12);
  });

  it('takes a fifth of the points for a band, and all of them for the highest', () => {
    expect([0, 19, 20, 59, 60, 80, 100].map((earned) => bandOf(earned, 100))).toEqual([
      ...[0, 0, 1, 2, 3, 4, 4],
    ]);
  });
});
