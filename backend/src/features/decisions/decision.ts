import type { CaseMove, ObjectionVerdict } from '@liangxing/contracts';

/** Moves of a case that are written down as steps of its decision. */
export const DECISION_MOVES = [
  'pass_review',
  'return_to_team',
  'grant',
  'refuse',
  'stop_publicity',
  'certify',
  'uphold_appeal',
  'dismiss_appeal',
] as const satisfies readonly CaseMove[];
export type DecisionMove = (typeof DECISION_MOVES)[number];

/** A step of review, decision, publicity, certificate or appeal; it stays as it was made. */
export interface DecisionStep {
  /** 1, 2, …: of its case. */
  readonly number: number;
  readonly move: DecisionMove;
  /** Why; what the enterprise was told. */
  readonly text: string;
  /** Of the result that was read. */
  readonly resultNumber: number;
  /** Of `grant`; else empty. */
  readonly grade: string;
  readonly scope: string;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly madeAt: Date;
}

/** What is made public (公示) of a decision, and for which days, `YYYY-MM-DD`. */
export interface PublicityContent {
  readonly enterpriseName: string;
  readonly bodyName: string;
  readonly grade: string;
  readonly scope: string;
  /** Title of the scheme. */
  readonly standard: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

/** As visitors see it. */
export interface ShownPublicity extends PublicityContent {
  readonly id: string;
  /** How to reach the body by post or telephone, as it says of itself; may be empty. */
  readonly bodyContact: string;
}

export const PUBLICITY_STATES = ['open', 'stopped', 'certified'] as const;
export type PublicityState = (typeof PUBLICITY_STATES)[number];

export interface Publicity extends Omit<ShownPublicity, 'bodyContact'> {
  readonly caseId: string;
  /** Number of the step that is made public. */
  readonly decision: number;
  readonly state: PublicityState;
}

/** What somebody has against a decision that is made public; nobody but the body ever sees it. */
export interface Objection {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly text: string;
  readonly receivedAt: Date;
  /** Null: it waits for an answer. */
  readonly verdict: ObjectionVerdict | null;
  readonly answer: string;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answeredByName: string;
}

/** Whether an objection was kept: publicity may be over, too many may wait, or too many of them from the same place. */
export type SentObjection = 'kept' | 'over' | 'full' | 'share_used';
