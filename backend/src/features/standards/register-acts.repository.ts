/**
 * Acts on many standards at once, and the recycle bin, which is what removals keep. A removal takes with it what hangs
 * on a standard in other tables by foreign keys, so that is kept here, in the same statement. SQL: they write thousands
 * of rows, each from itself.
 */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../kernel';
import { RegisterActEntity } from './entities/register-act.entity';
import { filterConditions, type StandardsFilter } from './register/register-filter';
import { columnOf, STANDARD_COLUMNS } from './register/standard-columns.sql';
import { RECORD_FIELDS, type StandardRecord } from './register/standard-record';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Fields that a change of many may write: none of them takes part in what is derived from a record. */
const SHARED_FIELDS = ['department', 'statusClaimed', 'statusCheckedOn'] as const;
type SharedField = (typeof SHARED_FIELDS)[number];
export type SharedChange = { readonly [Field in SharedField]?: StandardRecord[Field] | undefined };

/** How many changes of many can be taken back; what a removal keeps stays for its days. */
const EDITS_KEPT = 20;

const typeOf = (field: keyof StandardRecord): string =>
  STANDARD_COLUMNS.find(([property]) => property === field)?.[2] ?? 'text';
const told = (row: string, field: keyof StandardRecord): string =>
  typeOf(field) === 'date'
    ? `to_char(${row}.${columnOf(field)}, 'YYYY-MM-DD')`
    : `${row}.${columnOf(field)}`;
const recordJson = (row: string, fields: readonly (keyof StandardRecord)[]): string =>
  `jsonb_build_object(${fields.map((field) => `'${field}', ${told(row, field)}`).join(', ')})`;

const LINKS = `jsonb_build_object('version', s.version, 'position', s.position, 'createdAt', s.created_at,
  'checkedStatus', s.checked_status, 'checkedStatusOn', s.checked_status_on,
  'places', (SELECT coalesce(jsonb_agg(jsonb_build_object('system', p.system_id, 'rank', p.rank,
      'node', p.node_key, 'basis', p.basis)), '[]') FROM system_places p
    WHERE p.organization_id = s.organization_id AND p.standard_id = s.id),
  'evidence', (SELECT coalesce(jsonb_agg(l.evidence_id), '[]') FROM evidence_standard_links l
    WHERE l.organization_id = s.organization_id AND l.standard_id = s.id),
  'drafts', (SELECT coalesce(jsonb_agg(d.id), '[]') FROM standard_drafts d
    WHERE d.organization_id = s.organization_id AND d.standard_id = s.id))`;

@Injectable()
export class RegisterActsRepository {
  constructor(private readonly quotas: Quotas) {}

  /** Ids of all that a filter finds, one more than `most` at the most; nobody changes them until the transaction ends. */
  async chosen(
    manager: EntityManager,
    tenant: Tenant,
    day: string,
    filter: StandardsFilter,
    most: number,
  ): Promise<string[]> {
    const { where, values } = filterConditions(tenant.organizationId, day, filter);
    const rows = await queryRows<{ id: string }>(
      manager,
      `SELECT s.id FROM standards s WHERE ${where} ORDER BY s.id LIMIT ${most + 1} FOR UPDATE OF s`,
      values,
    );
    return rows.map(({ id }) => id);
  }

  async count(
    manager: EntityManager,
    tenant: Tenant,
    day: string,
    filter: StandardsFilter,
  ): Promise<number> {
    const { where, values } = filterConditions(tenant.organizationId, day, filter);
    const [row] = await queryRows<{ count: number }>(
      manager,
      `SELECT count(*)::int AS count FROM standards s WHERE ${where}`,
      values,
    );
    return row?.count ?? 0;
  }

  /** Writes down that an act happens, before its rows. */
  async begin(
    manager: EntityManager,
    context: RequestContext,
    act: { readonly id: string; readonly kind: 'removed' | 'edited' },
  ): Promise<void> {
    const { organizationId, userId, userName } = context;
    const author = { doneBy: userId, doneByName: userName };
    await manager.insert(RegisterActEntity, { organizationId, ...act, ...author });
    if (act.kind === 'edited')
      await manager.query(
        `DELETE FROM register_acts WHERE organization_id = $1 AND kind = 'edited' AND id NOT IN (
           SELECT id FROM register_acts WHERE organization_id = $1 AND kind = 'edited'
           ORDER BY done_at DESC, id LIMIT ${EDITS_KEPT})`,
        [organizationId],
      );
  }

