import fc from 'fast-check';
import type { Rule, Scheme, SchemeItem } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts, ItemAnswer, RuleAnswer } from './answer';
import { cheapestRoute } from './cheapest-route';
import {
  partByTime,
  possibleCorrections,
  withEfforts,
  withMonths,
  type Correction,
} from './corrections';
import { score } from './scorer';
import { anyAssessment, anyFacts, itemsOf } from './testing/arbitrary-assessment';
import { approvedNotApplicable } from './testing/scheme-builder';

/**
 * Brute force: for every item all answers that corrections can lead to, written down from the meaning of the rules
 * and not from the library's plan, then every combination of them scored.
 */
interface Way<Answer> {
  readonly answer: Answer;
  readonly effort: number;
}

type Efforts = (id: string) => number | null;

function ruleWays(
  rule: Rule,
  now: RuleAnswer | undefined,
  id: string,
  effort: Efforts,
): Way<RuleAnswer | undefined>[] {
  const stay = { answer: now, effort: 0 };
  const at = (target: string): number | null => effort(target === '' ? id : `${id}=${target}`);
  const one = (target: string, answer: RuleAnswer): Way<RuleAnswer>[] => {
    const cost = at(target);
    return cost === null ? [] : [{ answer, effort: cost }];
  };
  switch (rule.kind) {
    case 'fixed':
      return now === true ? [stay, ...one('', false)] : [stay];
    case 'per_finding':
      // A sample is taken anew: all of it, or nothing.
      return [stay, ...(now === undefined || now === 0 ? [] : one('', 0))];
    case 'per_missing':
    case 'award': {
      const each = at('');
      const count = typeof now === 'number' ? now : 0;
      const steps = rule.kind === 'award' ? (rule.perEach ? 6 : 1 - count) : count;
      const sign = rule.kind === 'award' ? 1 : -1;
      if (each === null) return [stay];
      return Array.from({ length: steps + 1 }, (_, times) => ({
        answer: times === 0 ? now : count + sign * times,
        effort: each * times,
      }));
    }
    case 'choice':
      return [stay, ...rule.choices.flatMap(({ id: choiceId }) => one(choiceId, choiceId))];
    case 'rate': {
      if (typeof now !== 'object') return [stay];
      const { whole } = now as { whole: number };
      const parts = [95, 80, 0].map((percent) => Math.ceil((percent * whole) / 100));
      return [stay, ...parts.flatMap((part, index) => one(String(index), { part, whole }))];
    }
    case 'band':
      return [
        stay,
        ...rule.bands.flatMap(({ anyOf }, index) =>
          Object.entries(anyOf).flatMap(([measure, floor]) =>
            one(`${index}:${measure}`, {
              ...(now as Record<string, number> | undefined),
              [measure]: floor,
            }),
          ),
        ),
      ];
  }
}

function assessedWays(
  item: SchemeItem,
  rules: ItemAnswer['rules'],
  effort: Efforts,
): Way<ItemAnswer>[] {
  let ways: Way<Record<string, RuleAnswer>>[] = [{ answer: {}, effort: 0 }];
  for (const rule of item.rules) {
    const own = ruleWays(rule, rules[rule.id], `${item.id}/${rule.id}`, effort);
    ways = ways.flatMap((way) =>
      own.map(({ answer, effort: more }) => ({
        answer: answer === undefined ? way.answer : { ...way.answer, [rule.id]: answer },
        effort: way.effort + more,
      })),
    );
  }
  return ways.map(({ answer, effort: cost }) => ({
    answer: { state: 'assessed', rules: answer },
    effort: cost,
  }));
}

function itemWays(
  of: Scheme,
  item: SchemeItem,
  now: ItemAnswer | undefined,
  effort: Efforts,
): Way<ItemAnswer | undefined>[] {
  const stay = { answer: now, effort: 0 };
  const behind = (kind: string, rules: ItemAnswer['rules']): Way<ItemAnswer>[] => {
    const first = effort(`${item.id}#${kind}`);
    if (first === null) return [];
    return assessedWays(item, rules, effort).map((way) => ({ ...way, effort: way.effort + first }));
  };
  if (now === undefined)
    return item.mode === 'earn'
      ? [stay, ...assessedWays(item, {}, effort)]
      : [stay, ...behind('answer', {})];
  if (now.state === 'assessed') return assessedWays(item, now.rules, effort);
  if (now.state === 'not_established') return [stay, ...behind('establish', now.rules)];
  if (now.approval !== undefined) return [stay];
  const consent = of.policies.notApplicable === 'exclude' ? null : effort(`${item.id}#approve`);
  return [
    stay,
    ...behind('establish', now.rules),
    ...(consent === null ? [] : [{ answer: approvedNotApplicable, effort: consent }]),
  ];
}

/** Cheapest ways only per item answer's earned points would be the library's own idea; this one tries them all. */
function bruteForce(
  of: Scheme,
  answers: Answers,
  facts: EnterpriseFacts,
  target: string,
  effort: Efforts,
): number {
  const items = itemsOf(of);
  const ways = items.map((item) => itemWays(of, item, answers[item.id], effort));
  let best = Infinity;
  const tryAll = (index: number, chosen: Record<string, ItemAnswer>, spent: number): void => {
    if (spent >= best) return;
    const item = items[index];
    if (item === undefined) {
      const gap = score(of, chosen, facts).gaps.find(({ gradeId }) => gradeId === target);
      if (gap?.reached) best = spent;
      return;
    }
    for (const way of ways[index]!) {
      const next = way.answer === undefined ? chosen : { ...chosen, [item.id]: way.answer };
      tryAll(index + 1, next, spent + way.effort);
    }
  };
  tryAll(0, {}, 0);
  return best;
}

/** Efforts as anyone might enter them: from a short list by the correction's place, some left out. */
const priced = (
  corrections: readonly Correction[],
  prices: readonly (number | null)[],
): Correction[] =>
  withEfforts(
    corrections,
    Object.fromEntries(
      corrections.map(({ id }, index) => [id, prices[index % prices.length] ?? null]),
    ),
  );

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
