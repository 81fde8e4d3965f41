import { Injectable } from '@nestjs/common';
import type { StandardStatus } from '@liangxing/standard-number';
import type { LikeStandards } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import {
  type JsonRows,
  queryJson,
  queryRows,
  Quotas,
  takeTurn,
  type RequestContext,
  type TenantDatabase,
} from '../../kernel';
import { StandardEntity } from './entities/standard.entity';
import { filterConditions, unchecked, type StandardsFilter } from './register/register-filter';
import {
  insertPacked,
  packStored,
  packWritten,
  selectOneStandard,
  selectForExport,
  selectStandards,
  statusExpression,
  storedValuesOf,
  updatePacked,
  type StoredValues,
} from './register/standard-columns.sql';
import type { RegisterStatus, StandardRecord } from './register/standard-record';

export interface StandardRow extends StoredValues {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly status: RegisterStatus;
  readonly evidenceCount: number;
  readonly updatedAt: Date;
}

/** Alike in what figures ask, and whether the register itself sees a problem with them. */
export type CountedStandards = LikeStandards & { readonly hasProblems: boolean };

export interface StandardsPage extends StandardsFilter {
  readonly sort: StandardsSort;
  readonly offset: number;
  readonly limit: number;
}

export interface RegisterFacets {
  /** Largest first. */
  readonly departments: readonly { readonly name: string; readonly count: number }[];
  /** 现行 without a day of checking. */
  readonly unchecked: number;
}

const MOST_DEPARTMENTS = 500;
const MOST_ALIKE = 200;

const ORDERS = {
  position: 's.position, s.id',
  systemCode: 's.system_code_key, s.position, s.id',
  number: 's.number_key, s.position, s.id',
  title: 's.title, s.position, s.id',
  issuedOn: 's.issued_on NULLS LAST, s.position, s.id',
  inForceOn: 's.in_force_on NULLS LAST, s.position, s.id',
  department: `s.department, s.position, s.id`,
  updatedAt: 's.updated_at DESC, s.id',
} as const;
export type StandardsSort = keyof typeof ORDERS;
export const STANDARDS_SORTS = Object.keys(ORDERS) as StandardsSort[];

/** Packed standards that are given with the statement. */
const GIVEN = '(SELECT $3::text AS written, $4::text AS to_write) AS p';
type Tenant = Pick<RequestContext, 'organizationId'>;

/**
 * Every question to the register; the tenant is the second argument of each. SQL, for a status is worked out where the
 * rows are, and thousands of them are written in one statement.
 */
@Injectable()
export class StandardsRepository {
  constructor(private readonly quotas: Quotas) {}

  async list(
    manager: EntityManager,
    tenant: Tenant,
    day: string,
    page: StandardsPage,
  ): Promise<{ total: number; rows: StandardRow[] }> {
    const { where, values } = filterConditions(tenant.organizationId, day, page);
    const [count] = await queryRows<{ total: number }>(
      manager,
      `SELECT count(*)::int AS total FROM standards s WHERE ${where}`,
      values,
    );
    const rows = await queryRows<StandardRow>(
      manager,
      `${selectStandards} WHERE ${where} ORDER BY ${ORDERS[page.sort]}
       LIMIT ${Math.trunc(page.limit)} OFFSET ${Math.trunc(page.offset)}`,
      values,
    );
    return { total: count?.total ?? 0, rows };
  }

  async all(manager: EntityManager, tenant: Tenant, day: string): Promise<StandardRow[]> {
    return queryRows(
      manager,
      `${selectStandards} WHERE s.organization_id = $1 AND $2::date IS NOT NULL ORDER BY s.position, s.id`,
      [tenant.organizationId, day],
    );
  }

  /** Those of these ids that are there, in the order of the register. */
  async some(
    manager: EntityManager,
    tenant: Tenant,
    day: string,
    ids: readonly string[],
  ): Promise<StandardRow[]> {
    return queryRows(
      manager,
      `${selectStandards} WHERE s.organization_id = $1 AND $2::date IS NOT NULL AND s.id = ANY($3::uuid[])
       ORDER BY s.position, s.id`,
      [tenant.organizationId, day, ids],
    );
  }

  async counts(
    manager: EntityManager,
    { organizationId }: Tenant,
    day: string,
  ): Promise<CountedStandards[]> {
    return queryRows(
      manager,
      `SELECT s.level, s.kind, s.is_planned AS "isPlanned", ${statusExpression('$2')} AS status,
         s.problems <> '[]' AS "hasProblems", count(*)::int AS count
       FROM standards s WHERE s.organization_id = $1 GROUP BY 1, 2, 3, 4, 5`,
      [organizationId, day],
    );
  }

  /** What the register can be narrowed to, and how many claims nobody has checked. */
  async facets(manager: EntityManager, { organizationId }: Tenant): Promise<RegisterFacets> {
    const departments = await queryRows<{ name: string; count: number }>(
      manager,
      `SELECT department AS name, count(*)::int AS count FROM standards
       WHERE organization_id = $1 AND department <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_DEPARTMENTS}`,
      [organizationId],
    );
    const [counted] = await queryRows<{ count: number }>(
      manager,
      `SELECT count(*)::int AS count FROM standards s WHERE s.organization_id = $1 AND ${unchecked}`,
      [organizationId],
    );
    return { departments, unchecked: counted?.count ?? 0 };
  }

