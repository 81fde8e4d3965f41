import fc from 'fast-check';
import {
  agreementFigures,
  LEAST_ITEMS,
  quarterOf,
  type AgreementInCase,
} from './agreement-figures';

const one = (more: Partial<AgreementInCase> = {}): AgreementInCase => ({
  ...{ userId: 'u1', userName: '李评价', day: '2026-02-03' },
  ...{ counts: [20, 0, 0, 0, 20, 0, 0, 0, 20], difference: 0 },
  ...more,
});

describe('agreement with what was settled', () => {
  it('is 1 without a difference where somebody always said what was settled', () => {
    expect(agreementFigures([one()])).toEqual([
      {
        ...{ userId: 'u1', name: '李评价', cases: 1, items: 60, kappa: 100, difference: 0 },
        quarters: [{ quarter: '2026-Q1', cases: 1, items: 60, kappa: 100, difference: 0 }],
      },
    ]);
  });

  it('counts the items of several cases together, and each quarter for itself', () => {
    const strict = one({
      day: '2026-04-01',
      counts: [20, 20, 0, 0, 0, 20, 0, 0, 0],
      difference: -600,
    });
    const [found] = agreementFigures([strict, one({ userName: '李评', day: '2026-05-01' }), one()]);
    expect(found).toMatchObject({ name: '李评', cases: 3, items: 180, difference: -3 });
    expect(
      found?.quarters.map(({ quarter, items, difference }) => [quarter, items, difference]),
    ).toEqual([
      ['2026-Q1', 60, 0],
      ['2026-Q2', 120, -5],
    ]);
    expect(found?.kappa).toBeLessThan(100);
  });

  it('tells no number where too few items were judged', () => {
    const few = one({ counts: [LEAST_ITEMS - 1, 0, 0, 0, 0, 0, 0, 0, 0], difference: 50 });
    expect(agreementFigures([few])).toMatchObject([{ kappa: null, difference: null }]);
    const enough = one({ counts: [LEAST_ITEMS, 0, 0, 0, 0, 0, 0, 0, 0] });
    expect(agreementFigures([enough])).toMatchObject([{ kappa: 100, difference: 0 }]);
  });

  it('belongs to the quarter of its day', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      ...['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4'],
    ]);
  });

  it('loses no case and no item, in whichever order cases come, and is never above 1', () => {
    const day = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map((parts) => `2026-${parts.map((part) => String(part).padStart(2, '0')).join('-')}`);
    const cases = fc.array(
      fc.record({
        userId: fc.constantFrom('u1', 'u2', 'u3'),
        userName: fc.constant('某'),
        day,
        counts: fc.array(fc.nat(9), { minLength: 25, maxLength: 25 }),
        difference: fc.integer({ min: -9_999, max: 9_999 }),
      }),
    );
    const byId = (all: readonly AgreementInCase[]) =>
      [...agreementFigures(all)]
        .sort((a, b) => (a.userId < b.userId ? -1 : 1))
        .map(({ userId, cases: count, items, kappa, quarters }) => ({
          ...{ userId, count, items, kappa, quarters },
        }));
    fc.assert(
      fc.property(cases, (all) => {
        const figures = byId(all);
        expect(byId([...all].reverse())).toEqual(figures);
        expect(figures.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        const items = all.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
        expect(figures.reduce((sum, figure) => sum + figure.items, 0)).toBe(items);
        for (const { quarters, ...whole } of figures) {
          expect(quarters.reduce((sum, quarter) => sum + quarter.items, 0)).toBe(whole.items);
          expect(whole.kappa ?? 0).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
