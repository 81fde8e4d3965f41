import type { Hundredths } from '@liangxing/scheme';
import type { ItemPlan, RulePlan } from './correction-plan';
import {
  largestEffort,
  ruleCorrectionId,
  stateCorrectionId,
  type Correction,
  type CorrectionStep,
} from './corrections';
import { greatestDivisor } from './exact';
import { either, mapped, nothing, oneOf, sum, type Frontier } from './frontier';
import type { ItemVeto } from './vetoes';

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

/** All measures within an item's points are whole multiples of it, so its frontier can count in it. */
export function unitOf(plan: ItemPlan): Hundredths {
  let unit = greatestDivisor(plan.item.points, plan.value);
  for (const { ways } of plan.rules)
    for (const way of ways) unit = greatestDivisor(unit, way.improvement);
  return Math.max(unit, 1);
}

/** The same for what some items count in sums, in fine parts. */
export function countedUnit(plans: readonly ItemPlan[]): number {
  const unit = plans.reduce(
    (all, plan) => greatestDivisor(all, unitOf(plan) * plan.item.weight),
    0,
  );
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
  veto: ItemVeto | undefined,
): Frontier<CorrectionStep> {
  const points = plan.item.points / unit;
  const value = plan.value / unit;
  const floor = (veto?.floor ?? 0) / unit;
  const cap = (raw: number): number => Math.max(0, Math.min(raw, points));
  const lifted = (raw: number): number | null => (cap(raw) < floor ? null : cap(raw));
  const improved = improvedRules(plan, allowed, unit, veto);
  if (plan.first === null)
    return mapped(improved, (gain) => {
      const reached = lifted(value + gain);
      return reached === null ? null : reached - cap(value);
    });
  // A veto by a deduction also holds while the item is 应有未建立; a proposed N/A is not judged by its rules.
  const isFired =
    plan.first === 'establish' &&
    !plan.isProposed &&
    [...plan.taken.keys()].some((id) => veto?.rules.has(id));
  const choices = floor > 0 || isFired ? [] : [nothing<CorrectionStep>()];
  const first = stateStep(plan, plan.first, allowed);
  if (first !== null)
    choices.push(mapped(sum(oneOf([first]), improved), (gain) => lifted(value + gain)));
  const approval = plan.approval === 'full_marks' ? stateStep(plan, 'approve', allowed) : null;
  if (approval !== null) choices.push(oneOf([{ ...approval, gain: points }]));
  return either(choices);
}

/** The rules' ways together; where a veto names a deduction that was taken, only those that undo it wholly. */
function improvedRules(
  plan: ItemPlan,
  allowed: Allowed,
  unit: Hundredths,
  veto: ItemVeto | undefined,
): Frontier<CorrectionStep> {
  const lacking = Math.max(0, (plan.item.points - plan.value) / unit);
  const undone = new Map([...plan.taken].filter(([id]) => veto?.rules.has(id)));
  let improved = nothing<CorrectionStep>();
  for (const { rule, ways } of plan.rules) {
    const toUndo = undone.get(rule.id);
    const ladder = ruleFrontier(plan, { rule, ways }, allowed, (won) => won / unit, toUndo);
    undone.delete(rule.id);
    if (!isIdle(ladder)) improved = sum(improved, ladder, lacking);
  }
  return undone.size === 0 ? improved : oneOf([]);
}

/** What can be won back of the deductions that an item takes from the total, in a unit of fine parts. */
export function beyondFrontier(
  plan: ItemPlan,
  allowed: Allowed,
  { fine, unit }: { readonly fine: number; readonly unit: number },
  veto: ItemVeto | undefined,
): Frontier<CorrectionStep> {
  let all = nothing<CorrectionStep>();
  for (const { rule, ways } of plan.beyond) {
    const now = veto?.rules.has(rule.id) ? plan.beyondTaken.get(rule.id) : undefined;
    const ladder = ruleFrontier(plan, { rule, ways }, allowed, (won) => (won * fine) / unit, now);
    if (!isIdle(ladder)) all = sum(all, ladder);
  }
  return all;
}

/** Nothing to gain and nothing to pay. */
export function isIdle({ gains, costs }: Frontier<CorrectionStep>): boolean {
  return gains.length === 1 && gains[0] === 0 && costs[0] === 0;
}

/**
 * @param gainOf what hundredths that a rule takes less, or gives more, are in the frontier's unit
 * @param toUndo the amount that must be undone, in hundredths; absent: none
 */
function ruleFrontier(
  plan: ItemPlan,
  { rule, ways }: RulePlan,
  allowed: Allowed,
  gainOf: (improvement: Hundredths) => number,
  toUndo: Hundredths | undefined,
): Frontier<CorrectionStep> {
  const itemId = plan.item.id;
  const ruleId = rule.id;
  const fitting =
    toUndo === undefined ? ways : ways.filter(({ improvement }) => improvement === toUndo);
  const options = fitting.flatMap((way) => {
    const correctionId = ruleCorrectionId(itemId, ruleId, way);
    const correction = allowed.get(correctionId);
    const { kind, target, times, answer } = way;
    if (correction === undefined || times > correction.maxTimes) return [];
    const effort = correction.effort * times;
    const pick: CorrectionStep = {
      correctionId,
      itemId,
      kind,
      ruleId,
      target,
      times,
      effort,
      answer,
      ...(rule.beyondItem && { keepsState: true }),
    };
    return [{ gain: gainOf(way.improvement), cost: effort * effortWeight + times, pick }];
  });
  return oneOf([...(toUndo === undefined ? [{ gain: 0, cost: 0, pick: null }] : []), ...options]);
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
    ...(kind === 'establish' && plan.drops.length > 0 && { drops: plan.drops }),
  };
  return { gain: 0, cost: effort * effortWeight + 1, pick };
}
