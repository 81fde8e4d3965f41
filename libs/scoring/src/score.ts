import type { Hundredths } from '@liangxing/scheme';

/** Hundredths of a percent as an integer: 8750 = 87.5 %. */
export type ShareHundredths = number;

export interface RuleScore {
  readonly ruleId: string;
  /** Deduction (before the item's cap) or award, as the rule says. Always above zero: a rule without effect is not listed. */
  readonly amount: Hundredths;
}

/** An item's state in a result; `proposed_not_applicable` 拟不适用 waits for its approval. */
export type ItemScoreState =
  | 'unanswered'
  | 'assessed'
  | 'not_established'
  | 'not_applicable'
  | 'proposed_not_applicable'
  | 'met'
  | 'partly'
  | 'not_met';

export interface ItemScore {
  readonly itemId: string;
  readonly state: ItemScoreState;
  /** Points the item can give in this assessment; 0 where it is reweighted away. */
  readonly points: Hundredths;
  /** What 扣分 shows: deductions after the item's cap; 0 where nothing was judged (unanswered, not applicable). */
  readonly deducted: Hundredths;
  readonly earned: Hundredths;
  /** 追加扣除: what it takes from the total besides; absent where it takes nothing. */
  readonly beyond?: Hundredths;
  readonly rules: readonly RuleScore[];
}

export interface SectionScore {
  readonly sectionId: string;
  readonly bonus: boolean;
  /** Points the section can give; the full figure also where the rest of it is reweighted. */
  readonly points: Hundredths;
  /**
   * After reweighting, rounded half up to a hundredth of a point; after its factor, cut to one. Sections add up to
   * `basic` (with what was taken `beyond` items) and `bonus`, unless the result is a fraction (`Score.exact`).
   */
  readonly earned: Hundredths;
  /** Points and earned points of its items as they stand, before reweighting (70 of 80, where `earned` is 87.5). */
  readonly itemPoints: Hundredths;
  readonly itemEarned: Hundredths;
  /** Items with an answer, and all items. */
  readonly answered: number;
  readonly items: number;
  readonly states: Readonly<Record<ItemScoreState, number>>;
  /** Readiness schemes: (met + ½ partly) ÷ items that apply; null where points are given or no item applies. */
  readonly readiness: ShareHundredths | null;
}

/** A section below the share of its points that a gate asks for. */
export interface FailedShare {
  readonly gateId: string;
  readonly sectionId: string;
  readonly needed: Hundredths;
  readonly earned: Hundredths;
}

/** A veto: an item below the share of its points, or (`ruleId`) a deduction that took anything. */
export interface FailedVeto {
  readonly gateId: string;
  readonly itemId: string;
  readonly ruleId: string | null;
  readonly needed: Hundredths;
  readonly earned: Hundredths;
}

export type FailedGate = FailedShare | FailedVeto;

export const isVeto = (gate: FailedGate): gate is FailedVeto => 'itemId' in gate;

/** numerator ÷ denominator in points, in lowest terms; safe integers. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** What one route to a grade still asks for; all three are zero exactly when its floors are reached. */
export interface RouteGap {
  readonly routeId: string;
  readonly basic: Hundredths;
  readonly bonus: Hundredths;
  readonly total: Hundredths;
  /** The floors are reached (gates apart). */
  readonly reached: boolean;
}

/** What is missing for a grade. Routes that do not fit the enterprise are left out. */
export interface GradeGap {
  readonly gradeId: string;
  /** Points this grade is tested on: the headline figures, but ※ items as full marks where the policy leaves them out. */
  readonly basic: Hundredths;
  readonly bonus: Hundredths;
  /** A route's floors are reached and no gate that excludes the grade fails. */
  readonly reached: boolean;
  readonly routes: readonly RouteGap[];
  /** Fewest points away: the route to talk about; null where no route fits the enterprise. */
  readonly nearestRouteId: string | null;
  /** Those that fail and exclude this grade. */
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
  /** Cut to a hundredth where it is a fraction: it reaches a floor exactly where the fraction does. */
  readonly basic: Hundredths;
  readonly bonus: Hundredths;
  readonly total: Hundredths;
  /** Taken from the total beyond the items' own points, before the result is brought to other points; 0: nothing. */
  readonly beyond: Hundredths;
  /** The result itself, where factors or `tablePoints` make it a fraction. */
  readonly exact: { readonly basic: Fraction; readonly total: Fraction } | null;
  /** Null: no grade is reached, or the scheme gives none. */
  readonly grade: string | null;
  /** The route that gave the grade. */
  readonly routeId: string | null;
  /** Gates that fail on the headline figures (a grade with star items left out has its own in `gaps`). */
  readonly failedGates: readonly FailedGate[];
  readonly gaps: readonly GradeGap[];
  readonly progress: Progress;
  /** Readiness over all sections; null where points are given or nothing applies. */
  readonly readiness: ShareHundredths | null;
  /** The same figures if every 拟不适用 were approved; null where there is none. */
  readonly ifApproved: {
    readonly basic: Hundredths;
    readonly total: Hundredths;
    readonly grade: string | null;
    readonly readiness: ShareHundredths | null;
  } | null;
  /** True where a `house` item, rule, grade or gate bears on the result: it is 预评（参考）. */
  readonly isProvisional: boolean;
}
