import type { Hundredths, SchemePolicies } from '@liangxing/scheme';
import type { EnterpriseFacts, ItemAnswer, NotApplicableApproval } from './answer';
import type { CompiledItem } from './compiled-scheme';
import { ruleAmount } from './rule-amount';
import type { ItemScore, ItemScoreState, RuleScore } from './score';

const noRules: readonly RuleScore[] = [];

/** Whether the consent names who gave it, when, and by which document; half a consent is none. */
export function isApproved(approval: NotApplicableApproval | undefined): boolean {
  return Boolean(approval?.by && approval.on && approval.document);
}

/**
 * The state that an answer gives an item. A state that the item cannot take (points judged on a readiness item,
 * a bonus item "not applicable") counts as unanswered, so that it never earns.
 */
export function itemState(
  item: CompiledItem,
  answer: ItemAnswer | undefined,
  policies: SchemePolicies,
): ItemScoreState {
  if (answer === undefined || (answer as unknown) === null) return 'unanswered';
  const { state } = answer;
  const isReadiness = item.item.mode === 'readiness';
  switch (state) {
    case 'assessed':
      return isReadiness ? 'unanswered' : state;
    case 'not_established':
      return isReadiness || item.bonus ? 'unanswered' : state;
    case 'not_applicable':
      if (item.bonus) return 'unanswered';
      return policies.notApplicableNeedsApproval && !isApproved(answer.approval)
        ? 'proposed_not_applicable'
        : state;
    case 'met':
    case 'partly':
    case 'not_met':
      return isReadiness ? state : 'unanswered';
    default:
      return 'unanswered';
  }
}

/** Scores one item; see `createScorer`. */
export function scoreItem(
  item: CompiledItem,
  answer: ItemAnswer | undefined,
  facts: EnterpriseFacts,
  policies: SchemePolicies,
): ItemScore {
  const state = itemState(item, answer, policies);
  const { id: itemId, points } = item;
  switch (state) {
    case 'assessed':
      return assessedItem(item, answer, facts);
    case 'not_established':
      return { itemId, state, points, deducted: points, earned: 0, rules: noRules };
    case 'not_applicable': {
      const kept = policies.notApplicable === 'full_marks' ? points : 0;
      return { itemId, state, points: kept, deducted: 0, earned: kept, rules: noRules };
    }
    default:
      return { itemId, state, points, deducted: 0, earned: 0, rules: noRules };
  }
}

/**
 * Points before the cap: the start (all of the points, or none) plus awards minus deductions.
 * Cutting it to 0 … points is the item's cap.
 */
export function startingPoints(item: CompiledItem): Hundredths {
  return item.item.mode === 'deduct' ? item.points : 0;
}

function assessedItem(
  item: CompiledItem,
  answer: ItemAnswer | undefined,
  facts: EnterpriseFacts,
): ItemScore {
  const given = answer?.rules;
  let rules: RuleScore[] | null = null;
  let value = startingPoints(item);
  let taken = 0;
  if (given !== undefined && (given as unknown) !== null) {
    for (const { rule, sign } of item.rules) {
      const found = given[rule.id];
      if (found === undefined) continue;
      const amount = ruleAmount(rule, found, facts);
      if (amount === 0) continue;
      value += sign * amount;
      if (sign < 0) taken += amount;
      (rules ??= []).push({ ruleId: rule.id, amount });
    }
  }
  return {
    itemId: item.id,
    state: 'assessed',
    points: item.points,
    deducted: Math.min(taken, item.points),
    earned: Math.max(0, Math.min(value, item.points)),
    rules: rules ?? noRules,
  };
}
