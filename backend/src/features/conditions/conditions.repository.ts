import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { ConditionFields, StoredCondition } from './condition';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

interface ConditionRow extends ConditionFields {
  readonly conditionId: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly userId: string;
  readonly userName: string;
}

const columns = `condition_id AS "conditionId", version, answer, proof,
  checked_on::text AS "checkedOn", updated_at AS "updatedAt", updated_by AS "userId",
  updated_by_name AS "userName"`;

function fromRow({ userId, userName, ...row }: ConditionRow): StoredCondition {
  return { ...row, updatedBy: { id: userId, name: userName } };
}

/** Every query on what was said of conditions. */
@Injectable()
export class ConditionsRepository {
  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<StoredCondition[]> {
    const rows = await queryRows<ConditionRow>(
      manager,
      `SELECT ${columns} FROM condition_answers
       WHERE organization_id = $1 AND assessment_id = $2`,
      [organizationId, assessmentId],
    );
    return rows.map(fromRow);
  }

  /** Files by condition. Counted in the evidence's own table: evidence stands on assessments as this does. */
  async evidenceCounts(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await queryRows<{ id: string; count: number }>(
      manager,
      `SELECT condition_id AS id, count(*)::int AS count FROM evidence_condition_links
       WHERE organization_id = $1 AND assessment_id = $2 GROUP BY condition_id`,
      [organizationId, assessmentId],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Writes over the expected version (0: none yet); null where another one is stored. */
  async write(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    place: { readonly assessmentId: string; readonly conditionId: string },
    expectedVersion: number,
    { answer, proof, checkedOn }: ConditionFields,
  ): Promise<StoredCondition | null> {
    const rows = await queryRows<ConditionRow>(
      manager,
      expectedVersion === 0
        ? `INSERT INTO condition_answers (organization_id, assessment_id, condition_id, updated_by,
             updated_by_name, answer, proof, checked_on)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING ${columns}`
        : `UPDATE condition_answers SET updated_by = $4, updated_by_name = $5, answer = $6,
             proof = $7, checked_on = $8, version = version + 1, updated_at = now()
           WHERE organization_id = $1 AND assessment_id = $2 AND condition_id = $3
             AND version = $9 RETURNING ${columns}`,
      [
        organizationId,
        place.assessmentId,
        place.conditionId,
        userId,
        userName,
        answer,
        proof,
        checkedOn,
        ...(expectedVersion === 0 ? [] : [expectedVersion]),
      ],
    );
    return rows[0] === undefined ? null : fromRow(rows[0]);
  }
}
