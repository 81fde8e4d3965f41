import { Injectable } from '@nestjs/common';
import { Raw, type EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../kernel';
import type { ImportPiece, ImportRow } from './import/import-pieces';
import type { NewImport, StoredImport } from './import/stored-import';
import { StandardImportPieceEntity } from './entities/standard-import-piece.entity';
import { StandardImportEntity } from './entities/standard-import.entity';
import { NOTE_CLASSIFIED } from './register/catalogue-codes.sql';

/** What is told of an import: neither its sheets nor its rows. */
const TOLD = {
  ...{ id: true, state: true, fileName: true, encoding: true, sheetNames: true, sheet: true },
  ...{ headerRow: true, headerRows: true, columns: true, duplicates: true, choices: true },
  ...{ summary: true, notes: true, stamp: true, createdAt: true, createdBy: true },
  ...{ createdByName: true, committedAt: true, undoneAt: true },
} as const;
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

/**
 * Every question to imports. SQL takes the texts of pieces as bytes, which nobody here reads, unpacks a page of them,
 * and forgets many at once.
 */
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
    await manager.insert(StandardImportEntity, {
      ...stored,
      sheets: packed,
      organizationId: context.organizationId,
      createdBy: context.userId,
      createdByName: context.userName,
    });
  }

  /** Its pieces go; new ones are to be inserted. */
  async remap(manager: EntityManager, tenant: Tenant, stored: NewImport): Promise<void> {
    const { id, sheet, headerRow, headerRows, columns, duplicates } = stored;
    const { summary, notes, choices, stamp } = stored;
    await manager.update(
      StandardImportEntity,
      { organizationId: tenant.organizationId, id },
      { sheet, headerRow, headerRows, columns, duplicates, summary, notes, choices, stamp },
    );
    const pieces = { organizationId: tenant.organizationId, importId: id };
    await manager.delete(StandardImportPieceEntity, pieces);
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

  async list(manager: EntityManager, { organizationId }: Tenant): Promise<StoredImport[]> {
    return manager.find(StandardImportEntity, {
      select: TOLD,
      where: { organizationId },
      order: { createdAt: 'DESC', id: 'ASC' },
      take: 100,
    });
  }

  /** @param isLocked nobody else commits or undoes it until this transaction ends */
  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    isLocked = false,
  ): Promise<StoredImport | null> {
    return manager.findOne(StandardImportEntity, {
      select: TOLD,
      where: { organizationId, id },
      ...(isLocked && { lock: { mode: 'pessimistic_write' } }),
    });
  }

  async sheetsOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Uint8Array | null> {
    const found = await manager.findOne(StandardImportEntity, {
      select: { id: true, sheets: true },
      where: { organizationId, id },
    });
    return found?.sheets ?? null;
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
  async markCommitted(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<void> {
    await manager.update(
      StandardImportEntity,
      { organizationId, id },
      { state: 'committed', committedAt: () => 'now()' },
    );
    const pieces = { organizationId, importId: id };
    await manager.update(StandardImportPieceEntity, pieces, { toWrite: '' });
  }

  async markUndone(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    await manager.update(
      StandardImportEntity,
      { organizationId, id },
      { state: 'undone', undoneAt: () => 'now()' },
    );
  }

  /** Previews that nobody decided on, and the rows and sheets of what was taken back. */
  async forgetOld(manager: EntityManager, tenant: Tenant, daysToDecide: number): Promise<void> {
    const { organizationId } = tenant;
    await manager.delete(StandardImportEntity, {
      organizationId,
      state: 'previewed',
      createdAt: Raw((at) => `${at} < now() - make_interval(days => :daysToDecide)`, {
        daysToDecide,
      }),
    });
    await manager.query(
      `DELETE FROM standard_import_pieces r USING standard_imports i
       WHERE i.organization_id = $1 AND i.state = 'undone'
         AND r.organization_id = i.organization_id AND r.import_id = i.id`,
      [organizationId],
    );
    const undone = { organizationId, state: 'undone', sheets: Raw((bytes) => `${bytes} <> ''`) };
    await manager.update(StandardImportEntity, undone, { sheets: Buffer.alloc(0) });
  }
}
