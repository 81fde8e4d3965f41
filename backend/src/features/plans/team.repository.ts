import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { CaseTeamEntity } from './entities/case-team.entity';
import type { TeamMember } from './team';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Every question to the teams of cases. */
@Injectable()
export class TeamRepository {
  /** All who are or were in the team of a case, by when they came. */
  list(manager: EntityManager, { organizationId }: Tenant, caseId: string): Promise<TeamMember[]> {
    return manager.find(CaseTeamEntity, {
      where: { organizationId, caseId },
      order: { addedAt: 'ASC', userId: 'ASC' },
    });
  }
}
