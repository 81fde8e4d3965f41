import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import type { Overview } from './overview';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Counts over the tables of several features, read only; each in one statement of SQL. */
@Injectable()
export class OverviewRepository {
  /** Those of the assessment and of none at all. */
  async actions(
    manager: EntityManager,
    { organizationId }: Tenant,
    day: string,
    assessmentId: string | null,
  ): Promise<Overview['actions']> {
    const [row] = await manager.query<Overview['actions'][]>(
      `SELECT count(*)::int AS open, (count(*) FILTER (WHERE due_on < $2))::int AS overdue
       FROM corrective_actions WHERE organization_id = $1 AND state IN ('open', 'in_progress')
         AND (assessment_id IS NULL OR assessment_id = $3)`,
      [organizationId, day, assessmentId],
    );
    return row ?? { open: 0, overdue: 0 };
  }

  /** The dossier of the assessment that was made last. */
  async dossier(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string | null,
  ): Promise<Overview['dossier']> {
    const [row] = await manager.query<
      { id: string; number: number; state: string; built_at: Date | null }[]
    >(
      `SELECT id, number, state, built_at FROM dossiers
       WHERE organization_id = $1 AND assessment_id = $2 ORDER BY created_at DESC LIMIT 1`,
      [organizationId, assessmentId],
    );
    if (!row) return null;
    const { id, number, state, built_at: builtAt } = row;
    return { id, number, state, builtAt: builtAt?.toISOString() ?? null };
  }
}
