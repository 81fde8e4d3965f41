import { Injectable } from '@nestjs/common';
import {
  RECORD_KIND_IDS,
  recordKind,
  recordText,
  type RecordFields,
  type RecordKindId,
} from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { type JsonRows, queryJson, queryRows, Quotas, type RequestContext } from '../../kernel';
import { RecordEvidenceEntity } from './entities/record-evidence.entity';
import type { RecordCount, RecordFilter, StoredRecord } from './record';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userName'>;

interface NewRecord {
  readonly id: string;
  readonly fields: RecordFields;
}

/** A proof of the whole list. */
const ALL_YEARS = 0;

const columns = `id, version, kind, number, fields, updated_at AS "updatedAt",
  updated_by_name AS "updatedByName"`;

const condition = `organization_id = $1 AND kind = $2
  AND ($3::text IS NULL OR strpos(words, lower($3)) > 0)
  AND ($4::int IS NULL OR extract(year FROM happened_on) = $4)`;

/** Newest day first, then as entered; what has no day comes first: it waits to be completed. */
const order = `ORDER BY happened_on DESC NULLS FIRST, number DESC`;

/** What the columns beside `fields` hold. */
function derived(kind: RecordKindId, fields: RecordFields) {
  const { titleField, dateField, fields: known } = recordKind(kind);
  const words = known.map((field) => recordText(field, fields[field.id] ?? null, 'zh'));
  return {
    title: String(fields[titleField] ?? ''),
    happenedOn: fields[dateField] ?? null,
    words: words.join('\n').toLowerCase(),
  };
}

/** Every query on records. */
@Injectable()
export class RecordsRepository {
  constructor(private readonly quotas: Quotas) {}

  async page(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    { q, year }: RecordFilter,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<{ total: number; rows: StoredRecord[] }> {
    const values = [organizationId, kind, q ?? null, year ?? null];
    const [count] = await queryRows<{ total: number }>(
      manager,
      `SELECT count(*)::int AS total FROM records WHERE ${condition}`,
      values,
    );
    const rows = await queryRows<StoredRecord>(
      manager,
      `SELECT ${columns} FROM records WHERE ${condition} ${order} OFFSET $5 LIMIT $6`,
      [...values, offset, limit],
    );
    return { total: count?.total ?? 0, rows };
  }

  /** A whole list by its day. */
  async all(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    { q, year }: RecordFilter = {},
  ): Promise<StoredRecord[]> {
    return queryRows(
      manager,
      `SELECT ${columns} FROM records WHERE ${condition} ORDER BY happened_on NULLS LAST, number`,
      [organizationId, kind, q ?? null, year ?? null],
    );
  }

  /** The same as one text, and when any of it changed last; null: it is empty. */
  async json(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    { q, year }: RecordFilter = {},
  ): Promise<JsonRows & { readonly changedAt: Date | null }> {
    const values = [organizationId, kind, q ?? null, year ?? null];
    const [newest] = await queryRows<{ at: Date | null }>(
      manager,
      `SELECT max(updated_at) AS at FROM records WHERE ${condition}`,
      values,
    );
    const rows = await queryJson(
      manager,
      `SELECT id, fields FROM records WHERE ${condition} ORDER BY happened_on NULLS LAST, number`,
      values,
    );
    return { ...rows, changedAt: newest?.at ?? null };
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    id: string,
  ): Promise<StoredRecord | null> {
    const [row] = await queryRows<StoredRecord>(
      manager,
      `SELECT ${columns} FROM records WHERE organization_id = $1 AND kind = $2 AND id = $3`,
      [organizationId, kind, id],
    );
    return row ?? null;
  }

  /** Of every list, those without records too. */
  async counts(manager: EntityManager, { organizationId }: Tenant): Promise<RecordCount[]> {
    const rows = await queryRows<{ kind: string; year: number | null; count: number }>(
      manager,
      `SELECT kind, extract(year FROM happened_on)::int AS year, count(*)::int AS count
       FROM records WHERE organization_id = $1 GROUP BY 1, 2 ORDER BY 2 DESC`,
      [organizationId],
    );
    return RECORD_KIND_IDS.map((kind) => {
      const own = rows.filter((row) => row.kind === kind);
      return {
        kind,
        total: own.reduce((sum, { count }) => sum + count, 0),
        years: own.flatMap(({ year, count }) => (year === null ? [] : [{ year, count }])),
      };
    });
  }

  /** Writers of one list take turns until their transaction ends. */
  async lock(manager: EntityManager, { organizationId }: Tenant, kind: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `records ${organizationId} ${kind}`,
    ]);
  }

  /** Numbers go on from the largest. The list must be locked. */
  async insert(
    manager: EntityManager,
    { organizationId, userName }: Author,
    kind: RecordKindId,
    records: readonly NewRecord[],
  ): Promise<void> {
    const rows = records.map(({ id, fields }) => ({ id, fields, ...derived(kind, fields) }));
    await this.quotas.require(manager, organizationId, 'records', rows.length);
    await manager.query(
      `INSERT INTO records (organization_id, id, kind, number, fields, title, happened_on, words,
         updated_by_name)
       SELECT $1, (r.value->>'id')::uuid, $2, last.number + r.position, r.value->'fields', r.value->>'title',
         (r.value->>'happenedOn')::date, r.value->>'words', $4
       FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS r (value, position),
         (SELECT coalesce(max(number), 0) AS number FROM records
          WHERE organization_id = $1 AND kind = $2) AS last`,
      [organizationId, kind, JSON.stringify(rows), userName],
    );
  }

  /** Writes only over the expected version; null where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId, userName }: Author,
    kind: RecordKindId,
    { id, version, fields }: NewRecord & { readonly version: number },
  ): Promise<StoredRecord | null> {
    const { title, happenedOn, words } = derived(kind, fields);
    const [row] = await queryRows<StoredRecord>(
      manager,
      `UPDATE records SET fields = $5, title = $6, happened_on = $7, words = $8,
         updated_by_name = $9, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND kind = $2 AND id = $3 AND version = $4 RETURNING ${columns}`,
      [
        organizationId,
        kind,
        id,
        version,
        JSON.stringify(fields),
        title,
        happenedOn,
        words,
        userName,
      ],
    );
    return row ?? null;
  }

  /** Removes only the expected version; false where another one is stored. */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    { id, version }: { readonly id: string; readonly version: number },
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `DELETE FROM records WHERE organization_id = $1 AND kind = $2 AND id = $3 AND version = $4
       RETURNING id`,
      [organizationId, kind, id, version],
    );
    return rows.length > 0;
  }

  /** The proof that this list, or a year of it, was made; null: none yet. Nobody makes another until the end. */
  async proofOf(
    manager: EntityManager,
    tenant: Tenant,
    kind: RecordKindId,
    year: number | null,
  ): Promise<string | null> {
    await this.lock(manager, tenant, `evidence of ${kind}`);
    const { organizationId } = tenant;
    const found = await manager.findOneBy(RecordEvidenceEntity, {
      organizationId,
      kind,
      year: year ?? ALL_YEARS,
    });
    return found?.evidenceId ?? null;
  }

  async prove(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    year: number | null,
    evidenceId: string,
  ): Promise<void> {
    await manager.upsert(
      RecordEvidenceEntity,
      { organizationId, kind, year: year ?? ALL_YEARS, evidenceId },
      ['organizationId', 'kind', 'year'],
    );
  }
}
