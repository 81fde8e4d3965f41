import type { AssessmentState, ConditionCounts } from '@liangxing/contracts';

/** One thing to do next; the words are `overview.nextSteps.<code>` with the parameters. */
export interface NextStep {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The state of an enterprise's application at a glance. Points in hundredths. */
export interface Overview {
  readonly profile: { readonly done: number; readonly total: number };
  /** The primary standard system; null: none is built yet. */
  readonly system: {
    readonly id: string;
    /** 0 to 100; null: nothing is expected of it. */
    readonly completeness: number | null;
    /** Essential documents that are not in force yet. */
    readonly missing: number;
    /** Standards of the register that have no place in it yet. */
    readonly unplaced: number;
  } | null;
  readonly standards: {
    readonly total: number;
    readonly existing: number;
    readonly byLevel: readonly { readonly level: string; readonly count: number }[];
    readonly withProblems: number;
    readonly expired: number;
  };
  readonly assessment: {
    readonly id: string;
    readonly title: string;
    readonly state: AssessmentState;
    readonly schemeId: string;
    readonly schemeVersion: string;
    readonly targetGrade: string | null;
    readonly basic: number;
    readonly bonus: number;
    readonly total: number;
    readonly grade: string | null;
    readonly routeId: string | null;
    /** Null: no target, or the scheme gives no grade. */
    readonly reachesTarget: boolean | null;
    readonly isProvisional: boolean;
    readonly progress: {
      readonly answered: number;
      readonly items: number;
      readonly bonusAnswered: number;
      readonly bonusItems: number;
    };
    /** Of the application, as the scheme names them. */
    readonly conditions: ConditionCounts;
    /** null: points are given. */
    readonly readiness: {
      readonly essential: number;
      readonly essentialMet: number;
      readonly unmet: number;
      readonly next: { readonly itemId: string; readonly topic: string } | null;
    } | null;
  } | null;
  readonly evidence: {
    /** Files that a dossier of the evaluation lists, and the places that they serve. */
    readonly files: number;
    readonly uses: number;
    readonly itemsWithEvidence: number;
    readonly fullMarksWithoutEvidence: number;
  };
  readonly actions: { readonly open: number; readonly overdue: number };
  readonly dossier: {
    readonly id: string;
    readonly number: number;
    readonly state: 'queued' | 'building' | 'ready' | 'failed';
    readonly builtAt: string | null;
  } | null;
  readonly nextSteps: readonly NextStep[];
}
