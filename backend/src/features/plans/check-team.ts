import { isPermitted, listed, type IndependenceConflict } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProblemError, type RequestContext } from '../../kernel';
import { AssessorsRepository } from '../bodies';
import { DeclarationsRepository } from './declarations.repository';
import type { CheckedMember, TeamMember } from './team';
import { TeamRepository } from './team.repository';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** By which error somebody is refused; it says which kind of relation there is, and no more. */
const REFUSED = {
  membership: 'conflict_of_membership',
  engagement: 'conflict_of_engagement',
  declared: 'conflict_declared',
} as const;

/** Whether the people of a team are who may evaluate: of the body, independent, one of them its lead. */
@Injectable()
export class CheckTeam {
  constructor(
    private readonly team: TeamRepository,
    private readonly declarations: DeclarationsRepository,
    private readonly assessors: AssessorsRepository,
  ) {}

  /** All who belong to the team now. */
  async now(manager: EntityManager, tenant: Tenant, caseId: string): Promise<CheckedMember[]> {
    const team = await this.team.now(manager, tenant, caseId);
    const declared = await this.declarations.newest(manager, tenant, caseId);
    const members = new Set(
      (await this.assessors.list(manager, tenant)).map(({ userId }) => userId),
    );
    const checked: CheckedMember[] = [];
    for (const member of team) {
      const { userId } = member;
      const declaration = declared.get(userId) ?? null;
      const known = await this.team.relations(manager, caseId, userId);
      const hasDeclared = declaration !== null && declaration.relation !== 'none';
      const conflicts: IndependenceConflict[] = hasDeclared ? [...known, 'declared'] : known;
      checked.push({ ...member, declaration, conflicts, isMember: members.has(userId) });
    }
    return checked;
  }

  /**
   * Before a plan is sent, and before the evaluation begins.
   * @returns the team, its lead first
   * @throws ProblemError team_without_lead, team_member_left, conflict_…, team_undeclared
   */
  async ready(manager: EntityManager, tenant: Tenant, caseId: string): Promise<CheckedMember[]> {
    const team = await this.now(manager, tenant, caseId);
    if (!team.some(({ role }) => role === 'lead')) throw new ProblemError('team_without_lead');
    for (const { name, isMember, conflicts } of team) {
      if (!isMember) throw new ProblemError('team_member_left', { name });
      refuseConflict(name, conflicts);
    }
    const undeclared = team.filter(({ declaration }) => declaration === null);
    if (undeclared.length > 0) {
      const names = undeclared.map(({ name }) => name);
      throw new ProblemError('team_undeclared', listed('names', names));
    }
    return leadFirst(team);
  }

  /**
   * Who writes down a meeting, and begins the evaluation by it: those of the team who declared to be independent, and
   * whoever plans.
   * @throws ProblemError not_of_evaluation, independence_undeclared
   */
  async requireRecorder(
    manager: EntityManager,
    context: RequestContext,
    caseId: string,
  ): Promise<void> {
    if (isPermitted(context, 'cases:plan')) return;
    const team = await this.team.now(manager, context, caseId);
    if (!team.some(({ userId }) => userId === context.userId))
      throw new ProblemError('not_of_evaluation');
    const declared = await this.declarations.newest(manager, context, caseId);
    if (declared.get(context.userId)?.relation !== 'none')
      throw new ProblemError('independence_undeclared');
  }

  /**
   * Before somebody is added: what the product knows itself. What was declared once is declared anew where it changed.
   * @throws ProblemError conflict_…
   */
  async requireIndependent(
    manager: EntityManager,
    caseId: string,
    { userId, name }: Pick<TeamMember, 'userId' | 'name'>,
  ): Promise<void> {
    refuseConflict(name, await this.team.relations(manager, caseId, userId));
  }
}

function refuseConflict(name: string, [conflict]: readonly IndependenceConflict[]): void {
  if (conflict !== undefined) throw new ProblemError(REFUSED[conflict], { name });
}

/** By when they came, the lead before all. */
export const leadFirst = <Member extends Pick<TeamMember, 'role'>>(
  team: readonly Member[],
): Member[] => [
  ...team.filter(({ role }) => role === 'lead'),
  ...team.filter(({ role }) => role !== 'lead'),
];
