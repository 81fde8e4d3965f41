import type { CaseState } from '@liangxing/contracts';
import type { LocalizedText } from '@liangxing/scheme';

/** An application of an enterprise as the body keeps it (评审案件). */
export interface Case {
  readonly id: string;
  readonly version: number;
  /** 受理编号: year and running number, of this body. */
  readonly number: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly state: CaseState;
  /** Number of the certificate that is to be renewed, as the application says; empty: of none. */
  readonly renews: string;
  /** The newest material that arrived: 1, 2, …. */
  readonly material: number;
  /** The last letter of the enterprise that was read, and of the own ones that was written. */
  readonly heard: number;
  readonly written: number;
  readonly receivedAt: Date;
  readonly changedAt: Date;
}

/** What the enterprise found of itself, derived from its material; points in hundredths. */
export interface SelfEvaluation {
  readonly schemeId: string;
  readonly schemeTitle: LocalizedText;
  /** Empty: none was named. */
  readonly targetGrade: string;
  /** Null: none is reached, or the scheme gives none. */
  readonly grade: string | null;
  /** Null where no points are given. */
  readonly total: number | null;
  /** Hundredths of a percent; null where points are given. */
  readonly readiness: number | null;
}

/** A dossier as it arrived; it stays as it is. */
export interface CaseMaterial extends SelfEvaluation {
  readonly number: number;
  /** Version of the dossier for its evaluation. */
  readonly dossierNumber: number;
  /** By which anyone can verify its PDF. */
  readonly code: string;
  readonly pdfSize: number;
  readonly pdfSha256: string;
  /** The PDF arrived. */
  readonly hasPdf: boolean;
  readonly arrivedAt: Date;
}

/** A file that came with a material. */
export interface CaseFile {
  readonly evidenceId: string;
  readonly revision: number;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Of the own copy; null: the store of the enterprise had none. */
  readonly storageKey: string | null;
}

/** A line of the queue. */
export interface QueuedCase extends Case {
  readonly selfEvaluation: SelfEvaluation;
}
