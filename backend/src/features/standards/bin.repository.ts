/** The recycle bin: rows of removals, with what hung on each standard. SQL: thousands of rows leave it at once. */
import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import { RegisterActRowEntity } from './entities/register-act-row.entity';
import { EMPTY_RECORD, type StandardRecord } from './register/standard-record';

type Tenant = Pick<RequestContext, 'organizationId'>;

export interface RemovedStandard {
  readonly id: string;
  readonly record: StandardRecord;
  readonly position: number;
  readonly removedAt: Date;
  readonly removedBy: string;
}

const FROM = `FROM register_act_rows r JOIN register_acts a
  ON a.organization_id = r.organization_id AND a.id = r.act_id
  WHERE r.organization_id = $1 AND r.kept IS NOT NULL`;

const SELECT = `SELECT r.standard_id AS id, r.before AS record, (r.kept ->> 'position')::integer AS position,
  a.done_at AS "removedAt", a.done_by_name AS "removedBy" ${FROM}`;

/** Fields that the register has got since the removal are empty. */
const whole = (row: RemovedStandard): RemovedStandard => ({
  ...row,
  record: { ...EMPTY_RECORD, ...row.record },
});

const BRING_FACTS = `UPDATE standards s SET version = (r.kept ->> 'version')::integer,
    created_at = (r.kept ->> 'createdAt')::timestamptz, checked_status = r.kept ->> 'checkedStatus',
    checked_status_on = (r.kept ->> 'checkedStatusOn')::date
  FROM register_act_rows r
  WHERE r.organization_id = $1 AND r.kept IS NOT NULL AND r.standard_id = ANY ($2::uuid[])
    AND s.organization_id = $1 AND s.id = r.standard_id`;

@Injectable()
export class BinRepository {
  /** Newest first. @param q a part of number or title */
  async page(
    manager: EntityManager,
    tenant: Tenant,
    { q, offset, limit }: { readonly q: string; readonly offset: number; readonly limit: number },
  ): Promise<{ total: number; rows: RemovedStandard[] }> {
    const values = [tenant.organizationId, `%${q.replace(/[\\%_]/g, '\\$&')}%`];
    const where = `(r.before ->> 'number' ILIKE $2 OR r.before ->> 'title' ILIKE $2)`;
    const [count] = await queryRows<{ total: number }>(
      manager,
      `SELECT count(*)::int AS total ${FROM} AND ${where}`,
      values,
    );
    const rows = await queryRows<RemovedStandard>(
      manager,
      `${SELECT} AND ${where} ORDER BY a.done_at DESC, position, r.standard_id
       LIMIT ${Math.trunc(limit)} OFFSET ${Math.trunc(offset)}`,
      values,
    );
    return { total: count?.total ?? 0, rows: rows.map(whole) };
  }

  /** Ids of what one removal has still in the bin. */
  async idsOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    actId: string,
  ): Promise<string[]> {
    const found = await manager.find(RegisterActRowEntity, {
      select: { standardId: true },
      where: { organizationId, actId, kept: Not(IsNull()) },
    });
    return found.map(({ standardId }) => standardId);
  }

  /** Those of the named that are in the bin; nobody else restores them until the transaction ends. */
  async lock(
    manager: EntityManager,
    tenant: Tenant,
    ids: readonly string[],
  ): Promise<RemovedStandard[]> {
    const rows = await queryRows<RemovedStandard>(
      manager,
      `${SELECT} AND r.standard_id = ANY ($2::uuid[]) ORDER BY r.standard_id FOR UPDATE OF r`,
      [tenant.organizationId, ids],
    );
    return rows.map(whole);
  }

  /** What a new row of the register does not say of a standard that was there before. */
  async bringFacts(manager: EntityManager, tenant: Tenant, ids: readonly string[]): Promise<void> {
    await manager.query(BRING_FACTS, [tenant.organizationId, ids]);
  }

  /** Takes what is in the register again out of the bin, with removals of which nothing is left. */
  async takeOut(manager: EntityManager, tenant: Tenant, ids: readonly string[]): Promise<void> {
    await manager.query(
      `DELETE FROM register_act_rows WHERE organization_id = $1 AND kept IS NOT NULL
         AND standard_id = ANY ($2::uuid[])`,
      [tenant.organizationId, ids],
    );
    await manager.query(
      `DELETE FROM register_acts a WHERE a.organization_id = $1 AND a.kind = 'removed' AND NOT EXISTS (
         SELECT FROM register_act_rows r WHERE r.organization_id = $1 AND r.act_id = a.id)`,
      [tenant.organizationId],
    );
  }

  /** @returns how many standards are gone for good */
  async empty(manager: EntityManager, tenant: Tenant): Promise<number> {
    const gone = await queryRows<{ count: number }>(
      manager,
      `WITH counted AS (
         SELECT count(*)::int AS count FROM register_act_rows
         WHERE organization_id = $1 AND kept IS NOT NULL
       ), emptied AS (
         DELETE FROM register_acts WHERE organization_id = $1 AND kind = 'removed'
       ) SELECT count FROM counted`,
      [tenant.organizationId],
    );
    return gone[0]?.count ?? 0;
  }

  /** Acts older than so many days, with what they kept. @returns how many standards left the bin */
  async forgetOlder(manager: EntityManager, tenant: Tenant, days: number): Promise<number> {
    const old = `organization_id = $1 AND done_at < now() - make_interval(days => $2)`;
    const [row] = await queryRows<{ count: number }>(
      manager,
      `WITH old AS (DELETE FROM register_acts WHERE ${old} RETURNING id)
       SELECT count(*)::int AS count FROM register_act_rows r JOIN old ON old.id = r.act_id
       WHERE r.organization_id = $1 AND r.kept IS NOT NULL`,
      [tenant.organizationId, days],
    );
    return row?.count ?? 0;
  }
}
