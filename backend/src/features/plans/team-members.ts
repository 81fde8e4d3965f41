import { ProblemError } from '../../kernel';
import type { Declaration, TeamMember } from './team';

/** Members of the team who score; experts advise. */
export const scorersOf = (team: readonly TeamMember[]): readonly TeamMember[] =>
  team.filter(({ role, removedAt }) => removedAt === null && role !== 'expert');

export const isScorer = (team: readonly TeamMember[], userId: string): boolean =>
  scorersOf(team).some((member) => member.userId === userId);

export const isLead = (team: readonly TeamMember[], userId: string): boolean =>
  scorersOf(team).some((member) => member.userId === userId && member.role === 'lead');

/** Who last declared to have no relation to the enterprise, of the newest declarations by person. */
export const independentOf = (declared: ReadonlyMap<string, Declaration>): ReadonlySet<string> =>
  new Set([...declared].filter(([, { relation }]) => relation === 'none').map(([id]) => id));

/** The team of a case, and who of it declared to have no relation to the enterprise. */
export interface DeclaredTeam {
  readonly team: readonly TeamMember[];
  readonly independent: ReadonlySet<string>;
}

/** @throws ProblemError not_in_team, independence_undeclared */
export function requireScorer({ team, independent }: DeclaredTeam, userId: string): void {
  if (!isScorer(team, userId)) throw new ProblemError('not_in_team');
  if (!independent.has(userId)) throw new ProblemError('independence_undeclared');
}

/** @throws ProblemError not_team_lead, independence_undeclared */
export function requireLead({ team, independent }: DeclaredTeam, userId: string): void {
  if (!isLead(team, userId)) throw new ProblemError('not_team_lead');
  if (!independent.has(userId)) throw new ProblemError('independence_undeclared');
}
