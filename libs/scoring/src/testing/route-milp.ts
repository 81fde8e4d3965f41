import type { Grade, Route, Scheme } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts } from '../answer';
import { compileScheme } from '../compiled-scheme';
import { planItem, type ItemPlan } from '../correction-plan';
import { ruleCorrectionId, stateCorrectionId, type Correction } from '../corrections';
import { leavesStarsOut } from '../grade-gaps';
import { score } from '../scorer';

/**
 * The problem of the cheapest route to a grade as a mixed-integer program in the LP format, for a solver that knows
 * nothing of ours. Only for schemes without gates, factors, deductions beyond items and reweighting.
 *
 * Of item i: `e` what it earns afterwards, `x` a way to improve a rule, `f` its first step, `a` the consent to its N/A,
 * `z` that what it earns is not cut to zero. Points in hundredths, efforts in tenths of a person-day.
 */
export function routeMilp(
  scheme: Scheme,
  answers: Answers,
  facts: EnterpriseFacts,
  grade: Grade,
  route: Route,
  corrections: readonly Correction[],
): string {
  const starsFull = leavesStarsOut(scheme, grade.id);
  const plans = compileScheme(scheme).items.flatMap((item) =>
    starsFull && item.star && !item.bonus
      ? []
      : (planItem(item, answers[item.id], facts, scheme.policies) ?? []),
  );
  const allowed = new Map(corrections.map((each) => [each.id, each]));
  const items = plans.map((plan, at) => itemOf(plan, at, allowed));
  const now = score(scheme, answers, facts).gaps.find(({ gradeId }) => gradeId === grade.id);
  const [basic, bonus] = [now?.basic ?? 0, now?.bonus ?? 0];
  const gained = (counts: (plan: ItemPlan) => boolean, needed: number): string[] => {
    const own = plans.flatMap((plan, at) => (counts(plan) ? [{ at, earned: plan.earned }] : []));
    const already = own.reduce((all, { earned }) => all + earned, 0);
    return [`${['0 none', ...own.map(({ at }) => `e${at}`)].join(' + ')} >= ${needed + already}`];
  };
  const constraints = [
    ...gained(({ item }) => !item.bonus, (route.basic ?? 0) - basic),
    ...gained(({ item }) => item.bonus, (route.bonus ?? 0) - bonus),
    ...gained(() => true, (route.total ?? 0) - basic - bonus),
    ...items.flatMap((item) => item.constraints),
  ];
  return [
    `Minimize\n ${['0 none', ...items.flatMap(({ costs }) => costs)].join(' + ')}`,
    `Subject To\n ${constraints.join('\n ')}`,
    `Binary\n ${['none', ...items.flatMap(({ binaries }) => binaries)].join(' ')}`,
    'End',
  ].join('\n');
}

interface MilpItem {
  readonly costs: readonly string[];
  readonly constraints: readonly string[];
  readonly binaries: readonly string[];
}

function itemOf(plan: ItemPlan, at: number, allowed: ReadonlyMap<string, Correction>): MilpItem {
  const { value, item } = plan;
  const { points } = item;
  const below = Math.max(0, -value);
  const [e, z, f, a] = [`e${at}`, `z${at}`, `f${at}`, `a${at}`];
  const costs: string[] = [];
  const binaries = [z];
  const constraints = [`${e} - ${points} ${z} <= 0`];
  const take = (name: string, id: string, times: number): boolean => {
    const correction = allowed.get(id);
    if (correction === undefined || times > correction.maxTimes) return false;
    costs.push(`${correction.effort * times} ${name}`);
    binaries.push(name);
    return true;
  };
  const hasFirst = plan.first !== null && take(f, stateCorrectionId(item.id, plan.first), 1);
  const hasConsent =
    plan.approval === 'full_marks' && take(a, stateCorrectionId(item.id, 'approve'), 1);
  const consent = hasConsent ? ` - ${points + below} ${a}` : '';
  const gains: string[] = [];
  for (const [r, { rule, ways }] of plan.rules.entries()) {
    const names: string[] = [];
    for (const [w, way] of ways.entries()) {
      const name = `x${at}_${r}_${w}`;
      if (!take(name, ruleCorrectionId(item.id, rule.id, way), way.times)) continue;
      names.push(name);
      gains.push(` - ${way.improvement} ${name}`);
    }
    if (names.length > 0) constraints.push(`${names.join(' + ')} <= 1`);
  }
  constraints.push(`${e}${gains.join('')}${consent} + ${below} ${z} <= ${value + below}`);
  if (plan.first !== null) {
    const first = hasFirst ? ` - ${points} ${f}` : '';
    constraints.push(`${e}${first}${hasConsent ? ` - ${points} ${a}` : ''} <= 0`);
  }
  return { costs, constraints, binaries };
}
