import type { CaseSide, MeetingKind } from '@liangxing/contracts';

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

/**
 * Whether a meeting can count as held: its day is not after today, it has a place, and both sides were there.
 * @param today `YYYY-MM-DD`
 */
export function isHeld({ heldOn, place, attendance }: MeetingFacts, today: string): boolean {
  const sides = new Set(attendance.map(({ side }) => side));
  return heldOn !== null && heldOn <= today && place.trim() !== '' && sides.size === 2;
}
