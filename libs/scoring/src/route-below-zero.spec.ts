import fc from 'fast-check';
import { cheapestRoute } from './cheapest-route';
import { possibleCorrections } from './corrections';
import { bruteForce, priced } from './testing/brute-force';
import {
  award,
  beyond,
  bonusItem,
  counted,
  fixed,
  grade,
  item,
  scheme,
  section,
} from './testing/scheme-builder';

/** Where more is taken from the total than the items hold, the basic points are none; none of them need be won back. */
const table = (routes: Parameters<typeof grade>[1]) =>
  scheme({
    sections: [
      section('1', [item('1.1', 10, [counted('1.1-a', 1), beyond(fixed('1.1-b', 20))])]),
      section('B', [bonusItem('B1', 5, [award('B1-a', 5)])], true),
    ],
    grades: [grade('A', routes)],
  });
const deep = { '1.1': { state: 'assessed', rules: { '1.1-a': 10, '1.1-b': true } } } as const;

describe('a route from below zero', () => {
  it.each([[{ bonus: 1 }], [{ total: 1 }]])(
    'wins back no basic points where the bonus alone reaches %j',
    (route) => {
      const of = table(route);
      const all = possibleCorrections(of, deep, {});
      const without = all.filter(({ id }) => !id.includes('1.1'));
      const found = cheapestRoute(of, deep, {}, 'A', all);
      expect(found.status).toBe('found');
      expect(found.items.map(({ itemId }) => itemId)).toEqual(['B1']);
      expect(cheapestRoute(of, deep, {}, 'A', without)).toMatchObject({
        status: 'found',
        effort: found.effort,
      });
    },
  );

  it('costs what trying every combination of corrections finds to be the least', () => {
    const points = fc.integer({ min: 0, max: 12 });
    const counts = fc.record({
      lost: fc.integer({ min: 0, max: 10 }),
      isDeep: fc.boolean(),
      won: fc.boolean(),
    });
    const prices = fc.array(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(null)), {
      minLength: 1,
      maxLength: 5,
    });
    const routes = fc.record(
      { basic: points, bonus: fc.integer({ min: 0, max: 5 }), total: points },
      { requiredKeys: [] },
    );
    const seen = { reached: 0, found: 0, unreachable: 0 };
    fc.assert(
      fc.property(counts, routes, prices, ({ lost, isDeep, won }, route, paid) => {
        const of = table(route);
        const answers = {
          '1.1': { state: 'assessed', rules: { '1.1-a': lost, '1.1-b': isDeep } },
          B1: { state: 'assessed', rules: { 'B1-a': won ? 1 : 0 } },
        } as const;
        const corrections = priced(possibleCorrections(of, answers, {}), paid);
        const effort = new Map(corrections.map(({ id, effort: each }) => [id, each]));
        const found = cheapestRoute(of, answers, {}, 'A', corrections);
        seen[found.status] += 1;
        const least = bruteForce(of, answers, {}, 'A', (id) => effort.get(id) ?? null);
        expect(found.status === 'unreachable' ? Infinity : found.effort).toBe(least);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.reached, seen.found, seen.unreachable)).toBeGreaterThan(30);
  });
});
