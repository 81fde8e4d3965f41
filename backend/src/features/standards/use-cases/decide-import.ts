/** Carry out a previewed import, or take it back. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, notFound, ProblemError, RequestContext, TenantDatabase } from '../../../kernel';
import { planActions, type PlannedRow } from '../import/recognition/plan-actions';
import { ImportsRepository, type CommittedRow, type StoredImport } from '../imports.repository';
import { newStandardId, organizationDay } from '../register/standard-columns';
import { StandardsRepository } from '../standards.repository';
import { registeredOf, summaryOf } from './preview-import';

/** One import at a time changes the register of an organization. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('standards-register'), hashtext($1))`;

/**
 * Holds the standards that an import wrote: evidence linked to one of them is either seen by what follows, or waits
 * until the undo is done.
 */
const LOCK_WRITTEN = `SELECT FROM standards WHERE organization_id = $1 AND id IN (
    SELECT standard_id FROM standard_import_rows
    WHERE organization_id = $1 AND import_id = $2 AND version_after IS NOT NULL)
  ORDER BY id FOR UPDATE`;

@Injectable()
export class CommitImport {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly imports: ImportsRepository,
    private readonly audit: Audit,
  ) {}

  /** All rows in one transaction, planned anew on the register as it stands. A second commit changes nothing. */
  async execute(context: RequestContext, id: string): Promise<StoredImport> {
    return this.database.transaction(context, async (manager) => {
      await manager.query(LOCK, [context.organizationId]);
      const stored = await this.imports.find(manager, context, id, true);
      if (stored === null) throw notFound();
      if (stored.state === 'committed') return stored;
      if (stored.state === 'undone') throw new ProblemError('import_state');
      const planned = await this.plan(manager, context, stored);
      const rows = await this.write(manager, context, planned);
      const summary = summaryOf(planned, stored.summary.blank);
      await this.imports.markCommitted(manager, context, id, summary, rows);
      await this.audit.record(
        manager,
        context,
        'standards.imported',
        { type: 'standard_import', id },
        { ...summary },
      );
      return (await this.imports.find(manager, context, id)) ?? stored;
    });
  }

  private async plan(
    manager: EntityManager,
    context: RequestContext,
    stored: StoredImport,
  ): Promise<PlannedRow[]> {
    const { rows } = await this.imports.rows(manager, context, stored.id);
    const register = await this.standards.all(manager, context, organizationDay(new Date()));
    const read = rows.map(({ rowNumber, cells, record }) => ({
      rowNumber,
      values: cells,
      ...record,
    }));
    return planActions(read, register.map(registeredOf), stored.duplicates);
  }

  private async write(
    manager: EntityManager,
    context: RequestContext,
    planned: readonly PlannedRow[],
  ): Promise<CommittedRow[]> {
    const first = await this.standards.nextPosition(manager, context);
    const inserts = planned
      .filter(({ action }) => action === 'insert')
      .map(({ row, record }, index) => ({
        rowNumber: row.rowNumber,
        id: newStandardId(),
        position: first + index,
        record,
      }));
    const updates = planned.flatMap(({ action, row, target, record }) =>
      action === 'update' && target !== null ? [{ rowNumber: row.rowNumber, target, record }] : [],
    );
    await this.standards.insert(manager, context, inserts);
    const written = await this.standards.update(
      manager,
      context,
      updates.map(({ target, record }) => ({ id: target.id, version: target.version, record })),
    );
    // Someone edited a row between reading and writing: the whole import is taken back, to be tried again.
    if (written.size < updates.length) throw new ProblemError('conflict');
    return [
      ...inserts.map(({ rowNumber, id }) => ({
        rowNumber,
        standardId: id,
        before: null,
        versionAfter: 1,
      })),
      ...updates.map(({ rowNumber, target }) => ({
        rowNumber,
        standardId: target.id,
        before: target.record,
        versionAfter: target.version + 1,
      })),
    ];
  }
}

@Injectable()
export class UndoImport {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly imports: ImportsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Removes what the import brought and restores what it replaced. Standards touched since, or with evidence linked
   * to them, are named (409) and nothing happens, unless the person chooses to keep those and undo the rest.
   */
  async execute(context: RequestContext, id: string, keepChanged: boolean): Promise<StoredImport> {
    return this.database.transaction(context, async (manager) => {
      await manager.query(LOCK, [context.organizationId]);
      const stored = await this.imports.find(manager, context, id, true);
      if (stored === null) throw notFound();
      if (stored.state === 'undone') return stored;
      if (stored.state === 'previewed') throw new ProblemError('import_state');
      await manager.query(LOCK_WRITTEN, [context.organizationId, id]);
      const { untouched, touched } = await this.sort(manager, context, id);
      if (touched.length > 0 && !keepChanged)
        throw new ProblemError(
          'import_rows_changed',
          { count: touched.length },
          { current: { rows: touched } },
        );
      await this.restore(manager, context, untouched);
      await this.imports.markUndone(manager, context, id);
      const details = { undone: untouched.length, kept: touched.length };
      await this.audit.record(
        manager,
        context,
        'standards.import_undone',
        { type: 'standard_import', id },
        details,
      );
      return (await this.imports.find(manager, context, id)) ?? stored;
    });
  }

  private async sort(manager: EntityManager, context: RequestContext, id: string) {
    const rows = await this.imports.committedRows(manager, context, id);
    const register = await this.standards.all(manager, context, organizationDay(new Date()));
    const byId = new Map(register.map((row) => [row.id, row]));
    const untouched: CommittedRow[] = [];
    const touched: {
      rowNumber: number;
      standardId: string;
      number: string;
      title: string;
      reason: string;
    }[] = [];
    for (const row of rows) {
      const now = byId.get(row.standardId);
      const reason =
        now === undefined
          ? 'removed'
          : now.version !== row.versionAfter
            ? 'changed'
            : row.before === null && now.evidenceCount > 0
              ? 'has_evidence'
              : null;
      if (reason === null) untouched.push(row);
      else
        touched.push({
          rowNumber: row.rowNumber,
          standardId: row.standardId,
          number: now?.number ?? '',
          title: now?.title ?? '',
          reason,
        });
    }
    return { untouched, touched };
  }

  private async restore(
    manager: EntityManager,
    context: RequestContext,
    rows: readonly CommittedRow[],
  ): Promise<void> {
    const inserted = rows.filter(({ before }) => before === null);
    const replaced = rows.flatMap(({ standardId, before, versionAfter }) =>
      before === null ? [] : [{ id: standardId, version: versionAfter, record: before }],
    );
    const gone = await this.standards.remove(
      manager,
      context,
      inserted.map(({ standardId, versionAfter }) => ({ id: standardId, version: versionAfter })),
    );
    const written = await this.standards.update(manager, context, replaced);
    if (gone.length < inserted.length || written.size < replaced.length)
      throw new ProblemError('conflict');
  }
}
