import {
  TEAM_LIMITS,
  teamChangesIn,
  type CaseState,
  type Relation,
  type TeamRole,
} from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  ProblemError,
  validationFailed,
  type RequestContext,
} from '../../../kernel';
import { AssessorsRepository } from '../../bodies';
import { CheckTeam } from '../check-team';
import { DeclarationsRepository } from '../declarations.repository';
import { TeamRepository } from '../team.repository';
import { TeamInTurn } from './team-in-turn';

/** Who evaluates a case, and what each of them declares; after the closing meeting its lead alone can be another one. */
@Injectable()
export class ChangeTeam {
  constructor(
    private readonly turn: TeamInTurn,
    private readonly team: TeamRepository,
    private readonly assessors: AssessorsRepository,
    private readonly check: CheckTeam,
    private readonly declarations: DeclarationsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws ProblemError not_found, case_moved, team_member_unknown, team_has_member, team_has_lead, conflict_…
   */
  add(
    context: RequestContext,
    caseId: string,
    { userId, role }: { readonly userId: string; readonly role: TeamRole },
  ): Promise<void> {
    return this.turn.execute(context, caseId, async (manager, { number, state }) => {
      if (role !== 'lead') refuseAfterClosing(state);
      const person = await this.assessors.find(manager, context, userId);
      if (person === null) throw new ProblemError('team_member_unknown');
      const { name } = person;
      const now = await this.team.now(manager, context, caseId);
      if (now.some((one) => one.userId === userId))
        throw new ProblemError('team_has_member', { name });
      const lead = now.find((one) => one.role === 'lead');
      if (role === 'lead' && lead !== undefined)
        throw new ProblemError('team_has_lead', { name: lead.name });
      if (now.length >= TEAM_LIMITS.people)
        throw validationFailed({
          ...{ path: 'userId', code: 'too_many', parameters: { n: String(TEAM_LIMITS.people) } },
        });
      await this.check.requireIndependent(manager, caseId, { userId, name });
      await this.team.add(manager, context, caseId, { userId, name, role });
      await this.audit.record(
        ...([manager, context, 'case.team_added', subjectOf(caseId)] as const),
        { number, name },
      );
    });
  }

  /**
   * The line stays, and whatever the person scored.
   * @throws ProblemError not_found, case_moved
   */
  remove(context: RequestContext, caseId: string, userId: string): Promise<void> {
    return this.turn.execute(context, caseId, async (manager, { number, state }) => {
      const now = await this.team.now(manager, context, caseId);
      const member = now.find((one) => one.userId === userId);
      if (member === undefined) throw notFound();
      const { name, role } = member;
      if (role !== 'lead') refuseAfterClosing(state);
      await this.team.remove(manager, context, caseId, userId);
      await this.audit.record(
        ...([manager, context, 'case.team_removed', subjectOf(caseId)] as const),
        { number, name },
      );
    });
  }

  /**
   * Everybody declares for themselves, whatever else they may do.
   * @throws ProblemError not_found where the person is not in the team, case_moved, validation_failed
   */
  declare(
    context: RequestContext,
    caseId: string,
    { relation, text }: { readonly relation: Relation; readonly text: string },
  ): Promise<void> {
    const said = text.trim();
    if (relation !== 'none' && said === '')
      throw validationFailed({ path: 'text', code: 'required' });
    return this.turn.execute(context, caseId, async (manager, { number }) => {
      const now = await this.team.now(manager, context, caseId);
      if (!now.some(({ userId }) => userId === context.userId)) throw notFound();
      await this.declarations.add(manager, context, caseId, { relation, text: said });
      await this.audit.record(
        ...([manager, context, 'case.relation_declared', subjectOf(caseId)] as const),
        { number },
      );
    });
  }
}

/** @throws ProblemError case_moved where the lead alone can be another one */
function refuseAfterClosing(state: CaseState): void {
  if (teamChangesIn(state) !== 'all') throw new ProblemError('case_moved');
}

const subjectOf = (id: string) => ({ type: 'case', id }) as const;
