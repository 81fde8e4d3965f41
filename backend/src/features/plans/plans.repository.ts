import { daysAtWork, TEAM_STATES, type PlanDraft } from '@liangxing/contracts';
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

/** Of a plan: the days on which its agenda has somebody at work, and all of its days. */
interface PlannedDays {
  readonly days: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Lines of who has to do what. */
const MOST_LOADS = 2_000;

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

  /**
   * What everybody has to do at cases whose evaluation is not over, by the number of the case; of very many those of the
   * newest cases. Days are picked out of the plans here: a plan has hundreds of lines, and everybody some of them.
   * @param except this case
   */
  async load(
    manager: EntityManager,
    { organizationId }: Tenant,
    except: string | null = null,
  ): Promise<Load[]> {
    const rows = await queryRows<Omit<Load, 'days'> & PlannedDays>(
      manager,
      `SELECT * FROM (
         SELECT t.user_id AS "userId", t.role, c.id AS "caseId", c.number AS "caseNumber",
           c.enterprise_name AS "enterpriseName", c.state, p.content ->> 'from' AS "from", p.content ->> 'to' AS "to",
           ARRAY(SELECT DISTINCT line ->> 'day' FROM jsonb_array_elements(p.content -> 'agenda') AS line
             WHERE line ->> 'day' IS NOT NULL
               AND (line ->> 'kind' <> 'evaluation' OR line -> 'assessors' ? t.user_id::text)
             ORDER BY 1) AS days, t.added_at
         FROM case_team t JOIN cases c ON c.organization_id = t.organization_id AND c.id = t.case_id
         LEFT JOIN case_plans p ON p.organization_id = c.organization_id AND p.case_id = c.id
         WHERE t.organization_id = $1 AND t.removed_at IS NULL AND c.state = ANY ($2)
           AND ($3::uuid IS NULL OR c.id <> $3)
         ORDER BY c.number DESC, t.added_at DESC, t.user_id DESC LIMIT ${MOST_LOADS}) AS newest
       ORDER BY "caseNumber", added_at, "userId"`,
      [organizationId, TEAM_STATES, except],
    );
    return rows.map(({ userId, role, caseId, caseNumber, enterpriseName, state, ...planned }) => ({
      ...{ userId, role, caseId, caseNumber, enterpriseName, state },
      days: daysAtWork(planned.days, planned.from, planned.to),
    }));
  }
}
