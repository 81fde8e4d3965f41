import { Injectable } from '@nestjs/common';
import type { SkippedRow, TableNote } from '@liangxing/tables';
import type { EntityManager } from 'typeorm';
import { Quotas, type RequestContext } from '../../kernel';
import { queryRows } from '../../kernel/database/query-rows';
import type { RecognisedColumn } from './import/recognition/recognise-columns';
import type { DuplicatePolicy, RowAction } from './import/recognition/plan-actions';
import type { SheetNote } from './import/recognition/sheet-notes';
import type { ImportChoices } from './import/import-choices';
import type { RowProblem } from './import/recognition/row-reading';
import type { StandardRecord } from './register/standard-record';

export type ImportState = 'previewed' | 'committed' | 'undone';

export interface ImportSummary {
  readonly rows: number;
  readonly ok: number;
  readonly warnings: number;
  readonly errors: number;
  readonly duplicates: number;
  readonly blank: number;
  readonly toInsert: number;
  readonly toUpdate: number;
  readonly unchanged: number;
}

export interface StoredImport {
  readonly id: string;
  readonly state: ImportState;
  readonly fileName: string;
  readonly encoding: string;
  readonly sheetNames: readonly string[];
  readonly sheet: number;
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly RecognisedColumn[];
  readonly duplicates: DuplicatePolicy;
  readonly choices: ImportChoices;
  readonly summary: ImportSummary;
  readonly notes: readonly (SkippedRow | TableNote | SheetNote)[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly committedAt: Date | null;
  readonly undoneAt: Date | null;
}

export type NewImport = Omit<
  StoredImport,
  'state' | 'createdAt' | 'committedAt' | 'undoneAt' | 'createdBy' | 'createdByName'
>;

export interface ImportRow {
  /** Index of its sheet. */
  readonly sheet: number;
  readonly rowNumber: number;
  /** See `ReadRow`. */
  readonly part: number;
  readonly position: number;
  /** By field, as they will be stored; the read text where nothing could be made of it. */
  readonly values: Readonly<Record<string, string>>;
  readonly action: RowAction;
  readonly isDuplicate: boolean;
  readonly problems: readonly RowProblem[];
  readonly standardId: string | null;
}

/** A standard that an undo would not leave as the import found it. */
export interface TouchedRow extends Record<'standardId' | 'number' | 'title', string> {
  readonly rowNumber: number;
  readonly reason: 'removed' | 'changed' | 'has_evidence';
}

export interface CommittedRow {
  readonly sheet: number;
  readonly rowNumber: number;
  readonly part: number;
  readonly standardId: string;
  readonly before: StandardRecord | null;
  readonly versionAfter: number;
}

const SELECT = `SELECT id, state, file_name AS "fileName", encoding, sheet_names AS "sheetNames", sheet,
  header_row AS "headerRow", header_rows AS "headerRows", columns, duplicates, choices, summary, notes,
  created_at AS "createdAt", created_by AS "createdBy", created_by_name AS "createdByName",
  committed_at AS "committedAt", undone_at AS "undoneAt" FROM standard_imports`;
type Tenant = Pick<RequestContext, 'organizationId'>;

@Injectable()
export class ImportsRepository {
  constructor(private readonly quotas: Quotas) {}

