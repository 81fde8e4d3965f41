import fc from 'fast-check';

import { formatPoints, toHundredths } from './points';

describe('points', () => {
  it('go to hundredths and back without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (hundredths) => {
        expect(toHundredths(Number(formatPoints(hundredths)))).toBe(hundredths);
      }),
    );
  });

  it.each([0.001, -1, 1e-7, NaN, Infinity, 100_001, 1 / 3])('%p is refused', (points) => {
    expect(toHundredths(points)).toBeNull();
  });

  it('are exact where the float is not', () => {
    expect([0.29, 0.57, 1.15, 4.35].map(toHundredths)).toEqual([29, 57, 115, 435]);
  });
});
