import type { FindingSeverity, PlanContent, Recommendation, TeamRole } from '@liangxing/contracts';
import type { LocalizedText } from '@liangxing/scheme';
import type { ItemState } from '@liangxing/scoring';

/** How an item stands; points in hundredths, null where the scheme gives none. */
export interface ResultState {
  readonly state: ItemState | 'unanswered';
  readonly points: number | null;
}

export interface ResultItem {
  readonly itemId: string;
  readonly clause: string;
  readonly topic: LocalizedText;
  /** Of the section in which it stands. */
  readonly sectionId: string;
  /** What the item gives at most; null where the scheme gives no points. */
  readonly most: number | null;
  /** As the enterprise found itself, and as the team settled it. */
  readonly self: ResultState;
  readonly settled: ResultState;
  /** What was found; may be empty. */
  readonly note: string;
  /** Assessors came to different results; then `reason` says why it was settled so. */
  readonly differed: boolean;
  readonly reason: string;
}

export interface ResultFinding {
  /** 1, 2, …: of its case. */
  readonly number: number;
  readonly severity: FindingSeverity;
  readonly itemId: string;
  readonly text: string;
  /** As the enterprise answered; empty where nothing was asked for. */
  readonly cause: string;
  readonly correction: string;
  /** Null: it was not verified, as an observation need not be. */
  readonly verified: { readonly by: string; readonly on: string; readonly note: string } | null;
}

/**
 * What a team hands to the review: frozen, and all that report and certificate are made of. Days are `YYYY-MM-DD`, points
 * and shares integer hundredths.
 */
export interface EvaluationResult {
  readonly format: 'liangxing-evaluation';
  readonly version: 1;
  readonly caseNumber: string;
  readonly bodyName: string;
  readonly enterprise: {
    readonly name: string;
    readonly creditCode: string;
    readonly address: string;
    /** What it makes or does: the scope of a certificate. */
    readonly products: readonly string[];
  };
  /** The material that was evaluated. */
  readonly dossier: { readonly number: number; readonly code: string };
  readonly scheme: {
    readonly id: string;
    readonly title: LocalizedText;
    readonly kind: 'scored' | 'readiness';
    readonly sections: readonly { readonly id: string; readonly title: LocalizedText }[];
  };
  readonly targetGrade: string;
  readonly team: readonly { readonly name: string; readonly role: TeamRole }[];
  /** As the enterprise confirmed it; null: none was made. */
  readonly plan: PlanContent | null;
  readonly items: readonly ResultItem[];
  readonly score: {
    readonly grade: string | null;
    readonly total: number | null;
    readonly readiness: number | null;
    readonly isProvisional: boolean;
  };
  readonly self: EvaluationResult['score'];
  readonly findings: readonly ResultFinding[];
  readonly conclusion: {
    readonly summary: string;
    readonly strengths: string;
    readonly improvements: string;
    readonly recommendation: Recommendation;
    /** Empty: none is recommended, as where the recommendation is to refuse. */
    readonly grade: string;
  };
  readonly handedOver: { readonly by: string; readonly on: string };
}
