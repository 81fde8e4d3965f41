import type { Rule, Scheme, SchemeItem } from '@liangxing/scheme';
import type { Measured } from './answer';
import { compileScheme } from './compiled-scheme';

/** Stable codes of what can be wrong with an answer; texts belong to whoever shows them. */
export type AnswerProblemCode =
  | 'answers_malformed'
  | 'unknown_item'
  | 'answer_malformed'
  | 'unknown_state'
  | 'state_not_allowed'
  | 'bonus_not_applicable'
  | 'approval_incomplete'
  | 'approval_not_allowed'
  | 'unknown_rule'
  | 'fixed_not_boolean'
  | 'count_not_whole'
  | 'count_negative'
  | 'count_too_large'
  | 'award_given_twice'
  | 'unknown_choice'
  | 'rate_malformed'
  | 'rate_whole_not_positive'
  | 'rate_part_out_of_range'
  | 'band_malformed'
  | 'unknown_measure'
  | 'measure_negative'
  | 'measured_not_asked'
  | 'sample_malformed'
  | 'sample_conforming_out_of_range';

export interface AnswerProblem {
  readonly code: AnswerProblemCode;
  readonly itemId: string;
  readonly ruleId?: string;
  /** What was found or expected, where it helps: a rule id, a state, a limit. */
  readonly detail?: string;
}

/** More pieces than anyone counts; keeps every product an exact integer. */
export const largestCount = 1_000_000;

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const states: readonly unknown[] = [
  'assessed',
  'not_established',
  'not_applicable',
  'met',
  'partly',
  'not_met',
];
const readinessStates: readonly unknown[] = ['met', 'partly', 'not_met', 'not_applicable'];

/**
 * Problems of one answer against its item; empty = it can be scored. Takes anything, for example a parsed request
 * body, and never throws. `bonus`: the item stands in a bonus section, where nothing is required and so nothing
 * can be "not applicable" or "not established".
 */
export function checkAnswer(item: SchemeItem, answer: unknown, bonus = false): AnswerProblem[] {
  const itemId = item.id;
  if (!isPlain(answer)) return [{ code: 'answer_malformed', itemId }];
  const problems = [...checkState(item, answer['state'], bonus), ...checkApproval(itemId, answer)];
  const rules = answer['rules'];
  if (!isPlain(rules)) return [...problems, { code: 'answer_malformed', itemId, detail: 'rules' }];
  for (const ruleId of Object.keys(rules)) {
    const rule = item.mode === 'readiness' ? undefined : item.rules.find(({ id }) => id === ruleId);
    if (rule === undefined) {
      problems.push({ code: 'unknown_rule', itemId, ruleId });
      continue;
    }
    const problem = checkRuleAnswer(rule, rules[ruleId]);
    if (problem !== null) problems.push({ ...problem, itemId, ruleId });
  }
  return problems;
}

/** `checkAnswer` by the item's id, for one item of a scheme. */
export function checkAnswerOf(scheme: Scheme, itemId: string, answer: unknown): AnswerProblem[] {
  const found = compileScheme(scheme).byId.get(itemId);
  if (found === undefined) return [{ code: 'unknown_item', itemId }];
  return checkAnswer(found.item, answer, found.bonus);
}

/** Problems of a whole set of answers; an item outside the scheme is one. Order: as the answers are written. */
export function checkAnswers(scheme: Scheme, answers: unknown): AnswerProblem[] {
  if (!isPlain(answers)) return [{ code: 'answers_malformed', itemId: '' }];
  return Object.keys(answers).flatMap((itemId) => checkAnswerOf(scheme, itemId, answers[itemId]));
}

