import type { SchemePolicies } from '@liangxing/scheme';
import type { EnterpriseFacts, ItemAnswer, NotApplicableApproval } from './answer';
import type { CompiledItem } from './compiled-scheme';
import { amountOf } from './rule-amount';
import type { ItemScore, ItemScoreState, RuleScore } from './score';

const noRules: readonly RuleScore[] = [];
const noAnswers: ItemAnswer['rules'] = {};

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
  const { isReadiness } = item;
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
    case 'not_established':
      return judgedItem(item, state, answer, facts);
    case 'not_applicable': {
      const kept = policies.notApplicable === 'full_marks' ? points : 0;
      return { itemId, state, points: kept, deducted: 0, earned: kept, rules: noRules };
    }
    default:
      return { itemId, state, points, deducted: 0, earned: 0, rules: noRules };
  }
}

/**
 * Where something required is missing, only what is taken from the total counts: that is not forgiven because the item
 * has nothing left to lose.
 */
function judgedItem(
  { id: itemId, points, start, rules }: CompiledItem,
  state: 'assessed' | 'not_established',
  answer: ItemAnswer | undefined,
  facts: EnterpriseFacts,
): ItemScore {
  const isThere = state === 'assessed';
  const given = answer?.rules ?? noAnswers;
  let counted: RuleScore[] | null = null;
  let value = start;
  let taken = 0;
  let beyond = 0;
  for (const { id, sign, isBeyond, measure } of rules) {
    const found = given[id];
    // `false` and 0 are answers too, and say that nothing was found.
    if (!found || !(isThere || isBeyond)) continue;
    const amount = amountOf(measure, found, facts);
    if (amount === 0) continue;
    if (isBeyond) beyond += amount;
    else {
      value += sign * amount;
      if (sign < 0) taken += amount;
    }
    const ruleScore = { ruleId: id, amount };
    if (counted === null) counted = [ruleScore];
    else counted.push(ruleScore);
  }
  const deducted = isThere ? Math.min(taken, points) : points;
  const earned = isThere ? Math.max(0, Math.min(value, points)) : 0;
  // Two literals and no spread: this runs for every item at each keystroke.
  return beyond === 0
    ? { itemId, state, points, deducted, earned, rules: counted ?? noRules }
    : { itemId, state, points, deducted, earned, beyond, rules: counted ?? noRules };
}
