import { Injectable } from '@nestjs/common';
import type { Move, SchemeEntryState } from '@liangxing/contracts';
import type { EntryContent, Scheme, SecondReading } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../../kernel';
import type { EntryCheck, EntryPerson, SchemeEntry } from './entry';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

export interface SeenEntry {
  readonly id: string;
  readonly version: number;
}

const columns = `id, version, state, content, imported, file_name AS "fileName", editors,
  scheme_id AS "schemeId", scheme_version AS "schemeVersion", created_at AS "createdAt",
  updated_at AS "updatedAt",
  jsonb_build_object('id', updated_by, 'name', updated_by_name) AS "updatedBy"`;

const checkColumns = `number, reading, differing, checked_at AS "checkedAt",
  jsonb_build_object('id', checked_by, 'name', checked_by_name) AS "checkedBy"`;

const touch = `version = version + 1, updated_at = now(), updated_by = $4, updated_by_name = $5`;

/** Every query on tables that are being entered, and on their checks. */
@Injectable()
export class EntriesRepository {
  constructor(private readonly quotas: Quotas) {}

  /** The latest change first. */
  list(manager: EntityManager, { organizationId }: Tenant): Promise<SchemeEntry[]> {
    return queryRows(
      manager,
      `SELECT ${columns} FROM scheme_entries WHERE organization_id = $1
       ORDER BY updated_at DESC, id`,
      [organizationId],
    );
  }

  /** @param isHeld until the transaction ends nobody else changes it */
  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    isHeld = false,
  ): Promise<SchemeEntry | null> {
    const rows = await queryRows<SchemeEntry>(
      manager,
      `SELECT ${columns} FROM scheme_entries WHERE organization_id = $1 AND id = $2
       ${isHeld ? 'FOR UPDATE' : ''}`,
      [organizationId, id],
    );
    return rows[0] ?? null;
  }

  async insert(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    id: string,
    content: EntryContent,
    from: { readonly scheme: Scheme; readonly fileName: string } | null,
  ): Promise<SchemeEntry> {
    await this.quotas.require(manager, organizationId, 'scheme_entries');
    const editors: readonly EntryPerson[] = [{ id: userId, name: userName }];
    return one(
      await queryRows(
        manager,
        `INSERT INTO scheme_entries (organization_id, id, content, imported, file_name, editors,
           updated_by, updated_by_name)
         VALUES ($1, $2, $3::jsonb, $4::jsonb, $5, $6::jsonb, $7, $8) RETURNING ${columns}`,
        [
          ...[organizationId, id, JSON.stringify(content)],
          from === null ? null : JSON.stringify(from.scheme),
          from?.fileName ?? '',
          ...[JSON.stringify(editors), userId, userName],
        ],
      ),
    );
  }

  /** The entry is held and of the version that was seen. */
  async write(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    { id, version }: SeenEntry,
    content: EntryContent,
  ): Promise<SchemeEntry> {
    return one(
      await queryRows(
        manager,
        `UPDATE scheme_entries SET content = $6::jsonb, ${touch}
         WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING ${columns}`,
        [organizationId, id, version, userId, userName, JSON.stringify(content)],
      ),
    );
  }

  async setEditors(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    { id, version }: SeenEntry,
    editors: readonly EntryPerson[],
  ): Promise<SchemeEntry> {
    return one(
      await queryRows(
        manager,
        `UPDATE scheme_entries SET editors = $6::jsonb, ${touch}
         WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING ${columns}`,
        [organizationId, id, version, userId, userName, JSON.stringify(editors)],
      ),
    );
  }

  async move(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    { id, version }: SeenEntry,
    { from, to }: Move<SchemeEntryState>,
    scheme: Pick<Scheme, 'id' | 'version'> | null = null,
  ): Promise<SchemeEntry> {
    return one(
      await queryRows(
        manager,
        `UPDATE scheme_entries SET state = $7, scheme_id = COALESCE($8, scheme_id),
           scheme_version = COALESCE($9, scheme_version), ${touch}
         WHERE organization_id = $1 AND id = $2 AND version = $3 AND state = ANY ($6)
         RETURNING ${columns}`,
        [
          ...[organizationId, id, version, userId, userName],
          ...[from, to, scheme?.id ?? null, scheme?.version ?? null],
        ],
      ),
    );
  }

  /** Newest first. */
  checks(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<EntryCheck[]> {
    return queryRows(
      manager,
      `SELECT ${checkColumns} FROM scheme_entry_checks
       WHERE organization_id = $1 AND entry_id = $2 ORDER BY number DESC`,
      [organizationId, id],
    );
  }

  /** The entry is held: numbers go up one by one. */
  async insertCheck(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    id: string,
    reading: SecondReading,
    differing: readonly string[],
  ): Promise<EntryCheck> {
    return one(
      await queryRows(
        manager,
        `INSERT INTO scheme_entry_checks (organization_id, entry_id, number, reading, differing,
           checked_by, checked_by_name)
         SELECT $1, $2, count(*) + 1, $3::jsonb, $4::text[], $5, $6 FROM scheme_entry_checks
         WHERE organization_id = $1 AND entry_id = $2
         RETURNING ${checkColumns}`,
        [organizationId, id, JSON.stringify(reading), differing, userId, userName],
      ),
    );
  }
}

function one<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('the statement returned no row');
  return row;
}
