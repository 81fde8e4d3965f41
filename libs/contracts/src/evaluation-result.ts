/** Of what was found not to conform: 严重不符合, 一般不符合, 观察项. */
export const FINDING_SEVERITIES = ['major', 'minor', 'observation'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** What the team recommends to whoever decides. */
export const RECOMMENDATIONS = ['grant', 'refuse'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** Longest texts of a team's conclusion. */
export const CONCLUSION_LIMITS = { summary: 8_000, strengths: 4_000, improvements: 4_000 } as const;

/** The sheet of one assessor: it is handed in once. */
export const SHEET_STATES = ['open', 'handed_in'] as const;
export type SheetState = (typeof SHEET_STATES)[number];
