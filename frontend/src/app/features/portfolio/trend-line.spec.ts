import fc from 'fast-check';
import { trendLine } from './trend-line';

const frame = { left: 40, right: 540, height: 160 };
const month = fc
  .record({ year: fc.integer({ min: 2020, max: 2030 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month: number }) => `${year}-${String(number).padStart(2, '0')}-01`);
const months = fc
  .uniqueArray(
    fc.record({ month, share: fc.option(fc.double({ min: 0, max: 120, noNaN: true })) }),
    { selector: (one) => one.month, maxLength: 40 },
  )
  .map((found) => found.sort((a, b) => (a.month < b.month ? -1 : 1)));

describe('the line of a trend', () => {
  it('stays in its frame, goes from left to right and is higher where more is reached', () => {
    fc.assert(
      fc.property(months, (some) => {
        const { dots, labels } = trendLine(some, frame);
        expect(dots).toHaveLength(some.filter(({ share }) => share !== null).length);
        for (const { x, y } of dots) {
          expect(x).toBeGreaterThanOrEqual(frame.left);
          expect(x).toBeLessThanOrEqual(frame.right);
          expect(y).toBeGreaterThanOrEqual(8);
          expect(y).toBeLessThanOrEqual(152);
        }
        expect(dots.map(({ x }) => x)).toEqual([...dots.map(({ x }) => x)].sort((a, b) => a - b));
        expect(labels.length).toBeLessThanOrEqual(6);
        expect(labels.at(-1)).toEqual(dots.at(-1));
      }),
    );
  });

  it('keeps the distance of months in which nothing was counted', () => {
    const { dots } = trendLine(
      [
        { month: '2026-01-01', share: 0 },
        { month: '2026-02-01', share: null },
        { month: '2026-05-01', share: 50 },
        { month: '2026-11-01', share: 100 },
      ],
      frame,
    );
    expect(dots).toEqual([
      { month: '2026-01', x: 40, y: 152 },
      { month: '2026-05', x: 240, y: 80 },
      { month: '2026-11', x: 540, y: 8 },
    ]);
  });
});
