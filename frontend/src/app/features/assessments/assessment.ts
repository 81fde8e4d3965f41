import type { NotApplicableApproval } from '@liangxing/scoring';
import type {
  AnswerContentDto,
  AnswerChangeDto,
  AnswerDto,
  ReadinessDto,
} from '../../core/api/generated/openapi';

/** What a person says about one item; `unanswered` takes an answer back: the state of a readiness item then follows. */
export type AnswerContent = Pick<AnswerDto, keyof AnswerContentDto>;
export type Answer = AnswerDto;
export type AnswerVersion = AnswerChangeDto;
/** What the product knows of the items of a readiness evaluation; the states are worked out from it here. */
export type KnownReadiness = Pick<ReadinessDto, 'day' | 'facts'>;

export const emptyAnswer: AnswerContent = {
  state: 'unanswered',
  rules: {},
  finding: '',
  responsible: '',
  responsibleUserId: null,
  reason: '',
  approval: null,
  measured: null,
};

export function contentOf({
  state,
  rules,
  finding,
  responsible,
  responsibleUserId,
  reason,
  approval,
  measured,
}: AnswerContent): AnswerContent {
  return { state, rules, finding, responsible, responsibleUserId, reason, approval, measured };
}

/**
 * 不适用 or a judgement of one's own without its reason, or with a part of its approval only, waits here until the rest
 * is typed; the server would refuse it. A judgement from before reasons were asked for may stay without one.
 */
export function isComplete(
  { state, reason, approval }: AnswerContent,
  stored?: Pick<AnswerContent, 'state' | 'reason'>,
): boolean {
  if (isJudged(state))
    return reason.trim() !== '' || (stored?.state === state && stored.reason.trim() === '');
  if (state !== 'not_applicable') return true;
  const parts = approval ? [approval.by, approval.on, approval.document] : [];
  return reason.trim() !== '' && parts.every((part) => part.trim() !== '');
}

/** A readiness item's state as a person judged it. */
export function isJudged(state: AnswerContent['state']): state is 'met' | 'partly' | 'not_met' {
  return state === 'met' || state === 'partly' || state === 'not_met';
}

/** An approval with one field typed; none is left when all three are empty. */
export function withApprovalField(
  before: NotApplicableApproval | null,
  field: keyof NotApplicableApproval,
  value: string,
): NotApplicableApproval | null {
  const approval = { by: '', on: '', document: '', ...before, [field]: value };
  return approval.by || approval.on || approval.document ? approval : null;
}
