import { Injectable } from '@nestjs/common';
import {
  type AuditAction,
  recordKind,
  say,
  sideOf,
  type OtherDoor,
  type RecordKindId,
} from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  Config,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type UploadedTable,
} from '../../../kernel';
import { planRecords, type PlannedRecord } from '../import/plan-records';
import type { RecordFile, RecordFileChoices } from '../import/read-record-file';
import type { Misplaced } from '../import/right-door';
import type { readRecordFile } from '../import/read-records.task';
import type { RecordImport, WrittenRecord } from '../import/record-import';
import { RecordImportsRepository } from '../import/record-imports.repository';
import { RecordsRepository } from '../records.repository';

/** Rows of one file: a list of an enterprise is far shorter. */
const MOST_ROWS = 2_000;
const READ = threadTask<typeof readRecordFile>('readRecordFile', { seconds: 45 });

/** The refusal of a table that is something else, with the door at which it is taken. */
function wrongDoor(
  kind: RecordKindId,
  { code, door, list, canTakeAnyway }: Misplaced,
  { language }: Pick<RequestContext, 'language'>,
): ProblemError {
  const nameOf = (id: RecordKindId): string => say(recordKind(id).label, language);
  const parameters = { wanted: nameOf(kind), list: list === null ? '' : nameOf(list) };
  const current: OtherDoor = { door, list, canTakeAnyway };
  return new ProblemError(code, parameters, { current });
}

/** An import with what each of its rows does, or did. */
export interface ImportView {
  readonly stored: RecordImport;
  readonly planned: readonly PlannedRecord[];
}

/** A spreadsheet on its way into a list: preview, commit in one transaction, undo. */
@Injectable()
export class ImportRecords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
    private readonly imports: RecordImportsRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
    private readonly config: Config,
  ) {}

  /** Nothing of the list changes. */
  async preview(
    context: RequestContext,
    kind: RecordKindId,
    file: UploadedTable,
    choices: RecordFileChoices,
  ): Promise<ImportView> {
    const { columns, rows, said } = await this.read(context, kind, file, choices);
    const id = randomUUID();
    return this.database.transaction(context, async (manager) => {
      const fileName = file.name;
      await this.imports.insert(manager, context, { id, kind, fileName, columns, rows, said });
      // Who left while the file was read finds nothing of it.
      context.signal?.throwIfAborted();
      const stored = await this.taken(manager, context, kind, id);
      return { stored, planned: await this.plan(manager, context, stored) };
    });
  }

  /** Planned anew on the list as it stands; rows with problems stay out. A second commit changes nothing. */
  async commit(context: RequestContext, kind: RecordKindId, id: string): Promise<ImportView> {
    return this.database.transaction(context, async (manager) => {
      await this.records.lock(manager, context, kind);
      const stored = await this.taken(manager, context, kind, id);
      if (stored.state === 'undone') throw new ProblemError('import_state');
      if (stored.state === 'committed') return { stored, planned: [] };
      const planned = await this.plan(manager, context, stored);
      const written = await this.write(manager, context, kind, planned);
      await this.imports.markCommitted(manager, context, id, written);
      await this.record(manager, context, 'records.imported', stored, { written: written.length });
      return { stored: await this.taken(manager, context, kind, id), planned };
    });
  }

  /**
   * Removes what the import brought and restores what it replaced.
   * @throws ProblemError record_import_changed where records were touched since, unless those are to be kept
   */
  async undo(
    context: RequestContext,
    kind: RecordKindId,
    id: string,
    keepChanged: boolean,
  ): Promise<ImportView> {
    return this.database.transaction(context, async (manager) => {
      await this.records.lock(manager, context, kind);
      const stored = await this.taken(manager, context, kind, id);
      if (stored.state === 'previewed') throw new ProblemError('import_state');
      if (stored.state === 'undone') return { stored, planned: [] };
      let changed = 0;
      for (const written of stored.written)
        if (!(await this.restore(manager, context, kind, written))) changed += 1;
      if (changed > 0 && !keepChanged)
        throw new ProblemError('record_import_changed', { count: changed });
      await this.imports.markUndone(manager, context, id);
      await this.record(manager, context, 'records.import_undone', stored, { kept: changed });
      return { stored: await this.taken(manager, context, kind, id), planned: [] };
    });
  }

  /** @throws ProblemError where the file is no list of this kind */
  private async read(
    context: RequestContext,
    kind: RecordKindId,
    { name: fileName, staged: { path } }: UploadedTable,
    choices: RecordFileChoices,
  ): Promise<RecordFile> {
    const bounds = { maxBytes: this.config.importMaxBytes, most: MOST_ROWS };
    const input = { path, fileName, kind, choices, ...bounds };
    const file = await this.threads.run(context, READ, input, context);
    const { misplaced, hasTitle, count } = file;
    if (misplaced !== null && !(hasTitle && choices.isTakenAnyway))
      throw wrongDoor(kind, misplaced, context);
    if (!hasTitle) {
      const { titleField, fields } = recordKind(kind);
      const title = fields.find(({ id }) => id === titleField);
      const column = title?.label[sideOf(context.language)] ?? titleField;
      throw new ProblemError('record_head_missing', { column });
    }
    if (count === 0) throw new ProblemError('spreadsheet_without_rows');
    if (count > MOST_ROWS) throw new ProblemError('record_import_too_large', { most: MOST_ROWS });
    return file;
  }

  private async taken(
    manager: EntityManager,
    context: RequestContext,
    kind: RecordKindId,
    id: string,
  ): Promise<RecordImport> {
    const stored = await this.imports.take(manager, context, kind, id);
    if (stored === null) throw notFound();
    return stored;
  }

  private async plan(
    manager: EntityManager,
    context: RequestContext,
    { kind, rows }: RecordImport,
  ): Promise<PlannedRecord[]> {
    return planRecords(kind, rows, await this.records.all(manager, context, kind));
  }

  private async write(
    manager: EntityManager,
    context: RequestContext,
    kind: RecordKindId,
    planned: readonly PlannedRecord[],
  ): Promise<WrittenRecord[]> {
    const added = planned.flatMap(({ action, fields }) =>
      action === 'insert' && fields !== null ? [{ id: randomUUID(), fields }] : [],
    );
    await this.records.insert(manager, context, kind, added);
    const written = added.map(({ id }): WrittenRecord => ({ id, before: null, versionAfter: 1 }));
    for (const { action, target, fields } of planned) {
      if (action !== 'update' || target === null || fields === null) continue;
      const { id, version } = target;
      // Someone edited it between reading and writing: the whole import is taken back, to be tried again.
      if (!(await this.records.update(manager, context, kind, { id, version, fields })))
        throw new ProblemError('conflict');
      written.push({ id, before: target.fields, versionAfter: version + 1 });
    }
    await this.records.forgetRenamed(manager, context, written);
    return written;
  }

  private async restore(
    manager: EntityManager,
    context: RequestContext,
    kind: RecordKindId,
    { id, before, versionAfter: version }: WrittenRecord,
  ): Promise<boolean> {
    if (before === null) return this.records.remove(manager, context, kind, { id, version });
    return this.records.update(manager, context, kind, { id, version, fields: before });
  }

  private record(
    manager: EntityManager,
    context: RequestContext,
    action: AuditAction,
    { id, kind, fileName }: RecordImport,
    details: Readonly<Record<string, number>>,
  ): Promise<void> {
    const subject = { type: 'record_import', id };
    return this.audit.record(manager, context, action, subject, { kind, fileName, ...details });
  }
}
