import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../kernel';
import type { ActionFields, CorrectiveAction } from './corrective-action';

type Tenant = Pick<RequestContext, 'organizationId'>;

const columns = `id, version, number, assessment_id AS "assessmentId", item_id AS "itemId",
  rule_id AS "ruleId", finding, cause, measure, owner, due_on::text AS "dueOn", state, result,
  verified_by AS "verifiedBy", verified_on::text AS "verifiedOn", effort,
  owner_user_id AS "ownerUserId", verified_by_user_id AS "verifiedByUserId", created_at AS "createdAt"`;

const valuesOf = (fields: ActionFields): unknown[] => [
  fields.assessmentId,
  fields.itemId,
  fields.ruleId,
  fields.finding,
  fields.cause,
  fields.measure,
  fields.owner,
  fields.dueOn,
  fields.state,
  fields.result,
  fields.verifiedBy,
  fields.verifiedOn,
  fields.effort,
  fields.ownerUserId,
  fields.verifiedByUserId,
];

@Injectable()
export class CorrectiveActionsRepository {
  constructor(private readonly quotas: Quotas) {}

  async list(manager: EntityManager, { organizationId }: Tenant): Promise<CorrectiveAction[]> {
    return queryRows(
      manager,
      `SELECT ${columns} FROM corrective_actions WHERE organization_id = $1 ORDER BY number`,
      [organizationId],
    );
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<CorrectiveAction | null> {
    const rows = await queryRows<CorrectiveAction>(
      manager,
      `SELECT ${columns} FROM corrective_actions WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
    return rows[0] ?? null;
  }

  /** Until this transaction ends nobody adds an action: who looks for one first does not miss another's. */
  async lock(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `corrective_actions ${organizationId}`,
    ]);
  }

  /** Numbers go on from the largest; writers of one organization take turns. */
  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    fields: ActionFields,
  ): Promise<CorrectiveAction> {
    await this.lock(manager, { organizationId });
    await this.quotas.require(manager, organizationId, 'corrective_actions');
    const rows = await queryRows<CorrectiveAction>(
      manager,
      `INSERT INTO corrective_actions (organization_id, id, number, assessment_id, item_id, rule_id,
         finding, cause, measure, owner, due_on, state, result, verified_by, verified_on, effort,
         owner_user_id, verified_by_user_id)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3::uuid, $4::text, $5::text, $6::text, $7::text,
         $8::text, $9::text, $10::date, $11::text, $12::text, $13::text, $14::date,
         $15::double precision, $16::uuid, $17::uuid
       FROM corrective_actions WHERE organization_id = $1
       RETURNING ${columns}`,
      [organizationId, id, ...valuesOf(fields)],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the statement returned no row');
    return row;
  }

  /** Writes only over the expected version; null where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    expectedVersion: number,
    fields: ActionFields,
  ): Promise<CorrectiveAction | null> {
    const rows = await queryRows<CorrectiveAction>(
      manager,
      `UPDATE corrective_actions SET assessment_id = $4, item_id = $5, rule_id = $6, finding = $7,
         cause = $8, measure = $9, owner = $10, due_on = $11, state = $12, result = $13,
         verified_by = $14, verified_on = $15, effort = $16, owner_user_id = $17,
         verified_by_user_id = $18, version = version + 1,
         updated_at = now()
       WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING ${columns}`,
      [organizationId, id, expectedVersion, ...valuesOf(fields)],
    );
    return rows[0] ?? null;
  }

  /** Removes only the expected version; false where another one is stored. */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    expectedVersion: number,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `DELETE FROM corrective_actions WHERE organization_id = $1 AND id = $2 AND version = $3
       RETURNING id`,
      [organizationId, id, expectedVersion],
    );
    return rows.length > 0;
  }
}