  async insert(
    manager: EntityManager,
    context: RequestContext,
    stored: NewImport,
    { packed, readRows }: { readonly packed: Uint8Array; readonly readRows: Uint8Array },
  ): Promise<void> {
    await this.quotas.require(manager, context.organizationId, 'stored_imports');
    await manager.query(
      `INSERT INTO standard_imports (organization_id, id, file_name, encoding, sheets, sheet_names, sheet, header_row,
         header_rows, columns, duplicates, summary, notes, created_by, created_by_name, choices, read_rows)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        context.organizationId,
        stored.id,
        stored.fileName,
        stored.encoding,
        packed,
        JSON.stringify(stored.sheetNames),
        stored.sheet,
        stored.headerRow,
        stored.headerRows,
        JSON.stringify(stored.columns),
        stored.duplicates,
        JSON.stringify(stored.summary),
        JSON.stringify(stored.notes),
        context.userId,
        context.userName,
        JSON.stringify(stored.choices),
        readRows,
      ],
    );
  }

  async remap(
    manager: EntityManager,
    tenant: Tenant,
    stored: NewImport,
    readRows: Uint8Array,
  ): Promise<void> {
    await manager.query(
      `UPDATE standard_imports SET sheet = $3, header_row = $4, header_rows = $5, columns = $6, duplicates = $7,
         summary = $8, notes = $9, choices = $10, read_rows = $11 WHERE organization_id = $1 AND id = $2`,
      [
        tenant.organizationId,
        stored.id,
        stored.sheet,
        stored.headerRow,
        stored.headerRows,
        JSON.stringify(stored.columns),
        stored.duplicates,
        JSON.stringify(stored.summary),
        JSON.stringify(stored.notes),
        JSON.stringify(stored.choices),
        readRows,
      ],
    );
    await manager.query(
      'DELETE FROM standard_import_rows WHERE organization_id = $1 AND import_id = $2',
      [tenant.organizationId, stored.id],
    );
  }

  /** @param texts `ImportRow[]` as JSON, each a statement */
  async insertRows(
    manager: EntityManager,
    tenant: Tenant,
    importId: string,
    texts: readonly Uint8Array[],
  ): Promise<void> {
    for (const text of texts)
      await manager.query(
        `INSERT INTO standard_import_rows (organization_id, import_id, sheet, row_number, part, position, "values", action,
           is_duplicate, problems, standard_id)
         SELECT $1, $2, r.sheet, r."rowNumber", r.part, r.position, r."values", r.action, r."isDuplicate", r.problems, r."standardId"
         FROM jsonb_to_recordset($3::text::jsonb) AS r(sheet integer, "rowNumber" integer, part integer, position integer, "values" jsonb,
           action text, "isDuplicate" boolean, problems jsonb, "standardId" uuid)`,
        [tenant.organizationId, importId, text],
      );
  }

  async list(manager: EntityManager, tenant: Tenant): Promise<StoredImport[]> {
    return queryRows(
      manager,
      `${SELECT} WHERE organization_id = $1 ORDER BY created_at DESC, id LIMIT 100`,
      [tenant.organizationId],
    );
  }

  /** @param isLocked nobody else commits or undoes it until this transaction ends */
  async find(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    isLocked = false,
  ): Promise<StoredImport | null> {
    const [row] = await queryRows<StoredImport>(
      manager,
      `${SELECT} WHERE organization_id = $1 AND id = $2 ${isLocked ? 'FOR UPDATE' : ''}`,
      [tenant.organizationId, id],
    );
    return row ?? null;
  }

  async sheetsOf(manager: EntityManager, tenant: Tenant, id: string): Promise<Buffer | null> {
    const [row] = await queryRows<{ sheets: Buffer }>(
      manager,
      'SELECT sheets FROM standard_imports WHERE organization_id = $1 AND id = $2',
      [tenant.organizationId, id],
    );
    return row?.sheets ?? null;
  }

  async rows(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    page: {
      readonly filter: 'all' | 'problems' | 'duplicates' | 'left_out';
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<{ total: number; rows: ImportRow[] }> {
    const conditions = {
      all: 'true',
      problems: `problems <> '[]'`,
      duplicates: 'is_duplicate',
      left_out: `action IN ('error', 'skip')`,
    };
    const where = `organization_id = $1 AND import_id = $2 AND ${conditions[page.filter]}`;
    const window = `LIMIT ${Math.trunc(page.limit)} OFFSET ${Math.trunc(page.offset)}`;
    const values = [tenant.organizationId, id];
    const [count] = await queryRows<{ total: number }>(
      manager,
      `SELECT count(*)::int AS total FROM standard_import_rows WHERE ${where}`,
      values,
    );
    const rows = await queryRows<ImportRow>(
      manager,
      `SELECT sheet, row_number AS "rowNumber", part, position, "values", action, is_duplicate AS "isDuplicate", problems,
         standard_id AS "standardId" FROM standard_import_rows WHERE ${where} ORDER BY position ${window}`,
      values,
    );
    return { total: count?.total ?? 0, rows };
  }

  /** The rows as they were read, packed, for the thread that plans. */
  async rowsToPlan(manager: EntityManager, tenant: Tenant, id: string): Promise<Buffer> {
    const [row] = await queryRows<{ rows: Buffer }>(
      manager,
      'SELECT read_rows AS rows FROM standard_imports WHERE organization_id = $1 AND id = $2',
      [tenant.organizationId, id],
    );
    return row?.rows ?? Buffer.alloc(0);
  }

  /** @param texts `CommittedRow[]` as JSON, each a statement */
  async markCommitted(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    summary: ImportSummary,
    texts: readonly Uint8Array[],
  ): Promise<void> {
    await manager.query(
      `UPDATE standard_imports SET state = 'committed', committed_at = now(), summary = $3
       WHERE organization_id = $1 AND id = $2`,
      [tenant.organizationId, id, JSON.stringify(summary)],
    );
    for (const text of texts)
      await manager.query(
        `UPDATE standard_import_rows t SET standard_id = r."standardId", before = NULLIF(r.before, 'null'::jsonb),
           version_after = r."versionAfter", action = CASE WHEN r.before = 'null'::jsonb OR r.before IS NULL
             THEN 'insert' ELSE 'update' END
         FROM jsonb_to_recordset($3::text::jsonb) AS r(sheet integer, "rowNumber" integer, part integer, "standardId" uuid, before jsonb,
           "versionAfter" integer)
         WHERE t.organization_id = $1 AND t.import_id = $2 AND t.sheet = r.sheet
           AND t.row_number = r."rowNumber" AND t.part = r.part`,
        [tenant.organizationId, id, text],
      );
  }

  /** Rows whose standard was changed or removed since, or holds evidence that would go with it. */
  async touchedRows(manager: EntityManager, tenant: Tenant, id: string): Promise<TouchedRow[]> {
    return queryRows(
      manager,
      `SELECT r.row_number AS "rowNumber", r.standard_id AS "standardId", coalesce(s.number, '') AS number,
         coalesce(s.title, '') AS title, CASE WHEN s.id IS NULL THEN 'removed'
           WHEN s.version <> r.version_after THEN 'changed' ELSE 'has_evidence' END AS reason
       FROM standard_import_rows r
       LEFT JOIN standards s ON s.organization_id = r.organization_id AND s.id = r.standard_id
       WHERE r.organization_id = $1 AND r.import_id = $2 AND r.version_after IS NOT NULL
         AND (s.id IS NULL OR s.version <> r.version_after OR (r.before IS NULL AND EXISTS (
           SELECT FROM evidence_standard_links l
           WHERE l.organization_id = s.organization_id AND l.standard_id = s.id)))
       ORDER BY r.position`,
      [tenant.organizationId, id],
    );
  }

  /** What the import added and what it replaced, without the standards in `kept`. */
  async untouched(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    kept: readonly string[],
  ): Promise<{
    readonly added: { readonly id: string; readonly version: number }[];
    readonly replaced: {
      readonly id: string;
      readonly version: number;
      readonly record: StandardRecord;
    }[];
  }> {
    const where = `organization_id = $1 AND import_id = $2 AND version_after IS NOT NULL
      AND NOT (standard_id = ANY($3::uuid[]))`;
    const parameters = [tenant.organizationId, id, kept];
    return {
      added: await queryRows(
        manager,
        `SELECT standard_id AS id, version_after AS version FROM standard_import_rows
         WHERE ${where} AND before IS NULL`,
        parameters,
      ),
      replaced: await queryRows(
        manager,
        `SELECT standard_id AS id, version_after AS version, before AS record FROM standard_import_rows
         WHERE ${where} AND before IS NOT NULL ORDER BY position`,
        parameters,
      ),
    };
  }

  async markUndone(manager: EntityManager, tenant: Tenant, id: string): Promise<void> {
    await manager.query(
      `UPDATE standard_imports SET state = 'undone', undone_at = now() WHERE organization_id = $1 AND id = $2`,
      [tenant.organizationId, id],
    );
  }
}