function checkState(item: SchemeItem, state: unknown, bonus: boolean): AnswerProblem[] {
  const itemId = item.id;
  if (!states.includes(state)) return [{ code: 'unknown_state', itemId, detail: String(state) }];
  const detail = String(state);
  if (bonus && state === 'not_applicable')
    return [{ code: 'bonus_not_applicable', itemId, detail }];
  const isAllowed =
    item.mode === 'readiness'
      ? readinessStates.includes(state)
      : state === 'assessed' || (!bonus && !['met', 'partly', 'not_met'].includes(detail));
  return isAllowed ? [] : [{ code: 'state_not_allowed', itemId, detail }];
}

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function checkApproval(itemId: string, answer: Plain): AnswerProblem[] {
  const approval = answer['approval'];
  if (approval === undefined) return [];
  if (answer['state'] !== 'not_applicable') return [{ code: 'approval_not_allowed', itemId }];
  if (!isPlain(approval)) return [{ code: 'approval_incomplete', itemId }];
  const missing = ['by', 'on', 'document'].filter((name) => {
    const value = approval[name];
    if (typeof value !== 'string' || value.trim() === '') return true;
    return name === 'on' && !isoDate.test(value);
  });
  return missing.length === 0
    ? []
    : [{ code: 'approval_incomplete', itemId, detail: missing.join(', ') }];
}

type RuleProblem = Pick<AnswerProblem, 'code' | 'detail'>;

function checkRuleAnswer(rule: Rule, answer: unknown): RuleProblem | null {
  switch (rule.kind) {
    case 'fixed':
      return typeof answer === 'boolean' ? null : { code: 'fixed_not_boolean' };
    case 'per_missing':
    case 'per_finding':
      return checkCount(answer);
    case 'award':
      return (
        checkCount(answer) ??
        (!rule.perEach && answer !== 0 && answer !== 1 ? { code: 'award_given_twice' } : null)
      );
    case 'choice':
      return rule.choices.some(({ id }) => id === answer)
        ? null
        : { code: 'unknown_choice', detail: String(answer) };
    case 'rate':
      return checkRate(answer);
    case 'band':
      return checkFigures(
        rule.measures.map(({ id }) => id),
        answer,
      );
  }
}

function checkCount(answer: unknown): RuleProblem | null {
  if (typeof answer !== 'number' || !Number.isInteger(answer)) return { code: 'count_not_whole' };
  if (answer < 0) return { code: 'count_negative' };
  return answer > largestCount ? { code: 'count_too_large', detail: String(largestCount) } : null;
}

function checkRate(answer: unknown): RuleProblem | null {
  if (!isPlain(answer)) return { code: 'rate_malformed' };
  const { part, whole } = answer as { part?: unknown; whole?: unknown };
  if (!Number.isInteger(part) || !Number.isInteger(whole)) return { code: 'rate_malformed' };
  if (Object.keys(answer).length !== 2) return { code: 'rate_malformed' };
  const [share, all] = [Number(part), Number(whole)];
  if (all <= 0) return { code: 'rate_whole_not_positive' };
  if (all > largestCount) return { code: 'count_too_large', detail: String(largestCount) };
  return share < 0 || share > all ? { code: 'rate_part_out_of_range' } : null;
}

function checkFigures(measures: readonly string[], answer: unknown): RuleProblem | null {
  if (!isPlain(answer)) return { code: 'band_malformed' };
  for (const [measure, figure] of Object.entries(answer)) {
    if (!measures.includes(measure)) return { code: 'unknown_measure', detail: measure };
    if (typeof figure !== 'number' || !Number.isFinite(figure))
      return { code: 'band_malformed', detail: measure };
    if (figure < 0) return { code: 'measure_negative', detail: measure };
  }
  return null;
}

/** Problems of what was counted and measured: only a readiness item has it, and no more conform than were looked at. */
export function checkMeasured(item: SchemeItem, { sample }: Measured): AnswerProblem[] {
  const itemId = item.id;
  if (item.mode !== 'readiness') return [{ code: 'measured_not_asked', itemId }];
  if (sample === null) return [];
  const { looked, conforming } = sample;
  const isCount = (value: number): boolean =>
    Number.isInteger(value) && value >= 0 && value <= largestCount;
  if (!isCount(looked) || !isCount(conforming)) return [{ code: 'sample_malformed', itemId }];
  return conforming > looked ? [{ code: 'sample_conforming_out_of_range', itemId }] : [];
}
