import type { AssessmentState } from '@liangxing/contracts';
import type {
  ItemState,
  Measured,
  NotApplicableApproval,
  ReadinessFacts,
  RuleAnswer,
} from '@liangxing/scoring';

export interface Assessment {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly schemeId: string;
  readonly schemeVersion: string;
  readonly targetGrade: string | null;
  readonly state: AssessmentState;
  readonly createdAt: string;
}

/** What a person says about one item; `unanswered` takes an answer back: the state of a readiness item then follows. */
export interface AnswerContent {
  readonly state: ItemState | 'unanswered';
  readonly rules: Readonly<Record<string, RuleAnswer>>;
  readonly finding: string;
  readonly responsible: string;
  /** Why the item does not apply, or is judged otherwise than what follows; empty otherwise. */
  readonly reason: string;
  readonly approval: NotApplicableApproval | null;
  /** What was counted and measured for a readiness item. */
  readonly measured: Measured | null;
}

/** What the product knows of the items of a readiness evaluation; the states are worked out from it here. */
export interface KnownReadiness {
  /** null: points are given. */
  readonly day: string | null;
  readonly facts: ReadinessFacts['items'];
}

export interface Answer extends AnswerContent {
  readonly itemId: string;
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: { readonly id: string; readonly name: string } | null;
  readonly evidenceCount: number;
}

export interface AnswerVersion {
  readonly version: number;
  readonly answer: AnswerContent;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
}

export interface Efforts {
  readonly version: number;
  /** Tenths of a person-day by correction id. */
  readonly efforts: Readonly<Record<string, number>>;
  /** Least months until a correction counts, where a person said otherwise than usual. */
  readonly months: Readonly<Record<string, number>>;
  readonly excluded: readonly string[];
  /** Months until the application. */
  readonly horizon: number;
}

export const noEfforts: Efforts = {
  version: 0,
  efforts: {},
  months: {},
  excluded: [],
  horizon: 12,
};

export interface SchemeSummary {
  readonly id: string;
  readonly version: string;
  readonly title: { readonly 'zh-CN': string; readonly en?: string };
  readonly kind: 'scored' | 'readiness';
  readonly validUntil: string | null;
  readonly supersededBy: string | null;
  readonly items: number;
  readonly grades: readonly string[];
  /** What may be applied for, from the lowest; also where the scheme gives no grade. */
  readonly targetGrades: readonly string[];
  readonly isHistorical: boolean;
  /** `own`: entered by this organization from a table it holds. */
  readonly origin: 'shipped' | 'own';
}

export const emptyAnswer: AnswerContent = {
  state: 'unanswered',
  rules: {},
  finding: '',
  responsible: '',
  reason: '',
  approval: null,
  measured: null,
};

export function contentOf({
  state,
  rules,
  finding,
  responsible,
  reason,
  approval,
  measured,
}: AnswerContent): AnswerContent {
  return { state, rules, finding, responsible, reason, approval, measured };
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
