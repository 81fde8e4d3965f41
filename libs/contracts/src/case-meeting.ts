/** 首次会议 (GB/T 19273-2017, 7.1) and 末次会议 (7.5). */
export const MEETING_KINDS = ['first', 'closing'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_LIMITS = { text: 4_000, name: 100, place: 200, people: 200 } as const;
