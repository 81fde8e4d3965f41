import fc from 'fast-check';
import { wholeMonths } from './whole-months';

describe('whole months of operation', () => {
  it.each([
    ['2026-01-15', '2026-04-14', 2],
    ['2026-01-15', '2026-04-15', 3],
    ['2025-11-30', '2026-02-28', 2],
    ['2025-11-30', '2026-03-01', 3],
    ['2026-05-01', '2026-04-01', 0],
  ])('from %s to %s are %i', (from, to, months) => {
    expect(wholeMonths(from, to)).toBe(months);
  });

  it('never fall as days pass', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (from, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(wholeMonths(from, earlier)).toBeLessThanOrEqual(wholeMonths(from, later));
      }),
    );
  });
});
