import { Injectable } from '@nestjs/common';
import type { SkippedRow, TableNote } from '@liangxing/tables';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../kernel';
import type { ImportPiece, ImportRow } from './import/import-pieces';
import type { RecognisedColumn } from './import/recognition/recognise-columns';
import type { DuplicatePolicy } from './import/recognition/plan-actions';
import type { SheetNote } from './import/recognition/sheet-notes';
import type { ImportChoices } from './import/import-choices';
import { NOTE_CLASSIFIED } from './register/catalogue-codes';

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
  /** Of the register and the code that its rows were planned with. */
  readonly stamp: string;
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

/** A standard that an undo would not leave as the import found it. */
const SELECT = `SELECT id, state, file_name AS "fileName", encoding, sheet_names AS "sheetNames", sheet,
  header_row AS "headerRow", header_rows AS "headerRows", columns, duplicates, choices, summary, notes, stamp,
  created_at AS "createdAt", created_by AS "createdBy", created_by_name AS "createdByName",
  committed_at AS "committedAt", undone_at AS "undoneAt" FROM standard_imports`;
type Tenant = Pick<RequestContext, 'organizationId'>;

/** How many rows of a piece a page shows, and which. */
const FILTERS = {
  all: { count: 'row_count', condition: 'true' },
  problems: { count: 'problem_count', condition: `json_array_length(r.row -> 'problems') > 0` },
  duplicates: { count: 'duplicate_count', condition: `(r.row ->> 'isDuplicate')::boolean` },
  left_out: { count: 'left_out_count', condition: `r.row ->> 'action' IN ('error', 'skip')` },
} as const;

/** Which pieces hold a page of what the filter leaves, and where in them it begins. */
function piecesOfPage(
  pieces: readonly { readonly position: number; readonly count: number }[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { total: number; positions: number[]; offset: number } {
  let total = 0;
  let before = 0;
  const positions: number[] = [];
  for (const { position, count } of pieces) {
    if (total + count <= offset) before += count;
    else if (total < offset + limit) positions.push(position);
    total += count;
  }
  return { total, positions, offset: Math.max(offset - before, 0) };
}

@Injectable()
export class ImportsRepository {
  constructor(private readonly quotas: Quotas) {}

  async insert(
    manager: EntityManager,
    context: RequestContext,
    stored: NewImport,
    packed: Uint8Array,
  ): Promise<void> {
    await this.quotas.require(manager, context.organizationId, 'stored_imports');
    await manager.query(
      `INSERT INTO standard_imports (organization_id, id, file_name, encoding, sheets, sheet_names, sheet, header_row,
         header_rows, columns, duplicates, summary, notes, created_by, created_by_name, choices, stamp)
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
        stored.stamp,
      ],
    );
  }

  /** Its pieces go; new ones are to be inserted. */
  async remap(manager: EntityManager, tenant: Tenant, stored: NewImport): Promise<void> {
    await manager.query(
      `UPDATE standard_imports SET sheet = $3, header_row = $4, header_rows = $5, columns = $6, duplicates = $7,
         summary = $8, notes = $9, choices = $10, stamp = $11 WHERE organization_id = $1 AND id = $2`,
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
        stored.stamp,
      ],
    );
    await manager.query(
      'DELETE FROM standard_import_pieces WHERE organization_id = $1 AND import_id = $2',
      [tenant.organizationId, stored.id],
    );
  }

  async insertPieces(
    manager: EntityManager,
    tenant: Tenant,
    importId: string,
    pieces: readonly ImportPiece[],
  ): Promise<void> {
    for (const piece of pieces)
      await manager.query(
        `INSERT INTO standard_import_pieces (organization_id, import_id, position, row_count, problem_count,
           duplicate_count, left_out_count, shown, written, to_write) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          tenant.organizationId,
          importId,
          piece.position,
          piece.rowCount,
          piece.problemCount,
          piece.duplicateCount,
          piece.leftOutCount,
          piece.shown,
          piece.written,
          piece.toWrite,
        ],
      );
    await manager.query(NOTE_CLASSIFIED, [tenant.organizationId, importId]);
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
      readonly filter: keyof typeof FILTERS;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<{ total: number; rows: ImportRow[] }> {
    const { count, condition } = FILTERS[page.filter];
    const where = `organization_id = $1 AND import_id = $2 AND ${count} > 0`;
    const pieces = await queryRows<{ position: number; count: number }>(
      manager,
      `SELECT position, ${count} AS count FROM standard_import_pieces WHERE ${where} ORDER BY position`,
      [tenant.organizationId, id],
    );
    const { total, positions, offset } = piecesOfPage(pieces, page);
    const rows = await queryRows<{ row: ImportRow }>(
      manager,
      `SELECT r.row FROM standard_import_pieces p, json_array_elements(p.shown::json) WITH ORDINALITY AS r(row, at)
       WHERE ${where} AND position = ANY($3::integer[]) AND ${condition}
       ORDER BY position, at LIMIT $4 OFFSET $5`,
      [tenant.organizationId, id, positions, page.limit, offset],
    );
    return { total, rows: rows.map(({ row }) => row) };
  }

  /** What was written is the register's now; who it was stays, to take it back. */
  async markCommitted(manager: EntityManager, tenant: Tenant, id: string): Promise<void> {
    const parameters = [tenant.organizationId, id];
    await manager.query(
      `UPDATE standard_imports SET state = 'committed', committed_at = now()
       WHERE organization_id = $1 AND id = $2`,
      parameters,
    );
    await manager.query(
      `UPDATE standard_import_pieces SET to_write = '' WHERE organization_id = $1 AND import_id = $2`,
      parameters,
    );
  }

  async markUndone(manager: EntityManager, tenant: Tenant, id: string): Promise<void> {
    await manager.query(
      `UPDATE standard_imports SET state = 'undone', undone_at = now() WHERE organization_id = $1 AND id = $2`,
      [tenant.organizationId, id],
    );
  }

  /** Previews that nobody decided on, and the rows and sheets of what was taken back. */
  async forgetOld(manager: EntityManager, tenant: Tenant, daysToDecide: number): Promise<void> {
    const { organizationId } = tenant;
    await manager.query(
      `DELETE FROM standard_imports WHERE organization_id = $1 AND state = 'previewed'
         AND created_at < now() - make_interval(days => $2)`,
      [organizationId, daysToDecide],
    );
    await manager.query(
      `DELETE FROM standard_import_pieces r USING standard_imports i
       WHERE i.organization_id = $1 AND i.state = 'undone'
         AND r.organization_id = i.organization_id AND r.import_id = i.id`,
      [organizationId],
    );
    await manager.query(
      `UPDATE standard_imports SET sheets = '' WHERE organization_id = $1 AND state = 'undone' AND sheets <> ''`,
      [organizationId],
    );
  }
}
