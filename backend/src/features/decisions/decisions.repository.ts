import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import type { DecisionStep } from './decision';
import { CaseDecisionEntity } from './entities/case-decision.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Maker = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

/** What was decided of cases; nothing of it is ever changed. */
@Injectable()
export class DecisionsRepository {
  /** In the order in which they were made. */
  list(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<DecisionStep[]> {
    return manager.find(CaseDecisionEntity, {
      where: { organizationId, caseId },
      order: { number: 'ASC' },
    });
  }

  /** In the turn of the case. @returns its number */
  async add(
    manager: EntityManager,
    { organizationId, userId: madeBy, userName: madeByName }: Maker,
    caseId: string,
    step: Pick<DecisionStep, 'move' | 'text' | 'resultNumber'> &
      Partial<Pick<DecisionStep, 'grade' | 'scope'>>,
  ): Promise<number> {
    const number = 1 + (await manager.countBy(CaseDecisionEntity, { organizationId, caseId }));
    const made = { ...step, text: step.text.trim(), madeBy, madeByName };
    await manager.insert(CaseDecisionEntity, { organizationId, caseId, number, ...made });
    return number;
  }
}
