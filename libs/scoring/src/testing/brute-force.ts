import type { Rule, Scheme, SchemeItem } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts, ItemAnswer, RuleAnswer } from '../answer';
import { withEfforts, type Correction } from '../corrections';
import { score } from '../scorer';
import { itemsOf } from './arbitrary-assessment';
import { approvedNotApplicable } from './scheme-builder';

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

/** Every way to answer an item's rules anew; of an item that stays 应有未建立, only those beyond it. */
function ruledWays(
  item: SchemeItem,
  state: ItemAnswer['state'],
  rules: ItemAnswer['rules'],
  effort: Efforts,
): Way<ItemAnswer>[] {
  let ways: Way<Record<string, RuleAnswer>>[] = [{ answer: {}, effort: 0 }];
  for (const rule of item.rules) {
    if (state === 'not_established' && !rule.beyondItem) {
      const kept = rules[rule.id];
      if (kept !== undefined)
        ways = ways.map((way) => ({ ...way, answer: { ...way.answer, [rule.id]: kept } }));
      continue;
    }
    const own = ruleWays(rule, rules[rule.id], `${item.id}/${rule.id}`, effort);
    ways = ways.flatMap((way) =>
      own.map(({ answer, effort: more }) => ({
        answer: answer === undefined ? way.answer : { ...way.answer, [rule.id]: answer },
        effort: way.effort + more,
      })),
    );
  }
  return ways.map(({ answer, effort: cost }) => ({
    answer: { state, rules: answer },
    effort: cost,
  }));
}

/** What was proposed as N/A and is set up instead has nothing that is taken from the total. */
const withoutBeyond = (item: SchemeItem, rules: ItemAnswer['rules']): ItemAnswer['rules'] =>
  Object.fromEntries(
    Object.entries(rules).filter(
      ([id]) => item.rules.find((rule) => rule.id === id)?.beyondItem !== true,
    ),
  );

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
    return ruledWays(item, 'assessed', rules, effort).map((way) => ({
      ...way,
      effort: way.effort + first,
    }));
  };
  if (now === undefined)
    return item.mode === 'earn'
      ? [stay, ...ruledWays(item, 'assessed', {}, effort)]
      : [stay, ...behind('answer', {})];
  if (now.state === 'assessed') return ruledWays(item, 'assessed', now.rules, effort);
  if (now.state === 'not_established')
    return [
      ...ruledWays(item, 'not_established', now.rules, effort),
      ...behind('establish', now.rules),
    ];
  if (now.approval !== undefined) return [stay];
  const consent = of.policies.notApplicable === 'exclude' ? null : effort(`${item.id}#approve`);
  return [
    stay,
    ...behind('establish', withoutBeyond(item, now.rules)),
    ...(consent === null ? [] : [{ answer: approvedNotApplicable, effort: consent }]),
  ];
}

/** Cheapest ways only per item answer's earned points would be the library's own idea; this one tries them all. */
export function bruteForce(
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
    for (const way of ways[index] ?? []) {
      const next = way.answer === undefined ? chosen : { ...chosen, [item.id]: way.answer };
      tryAll(index + 1, next, spent + way.effort);
    }
  };
  tryAll(0, {}, 0);
  return best;
}

/** Efforts as anyone might enter them: from a short list by the correction's place, some left out. */
export const priced = (
  corrections: readonly Correction[],
  prices: readonly (number | null)[],
): Correction[] =>
  withEfforts(
    corrections,
    Object.fromEntries(
      corrections.map(({ id }, index) => [id, prices[index % prices.length] ?? null]),
    ),
  );
