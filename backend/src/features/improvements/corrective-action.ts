import type { ActionState } from '@liangxing/contracts';

/** What a person writes about a corrective action. Dates are `YYYY-MM-DD`. */
export interface ActionFields {
  readonly assessmentId: string | null;
  readonly itemId: string | null;
  readonly ruleId: string | null;
  readonly finding: string;
  readonly cause: string;
  readonly measure: string;
  /** Department or person. */
  readonly owner: string;
  /** The member whom `owner` means, where that is known. */
  readonly ownerUserId: string | null;
  readonly dueOn: string | null;
  readonly state: ActionState;
  readonly result: string;
  readonly verifiedBy: string;
  readonly verifiedByUserId: string | null;
  readonly verifiedOn: string | null;
  readonly effort: number | null;
}

export interface CorrectiveAction extends ActionFields {
  readonly id: string;
  readonly version: number;
  /** 1, 2, … within the organization. */
  readonly number: number;
  readonly createdAt: Date;
}

export const emptyAction: ActionFields = {
  assessmentId: null,
  itemId: null,
  ruleId: null,
  finding: '',
  cause: '',
  measure: '',
  owner: '',
  ownerUserId: null,
  dueOn: null,
  state: 'open',
  result: '',
  verifiedBy: '',
  verifiedByUserId: null,
  verifiedOn: null,
  effort: null,
};
