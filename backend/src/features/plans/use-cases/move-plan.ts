import { planProblems, type PlanContent, type PlanDraft } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  organizationDay,
  ProblemError,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { MakeMove, type Case, type SeenCase } from '../../cases';
import { LettersRepository } from '../../letters';
import { CheckTeam } from '../check-team';
import { requireHeld } from '../meeting';
import { MeetingsRepository } from '../meetings.repository';
import { PlansRepository } from '../plans.repository';
import type { TeamMember } from '../team';

/** The plan goes to the enterprise, is taken back, and the evaluation begins by it. */
@Injectable()
export class MovePlan {
  constructor(
    private readonly moves: MakeMove,
    private readonly plans: PlansRepository,
    private readonly meetings: MeetingsRepository,
    private readonly check: CheckTeam,
    private readonly letters: LettersRepository,
  ) {}

  /**
   * What is sent is frozen in its letter.
   * @param planVersion that the person has seen: nobody sends what somebody else has just changed
   * @throws ProblemError not_found, version_conflict, case_moved, team_…, conflict_…, validation_failed
   */
  send(
    context: RequestContext,
    seen: SeenCase,
    { text, planVersion }: { readonly text: string; readonly planVersion: number },
  ): Promise<Case> {
    return this.moves.execute(context, seen, 'send_plan', text, async (manager) => ({
      plan: await this.frozen(manager, context, seen.id, planVersion),
    }));
  }

  /** @throws ProblemError not_found, version_conflict, case_moved */
  redraw(context: RequestContext, seen: SeenCase, text: string): Promise<Case> {
    return this.moves.execute(context, seen, 'redraw_plan', text);
  }

  /**
   * The evaluation begins, by the team to which the enterprise consented; it is told.
   * @throws ProblemError not_found, version_conflict, case_moved, not_of_evaluation, independence_undeclared,
   *   meeting_incomplete, team_…, conflict_…
   */
  holdFirstMeeting(context: RequestContext, seen: SeenCase, text: string): Promise<Case> {
    return this.moves.execute(context, seen, 'hold_first_meeting', text, async (manager) => {
      await this.check.requireRecorder(manager, context, seen.id);
      const meeting = await this.meetings.find(manager, context, seen.id, 'first');
      requireHeld(meeting, organizationDay(new Date()));
      const team = await this.check.ready(manager, context, seen.id);
      const letters = await this.letters.list(manager, context, seen.id);
      const plan = letters.findLast(({ kind }) => kind === 'plan_sent')?.content.plan;
      if (plan === undefined || !isSameTeam(plan.team, team))
        throw new ProblemError('team_differs_from_plan');
      return {};
    });
  }

  private async frozen(
    manager: EntityManager,
    context: RequestContext,
    caseId: string,
    planVersion: number,
  ): Promise<PlanContent> {
    const kept = await this.plans.find(manager, context, caseId);
    if (kept === null || kept.version !== planVersion) throw versionConflict(kept);
    const team = await this.check.ready(manager, context, caseId);
    const ids = team.map(({ userId }) => userId);
    const problems = planProblems(kept.content, ids, organizationDay(new Date()));
    if (problems.length > 0) throw validationFailed(...problems);
    return frozenPlan(kept.content, team);
  }
}

/** As the enterprise reads it: in order of time, people by their names. */
export function frozenPlan(
  { from, to, agenda, ...texts }: PlanDraft,
  team: readonly Pick<TeamMember, 'userId' | 'name' | 'role'>[],
): PlanContent {
  const lines = agenda.map(({ kind, assessors, day, ...line }) => ({
    ...line,
    day: day ?? '',
    assessors: team
      .filter(({ userId }) => kind !== 'evaluation' || assessors.includes(userId))
      .map(({ name }) => name),
  }));
  return {
    ...texts,
    ...{ from: from ?? '', to: to ?? '' },
    agenda: lines.sort((one, other) => timeOf(one).localeCompare(timeOf(other))),
    team: team.map(({ name, role }) => ({ name, role })),
  };
}

/** Whether the same people do the same in both. */
function isSameTeam(one: PlanContent['team'], other: PlanContent['team']): boolean {
  const told = (team: PlanContent['team']): string =>
    team
      .map(({ name, role }) => `${role} ${name}`)
      .sort()
      .join('\n');
  return told(one) === told(other);
}

const timeOf = ({ day, from }: { readonly day: string; readonly from: string }): string =>
  `${day} ${from}`;
