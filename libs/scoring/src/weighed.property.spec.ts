import fc from 'fast-check';
import { cheapestRoute } from './cheapest-route';
import { possibleCorrections } from './corrections';
import { isVeto } from './score';
import { score } from './scorer';
import { anyFacts } from './testing/arbitrary-assessment';
import { anyWeighedAssessment } from './testing/arbitrary-weighed';
import { bruteForce, priced } from './testing/brute-force';

const situation = fc.record({
  assessment: anyWeighedAssessment,
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

describe('a result with factors, vetoes and deductions beyond items', () => {
  it('is the fraction that the table says, cut to a hundredth and never rounded into a grade', () => {
    let fractions = 0;
    fc.assert(
      fc.property(anyWeighedAssessment, anyFacts, ({ scheme, answers }, facts) => {
        const result = score(scheme, answers, facts);
        // In units of 1/10000 point, by the meaning of the table.
        let [earned, left, bonus] = [0n, 0n, 0n];
        for (const section of scheme.sections)
          for (const group of section.groups)
            for (const { id, points } of group.items) {
              const { state, earned: own, beyond = 0 } = result.items[id]!;
              if (section.bonus) bonus += BigInt(own);
              else earned += BigInt(own * (section.factor ?? group.factor ?? 100) - beyond * 100);
              const isOut =
                state === 'not_applicable' && scheme.policies.notApplicable === 'exclude';
              if (!section.bonus && !isOut) left += BigInt(points);
            }
        if (earned < 0n) earned = 0n;
        const isScaled = scheme.tablePoints !== undefined;
        const over = isScaled ? earned * BigInt(scheme.basicPoints) : earned;
        const under = 100n * (isScaled ? left : 1n);
        expect(BigInt(result.basic)).toBe(under === 0n ? 0n : over / under);
        expect(BigInt(result.bonus)).toBe(bonus);
        expect(result.total).toBe(result.basic + result.bonus);
        if (result.exact === null || under === 0n) return;
        const { numerator, denominator } = result.exact.basic;
        expect(BigInt(numerator) * under * 100n).toBe(BigInt(denominator) * over);
        if (over % under !== 0n) fractions += 1;
      }),
      { numRuns: 1500 },
    );
    expect(fractions).toBeGreaterThan(100);
  });

  it('is made of whole numbers only', () => {
    fc.assert(
      fc.property(anyWeighedAssessment, anyFacts, ({ scheme, answers }, facts) => {
        JSON.stringify(score(scheme, answers, facts), (_, value: unknown) => {
          if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
          return value;
        });
      }),
      { numRuns: 600 },
    );
  });

  it('gives a grade only where no gate that excludes it fails', () => {
    const seen = { share: 0, veto: 0, capped: 0 };
    fc.assert(
      fc.property(anyWeighedAssessment, anyFacts, ({ scheme, answers }, facts) => {
        const result = score(scheme, answers, facts);
        for (const gap of result.gaps) {
          const isReached = gap.routes.some(({ reached }) => reached);
          expect(gap.reached).toBe(isReached && gap.gates.length === 0);
          if (isReached && gap.gates.some((each) => !isVeto(each))) seen.share += 1;
          if (isReached && gap.gates.some(isVeto)) seen.veto += 1;
        }
        if (result.grade === 'A' && result.failedGates.length > 0) seen.capped += 1;
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.share, seen.veto, seen.capped)).toBeGreaterThan(10);
  });

  it('has a cheapest route that costs what trying every combination finds to be the least', () => {
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
      { numRuns: 2500 },
    );
    expect(Math.min(seen.reached, seen.found, seen.unreachable)).toBeGreaterThan(50);
  });

  it('is what its cheapest route leads to, step by step', () => {
    fc.assert(
      fc.property(situation, ({ assessment: { scheme, answers }, facts, target, prices }) => {
        const corrections = priced(possibleCorrections(scheme, answers, facts), prices);
        const route = cheapestRoute(scheme, answers, facts, target, corrections);
        expect(route.score).toEqual(score(scheme, route.answers, facts));
        expect(route.gap.reached).toBe(route.status !== 'unreachable');
        const steps = route.items.flatMap((each) => each.steps);
        expect(steps.reduce((sum, step) => sum + step.effort, 0)).toBe(route.effort);
      }),
      { numRuns: 600 },
    );
  });
});
