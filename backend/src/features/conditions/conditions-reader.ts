import { Injectable } from '@nestjs/common';
import { countConditions, type ConditionCounts } from '@liangxing/contracts';
import { conditionsOf, type Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { unansweredCondition, type StoredCondition } from './condition';
import { ConditionsRepository } from './conditions.repository';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** What other features may read of the conditions of an application. */
@Injectable()
export class ConditionsReader {
  constructor(private readonly conditions: ConditionsRepository) {}

  /** One for each condition of the scheme, in its order; what its scheme does not know is left out. */
  async answers(
    manager: EntityManager,
    tenant: Tenant,
    assessmentId: string,
    scheme: Scheme,
  ): Promise<StoredCondition[]> {
    const wanted = conditionsOf(scheme);
    if (wanted.length === 0) return [];
    const stored = await this.conditions.list(manager, tenant, assessmentId);
    const byId = new Map(stored.map((answer) => [answer.conditionId, answer]));
    return wanted.map(({ id }) => byId.get(id) ?? unansweredCondition(id));
  }

  async counts(
    manager: EntityManager,
    tenant: Tenant,
    assessmentId: string,
    scheme: Scheme,
  ): Promise<ConditionCounts> {
    const answers = await this.answers(manager, tenant, assessmentId, scheme);
    return countConditions(
      answers.map(({ conditionId }) => conditionId),
      new Map(answers.map(({ conditionId, answer }) => [conditionId, answer])),
    );
  }
}
