import { OPEN_CASE_STATES, type CaseState } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { StageLetter } from './stage-times';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** How many cases are in a state. */
export interface CasesInState {
  readonly state: CaseState;
  readonly count: number;
}

/** What somebody has on their desk. */
export interface PersonalLoad {
  readonly userId: string;
  readonly name: string;
  /** Open cases whose team they lead, and whose team they belong to otherwise. */
  readonly led: number;
  readonly assessed: number;
}

/** What the figures of a body are counted from: all of it in sets, so it is SQL. */
@Injectable()
export class CaseFiguresRepository {
  inStates(manager: EntityManager, { organizationId }: Tenant): Promise<CasesInState[]> {
    return queryRows<CasesInState>(
      manager,
      `SELECT state, count(*)::integer AS count FROM cases WHERE organization_id = $1 GROUP BY state`,
      [organizationId],
    );
  }

  /** Of the cases that arrived since a day, by case, each in the order in which they were written. */
  letters(
    manager: EntityManager,
    { organizationId }: Tenant,
    since: Date,
  ): Promise<(StageLetter & { readonly caseId: string })[]> {
    return queryRows<StageLetter & { readonly caseId: string }>(
      manager,
      `SELECT l.case_id AS "caseId", l.written_by AS "writtenBy", l.number, l.kind, l.state, l.seen,
         l.written_at AS "writtenAt"
       FROM letters l JOIN cases c ON c.organization_id = l.organization_id AND c.id = l.case_id
       WHERE l.organization_id = $1 AND c.received_at >= $2
       ORDER BY l.case_id, l.written_at, l.written_by DESC, l.number`,
      [organizationId, since],
    );
  }

  /** Of everybody who belongs to the team of an open case, who has most first. */
  loads(manager: EntityManager, { organizationId }: Tenant): Promise<PersonalLoad[]> {
    return queryRows<PersonalLoad>(
      manager,
      `SELECT t.user_id AS "userId", max(t.name) AS name,
         count(*) FILTER (WHERE t.role = 'lead')::integer AS led,
         count(*) FILTER (WHERE t.role <> 'lead')::integer AS assessed
       FROM case_team t JOIN cases c ON c.organization_id = t.organization_id AND c.id = t.case_id
       WHERE t.organization_id = $1 AND t.removed_at IS NULL AND c.state = ANY ($2)
       GROUP BY t.user_id ORDER BY count(*) DESC, max(t.name), t.user_id`,
      [organizationId, OPEN_CASE_STATES],
    );
  }
}
