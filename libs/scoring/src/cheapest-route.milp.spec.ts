import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadScheme } from '@liangxing/scheme/loader';
import fc from 'fast-check';
import highs, { type Highs } from 'highs';
import type { Answers } from './answer';
import { cheapestRoute } from './cheapest-route';
import { possibleCorrections } from './corrections';
import { answersTo } from './testing/arbitrary-assessment';
import { priced } from './testing/brute-force';
import { routeMilp } from './testing/route-milp';

const folder = join(__dirname, '../../scheme/packs');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const scheme = loadScheme(files, 'gsp-2004');

describe('the cheapest route on the full pack', () => {
  let solver: Highs;

  beforeAll(async () => {
    solver = await highs();
  });

  /** The least effort that HiGHS finds over the routes of a grade; Infinity where no route can be met. */
  function leastEffort(
    answers: Answers,
    target: string,
    prices: readonly (number | null)[],
  ): number {
    const grade = scheme.grades.find(({ id }) => id === target)!;
    const corrections = priced(possibleCorrections(scheme, answers), prices);
    const efforts = grade.routes.map((route) => {
      const problem = routeMilp(scheme, answers, {}, grade, route, corrections);
      const found = solver.solve(problem, { mip_rel_gap: 0, output_flag: false });
      return found.Status === 'Optimal' ? Math.round(found.ObjectiveValue) : Infinity;
    });
    return Math.min(...efforts);
  }

  it('costs what HiGHS finds to be the least for the same problem', () => {
    const seen = { reached: 0, found: 0, unreachable: 0 };
    const prices = fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 0, max: 30 }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      { minLength: 1, maxLength: 9 },
    );
    const targets = fc.constantFrom('AAAA', 'AAA', 'AA', 'A');
    fc.assert(
      fc.property(answersTo(scheme), targets, prices, (answers, target, efforts) => {
        const corrections = priced(possibleCorrections(scheme, answers), efforts);
        const route = cheapestRoute(scheme, answers, {}, target, corrections);
        seen[route.status] += 1;
        expect(route.status === 'unreachable' ? Infinity : route.effort).toBe(
          leastEffort(answers, target, efforts),
        );
      }),
      { numRuns: 20, seed: 2004 },
    );
    expect(Math.min(seen.found, seen.unreachable)).toBeGreaterThan(2);
  });
});
