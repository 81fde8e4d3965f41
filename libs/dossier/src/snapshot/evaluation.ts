/** The self-evaluation and its result, frozen. */
import type { Hundredths, IsoDate, Provenance } from '@liangxing/scheme';
import type { ItemScoreState, ShareHundredths } from '@liangxing/scoring';

export interface EvaluationReport {
  readonly purpose: string;
  readonly team: readonly {
    readonly name: string;
    readonly role: string;
    readonly department: string;
  }[];
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
  readonly method: string;
  readonly sampling: string;
  readonly conclusion: string;
}

/** The figures of the whole assessment, as `Score` of the scoring library gives them. */
export interface ScoreSummary {
  readonly basic: Hundredths;
  readonly bonus: Hundredths;
  readonly total: Hundredths;
  /** Null: no grade is reached, or the scheme gives none. */
  readonly grade: string | null;
  /** The route that gave the grade. */
  readonly route: GradeRoute | null;
  readonly isProvisional: boolean;
  readonly answered: number;
  readonly items: number;
  /** Readiness schemes only. */
  readonly readiness: ShareHundredths | null;
  readonly failedGates: readonly {
    readonly text: string;
    /** The part, or by a veto the item. */
    readonly sectionTitle: string;
    readonly needed: Hundredths;
    readonly earned: Hundredths;
    /** The deduction whose being taken is a veto, in its words; absent: the points are too few. */
    readonly veto?: string;
    /** The highest grade that is left; absent: none. */
    readonly cap?: string;
  }[];
  /** From the highest grade down, routes in scheme order. */
  readonly gaps: readonly GradeGapRow[];
  /** If every 拟不适用 were approved; null where there is none. */
  readonly ifApproved: {
    readonly basic: Hundredths;
    readonly total: Hundredths;
    readonly grade: string | null;
  } | null;
}

/** Floors of one route; null: the route does not ask for this figure. */
export interface GradeRoute {
  /** 1, 2, … within its grade, as in 路径 2. */
  readonly number: number;
  readonly basic: Hundredths | null;
  readonly bonus: Hundredths | null;
  readonly total: Hundredths | null;
}

export interface GradeGapRow {
  readonly grade: string;
  readonly reached: boolean;
  readonly routes: readonly (GradeRoute & {
    readonly reached: boolean;
    readonly isNearest: boolean;
    readonly missingBasic: Hundredths;
    readonly missingBonus: Hundredths;
    readonly missingTotal: Hundredths;
  })[];
}

export interface ScoringSection {
  readonly id: string;
  readonly title: string;
  readonly bonus: boolean;
  readonly points: Hundredths;
  readonly earned: Hundredths;
  readonly readiness: ShareHundredths | null;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly points: Hundredths;
    readonly earned: Hundredths;
    readonly items: readonly ScoringItem[];
  }[];
}

export interface ScoringItem {
  /** `2.4.3` */
  readonly id: string;
  /** `GB/T 15497-2003, 4.4` or empty. */
  readonly clause: string;
  /** 评价内容 */
  readonly topic: string;
  /** 评价要求 */
  readonly asked: string;
  /** 规定得分 */
  readonly points: Hundredths;
  readonly deducted: Hundredths;
  readonly earned: Hundredths;
  readonly state: ItemScoreState;
  readonly star: boolean;
  readonly provenance: Provenance;
  /** 扣分标准 (bonus items: 加分标准), one entry per rule. */
  readonly rules: readonly {
    /** `没有目标，扣 3 分` */
    readonly text: string;
    /** Deduction or award taken, before the item's cap; 0: the rule did not apply. */
    readonly taken: Hundredths;
    /** How the taken amount came about: `缺 2 项`; empty where the rule says it all. */
    readonly detail: string;
    /** Named where it differs from the item's own: a rule of ours within a published item. */
    readonly provenance?: Provenance;
  }[];
  /** What the evaluators found; empty: nothing to say. */
  readonly finding: string;
  readonly responsible: string;
  /** Not applicable: reason and approval, `省局 2025-03-01 苏质〔2025〕3号`; empty otherwise. */
  readonly notApplicable: string;
  /** `2.4.3-01`, … */
  readonly evidenceNumbers: readonly string[];
}
