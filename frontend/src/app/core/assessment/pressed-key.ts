import type { SchemeItem } from '@liangxing/scheme';
import type { RuleAnswer } from '@liangxing/scoring';
import type { AnswerDto } from '../api/generated/openapi';
import { ticked } from './tick-rule';

/** How an item is judged by one click or key; `full`: assessed, and no rule says otherwise. */
export type Judgement = AnswerDto['state'] | 'full';
export type RuleAnswers = Readonly<Record<string, RuleAnswer>>;

export const READINESS_STATES = ['met', 'partly', 'not_met'] as const;

/** The answers with that of one rule; undefined: it is taken back. */
export function withRule(
  rules: RuleAnswers,
  ruleId: string,
  value: RuleAnswer | undefined,
): RuleAnswers {
  const others = Object.entries(rules).filter(([id]) => id !== ruleId);
  return Object.fromEntries(value === undefined ? others : [...others, [ruleId, value]]);
}

/**
 * What a key of the keyboard says of an item: 0 full marks, X not established, N not applicable, 1–9 the rule of that
 * number; of a readiness item 1–3 its states. Null: nothing.
 */
export function pressedOf(
  { mode, rules: all }: Pick<SchemeItem, 'mode' | 'rules'>,
  key: string,
  { rules, isBonus }: { readonly rules: RuleAnswers; readonly isBonus: boolean },
): { readonly judgement: Judgement } | { readonly rules: RuleAnswers } | null {
  const number = Number(key) - 1;
  if (mode === 'readiness') {
    const judgement = key === 'n' ? 'not_applicable' : READINESS_STATES[number];
    return judgement ? { judgement } : null;
  }
  if (key === '0') return { judgement: 'full' };
  if (key === 'x') return mode === 'deduct' ? { judgement: 'not_established' } : null;
  if (key === 'n') return isBonus ? null : { judgement: 'not_applicable' };
  const rule = all[number];
  if (rule === undefined) return null;
  const after = ticked(rule, rules[rule.id]);
  return after === rules[rule.id] ? null : { rules: withRule(rules, rule.id, after) };
}