  /** Standards of these identities, and those whose identity begins so: candidates for the same in another edition. */
  async alike(
    manager: EntityManager,
    tenant: Tenant,
    day: string,
    { identityKey, series }: { readonly identityKey: string; readonly series: string | null },
  ): Promise<StandardRow[]> {
    return queryRows(
      manager,
      `${selectStandards} WHERE s.organization_id = $1 AND $2::date IS NOT NULL AND (s.identity_key = $3
         OR $4::text IS NOT NULL AND starts_with(s.identity_key, $4))
       ORDER BY s.identity_key = $3 DESC, s.position, s.id LIMIT ${MOST_ALIKE}`,
      [tenant.organizationId, day, identityKey, series],
    );
  }

  /** All of them as one text. */
  async json(manager: EntityManager, tenant: Tenant, day: string): Promise<JsonRows> {
    return queryJson(
      manager,
      `${selectForExport} WHERE s.organization_id = $1 AND $2::date IS NOT NULL ORDER BY s.position, s.id`,
      [tenant.organizationId, day],
    );
  }

  async find(
    manager: EntityManager,
    tenant: Tenant,
    day: string,
    id: string,
  ): Promise<StandardRow | null> {
    const parameters = [tenant.organizationId, day, id];
    const [row] = await queryRows<StandardRow>(manager, selectOneStandard, parameters);
    return row ?? null;
  }

  /** Like `find`, in a transaction of its own. */
  async read(
    database: TenantDatabase,
    context: RequestContext,
    day: string,
    id: string,
  ): Promise<StandardRow | null> {
    const parameters = [context.organizationId, day, id];
    const [row] = await database.readSingle<StandardRow>(context, selectOneStandard, parameters);
    return row ?? null;
  }

  async nextPosition(manager: EntityManager, { organizationId }: Tenant): Promise<number> {
    const last = await manager.maximum(StandardEntity, 'position', { organizationId });
    return (last ?? 0) + 1;
  }

  /** Who looks what is registered before adding to it, as imports do too, is alone until the transaction ends. */
  async takeTurn(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await takeTurn(manager, `standards ${organizationId}`);
  }

  /** Set-based: thousands of rows in one statement. */
  async insert(
    manager: EntityManager,
    tenant: Tenant,
    rows: readonly {
      readonly id: string;
      readonly position: number;
      readonly record: StandardRecord;
    }[],
  ): Promise<void> {
    await this.quotas.require(manager, tenant.organizationId, 'standards', rows.length);
    const written = packWritten(rows.map(({ id }) => ({ id, version: null })));
    const toWrite = packStored(
      rows.map(({ position, record }) => ({ position, ...storedValuesOf(record) })),
    );
    await manager.query(insertPacked(GIVEN), [tenant.organizationId, 0, written, toWrite]);
  }

  /**
   * Writes records over standing rows of the given version.
   * @returns ids written, with their new version
   */
  async update(
    manager: EntityManager,
    tenant: Tenant,
    rows: readonly {
      readonly id: string;
      readonly version: number;
      readonly record: StandardRecord;
    }[],
  ): Promise<Map<string, number>> {
    const toWrite = packStored(
      rows.map(({ record }) => ({ position: null, ...storedValuesOf(record) })),
    );
    const done = await queryRows<{ id: string; version: number }>(manager, updatePacked(GIVEN), [
      tenant.organizationId,
      0,
      packWritten(rows),
      toWrite,
    ]);
    return new Map(done.map(({ id, version }) => [id, version]));
  }

  /** Notes what a currency check found with the rows; those that say the same are not touched. */
  async noteFindings(
    manager: EntityManager,
    { organizationId }: Tenant,
    day: string,
    findings: readonly { readonly id: string; readonly status: StandardStatus | null }[],
  ): Promise<void> {
    if (findings.length === 0) return;
    await manager.query(
      `UPDATE standards s SET checked_status = r.status,
         checked_status_on = CASE WHEN r.status IS NULL THEN NULL ELSE $3::date END
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, status text)
       WHERE s.organization_id = $1 AND s.id = r.id AND s.checked_status IS DISTINCT FROM r.status`,
      [organizationId, JSON.stringify(findings), day],
    );
  }

  /** @returns ids that were there in that version and are gone now */
  async remove(
    manager: EntityManager,
    tenant: Tenant,
    rows: readonly { readonly id: string; readonly version: number }[],
  ): Promise<string[]> {
    const gone = await queryRows<{ id: string }>(
      manager,
      `DELETE FROM standards s USING jsonb_to_recordset($2::jsonb) AS r(id uuid, version integer)
       WHERE s.organization_id = $1 AND s.id = r.id AND s.version = r.version
       RETURNING s.id`,
      [tenant.organizationId, JSON.stringify(rows)],
    );
    return gone.map(({ id }) => id);
  }
}