  /** Moves standards into the bin. @param version null: whichever it is @returns ids that were there */
  async remove(
    manager: EntityManager,
    tenant: Tenant,
    actId: string,
    ids: readonly string[],
    version: number | null,
  ): Promise<string[]> {
    const locked = await queryRows<{ id: string }>(
      manager,
      `SELECT id FROM standards WHERE organization_id = $1 AND id = ANY ($2::uuid[])
         AND ($3::integer IS NULL OR version = $3) ORDER BY id FOR UPDATE`,
      [tenant.organizationId, ids, version],
    );
    const gone = locked.map(({ id }) => id);
    await this.quotas.require(manager, tenant.organizationId, 'removed_standards', gone.length);
    await manager.query(
      `INSERT INTO register_act_rows (organization_id, act_id, standard_id, before, kept)
       SELECT $1, $2, s.id, ${recordJson('s', RECORD_FIELDS)}, ${LINKS}
       FROM standards s WHERE s.organization_id = $1 AND s.id = ANY ($3::uuid[])`,
      [tenant.organizationId, actId, gone],
    );
    await manager.query(
      'DELETE FROM standards WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
      [tenant.organizationId, gone],
    );
    return gone;
  }

  /** One statement, whatever their number; rows that say all of it already stay as they are. @returns how many changed */
  async edit(
    manager: EntityManager,
    tenant: Tenant,
    actId: string,
    ids: readonly string[],
    change: SharedChange,
  ): Promise<number> {
    const fields = SHARED_FIELDS.filter((field) => change[field] !== undefined);
    const value = (index: number, field: SharedField): string => `$${index + 4}::${typeOf(field)}`;
    const columns = fields.map((field) => columnOf(field));
    const [row] = await queryRows<{ count: number }>(
      manager,
      `WITH chosen AS (
         SELECT s.id, ${recordJson('s', fields)} AS before FROM standards s
         WHERE s.organization_id = $1 AND s.id = ANY ($3::uuid[])
           AND (${columns.map((column, index) => `s.${column} IS DISTINCT FROM ${value(index, fields[index] as SharedField)}`).join(' OR ')})
         ORDER BY s.id FOR UPDATE
       ), written AS (
         UPDATE standards s SET ${columns.map((column, index) => `${column} = ${value(index, fields[index] as SharedField)}`).join(', ')},
           version = s.version + 1, updated_at = now()
         FROM chosen c WHERE s.organization_id = $1 AND s.id = c.id RETURNING s.id, s.version, c.before
       ), noted AS (
         INSERT INTO register_act_rows (organization_id, act_id, standard_id, before, version_after)
         SELECT $1, $2, id, before, version FROM written RETURNING 1
       ) SELECT count(*)::int AS count FROM noted`,
      [tenant.organizationId, actId, ids, ...fields.map((field) => change[field])],
    );
    return row?.count ?? 0;
  }

  /** Null where there is no such act, or it was taken back. Nobody takes it back twice at once. */
  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<'removed' | 'edited' | null> {
    const found = await manager.findOne(RegisterActEntity, {
      where: { organizationId, id },
      lock: { mode: 'pessimistic_write' },
    });
    return found?.kind ?? null;
  }

  /** Writes back what a change replaced, where nobody has changed the row since. */
  async takeBackEdit(
    manager: EntityManager,
    tenant: Tenant,
    actId: string,
  ): Promise<{ readonly restored: number; readonly kept: number }> {
    const [row] = await queryRows<{ restored: number; kept: number }>(
      manager,
      `WITH locked AS (
         SELECT s.id FROM standards s JOIN register_act_rows r
           ON r.organization_id = s.organization_id AND r.standard_id = s.id
         WHERE r.organization_id = $1 AND r.act_id = $2 AND s.version = r.version_after
         ORDER BY s.id FOR UPDATE OF s
       ), written AS (
         UPDATE standards s SET ${SHARED_FIELDS.map(
           (field) => `${columnOf(field)} = CASE WHEN r.before ? '${field}'
             THEN (r.before ->> '${field}')::${typeOf(field)} ELSE s.${columnOf(field)} END`,
         ).join(', ')}, version = s.version + 1, updated_at = now()
         FROM register_act_rows r, locked l
         WHERE r.organization_id = $1 AND r.act_id = $2 AND s.organization_id = $1
           AND s.id = r.standard_id AND s.id = l.id
         RETURNING 1
       ) SELECT (SELECT count(*)::int FROM written) AS restored,
           (SELECT count(*)::int FROM register_act_rows WHERE organization_id = $1 AND act_id = $2)
             - (SELECT count(*)::int FROM written) AS kept`,
      [tenant.organizationId, actId],
    );
    await this.forget(manager, tenant, actId);
    return row ?? { restored: 0, kept: 0 };
  }

  async forget(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    await manager.delete(RegisterActEntity, { organizationId, id });
  }
}
