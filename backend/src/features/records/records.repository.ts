import { Injectable } from '@nestjs/common';
import {
  RECORD_KIND_IDS,
  recordKind,
  recordText,
  type RecordFields,
  type RecordKindId,
} from '@liangxing/contracts';
import { In, Raw, type EntityManager, type FindOptionsWhere } from 'typeorm';
import {
  type JsonRows,
  queryJson,
  queryRows,
  Quotas,
  removeVersion,
  takeTurn,
  updateVersion,
  type RequestContext,
} from '../../kernel';
import { accountsOf, keepAccounts, type Accounts } from '../organizations';
import { RecordAccountEntity } from './entities/record-account.entity';
import { RecordEntity } from './entities/record.entity';
import { RecordEvidenceEntity } from './entities/record-evidence.entity';
import type { RecordCount, RecordFilter, ShownRecord, StoredRecord } from './record';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userName'>;

interface NewRecord {
  readonly id: string;
  readonly fields: RecordFields;
}

/** A proof of the whole list. */
const ALL_YEARS = 0;

/** What is told of a record; the words by which it is found stay in the database. */
const TOLD = {
  ...{ id: true, version: true, kind: true, number: true, fields: true },
  ...{ updatedAt: true, updatedByName: true },
} as const;

/** Newest day first, then as entered; what has no day comes first: it waits to be completed. */
const NEWEST_FIRST = {
  happenedOn: { direction: 'DESC', nulls: 'FIRST' },
  number: 'DESC',
} as const;

/** By its day, as a list is printed. */
const BY_DAY = { happenedOn: { direction: 'ASC', nulls: 'LAST' }, number: 'ASC' } as const;

function listed(
  { organizationId }: Tenant,
  kind: RecordKindId,
  { q, year }: RecordFilter,
): FindOptionsWhere<RecordEntity> {
  return {
    organizationId,
    kind,
    ...(q !== undefined && { words: Raw((words) => `strpos(${words}, lower(:q)) > 0`, { q }) }),
    ...(year !== undefined && {
      happenedOn: Raw((day) => `extract(year FROM ${day}) = :year`, { year }),
    }),
  };
}

/** What the columns beside `fields` hold. */
function derived(kind: RecordKindId, fields: RecordFields) {
  const { titleField, dateField, fields: known } = recordKind(kind);
  const day = fields[dateField] ?? null;
  const words = known.map((field) => recordText(field, fields[field.id] ?? null, 'zh'));
  return {
    title: String(fields[titleField] ?? ''),
    happenedOn: day === null ? null : String(day),
    words: words.join('\n').toLowerCase(),
  };
}

/** Every query on records. SQL counts all lists at once, and writes many records in one statement. */
@Injectable()
export class RecordsRepository {
  constructor(private readonly quotas: Quotas) {}

  async page(
    manager: EntityManager,
    tenant: Tenant,
    kind: RecordKindId,
    filter: RecordFilter,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<{ total: number; rows: ShownRecord[] }> {
    const [rows, total] = await manager.findAndCount(RecordEntity, {
      select: TOLD,
      where: listed(tenant, kind, filter),
      order: NEWEST_FIRST,
      skip: offset,
      take: limit,
    });
    return { total, rows: await this.shown(manager, tenant, rows) };
  }

  /** A whole list by its day. */
  async all(
    manager: EntityManager,
    tenant: Tenant,
    kind: RecordKindId,
    filter: RecordFilter = {},
  ): Promise<StoredRecord[]> {
    const where = listed(tenant, kind, filter);
    return manager.find(RecordEntity, { select: TOLD, where, order: BY_DAY });
  }

  /** The same as one text, and when any of it changed last; null: it is empty. */
  async json(
    manager: EntityManager,
    tenant: Tenant,
    kind: RecordKindId,
    filter: RecordFilter = {},
  ): Promise<JsonRows & { readonly changedAt: Date | null }> {
    const list = manager.createQueryBuilder(RecordEntity, 'r').where(listed(tenant, kind, filter));
    const newest = await list
      .clone()
      .select('max(r.updatedAt)', 'at')
      .getRawOne<{ at: Date | null }>();
    const [sql, values] = list
      .select('r.id', 'id')
      .addSelect('r.fields', 'fields')
      .orderBy('r.happenedOn', 'ASC', 'NULLS LAST')
      .addOrderBy('r.number')
      .getQueryAndParameters();
    return { ...(await queryJson(manager, sql, values)), changedAt: newest?.at ?? null };
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    id: string,
  ): Promise<ShownRecord | null> {
    const where = { organizationId, kind, id };
    const rows = await manager.find(RecordEntity, { select: TOLD, where });
    return (await this.shown(manager, { organizationId }, rows))[0] ?? null;
  }

  private async shown(
    manager: EntityManager,
    { organizationId }: Tenant,
    records: readonly StoredRecord[],
  ): Promise<ShownRecord[]> {
    const where = { organizationId, recordId: In(records.map(({ id }) => id)) };
    const idOf = ({ recordId }: RecordAccountEntity): string => recordId;
    const accounts = await accountsOf(manager, RecordAccountEntity, where, idOf);
    return records.map((record) => ({ ...record, accounts: accounts(record.id) }));
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
    await takeTurn(manager, `records ${organizationId} ${kind}`);
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

  /** Writes only over the expected version; false where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId, userName }: Author,
    kind: RecordKindId,
    { id, version, fields }: NewRecord & { readonly version: number },
  ): Promise<boolean> {
    const place = { organizationId, kind, id, version };
    const values = { fields, ...derived(kind, fields), updatedByName: userName };
    return updateVersion(manager, RecordEntity, place, { ...values, updatedAt: () => 'now()' });
  }

  /** Whom the names in a record mean; it was written in this transaction. */
  async keepAccounts(
    manager: EntityManager,
    { organizationId }: Tenant,
    recordId: string,
    accounts: Accounts,
  ): Promise<void> {
    await keepAccounts(manager, RecordAccountEntity, { organizationId, recordId }, accounts);
  }

  /** Where a record that was written over bears another name than before, whoever was meant goes. */
  async forgetRenamed(
    manager: EntityManager,
    { organizationId }: Tenant,
    written: readonly { readonly id: string; readonly before: RecordFields | null }[],
  ): Promise<void> {
    await manager.query(
      `DELETE FROM record_accounts a
       USING jsonb_to_recordset($2::jsonb) AS w (id uuid, before jsonb), records r
       WHERE a.organization_id = $1 AND r.organization_id = $1 AND r.id = w.id AND a.record_id = w.id
         AND r.fields ->> a.place IS DISTINCT FROM w.before ->> a.place`,
      [organizationId, JSON.stringify(written)],
    );
  }

  /** Removes only the expected version; false where another one is stored. */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    { id, version }: { readonly id: string; readonly version: number },
  ): Promise<boolean> {
    return removeVersion(manager, RecordEntity, { organizationId, kind, id, version });
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
