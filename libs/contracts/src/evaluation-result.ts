/** Of what was found not to conform: 严重不符合, 一般不符合, 观察项. */
export const FINDING_SEVERITIES = ['major', 'minor', 'observation'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** What the team recommends to whoever decides. */
export const RECOMMENDATIONS = ['grant', 'refuse'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];
