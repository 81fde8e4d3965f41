/**
 * A proof serves an item of an assessment, a condition of its application, a standard of the register, or a corrective
 * action.
 */
export type EvidenceLink =
  | { readonly assessmentId: string; readonly itemId: string }
  | { readonly assessmentId: string; readonly conditionId: string }
  | { readonly standardId: string }
  | { readonly actionId: string };

export interface EvidenceRevision {
  readonly revision: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly storageKey: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: { readonly id: string; readonly name: string };
}

export interface Evidence {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Period that the proof covers, `YYYY-MM-DD`. */
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  /** Last day on which it is valid (a certificate, a licence), `YYYY-MM-DD`; null: without end. */
  readonly validUntil: string | null;
  readonly createdAt: Date;
  readonly links: readonly EvidenceLink[];
  /** Oldest first. */
  readonly revisions: readonly EvidenceRevision[];
  readonly current: number;
  /** Self-evaluations that it proves and that are not open: while there are any, it stays as it is. */
  readonly closedAssessments: readonly { readonly id: string; readonly title: string }[];
  /** It proves one that whoever reads is not shown: it may be closed. */
  readonly isServingUnseen: boolean;
}

export interface EvidenceFields {
  readonly title: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly validUntil: string | null;
}

export interface EvidenceFilter {
  readonly assessmentId?: string | undefined;
  readonly itemId?: string | undefined;
  readonly conditionId?: string | undefined;
  readonly standardId?: string | undefined;
  readonly actionId?: string | undefined;
  /** Part of title or file name. */
  readonly q?: string | undefined;
}
