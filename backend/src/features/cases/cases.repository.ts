import { OPEN_CASE_STATES } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, takeTurn, updateVersion, type RequestContext } from '../../kernel';
import type { Case, QueuedCase, SelfEvaluation } from './case';
import { CaseEntity } from './entities/case.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Queued = Case & SelfEvaluation;

/** Of those that have come to their end; open ones are always all there. */
export const MOST_ENDED = 500;

/** Of this case: what its letters and people do to it happens one after the other. */
export const turnOfCase = (id: string): string => `case ${id}`;

/** Every question to the cases of a body. SQL joins each with the newest of its materials. */
@Injectable()
export class CasesRepository {
  /** The open ones, what arrived first at the top; behind them those that ended last. */
  async list(manager: EntityManager, { organizationId }: Tenant): Promise<QueuedCase[]> {
    const rows = await queryRows<Queued>(
      manager,
      `SELECT c.id, c.version, c.number, c.enterprise_id AS "enterpriseId", c.enterprise_name AS "enterpriseName",
         c.state, c.renews, c.material, c.heard, c.written, c.received_at AS "receivedAt", c.changed_at AS "changedAt",
         m.scheme_id AS "schemeId", m.scheme_title AS "schemeTitle", m.target_grade AS "targetGrade", m.grade,
         m.total, m.readiness
       FROM cases c JOIN case_materials m ON m.organization_id = c.organization_id AND m.case_id = c.id
         AND m.number = c.material
       WHERE c.organization_id = $1 AND (c.state = ANY ($2) OR c.id IN (SELECT e.id FROM cases e
         WHERE e.organization_id = $1 AND e.state <> ALL ($2) ORDER BY e.changed_at DESC, e.id LIMIT ${MOST_ENDED}))
       ORDER BY (c.state = ANY ($2)) DESC, CASE WHEN c.state = ANY ($2) THEN c.received_at END,
         c.changed_at DESC, c.id`,
      [organizationId, OPEN_CASE_STATES],
    );
    return rows.map(
      ({ schemeId, schemeTitle, targetGrade, grade, total, readiness, ...found }) => ({
        ...found,
        selfEvaluation: { schemeId, schemeTitle, targetGrade, grade, total, readiness },
      }),
    );
  }

  find(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<Case | null> {
    return manager.findOneBy(CaseEntity, { organizationId, id });
  }

  /**
   * Numbers go on from the largest of the year.
   * @returns 受理编号, like `2026-0001`
   */
  async nextNumber(
    manager: EntityManager,
    { organizationId }: Tenant,
    year: string,
  ): Promise<string> {
    await takeTurn(manager, `cases of ${organizationId}`);
    const [row] = await queryRows<{ next: number }>(
      manager,
      `SELECT coalesce(max(split_part(number, '-', 2)::integer), 0) + 1 AS next FROM cases
       WHERE organization_id = $1 AND number LIKE $2 || '-%'`,
      [organizationId, year],
    );
    return `${year}-${String(row?.next ?? 1).padStart(4, '0')}`;
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    received: Omit<Case, 'version' | 'receivedAt' | 'changedAt'>,
  ): Promise<void> {
    await manager.insert(CaseEntity, { ...received, organizationId });
  }

  /** @returns false where another version is stored */
  change(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, version }: Pick<Case, 'id' | 'version'>,
    values: Partial<Pick<Case, 'state' | 'material' | 'heard' | 'written'>>,
  ): Promise<boolean> {
    const place = { organizationId, id, version };
    return updateVersion(manager, CaseEntity, place, { ...values, changedAt: () => 'now()' });
  }
}
