import { Injectable } from '@nestjs/common';
import { conditionsOf, type Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { notFound, organizationDay, type RequestContext, TenantDatabase } from '../../../kernel';
import { AssessmentsReader } from '../../assessments';
import { ProfileRepository } from '../../organizations';
import {
  unansweredCondition,
  type ConditionOfAssessment,
  type StoredCondition,
} from '../condition';
import { offerOf } from '../condition-offer';
import { ConditionsReader } from '../conditions-reader';
import { ConditionsRepository } from '../conditions.repository';

/** The conditions of a self-evaluation's scheme with what was said of them, their files, and what the product knows. */
@Injectable()
export class ShowConditions {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsReader,
    private readonly profiles: ProfileRepository,
    private readonly conditions: ConditionsRepository,
    private readonly reader: ConditionsReader,
  ) {}

  /** @throws ProblemError not_found */
  async execute(context: RequestContext, assessmentId: string): Promise<ConditionOfAssessment[]> {
    return this.database.read(context, async (manager) => {
      const scheme = await this.assessments.schemeOf(manager, context, assessmentId);
      if (scheme === null) throw notFound();
      const stored = await this.reader.answers(manager, context, assessmentId, scheme);
      return this.of(manager, context, assessmentId, scheme, stored);
    });
  }

  /** Of answers that were read already; one for each condition that is to be shown. */
  async of(
    manager: EntityManager,
    context: RequestContext,
    assessmentId: string,
    scheme: Scheme,
    stored: readonly StoredCondition[],
  ): Promise<ConditionOfAssessment[]> {
    const assessment = await this.assessments.find(manager, context, assessmentId);
    const profile = await this.profiles.read(manager, context.organizationId);
    const counts = await this.conditions.evidenceCounts(manager, context, assessmentId);
    const facts = { ...profile, evaluatedOn: assessment?.plan.finishedOn ?? null };
    const today = organizationDay(new Date());
    const byId = new Map(stored.map((answer) => [answer.conditionId, answer]));
    return conditionsOf(scheme)
      .filter(({ id }) => byId.has(id))
      .map((condition) => ({
        condition,
        stored: byId.get(condition.id) ?? unansweredCondition(condition.id),
        evidenceCount: counts.get(condition.id) ?? 0,
        offer: offerOf(condition.id, facts, today),
      }));
  }
}
