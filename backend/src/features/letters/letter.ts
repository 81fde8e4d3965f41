import type {
  CaseSide,
  CaseState,
  FindingAnswer,
  FindingJudgement,
  LetterKind,
  PlanContent,
  SentFinding,
} from '@liangxing/contracts';

/** What lacks in a dossier (补正清单): which part, and what about it. */
export interface MissingPart {
  readonly part: string;
  readonly note: string;
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
  /** Of `received`: how the body calls the case. */
  readonly caseNumber?: string;
  /** Of `plan_sent`: what the enterprise is asked to confirm. */
  readonly plan?: PlanContent;
  /** Of `findings_sent`: what does not conform. */
  readonly findings?: readonly SentFinding[];
  /** Of `finding_answered`. */
  readonly findingAnswer?: FindingAnswer;
  /** Of `finding_judged`. */
  readonly findingJudgement?: FindingJudgement;
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
