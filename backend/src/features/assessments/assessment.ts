import type { AssessmentState, ConfirmedDeclaration } from '@liangxing/contracts';
import type { ItemState, Measured, NotApplicableApproval, RuleAnswer } from '@liangxing/scoring';

export interface TeamMember {
  readonly name: string;
  readonly role: string;
  /** The member whom the name means, where that is known. */
  readonly userId?: string | null;
}

/** How the self-evaluation is done: part of its report. */
export interface AssessmentPlan {
  readonly purpose: string;
  readonly team: readonly TeamMember[];
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
  readonly method: string;
  readonly sampling: string;
  readonly declarations: readonly ConfirmedDeclaration[];
}

export const emptyPlan: AssessmentPlan = {
  purpose: '',
  team: [],
  startedOn: null,
  finishedOn: null,
  method: '',
  sampling: '',
  declarations: [],
};

export interface Assessment {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly schemeId: string;
  readonly schemeVersion: string;
  readonly targetGrade: string;
  readonly targetLevel: 'national' | 'provincial' | null;
  readonly state: AssessmentState;
  readonly plan: AssessmentPlan;
  readonly conclusion: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type AssessmentFields = Pick<
  Assessment,
  'title' | 'targetGrade' | 'targetLevel' | 'plan' | 'conclusion'
>;

/** `unanswered`: nobody judges, or no longer; of a readiness item the state then follows from what is known of it. */
export type AnswerState = ItemState | 'unanswered';

/** What a person writes for one item. */
export interface AnswerContent {
  readonly state: AnswerState;
  readonly rules: Readonly<Record<string, RuleAnswer>>;
  readonly finding: string;
  readonly responsible: string;
  /** The member whom `responsible` means, where that is known. */
  readonly responsibleUserId: string | null;
  /** Why the item does not apply, or is judged otherwise than what follows; earlier judgements have none. */
  readonly reason: string;
  readonly approval: NotApplicableApproval | null;
  readonly measured: Measured | null;
}

export interface Answer extends AnswerContent {
  readonly itemId: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: { readonly id: string; readonly name: string };
  readonly evidenceCount: number;
}

/** One past answer; the newest is the current one. */
export interface AnswerChange {
  readonly version: number;
  readonly answer: AnswerContent;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
}

/** Months until the application where nobody has said otherwise. */
export const usualHorizon = 12;

/** What the plan to a grade rests on, by correction (`item/rule`). */
export interface Efforts {
  readonly version: number;
  /** What each correction would cost, in tenths of a person-day. */
  readonly efforts: Readonly<Record<string, number>>;
  /** Least months until it counts. */
  readonly months: Readonly<Record<string, number>>;
  /** Corrections that are out of the question. */
  readonly excluded: readonly string[];
  /** Months until the application. */
  readonly horizon: number;
}
