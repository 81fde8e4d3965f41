import { daysOfPerson, TEAM_STATES, type PlanDraft } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, writeVersion, type RequestContext } from '../../kernel';
import { CasePlanEntity } from './entities/case-plan.entity';
import type { Load } from './team';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** A plan as it is drawn up. */
export interface KeptPlan {
  readonly version: number;
  readonly content: PlanDraft;
}

/** Every question to the plans of cases. SQL joins cases, which are of another room. */
@Injectable()
export class PlansRepository {
  /** Null: nobody has written anything yet. */
  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<KeptPlan | null> {
    const found = await manager.findOneBy(CasePlanEntity, { organizationId, caseId });
    return found && { version: found.version, content: found.content };
  }

  /** @returns false where another version is stored */
  write(
    manager: EntityManager,
    { organizationId, userName }: Tenant & Pick<RequestContext, 'userName'>,
    caseId: string,
    version: number,
    content: PlanDraft,
  ): Promise<boolean> {
    const place = { organizationId, caseId, version };
    const values = { content, updatedAt: () => 'now()', updatedByName: userName };
    return writeVersion(manager, CasePlanEntity, place, values);
  }

  /** What everybody has to do at cases whose evaluation is not over, by the number of the case. */
  async load(manager: EntityManager, { organizationId }: Tenant): Promise<Load[]> {
    const rows = await queryRows<
      Omit<Load, 'days'> & { content: PlanDraft | null; team: string[] }
    >(
      manager,
      `SELECT t.user_id AS "userId", t.role, c.id AS "caseId", c.number AS "caseNumber",
         c.enterprise_name AS "enterpriseName", c.state, p.content,
         ARRAY(SELECT o.user_id::text FROM case_team o WHERE o.organization_id = c.organization_id
           AND o.case_id = c.id AND o.removed_at IS NULL) AS team
       FROM case_team t JOIN cases c ON c.organization_id = t.organization_id AND c.id = t.case_id
       LEFT JOIN case_plans p ON p.organization_id = c.organization_id AND p.case_id = c.id
       WHERE t.organization_id = $1 AND t.removed_at IS NULL AND c.state = ANY ($2)
       ORDER BY c.number, t.added_at, t.user_id`,
      [organizationId, TEAM_STATES],
    );
    return rows.map(({ content, team, ...load }) => ({
      ...load,
      days: content === null ? [] : daysOfPerson(content, load.userId, team),
    }));
  }
}
