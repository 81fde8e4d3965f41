import type { CaseState } from './case-life';

/** What people are in the team that evaluates a case: 组长, 评价员, 技术专家; an expert advises and scores nothing. */
export const TEAM_ROLES = ['lead', 'assessor', 'expert'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** While the team of a case can be another one; after the closing meeting it is who evaluated. */
export const TEAM_STATES: readonly CaseState[] = [
  ...(['accepted', 'plan_sent', 'plan_objected', 'planned', 'evaluating'] as const),
];

/** What of a team can change: everybody, after the closing meeting the lead alone, who may be gone, or nobody. */
export function teamChangesIn(state: CaseState): 'all' | 'lead' | 'none' {
  if (TEAM_STATES.includes(state)) return 'all';
  return state === 'rectifying' ? 'lead' : 'none';
}

/** What a person of the team declares of the own relation to the enterprise, now or in the last three years. */
export const RELATIONS = ['none', 'employed', 'consulted', 'relative', 'shares', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * Why somebody is not independent of an enterprise: the product knows a membership in it, or an engagement of a
 * consultancy to which the person belongs or belonged, within three years; or the person declared a relation.
 */
export const INDEPENDENCE_CONFLICTS = ['membership', 'engagement', 'declared'] as const;
export type IndependenceConflict = (typeof INDEPENDENCE_CONFLICTS)[number];

/** What speaks against somebody's competence for a case; whoever plans weighs it. */
export const COMPETENCE_WARNINGS = [
  'unknown',
  'no_qualification',
  'qualification_expired',
  'qualification_expiring',
  'scheme_missing',
  'industry_missing',
] as const;
export type CompetenceWarning = (typeof COMPETENCE_WARNINGS)[number];

export const TEAM_LIMITS = { people: 50, text: 1_000 } as const;
