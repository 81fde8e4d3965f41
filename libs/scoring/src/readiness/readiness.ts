import {
  checksOf,
  type LocalizedText,
  type ReadinessThresholds,
  type SchemeItem,
} from '@liangxing/scheme';
import type { Measured } from '../answer';
import { checkDocument } from './check-document';
import { checkOperation } from './check-operation';
import type { CheckResult, CheckState } from './check-result';
import type { ItemFacts } from './facts';
import { isFound, type Reason } from './reason';

export interface DerivedState {
  readonly state: CheckState;
  /** Those that apply to the item. */
  readonly checks: readonly CheckResult[];
  /** What keeps the item from being met although every check is. */
  readonly reasons: readonly Reason[];
}

function checkEffect(objective: LocalizedText, measured: Measured | undefined): CheckResult {
  const effect = measured?.effect ?? null;
  if (effect === null) {
    const parameters = {
      objective: objective['zh-CN'],
      'objective:en': objective.en ?? objective['zh-CN'],
    };
    return {
      check: 'effect',
      state: 'unknown',
      reasons: [{ code: 'figure_missing', parameters }],
    };
  }
  const { figure, unit, isAtMost } = effect;
  const isReached = isAtMost ? figure <= effect.objective : figure >= effect.objective;
  const parameters = { figure, unit, objective: effect.objective, sign: isAtMost ? '≤' : '≥' };
  return {
    check: 'effect',
    state: isReached ? 'met' : 'not_met',
    reasons: [{ code: isReached ? 'effect_reached' : 'effect_missed', parameters }],
  };
}

/**
 * The state of a readiness item from what is known of it, with the reasons.
 *
 * Not met: no document, or too few conform. Not yet known: a check cannot be judged. Partly: a check is met partly, or
 * documents and practice are there but the objective is missed. Met: all that apply are, and something proves it;
 * without evidence nothing is met. More evidence, more documents or a larger share never make it worse.
 */
export function deriveState(
  item: SchemeItem,
  thresholds: ReadinessThresholds,
  facts: ItemFacts,
  measured?: Measured,
): DerivedState {
  const wanted = checksOf(item);
  const checks = [
    ...(wanted.document ? [checkDocument(item.nodes ?? [], facts)] : []),
    ...(wanted.operation
      ? [checkOperation(wanted.operation.sampled, thresholds, facts, measured)]
      : []),
    ...(wanted.effect ? [checkEffect(wanted.effect.objective, measured)] : []),
  ];
  const isProven = facts.files.total + facts.records.total > 0;
  const state = stateOf(checks, isProven);
  const lacksProof = !isProven && checks.every((check) => check.state === 'met');
  return {
    state,
    checks,
    reasons: lacksProof ? [{ code: 'unproven', parameters: {} }] : [],
  };
}

function stateOf(checks: readonly CheckResult[], isProven: boolean): CheckState {
  const states = new Set(checks.map(({ state }) => state));
  if (checks.some(({ check, state }) => check !== 'effect' && state === 'not_met'))
    return 'not_met';
  if (states.has('unknown')) return 'unknown';
  if (states.has('partly') || states.has('not_met')) return 'partly';
  return isProven ? 'met' : 'unknown';
}

/** What an item still lacks, without what was found. */
export const missingReasons = ({ checks, reasons }: DerivedState): readonly Reason[] =>
  [...checks.flatMap((check) => check.reasons), ...reasons].filter((reason) => !isFound(reason));
