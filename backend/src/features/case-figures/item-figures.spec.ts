import fc from 'fast-check';
import { itemFigures, type CountedOfItem } from './item-figures';

const named = (itemId: string) => ({ itemId, clause: `5.${itemId}`, topic: { 'zh-CN': itemId } });

const counted = (itemId: string, more: Partial<CountedOfItem> = {}): CountedOfItem => ({
  ...{ itemId, major: 0, minor: 0, judged: 0, lost: 0 },
  ...more,
});

describe('findings by item', () => {
  it('begin with what had findings in most cases, and tell the share of it and of all before', () => {
    const names = ['1', '2', '3'].map(named);
    const rows = [
      counted('1', { minor: 1, judged: 4, lost: 1_000 }),
      counted('2', { judged: 3, lost: 100 }),
      counted('3', { major: 1, minor: 2 }),
    ];
    expect(
      itemFigures(rows, names).map(({ itemId, cumulative, lost }) => [itemId, cumulative, lost]),
    ).toEqual([
      ['3', 7_500, null],
      ['1', 10_000, 250],
      ['2', 10_000, 33],
    ]);
  });

  it('put the graver first among equals, then keep the order of the scheme', () => {
    const rows = [
      counted('b', { minor: 2 }),
      counted('a', { minor: 2 }),
      counted('c', { major: 1, minor: 1 }),
    ];
    const order = itemFigures(rows, [named('b'), named('a'), named('c')]);
    expect(order.map(({ itemId }) => itemId)).toEqual(['c', 'b', 'a']);
  });

  it('name what an older version of the scheme asked for by its id', () => {
    expect(itemFigures([counted('x.9')], [])).toMatchObject([
      { itemId: 'x.9', clause: '', topic: { 'zh-CN': 'x.9' } },
    ]);
  });

  it('lose no item, fall in their cases and rise in their share to the whole', () => {
    const row = fc.record({
      itemId: fc.string({ minLength: 1, maxLength: 4 }),
      major: fc.nat(20),
      minor: fc.nat(20),
      judged: fc.nat(20),
      lost: fc.nat(50_000),
    });
    const rows = fc.uniqueArray(row, { selector: ({ itemId }) => itemId });
    fc.assert(
      fc.property(rows, fc.array(fc.string()), (all, ids) => {
        const figures = itemFigures(all, ids.map(named));
        const ofFigures = figures.map(({ itemId }) => itemId).sort();
        expect(ofFigures).toEqual(all.map(({ itemId }) => itemId).sort());
        figures.forEach((one, index) => {
          const next = figures[index + 1];
          if (next === undefined) return;
          expect(one.major + one.minor).toBeGreaterThanOrEqual(next.major + next.minor);
          expect(one.cumulative).toBeLessThanOrEqual(next.cumulative);
        });
        const hasAny = all.some(({ major, minor }) => major + minor > 0);
        if (figures.length > 0) expect(figures.at(-1)?.cumulative).toBe(hasAny ? 10_000 : 0);
      }),
    );
  });
});
