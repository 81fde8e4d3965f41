/** Carry out a previewed import, or take it back. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  ThreadPool,
} from '../../../kernel';
import { ImportPlansRepository } from '../import-plans.repository';
import type { StoredImport } from '../import/stored-import';
import { ImportsRepository } from '../imports.repository';
import { StandardsRepository } from '../standards.repository';
import { WrittenImportsRepository } from '../written-imports.repository';
import { PreviewImport } from './preview-import';
import { TellRegisterChanged } from './tell-register-changed';

/** How often it is planned anew where somebody edits the register meanwhile. */
const TRIES = 3;

@Injectable()
export class CommitImport {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly imports: ImportsRepository,
    private readonly plans: ImportPlansRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
    private readonly previewing: PreviewImport,
    private readonly told: TellRegisterChanged,
  ) {}

  /**
   * All rows in one transaction, as the preview planned them; where the register has changed since, the preview is made
   * anew first. A second commit changes nothing.
   */
  async execute(context: RequestContext, id: string): Promise<StoredImport> {
    for (let tries = 1; ; tries += 1) {
      // Who writes ten thousand rows keeps the database as busy as a thread: one after the other.
      const isWritten = await this.threads.inTurn(context, context.signal, () =>
        this.database.transaction(context, (manager) => this.write(manager, context, id)),
      );
      if (isWritten) break;
      if (tries === TRIES) throw new ProblemError('conflict');
      await this.previewing.planAnew(context, id);
    }
    const stored = await this.database.read(context, (manager) =>
      this.imports.find(manager, context, id),
    );
    if (stored === null) throw notFound();
    return stored;
  }

  /** @returns false where the register is not the one that was planned on */
  private async write(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<boolean> {
    await this.standards.takeTurn(manager, context);
    const stored = await this.imports.find(manager, context, id, true);
    if (stored === null) throw notFound();
    if (stored.state === 'undone') throw new ProblemError('import_state');
    if (stored.state === 'committed') return true;
    if ((await this.plans.stamp(manager, context)) !== stored.stamp) return false;
    const { summary } = stored;
    await this.plans.write(manager, context, id, summary);
    await this.imports.markCommitted(manager, context, id);
    await this.told.execute(manager, context);
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
    private readonly written: WrittenImportsRepository,
    private readonly audit: Audit,
    private readonly told: TellRegisterChanged,
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
      await this.written.lock(manager, context, id);
      const touched = await this.written.touched(manager, context, id);
      if (touched.length > 0 && !keepChanged)
        throw new ProblemError(
          'import_rows_changed',
          { count: touched.length },
          { current: { rows: touched } },
        );
      const undone = await this.restore(manager, context, id, touched);
      await this.imports.markUndone(manager, context, id);
      await this.told.execute(manager, context);
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
    const { added, replaced } = await this.written.untouched(manager, context, id, kept);
    const gone = await this.standards.remove(manager, context, added);
    const written = await this.standards.update(manager, context, replaced);
    if (gone.length < added.length || written.size < replaced.length)
      throw new ProblemError('conflict');
    return gone.length + written.size;
  }
}
