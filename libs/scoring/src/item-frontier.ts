import type { Hundredths } from '@liangxing/scheme';
import type { ItemPlan, RuleImprovement } from './correction-plan';
import {
  largestEffort,
  ruleCorrectionId,
  stateCorrectionId,
  type Correction,
  type CorrectionStep,
} from './corrections';
import { either, last, mapped, nothing, oneOf, sum, type Frontier } from './frontier';

/** Corrections that may be used, by id. */
export type Allowed = ReadonlyMap<string, Correction>;

/** One unit of effort weighs more than any number of steps: first the least effort, then the fewest steps. */
const effortWeight = 65_536;

/** The effort in a cost; the rest of it is the number of steps. */
export function effortOf(cost: number): number {
  return Math.floor(cost / effortWeight);
}

/** @throws RangeError where an effort or a number of times is not a whole number in range */
export function checkEfforts(corrections: readonly Correction[]): void {
  for (const { id, effort, maxTimes } of corrections) {
    if (!Number.isInteger(effort) || effort < 0 || effort > largestEffort)
      throw new RangeError(`effort of ${id} must be a whole number from 0 to ${largestEffort}`);
    if (!Number.isInteger(maxTimes) || maxTimes < 0)
      throw new RangeError(`maxTimes of ${id} must be a whole number from 0`);
  }
}

/** All measures of some items' points are whole multiples of it, so frontiers can count in it. */
export function unitOf(plans: readonly ItemPlan[]): Hundredths {
  let unit = 0;
  const divide = (value: number): void => {
    let [a, b] = [unit, Math.abs(value)];
    while (b !== 0) [a, b] = [b, a % b];
    unit = a;
  };
  for (const plan of plans) {
    divide(plan.item.points);
    divide(plan.value);
    for (const { ways } of plan.rules) for (const way of ways) divide(way.improvement);
  }
  return Math.max(unit, 1);
}

/**
 * The cheapest way to each gain of one item, exactly: its rules' ways add up before the item's cap, so three
 * deductions of together 7 on an item of 5 gain less than their sum.
 */
export function itemFrontier(
  plan: ItemPlan,
  allowed: Allowed,
  unit: Hundredths,
): Frontier<CorrectionStep> {
  const points = plan.item.points / unit;
  const value = plan.value / unit;
  const cap = (raw: number): number => Math.max(0, Math.min(raw, points));
  let improved = nothing<CorrectionStep>();
  for (const { rule, ways } of plan.rules) {
    const ladder = ruleFrontier(plan, rule.id, ways, allowed, unit);
    if (last(ladder.gains) > 0) improved = sum(improved, ladder, Math.max(0, points - value));
  }
  if (plan.first === null) return mapped(improved, (gain) => cap(value + gain) - cap(value));
  const choices = [nothing<CorrectionStep>()];
  const first = stateStep(plan, plan.first, allowed);
  if (first !== null)
    choices.push(mapped(sum(oneOf([first]), improved), (gain) => cap(value + gain)));
  const approval = plan.approval === 'full_marks' ? stateStep(plan, 'approve', allowed) : null;
  if (approval !== null) choices.push(oneOf([{ ...approval, gain: points }]));
  return either(choices);
}

function ruleFrontier(
  plan: ItemPlan,
  ruleId: string,
  ways: readonly RuleImprovement[],
  allowed: Allowed,
  unit: Hundredths,
): Frontier<CorrectionStep> {
  const itemId = plan.item.id;
  const options = ways.flatMap((way) => {
    const correctionId = ruleCorrectionId(itemId, ruleId, way);
    const correction = allowed.get(correctionId);
    const { kind, target, times, answer } = way;
    if (correction === undefined || times > correction.maxTimes) return [];
    const effort = correction.effort * times;
    const pick = { correctionId, itemId, kind, ruleId, target, times, effort, answer };
    return [{ gain: way.improvement / unit, cost: effort * effortWeight + times, pick }];
  });
  return oneOf([{ gain: 0, cost: 0, pick: null }, ...options]);
}

/** The option of changing an item's state; null where that correction is not allowed. */
export function stateStep(
  plan: ItemPlan,
  kind: 'establish' | 'answer' | 'approve',
  allowed: Allowed,
): { readonly gain: number; readonly cost: number; readonly pick: CorrectionStep } | null {
  const itemId = plan.item.id;
  const correctionId = stateCorrectionId(itemId, kind);
  const correction = allowed.get(correctionId);
  if (correction === undefined || correction.maxTimes < 1) return null;
  const { effort } = correction;
  const pick: CorrectionStep = {
    correctionId,
    itemId,
    kind,
    ruleId: null,
    target: null,
    times: 1,
    effort,
    answer: null,
  };
  return { gain: 0, cost: effort * effortWeight + 1, pick };
}
