/** Carry out a previewed import, or take it back. */
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import type { planImport, PlannedImport } from '../import/import.task';
import { ImportsRepository, type StoredImport } from '../imports.repository';
import { StandardsRepository } from '../standards.repository';

const PLAN = threadTask<typeof planImport>('planImport', { seconds: 30 });
/** How often it is planned anew where somebody edits the register meanwhile. */
const TRIES = 3;

/**
 * Holds the standards that an import wrote: evidence linked to one of them is either seen by what follows, or waits
 * until the undo is done.
 */
const LOCK_WRITTEN = `SELECT FROM standards WHERE organization_id = $1 AND id IN (
    SELECT standard_id FROM standard_import_rows
    WHERE organization_id = $1 AND import_id = $2 AND version_after IS NOT NULL)
  ORDER BY id FOR UPDATE`;

/** A plan and what it was made on. */
interface Planned {
  readonly stored: StoredImport;
  readonly stamp: string;
  readonly plan: PlannedImport;
}

@Injectable()
export class CommitImport {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly imports: ImportsRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  /**
   * All rows in one transaction, planned anew on the register as it stands. A second commit changes nothing. No
   * transaction waits for the thread that plans: what was planned is written only where nothing changed meanwhile.
   */
  async execute(context: RequestContext, id: string): Promise<StoredImport> {
    for (let tries = 1; ; tries += 1) {
      const stored = await this.find(context, id);
      if (stored.state === 'committed') return stored;
      if (await this.planAndWrite(context, id)) return this.find(context, id);
      if (tries === TRIES) throw new ProblemError('conflict');
    }
  }

  /** @returns false where register or preview changed while it was planned */
  private async planAndWrite(context: RequestContext, id: string): Promise<boolean> {
    let basis: Omit<Planned, 'plan'> | undefined;
    const input = async () => {
      const { stored, rows, register } = await this.read(context, id);
      basis = { stored, stamp: register.stamp };
      const { duplicates, summary } = stored;
      return { rows, register: register.json, duplicates, blank: summary.blank };
    };
    return this.threads.run(context, PLAN, input, {
      signal: context.signal,
      afterwards: (plan) =>
        this.database.transaction(context, async (manager) =>
          basis === undefined ? false : this.write(manager, context, { ...basis, plan }),
        ),
    });
  }

  private async read(context: RequestContext, id: string) {
    return this.database.readOneInstant(context, async (manager) => {
      const stored = await this.imports.find(manager, context, id);
      if (stored === null) throw notFound();
      if (stored.state === 'undone') throw new ProblemError('import_state');
      const rows = await this.imports.rowsToPlan(manager, context, id);
      return { stored, rows, register: await this.standards.comparable(manager, context) };
    });
  }

  private async find(context: RequestContext, id: string): Promise<StoredImport> {
    const stored = await this.database.read(context, (manager) =>
      this.imports.find(manager, context, id),
    );
    if (stored === null) throw notFound();
    return stored;
  }

  /** @returns false where register or preview are not those that were planned on */
  private async write(
    manager: EntityManager,
    context: RequestContext,
    { stored, stamp, plan }: Planned,
  ): Promise<boolean> {
    const { id } = stored;
    await this.standards.takeTurn(manager, context);
    const locked = await this.imports.find(manager, context, id, true);
    if (locked?.state === 'committed') return true;
    if (!isDeepStrictEqual(locked, stored)) return false;
    if ((await this.standards.stamp(manager, context)) !== stamp) return false;
    const first = await this.standards.nextPosition(manager, context);
    await this.standards.insertTexts(manager, context, {
      texts: plan.inserts,
      count: plan.summary.toInsert,
      first,
    });
    const written = await this.standards.updateTexts(manager, context, plan.updates);
    // Someone edited a row between the look at the stamp and the writing: the whole import is taken back.
    if (written.size < plan.updateCount) throw new ProblemError('conflict');
    const { summary } = plan;
    await this.imports.markCommitted(manager, context, id, summary, plan.written);
    const subject = { type: 'standard_import', id };
    await this.audit.record(manager, context, 'standards.imported', subject, { ...summary });
    return true;
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
      await this.standards.takeTurn(manager, context);
      const stored = await this.imports.find(manager, context, id, true);
      if (stored === null) throw notFound();
      if (stored.state === 'undone') return stored;
      if (stored.state === 'previewed') throw new ProblemError('import_state');
      await manager.query(LOCK_WRITTEN, [context.organizationId, id]);
      const touched = await this.imports.touchedRows(manager, context, id);
      if (touched.length > 0 && !keepChanged)
        throw new ProblemError(
          'import_rows_changed',
          { count: touched.length },
          { current: { rows: touched } },
        );
      const undone = await this.restore(manager, context, id, touched);
      await this.imports.markUndone(manager, context, id);
      const details = { undone, kept: touched.length };
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

  /** @returns how many standards are as they were before */
  private async restore(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    touched: readonly { readonly standardId: string }[],
  ): Promise<number> {
    const kept = touched.map(({ standardId }) => standardId);
    const { added, replaced } = await this.imports.untouched(manager, context, id, kept);
    const gone = await this.standards.remove(manager, context, added);
    const written = await this.standards.update(manager, context, replaced);
    if (gone.length < added.length || written.size < replaced.length)
      throw new ProblemError('conflict');
    return gone.length + written.size;
  }
}
