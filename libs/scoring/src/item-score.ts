import type { Hundredths, SchemePolicies } from '@liangxing/scheme';
import type { EnterpriseFacts, ItemAnswer, NotApplicableApproval } from './answer';
import type { CompiledItem, CompiledRule } from './compiled-scheme';
import { ruleAmount } from './rule-amount';
import type { ItemScore, ItemScoreState, RuleScore } from './score';

const noRules: readonly RuleScore[] = [];

/** Whether the consent names who gave it, when, and by which document; half a consent is none. */
function isApproved(approval: NotApplicableApproval | undefined): boolean {
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
      return {
        itemId,
        state,
        points,
        deducted: points,
        earned: 0,
        // What is taken from the total is not forgiven because the item has nothing left to lose.
        ...beyondOf(item, answer, facts),
      };
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
  const { rules, value, taken, beyond } = takenBy(item, answer, facts, () => true);
  return {
    itemId: item.id,
    state: 'assessed',
    points: item.points,
    deducted: Math.min(taken, item.points),
    earned: Math.max(0, Math.min(value, item.points)),
    ...(beyond === undefined ? {} : { beyond }),
    rules,
  };
}

function beyondOf(
  item: CompiledItem,
  answer: ItemAnswer | undefined,
  facts: EnterpriseFacts,
): Pick<ItemScore, 'rules' | 'beyond'> {
  const { rules, beyond } = takenBy(item, answer, facts, ({ isBeyond }) => isBeyond);
  return beyond === undefined ? { rules } : { rules, beyond };
}

interface Taken {
  readonly rules: readonly RuleScore[];
  /** Points before the item's cap. */
  readonly value: Hundredths;
  readonly taken: Hundredths;
  readonly beyond?: Hundredths;
}

/** What the rules that count take and give. */
function takenBy(
  item: CompiledItem,
  answer: ItemAnswer | undefined,
  facts: EnterpriseFacts,
  counts: (rule: CompiledRule) => boolean,
): Taken {
  const given = answer?.rules;
  let rules: RuleScore[] | null = null;
  let value = startingPoints(item);
  let [taken, beyond] = [0, 0];
  if (given !== undefined && (given as unknown) !== null) {
    for (const each of item.rules) {
      const { rule, sign, isBeyond } = each;
      const found = given[rule.id];
      if (found === undefined || !counts(each)) continue;
      const amount = ruleAmount(rule, found, facts);
      if (amount === 0) continue;
      if (isBeyond) beyond += amount;
      else value += sign * amount;
      if (sign < 0 && !isBeyond) taken += amount;
      (rules ??= []).push({ ruleId: rule.id, amount });
    }
  }
  return { rules: rules ?? noRules, value, taken, ...(beyond === 0 ? {} : { beyond }) };
}
