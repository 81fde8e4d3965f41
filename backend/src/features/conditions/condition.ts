import type { ConditionAnswer } from '@liangxing/contracts';
import type { ApplicationCondition } from '@liangxing/scheme';

/** What a person writes about one condition. */
export interface ConditionFields {
  readonly answer: ConditionAnswer;
  /** What proves it, in a sentence; files are linked beside it. */
  readonly proof: string;
  /** Day on which it was looked at, `YYYY-MM-DD`. */
  readonly checkedOn: string | null;
}

/** As it is stored; version 0: nobody has said anything yet. */
export interface StoredCondition extends ConditionFields {
  readonly conditionId: string;
  readonly version: number;
  readonly updatedAt: Date | null;
  readonly updatedBy: { readonly id: string; readonly name: string } | null;
}

/** What the product itself knows about a condition. A person takes it over or not; it is never an answer by itself. */
export interface ConditionOffer {
  /** Null: what is known does not suffice for an answer. */
  readonly answer: 'yes' | 'no' | null;
  readonly said: { readonly 'zh-CN': string; readonly en: string };
}

/** One condition of the scheme with what was said of it. */
export interface ConditionOfAssessment {
  readonly condition: ApplicationCondition;
  readonly stored: StoredCondition;
  /** Files that serve it. */
  readonly evidenceCount: number;
  readonly offer: ConditionOffer | null;
}

export const unansweredCondition = (conditionId: string): StoredCondition => ({
  conditionId,
  version: 0,
  answer: 'unanswered',
  proof: '',
  checkedOn: null,
  updatedAt: null,
  updatedBy: null,
});
