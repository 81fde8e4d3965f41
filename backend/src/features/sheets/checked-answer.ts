import { isWritten } from '@liangxing/contracts';
import { findItem, type Scheme } from '@liangxing/scheme';
import { checkAnswerOf, checkMeasured } from '@liangxing/scoring';
import { ProblemError, validationFailed } from '../../kernel';
import { answerFieldProblem } from '../assessments';
import type { ScoredContent } from './sheet';

/**
 * What an assessor judges as it is stored: checked against its item, with the fields that its state has no use for emptied.
 * A judgement needs no reason of its own: it is what the assessor is asked for; that an item does not apply needs one.
 * @throws ProblemError item_outside_scheme, validation_failed
 */
export function checkedAnswer(
  scheme: Scheme,
  itemId: string,
  content: ScoredContent,
): ScoredContent {
  const item = findItem(scheme, itemId);
  if (item === undefined) throw new ProblemError('item_outside_scheme', { item: itemId });
  const { state, rules, finding, reason, approval, measured } = content;
  const problems = measured === null ? [] : checkMeasured(item, measured).map(answerFieldProblem);
  const isLeftOut = state === 'not_applicable';
  if (state !== 'unanswered') {
    const answer = { state, rules, ...(approval === null ? {} : { approval }) };
    problems.push(...checkAnswerOf(scheme, itemId, answer).map(answerFieldProblem));
    if (isLeftOut && !isWritten(reason)) problems.push({ path: 'reason', code: 'reason_required' });
  }
  if (problems.length > 0) throw validationFailed(...problems);
  return {
    ...{ state, finding, measured },
    rules: state === 'assessed' ? rules : {},
    reason: isLeftOut ? reason : '',
    approval: isLeftOut ? approval : null,
  };
}
