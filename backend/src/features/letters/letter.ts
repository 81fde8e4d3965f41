import type {
  CaseSide,
  CaseState,
  CertificateChange,
  CertificateState,
  FindingAnswer,
  FindingJudgement,
  LetterKind,
  PlanContent,
  SentFinding,
  TeamChange,
} from '@liangxing/contracts';
import type { CertificateDocument } from '@liangxing/dossier';

/** What lacks in a dossier (补正清单): which part, and what about it. */
export interface MissingPart {
  readonly part: string;
  readonly note: string;
}

/** What was granted, and for which days it is public; days are `YYYY-MM-DD`. */
export interface GrantedDecision {
  readonly grade: string;
  /** The scheme gives no points: the grade is what the body states. */
  readonly isStatement: boolean;
  readonly scope: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

/** A certificate as the enterprise is told of it. */
export interface ToldCertificate {
  readonly change: CertificateChange;
  readonly state: CertificateState;
  /** Its PDF follows from it. */
  readonly document: CertificateDocument;
}

/** A certificate whose renewal should be applied for; days are `YYYY-MM-DD`. */
export interface ToldRenewal {
  /** Of the certificate. */
  readonly number: string;
  readonly from: string;
  readonly validUntil: string;
}

/** What a letter says; frozen as it was written. */
export interface LetterContent {
  readonly text: string;
  /** By which day the body asks for an answer, `YYYY-MM-DD`. */
  readonly due?: string | undefined;
  /** Of `correction_requested`. */
  readonly missing?: readonly MissingPart[];
  /** Of `submitted` and `corrected`: what is handed over. */
  readonly dossierId?: string;
  readonly dossierNumber?: number;
  /** Of `submitted`: the number of the certificate that is to be renewed. */
  readonly renews?: string;
  /** Of `received`: how the body calls the case. */
  readonly caseNumber?: string;
  /** Of `plan_sent`: what the enterprise is asked to confirm. */
  readonly plan?: PlanContent;
  /** Of `team_changed`. */
  readonly teamChange?: TeamChange;
  /** Of `findings_sent`: what does not conform. */
  readonly findings?: readonly SentFinding[];
  /** Of `finding_answered`. */
  readonly findingAnswer?: FindingAnswer;
  /** Of `finding_judged`. */
  readonly findingJudgement?: FindingJudgement;
  /** Of `granted`. */
  readonly decision?: GrantedDecision;
  /** Of `certified` and `certificate_changed`. */
  readonly certificate?: ToldCertificate;
  /** Of `surveillance_noticed`. */
  readonly surveillance?: { readonly number: number; readonly dueOn: string };
  /** Of `renewal_noticed`. */
  readonly renewal?: ToldRenewal;
  /** Of `answered`: the number of the body's letter that is answered. */
  readonly answers?: number;
}

/** Something that one side wrote to the other about a case; each side has it once, under these three. */
export interface Letter {
  readonly caseId: string;
  readonly writtenBy: CaseSide;
  /** 1, 2, …: of those that its side wrote in the case. */
  readonly number: number;
  readonly kind: LetterKind;
  /** Of the case when it was written, as its writer saw it. */
  readonly state: CaseState;
  /** The last letter of the other side that its writer had read by then. */
  readonly seen: number;
  readonly content: LetterContent;
  readonly writtenAt: Date;
  readonly writerName: string;
  /** When the other side had it; null: it is on its way, or it was read here. */
  readonly deliveredAt: Date | null;
  /** The other side is no more: it never arrives. */
  readonly isLost: boolean;
}
