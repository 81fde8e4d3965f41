import fc from 'fast-check';
import { countOf, isEverything, NOTHING, selectionOf, toggled } from './chosen-rows';
import { EVERY_STANDARD, type StandardQuery } from './standard';

const national: StandardQuery = { ...EVERY_STANDARD, level: 'national', q: ' 质量 ' };
const everything = { ids: new Set<string>(), everythingOf: national };

describe('the choice of rows', () => {
  it('of single rows are those that were met an odd number of times', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (met) => {
        const chosen = met.reduce((rows, id) => toggled(rows, id, national), NOTHING);
        const odd = [...new Set(met)].filter((id) => met.filter((one) => one === id).length % 2);
        expect([...chosen.ids].sort()).toEqual(odd.sort());
        expect(countOf(chosen, national, 206)).toBe(odd.length);
      }),
    );
  });

  it('of everything that a filter finds is told with its number and without the order', () => {
    expect(countOf(everything, national, 206)).toBe(206);
    expect(selectionOf(everything, national, 206)).toEqual({
      filter: { level: 'national', q: '质量' },
      total: 206,
    });
  });

  it('of everything ends with another filter, and with the first row that is left out', () => {
    const another = { ...national, level: 'sector' as const };
    expect(isEverything(everything, another)).toBe(false);
    expect(selectionOf(everything, another, 9)).toEqual({ ids: [] });
    expect(toggled(everything, 'a', national)).toBe(NOTHING);
  });
});
