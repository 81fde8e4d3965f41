import { stateAfterLetter, type CaseState, type LetterKind } from '@liangxing/contracts';

/** An application as the enterprise keeps it. */
export interface Submission {
  readonly id: string;
  readonly version: number;
  readonly bodyId: string;
  readonly bodyName: string;
  /** The newest dossier that was handed in. */
  readonly dossierId: string;
  readonly assessmentId: string;
  /** As the body calls the case; empty until it has received it. */
  readonly caseNumber: string;
  /** Number of the certificate that is to be renewed; empty: of none. */
  readonly renews: string;
  /** As far as the enterprise knows. */
  readonly state: CaseState;
  /** The last letter of the body that was read, and of the own ones that was written. */
  readonly heard: number;
  readonly written: number;
  readonly submittedAt: Date;
  readonly submittedByName: string;
  readonly changedAt: Date;
}

/** The state that an own letter leads to, which is written now; the same one where it moves nothing. */
export function stateAfterWriting(
  { state, heard }: Pick<Submission, 'state' | 'heard'>,
  kind: LetterKind,
): CaseState {
  return stateAfterLetter(state, { kind, seen: heard }, heard);
}
