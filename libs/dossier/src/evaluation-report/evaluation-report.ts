import type { FindingSeverity, PlanContent, Recommendation, TeamRole } from '@liangxing/contracts';
import type { Hundredths, IsoDate, LocalizedText } from '@liangxing/scheme';
import type { ItemState, ShareHundredths } from '@liangxing/scoring';

/** How an item stands; points null where the scheme gives none. */
export interface ReportedState {
  readonly state: ItemState | 'unanswered';
  readonly points: Hundredths | null;
}

export interface ReportedItem {
  readonly itemId: string;
  readonly clause: string;
  readonly topic: LocalizedText;
  readonly sectionId: string;
  readonly most: Hundredths | null;
  readonly self: ReportedState;
  readonly settled: ReportedState;
  readonly note: string;
  /** Assessors came to different results; then `reason` says why it was settled so. */
  readonly differed: boolean;
  readonly reason: string;
}

export interface ReportedFinding {
  readonly number: number;
  readonly severity: FindingSeverity;
  readonly itemId: string;
  readonly text: string;
  readonly cause: string;
  readonly correction: string;
  readonly verified: { readonly by: string; readonly on: IsoDate; readonly note: string } | null;
}

export interface ReportedScore {
  readonly grade: string | null;
  readonly total: Hundredths | null;
  readonly readiness: ShareHundredths | null;
  readonly isProvisional: boolean;
}

/** What a team handed to the review, as the evaluation report (评价报告) prints it: plain JSON, frozen. */
export interface BodyReport {
  readonly caseNumber: string;
  readonly bodyName: string;
  readonly enterprise: {
    readonly name: string;
    readonly creditCode: string;
    readonly address: string;
    readonly products: readonly string[];
  };
  readonly dossier: { readonly number: number; readonly code: string };
  readonly scheme: {
    readonly id: string;
    readonly title: LocalizedText;
    readonly kind: 'scored' | 'readiness';
    readonly sections: readonly { readonly id: string; readonly title: LocalizedText }[];
  };
  readonly targetGrade: string;
  readonly team: readonly { readonly name: string; readonly role: TeamRole }[];
  readonly plan: PlanContent | null;
  readonly items: readonly ReportedItem[];
  readonly score: ReportedScore;
  readonly self: ReportedScore;
  readonly findings: readonly ReportedFinding[];
  readonly conclusion: {
    readonly summary: string;
    readonly strengths: string;
    readonly improvements: string;
    readonly recommendation: Recommendation;
    readonly grade: string;
  };
  readonly handedOver: { readonly by: string; readonly on: IsoDate };
}

export const EVALUATION_REPORT_TITLE = '标准化良好行为企业评价报告';
