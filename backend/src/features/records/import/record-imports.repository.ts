import { Injectable } from '@nestjs/common';
import type { RecordFields, RecordKindId } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../../kernel';
import type { SaidOfFile } from './read-record-file';
import type { ReadRecord } from './read-record-rows';
import type { HeadColumn } from './recognise-heads';

export const RECORD_IMPORT_STATES = ['previewed', 'committed', 'undone'] as const;
export type RecordImportState = (typeof RECORD_IMPORT_STATES)[number];

/** What a commit wrote: enough to take it back. */
export interface WrittenRecord {
  readonly id: string;
  /** Null: the import added it. */
  readonly before: RecordFields | null;
  readonly versionAfter: number;
}

export interface RecordImport {
  readonly id: string;
  readonly kind: RecordKindId;
  readonly state: RecordImportState;
  readonly fileName: string;
  readonly columns: readonly HeadColumn[];
  readonly rows: readonly ReadRecord[];
  readonly said: SaidOfFile;
  readonly written: readonly WrittenRecord[];
  readonly createdAt: Date;
  readonly createdByName: string;
}

type Tenant = Pick<RequestContext, 'organizationId'>;

const columns = `id, kind, state, file_name AS "fileName", columns, rows, said, written,
  created_at AS "createdAt", created_by_name AS "createdByName"`;
const daysToDecide = 7;

@Injectable()
export class RecordImportsRepository {
  constructor(private readonly quotas: Quotas) {}

  /** Previews that were left for a week go when another one comes. */
  async insert(
    manager: EntityManager,
    { organizationId, userName }: Pick<RequestContext, 'organizationId' | 'userName'>,
    stored: Pick<RecordImport, 'id' | 'kind' | 'fileName' | 'columns' | 'rows' | 'said'>,
  ): Promise<void> {
    await manager.query(
      `DELETE FROM record_imports WHERE organization_id = $1 AND state = 'previewed'
         AND created_at < now() - make_interval(days => $2)`,
      [organizationId, daysToDecide],
    );
    await this.quotas.require(manager, organizationId, 'stored_imports');
    await manager.query(
      `INSERT INTO record_imports (organization_id, id, kind, file_name, columns, rows,
         created_by_name, said) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        organizationId,
        stored.id,
        stored.kind,
        stored.fileName,
        JSON.stringify(stored.columns),
        JSON.stringify(stored.rows),
        userName,
        JSON.stringify(stored.said),
      ],
    );
  }

  /** Locked: nobody else commits or undoes it until this transaction ends. */
  async take(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    id: string,
  ): Promise<RecordImport | null> {
    const [row] = await queryRows<RecordImport>(
      manager,
      `SELECT ${columns} FROM record_imports
       WHERE organization_id = $1 AND kind = $2 AND id = $3 FOR UPDATE`,
      [organizationId, kind, id],
    );
    return row ?? null;
  }

  async markCommitted(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    written: readonly WrittenRecord[],
  ): Promise<void> {
    await manager.query(
      `UPDATE record_imports SET state = 'committed', committed_at = now(), written = $3
       WHERE organization_id = $1 AND id = $2`,
      [organizationId, id, JSON.stringify(written)],
    );
  }

  /** Nobody needs the rows of what was taken back. */
  async markUndone(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    await manager.query(
      `UPDATE record_imports SET state = 'undone', undone_at = now(), written = '[]'
       WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
  }
}
