import type { FindingSeverity } from './evaluation-result';
import { movesOf } from './moves-of';

/**
 * The life of a finding (不符合项): the team writes it down, sends it at the closing meeting, the enterprise answers with
 * cause and correction, the team verifies or returns. An observation asks for no answer: to be sent is its end.
 */
export const FINDING_STATES = ['open', 'sent', 'answered', 'returned', 'verified'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const FINDING_MOVES = movesOf('findings', FINDING_STATES, {
  send: { from: ['open'], to: 'sent' },
  answer: { from: ['sent', 'returned'], to: 'answered' },
  verify: { from: ['answered'], to: 'verified' },
  return: { from: ['answered'], to: 'returned' },
});
export type FindingMove = keyof typeof FINDING_MOVES;

export const FINDING_LIMITS = {
  ...{ findings: 300, files: 12, text: 4_000, requirement: 500, department: 200 },
  ...{ cause: 4_000, correction: 4_000 },
} as const;

/** Whether the enterprise has to answer it, and somebody of the team to verify the answer. */
export const asksForCorrection = ({ severity }: { readonly severity: FindingSeverity }): boolean =>
  severity !== 'observation';

/** A finding as it stands in the letter of the closing meeting. */
export interface SentFinding {
  /** 1, 2, …: of its case. */
  readonly number: number;
  readonly severity: FindingSeverity;
  readonly itemId: string;
  /** What its item is about. */
  readonly topic: string;
  /** What was found. */
  readonly text: string;
  /** The clause that it does not conform to; may be empty. */
  readonly requirement: string;
  /** Of the enterprise; may be empty. */
  readonly department: string;
  readonly foundBy: string;
}

/** How the enterprise answers one finding; the text of its letter may say more. */
export interface FindingAnswer {
  readonly finding: number;
  readonly cause: string;
  readonly correction: string;
  /** `YYYY-MM-DD`. */
  readonly doneOn: string;
}

/** What the team says to an answer; the text of its letter is the reason. */
export interface FindingJudgement {
  readonly finding: number;
  /** Number of the enterprise's letter that is judged. */
  readonly answer: number;
  readonly isAccepted: boolean;
}

interface FindingLetter {
  /** Of those that its side wrote. */
  readonly number: number;
  readonly findingAnswer?: FindingAnswer | null;
  readonly findingJudgement?: FindingJudgement | null;
}

/** An answer to a finding with what was said to it; null: nothing yet. */
export interface FindingRound<Letter> {
  readonly answer: Letter;
  readonly judgement: Letter | null;
}

/** What both sides wrote of one finding, the earliest answer first; letters may be given in any order. */
export function roundsOf<Letter extends FindingLetter>(
  letters: readonly Letter[],
  finding: number,
): readonly FindingRound<Letter>[] {
  const judgements = letters.filter(({ findingJudgement: said }) => said?.finding === finding);
  return letters
    .filter(({ findingAnswer: said }) => said?.finding === finding)
    .sort((one, other) => one.number - other.number)
    .map((answer) => ({
      answer,
      judgement:
        judgements.find(({ findingJudgement: said }) => said?.answer === answer.number) ?? null,
    }));
}

/** How a finding stands that was sent: it follows from the letters alone, so that both sides come to the same. */
export function stateOfSent(rounds: readonly FindingRound<FindingLetter>[]): FindingState {
  const last = rounds.at(-1);
  if (last === undefined) return FINDING_MOVES.send.to;
  if (last.judgement === null) return FINDING_MOVES.answer.to;
  return last.judgement.findingJudgement?.isAccepted === true
    ? FINDING_MOVES.verify.to
    : FINDING_MOVES.return.to;
}
