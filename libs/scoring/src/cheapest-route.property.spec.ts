import fc from 'fast-check';
import { cheapestRoute } from './cheapest-route';
import { partByTime, possibleCorrections, withMonths } from './corrections';
import { score } from './scorer';
import { anyAssessment, anyFacts } from './testing/arbitrary-assessment';
import { bruteForce, priced } from './testing/brute-force';

const situation = fc.record({
  assessment: anyAssessment,
  facts: anyFacts,
  target: fc.constantFrom('AAA', 'A'),
  prices: fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 30 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    { minLength: 1, maxLength: 9 },
  ),
});

describe('the cheapest route to a grade', () => {
  it('costs what trying every combination of corrections finds to be the least', () => {
    const seen = { reached: 0, found: 0, unreachable: 0 };
    fc.assert(
      fc.property(situation, ({ assessment: { scheme, answers }, facts, target, prices }) => {
        const corrections = priced(possibleCorrections(scheme, answers, facts), prices);
        const effort = new Map(corrections.map(({ id, effort: each }) => [id, each]));
        const route = cheapestRoute(scheme, answers, facts, target, corrections);
        const least = bruteForce(scheme, answers, facts, target, (id) => effort.get(id) ?? null);
        seen[route.status] += 1;
        expect(route.status === 'unreachable' ? Infinity : route.effort).toBe(least);
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.reached, seen.found, seen.unreachable)).toBeGreaterThan(30);
  });

  it('costs within a horizon what trying every combination that is ready in time finds', () => {
    const times = fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 1, maxLength: 7 });
    const horizons = fc.constantFrom(0, 3, 6, 12, 24);
    const seen = { reached: 0, found: 0, unreachable: 0 };
    let isDearer = 0;
    fc.assert(
      fc.property(situation, times, horizons, (situated, months, horizon) => {
        const { assessment, facts, target, prices } = situated;
        const { scheme, answers } = assessment;
        const possible = priced(possibleCorrections(scheme, answers, facts), prices);
        const timed = withMonths(
          possible,
          Object.fromEntries(possible.map(({ id }, at) => [id, months[at % months.length] ?? 0])),
        );
        const monthsOf = new Map(timed.map((each) => [each.id, each.months]));
        // From the meaning: what comes first in an item takes its months before the rest of the item begins.
        const effort = new Map(
          timed
            .filter((each) => {
              const state = ['answer', 'establish'].map((kind) => `${each.itemId}#${kind}`);
              const first = each.ruleId === null ? undefined : state.find((id) => monthsOf.has(id));
              return each.months + (monthsOf.get(first ?? '') ?? 0) <= horizon;
            })
            .map(({ id, effort: each }) => [id, each]),
        );
        const route = cheapestRoute(
          scheme,
          answers,
          facts,
          target,
          partByTime(timed, horizon).within,
        );
        const least = bruteForce(scheme, answers, facts, target, (id) => effort.get(id) ?? null);
        seen[route.status] += 1;
        const free = cheapestRoute(scheme, answers, facts, target, timed);
        if (free.status === 'found' && route.status !== 'reached' && least > free.effort)
          isDearer += 1;
        expect(route.status === 'unreachable' ? Infinity : route.effort).toBe(least);
      }),
      { numRuns: 800 },
    );
    expect(Math.min(isDearer, seen.found, seen.unreachable)).toBeGreaterThan(20);
  });

  it('hands back corrections that lead to the result it names, at the sum of their efforts', () => {
    fc.assert(
      fc.property(situation, ({ assessment: { scheme, answers }, facts, target, prices }) => {
        const corrections = priced(possibleCorrections(scheme, answers, facts), prices);
        const route = cheapestRoute(scheme, answers, facts, target, corrections);
        expect(route.score).toEqual(score(scheme, route.answers, facts));
        expect(route.gap.reached).toBe(route.status !== 'unreachable');
        expect(route.routeId === null).toBe(route.status === 'unreachable');
        const allowed = new Map(corrections.map((each) => [each.id, each]));
        let sum = 0;
        for (const { steps } of route.items)
          for (const step of steps) {
            const correction = allowed.get(step.correctionId)!;
            expect(step.times).toBeLessThanOrEqual(correction.maxTimes);
            expect(step.effort).toBe(step.times * correction.effort);
            sum += step.effort;
          }
        expect(route.effort).toBe(sum);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of answers or of corrections', () => {
    fc.assert(
      fc.property(situation, ({ assessment: { scheme, answers }, facts, target, prices }) => {
        const corrections = priced(possibleCorrections(scheme, answers, facts), prices);
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        const again = cheapestRoute(scheme, reversed, facts, target, [...corrections].reverse());
        expect(again).toEqual(cheapestRoute(scheme, answers, facts, target, corrections));
      }),
      { numRuns: 300 },
    );
  });

  it('never costs more when one more correction is allowed', () => {
    fc.assert(
      fc.property(situation, ({ assessment: { scheme, answers }, facts, target }) => {
        const all = possibleCorrections(scheme, answers, facts);
        const route = cheapestRoute(scheme, answers, facts, target, all);
        const fewer = cheapestRoute(scheme, answers, facts, target, all.slice(1));
        if (fewer.status !== 'unreachable') expect(route.effort).toBeLessThanOrEqual(fewer.effort);
        if (route.status === 'unreachable') expect(fewer.status).toBe('unreachable');
      }),
      { numRuns: 300 },
    );
  });
});
