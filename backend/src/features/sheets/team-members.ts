import { ProblemError } from '../../kernel';
import type { TeamMember } from '../plans';

/** Members of the team who score; experts advise. */
export const scorersOf = (team: readonly TeamMember[]): readonly TeamMember[] =>
  team.filter(({ role, removedAt }) => removedAt === null && role !== 'expert');

export const isScorer = (team: readonly TeamMember[], userId: string): boolean =>
  scorersOf(team).some((member) => member.userId === userId);

export const isLead = (team: readonly TeamMember[], userId: string): boolean =>
  scorersOf(team).some((member) => member.userId === userId && member.role === 'lead');

/** @throws ProblemError not_in_team */
export function requireScorer(team: readonly TeamMember[], userId: string): void {
  if (!isScorer(team, userId)) throw new ProblemError('not_in_team');
}

/** @throws ProblemError not_team_lead */
export function requireLead(team: readonly TeamMember[], userId: string): void {
  if (!isLead(team, userId)) throw new ProblemError('not_team_lead');
}
