import fc from 'fast-check';
import {
  type EffortPlan,
  mergePlans,
  noEfforts,
  planOf,
  wholeNumbers,
  withExcluded,
} from './efforts';

const base: EffortPlan = { efforts: { a: 10, b: 20 }, months: {}, excluded: ['x'], horizon: 12 };

describe('plans of two people', () => {
  it('come together, each with what that person changed', () => {
    const mine = { ...base, efforts: { a: 10, b: 5 }, excluded: ['y'], horizon: 6 };
    const theirs = { ...base, efforts: { a: 3, b: 20, c: 1 }, months: { b: 2 } };
    expect(mergePlans(base, mine, theirs)).toEqual({
      efforts: { a: 3, b: 5, c: 1 },
      months: { b: 2 },
      excluded: ['y'],
      horizon: 6,
    });
  });

  it('name an exclusion once', () => {
    const [mine, theirs] = [withExcluded(base, 'y', true), withExcluded(base, 'y', true)];
    expect(mergePlans(base, mine, theirs).excluded).toEqual(['x', 'y']);
    expect(withExcluded(base, 'x', true).excluded).toEqual(['x']);
    expect(withExcluded(base, 'x', false).excluded).toEqual([]);
  });

  it('are mine where nobody else changed anything, and theirs where I did not', () => {
    const figures = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(99));
    const plan = fc.record({
      efforts: figures,
      months: figures,
      excluded: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
      horizon: fc.nat(24),
    });
    fc.assert(
      fc.property(plan, plan, (before, other) => {
        expect(mergePlans(before, before, other)).toEqual(other);
        const { excluded, ...rest } = mergePlans(before, other, before);
        expect(new Set(excluded)).toEqual(new Set(other.excluded));
        expect(rest.horizon).toBe(other.horizon);
        expect(rest.efforts).toMatchObject(other.efforts);
      }),
    );
  });
});

describe('what is stored', () => {
  it('is sent without its version', () => {
    expect(planOf(noEfforts)).not.toHaveProperty('version');
  });

  it('becomes whole tenths within bounds', () => {
    expect(wholeNumbers({ a: 1.4, b: -3, c: 1e9 }, 100)).toEqual({ a: 1, b: 0, c: 100 });
  });
});
