import { meetingGaps, type CaseSide, type ErrorCode, type MeetingKind } from '@liangxing/contracts';
import { ProblemError } from '../../kernel';

/** Somebody who was at a meeting; department and post may be empty. */
export interface Attendee {
  readonly side: CaseSide;
  readonly name: string;
  readonly department: string;
  readonly post: string;
}

/** What was written down of a meeting. */
export interface MeetingFacts {
  /** `YYYY-MM-DD`; null: not known yet. */
  readonly heldOn: string | null;
  readonly place: string;
  readonly minutes: string;
  readonly attendance: readonly Attendee[];
}

export interface Meeting extends MeetingFacts {
  readonly kind: MeetingKind;
  /** 0: nothing was written down yet. */
  readonly version: number;
}

/** By which error a record that lacks something is refused. */
const INCOMPLETE = {
  first: 'meeting_incomplete',
  closing: 'closing_meeting_incomplete',
} as const satisfies Readonly<Record<MeetingKind, ErrorCode>>;

/**
 * Before what a meeting begins or ends.
 * @param today `YYYY-MM-DD`
 * @throws ProblemError meeting_incomplete, closing_meeting_incomplete, with what lacks
 */
export function requireHeld(
  { kind, ...facts }: MeetingFacts & Pick<Meeting, 'kind'>,
  today: string,
): void {
  const errors = meetingGaps(facts, today);
  if (errors.length > 0) throw new ProblemError(INCOMPLETE[kind], {}, { errors });
}
