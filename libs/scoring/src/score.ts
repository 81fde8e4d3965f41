import type { Hundredths } from '@liangxing/scheme';

export interface RuleScore {
  readonly ruleId: string;
  /** Deduction (before the item's cap) or award, as the rule says. Never negative. */
  readonly amount: Hundredths;
}

export interface ItemScore {
  readonly itemId: string;
  readonly state: 'unanswered' | 'assessed' | 'not_established' | 'not_applicable' | 'proposed_not_applicable' | 'met' | 'partly' | 'not_met';
  /** Points the item can give in this assessment; 0 where it is reweighted away. */
  readonly points: Hundredths;
  readonly deducted: Hundredths;
  readonly earned: Hundredths;
  readonly rules: readonly RuleScore[];
}

export interface SectionScore {
  readonly sectionId: string;
  readonly points: Hundredths;
  readonly earned: Hundredths;
  /** Items with an answer, and all items. */
  readonly answered: number;
  readonly items: number;
}

export interface FailedGate {
  readonly gateId: string;
  readonly sectionId: string;
  readonly needed: Hundredths;
  readonly earned: Hundredths;
}

/** What is missing for a grade by its nearest route; all zero when reached. */
export interface GradeGap {
  readonly gradeId: string;
  readonly reached: boolean;
  readonly routes: readonly {
    readonly routeId: string;
    readonly basic: Hundredths;
    readonly bonus: Hundredths;
    readonly total: Hundredths;
    readonly reached: boolean;
  }[];
  readonly gates: readonly FailedGate[];
}

/** One definition of progress for every screen: items with an answer ÷ basic items. Bonus items are counted apart. */
export interface Progress {
  readonly answered: number;
  readonly items: number;
  readonly bonusAnswered: number;
  readonly bonusItems: number;
}

export interface Score {
  readonly items: Readonly<Record<string, ItemScore>>;
  readonly sections: readonly SectionScore[];
  readonly basic: Hundredths;
  readonly bonus: Hundredths;
  readonly total: Hundredths;
  /** Null: no grade is reached, or the scheme gives none. */
  readonly grade: string | null;
  /** The route that gave the grade. */
  readonly routeId: string | null;
  readonly failedGates: readonly FailedGate[];
  readonly gaps: readonly GradeGap[];
  readonly progress: Progress;
  /** The same figures if every 拟不适用 were approved; null where there is none. */
  readonly ifApproved: { readonly basic: Hundredths; readonly total: Hundredths; readonly grade: string | null } | null;
  /** True where a `house` item or rule carries points: the result is 预评（参考）. */
  readonly isProvisional: boolean;
}
