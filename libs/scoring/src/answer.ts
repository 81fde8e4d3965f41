import type { EnterpriseSize, IndustryKind } from '@liangxing/scheme';

/**
 * What a person found for one rule.
 * fixed: `true` = the deduction is taken; counted and award: a whole number of pieces (a plain award: 0 or 1);
 * choice: the id of the choice; rate: part and whole; band: figures by measure id.
 */
export type RuleAnswer =
  | boolean
  | number
  | string
  | { readonly part: number; readonly whole: number }
  | Readonly<Record<string, number>>;

/** The confirming body's consent to leave an item out: who, when, by which document. */
export interface NotApplicableApproval {
  readonly by: string;
  readonly on: string;
  readonly document: string;
}

/**
 * `assessed`: the rules hold the finding (no rule answered = full marks, or nothing earned);
 * `not_established` 应有未建立: the item scores 0; `not_applicable` 不适用: see the scheme's policy;
 * `met`, `partly`, `not_met`: readiness items only.
 */
export type ItemState =
  'assessed' | 'not_established' | 'not_applicable' | 'met' | 'partly' | 'not_met';

/** What a person counted and measured for a readiness item. */
export interface Measured {
  /** Whole numbers; `conforming` is at most `looked`. */
  readonly sample: { readonly looked: number; readonly conforming: number } | null;
  /** A figure against its objective, both in `unit`; at least the objective, or at most. */
  readonly effect: {
    readonly figure: number;
    readonly objective: number;
    readonly unit: string;
    readonly isAtMost: boolean;
  } | null;
}

export interface ItemAnswer {
  readonly state: ItemState;
  readonly rules: Readonly<Record<string, RuleAnswer>>;
  /** Without it a not-applicable item is 拟不适用: scored both ways, never in the headline grade. */
  readonly approval?: NotApplicableApproval;
}

/** Answers by item id. An item that is absent is unanswered and earns nothing. */
export type Answers = Readonly<Record<string, ItemAnswer>>;

export interface EnterpriseFacts {
  readonly size?: EnterpriseSize;
  readonly industry?: IndustryKind;
}
