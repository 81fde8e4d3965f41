import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound, organizationDay, type RequestContext } from '../../kernel';
import { AssessorsRepository } from '../bodies';
import { CasesRepository, MaterialsRepository } from '../cases';
import { readMaterial, type FrozenMaterial } from '../dossiers/pure';
import { CheckTeam } from './check-team';
import { competenceWarnings } from './competence';
import { MeetingDto } from './dto/meeting.dto';
import { PlanPageDto } from './dto/plan-page.dto';
import { KeptPlanDto } from './dto/plan.dto';
import { FormerTeamMemberDto, EvaluationLoadDto, CaseTeamMemberDto } from './dto/team.dto';
import { MeetingsRepository } from './meetings.repository';
import { PlansRepository } from './plans.repository';
import { departmentsOf, prefilledPlan } from './prefilled-plan';
import { TeamRepository } from './team.repository';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Puts together what the page of a plan shows, in a transaction that is open. */
@Injectable()
export class ReadPlan {
  constructor(
    private readonly cases: CasesRepository,
    private readonly materials: MaterialsRepository,
    private readonly assessors: AssessorsRepository,
    private readonly plans: PlansRepository,
    private readonly team: TeamRepository,
    private readonly meetings: MeetingsRepository,
    private readonly check: CheckTeam,
  ) {}

  /** @throws ProblemError not_found */
  async page(manager: EntityManager, context: Tenant, caseId: string): Promise<PlanPageDto> {
    const found = await this.cases.find(manager, context, caseId);
    const text = found && (await this.materials.text(manager, context, caseId, found.material));
    if (text === null) throw notFound();
    const material = readMaterial(text);
    const today = organizationDay(new Date());
    const kept = await this.plans.find(manager, context, caseId);
    const plan = kept ?? { version: 0, content: prefilledPlan(material, today) };
    const loads = await this.plans.load(manager, context, caseId);
    return {
      ...KeptPlanDto.of(plan),
      departments: [...departmentsOf(material.profile)],
      team: (await this.check.now(manager, context, caseId)).map(CaseTeamMemberDto.of),
      formerTeam: (await this.team.former(manager, context, caseId)).map(FormerTeamMemberDto.of),
      candidates: await this.candidates(manager, context, material, plan.content.to ?? today),
      loads: loads.map(EvaluationLoadDto.of),
      meetings: (await this.meetings.list(manager, context, caseId)).map(MeetingDto.of),
    };
  }

  private async candidates(
    manager: EntityManager,
    context: Tenant,
    { scheme, profile }: FrozenMaterial,
    day: string,
  ): Promise<PlanPageDto['candidates']> {
    const asked = {
      schemeId: scheme.document.id,
      schemeTitle: scheme.document.title['zh-CN'],
      industryCode: profile.industryCode,
    };
    const members = await this.assessors.list(manager, context);
    return members.map((member) => ({
      ...{ userId: member.userId, name: member.name, role: member.role },
      warnings: [...competenceWarnings(member, asked, day)],
    }));
  }
}
