/** What people are in the team that evaluates a case: 组长, 评价员, 技术专家; an expert advises and scores nothing. */
export const TEAM_ROLES = ['lead', 'assessor', 'expert'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
