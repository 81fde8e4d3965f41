import { CASE_SIDES, type CaseSide } from './case-life';

/** 首次会议 (GB/T 19273-2017, 7.1) and 末次会议 (7.5). */
export const MEETING_KINDS = ['first', 'closing'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_LIMITS = { text: 4_000, name: 100, place: 200, people: 200 } as const;

/** What of the record of a meeting counts for whether it was held. */
export interface MeetingRecord {
  /** `YYYY-MM-DD`; null: not known yet. */
  readonly heldOn: string | null;
  readonly place: string;
  readonly attendance: readonly { readonly side: CaseSide }[];
}

/** What the record of a meeting lacks, at the path of its field; the code is one of `FIELD_MESSAGES`. */
export interface MeetingGap {
  readonly path: 'heldOn' | 'place' | 'attendance';
  readonly code:
    'meeting_day' | 'meeting_place' | 'meeting_nobody_of_body' | 'meeting_nobody_of_enterprise';
}

/**
 * What lacks for a meeting to count as held: a day that is not after today, a place, and somebody of each side.
 * @param today `YYYY-MM-DD`
 */
export function meetingGaps(
  { heldOn, place, attendance }: MeetingRecord,
  today: string,
): readonly MeetingGap[] {
  const gaps: MeetingGap[] = [];
  if (heldOn === null || heldOn > today) gaps.push({ path: 'heldOn', code: 'meeting_day' });
  if (place.trim() === '') gaps.push({ path: 'place', code: 'meeting_place' });
  for (const side of CASE_SIDES)
    if (!attendance.some((one) => one.side === side))
      gaps.push({ path: 'attendance', code: `meeting_nobody_of_${side}` });
  return gaps;
}
