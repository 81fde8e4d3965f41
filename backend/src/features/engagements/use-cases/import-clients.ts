import { Injectable } from '@nestjs/common';
import { isPermitted, sideOf } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  Config,
  jobContextOf,
  JobQueue,
  notFound,
  organizationDay,
  ProblemError,
  Quotas,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type RequestContext,
  type UploadedTable,
} from '../../../kernel';
import { UsersRepository } from '../../accounts';
import { InvitationMail } from '../../organizations';
import type { ClientImportEntity } from '../entities/client-import.entity';
import { checkClientRows } from '../import/check-client-rows';
import { CLIENT_COLUMNS } from '../import/client-columns';
import { ClientImportsRepository, countsOf } from '../import/client-imports.repository';
import type { ClientFile, ClientRow, ImportedRow } from '../import/client-row';
import type { readClientFile, writeClientTemplate } from '../import/clients.task';
import { requireSide } from '../require-side';
import { OFFER_IMPORTED } from './offer-imported';

const MOST_ROWS = 2_000;
const READ = threadTask<typeof readClientFile>('readClientFile', { seconds: 45 });
const WRITE = threadTask<typeof writeClientTemplate>('writeClientTemplate', { seconds: 20 });

/** A workbook of clients: preview, confirm, stop. Its mails go out by jobs, as many as the limits let out. */
@Injectable()
export class ImportClients {
  constructor(
    private readonly database: TenantDatabase,
    private readonly imports: ClientImportsRepository,
    private readonly users: UsersRepository,
    private readonly mail: InvitationMail,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
    private readonly jobs: JobQueue,
    private readonly threads: ThreadPool,
    private readonly config: Config,
  ) {}

  /**
   * Nobody is mailed, and nothing but the preview is kept.
   * @throws ProblemError forbidden, record_head_missing, spreadsheet_without_rows, record_import_too_large
   */
  async preview(context: RequestContext, file: UploadedTable): Promise<ClientImportEntity> {
    requireSide(context, 'consultancy');
    const { rows: read, ignored } = await this.read(context, file);
    const id = randomUUID();
    return this.database.transaction(context, async (manager) => {
      const rows = await this.checked(manager, context, read);
      await this.imports.insert(manager, context, { id, fileName: file.name, rows, ignored });
      // Who left while the file was read finds nothing of it.
      context.signal?.throwIfAborted();
      return this.taken(manager, context, id);
    });
  }

  /**
   * Each good row waits for its mail from now on. Checked anew on what there is; confirmed twice it is confirmed once.
   * @throws ProblemError forbidden, not_found, email_unconfirmed
   */
  async commit(context: RequestContext, id: string): Promise<ClientImportEntity> {
    requireSide(context, 'consultancy');
    this.mail.requireSender(await this.users.find(context.userId));
    return this.database.transaction(context, async (manager) => {
      const stored = await this.taken(manager, context, id);
      if (stored.state !== 'previewed') return stored;
      const rows = (await this.checked(manager, context, stored.rows)).map((row): ImportedRow =>
        row.state === 'ready' ? { ...row, state: 'waiting' } : row,
      );
      const { waiting, problem } = countsOf(rows);
      const run = stored.run + 1;
      await this.imports.keep(manager, context, id, {
        ...{ state: 'committed', rows, run, committedAt: new Date() },
      });
      const { fileName } = stored;
      const subject = { type: 'client_import', id };
      const details = { fileName, offers: waiting, problems: problem };
      await this.audit.record(manager, context, 'engagement.clients_imported', subject, details);
      const data = { context: jobContextOf(context), importId: id, run };
      await this.jobs.enqueue(manager, OFFER_IMPORTED, data);
      return this.taken(manager, context, id);
    });
  }

  /** What waits is mailed no more; offers that were made stay. @throws ProblemError forbidden, not_found, import_state */
  async stop(context: RequestContext, id: string): Promise<ClientImportEntity> {
    requireSide(context, 'consultancy');
    return this.database.transaction(context, async (manager) => {
      const stored = await this.taken(manager, context, id);
      if (stored.state === 'previewed') throw new ProblemError('import_state');
      const { waiting } = countsOf(stored.rows);
      if (waiting === 0) return stored;
      const rows = stored.rows.map((row): ImportedRow =>
        row.state === 'waiting' ? { ...row, state: 'stopped' } : row,
      );
      await this.imports.keep(manager, context, id, { state: 'stopped', rows });
      const subject = { type: 'client_import', id };
      const details = { fileName: stored.fileName, stopped: waiting };
      await this.audit.record(manager, context, 'engagement.import_stopped', subject, details);
      return this.taken(manager, context, id);
    });
  }

  async see(context: RequestContext, id: string): Promise<ClientImportEntity> {
    const found = await this.database.read(context, (manager) =>
      this.imports.find(manager, context, id),
    );
    if (found === null) throw notFound();
    return found;
  }

  list(context: RequestContext): Promise<ClientImportEntity[]> {
    return this.database.read(context, (manager) => this.imports.confirmed(manager, context));
  }

  template(context: RequestContext): Promise<Uint8Array> {
    return this.threads.run(context, WRITE, { side: sideOf(context.language) });
  }

  private async read(
    context: RequestContext,
    { staged: { path } }: UploadedTable,
  ): Promise<ClientFile> {
    const bounds = { maxBytes: this.config.importMaxBytes, most: MOST_ROWS };
    const input = { path, today: organizationDay(new Date()), ...bounds };
    const file = await this.threads.run(context, READ, input, context);
    if (!file.hasAddresses) {
      const column = CLIENT_COLUMNS.email.label[sideOf(context.language)];
      throw new ProblemError('record_head_missing', { column });
    }
    if (file.count === 0) throw new ProblemError('spreadsheet_without_rows');
    if (file.count > MOST_ROWS)
      throw new ProblemError('record_import_too_large', { most: MOST_ROWS });
    return file;
  }

  private async checked(
    manager: EntityManager,
    context: RequestContext,
    rows: readonly ClientRow[],
  ): Promise<ImportedRow[]> {
    const { used, most } = await this.quotas.usage(manager, context.organizationId, 'clients');
    return checkClientRows(rows, {
      ...(await this.imports.partners(manager, context)),
      members: await this.imports.members(manager, context),
      room: most - used,
      mayAssign: isPermitted(context, 'engagements:write'),
      userId: context.userId,
    });
  }

  private async taken(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<ClientImportEntity> {
    const stored = await this.imports.take(manager, context, id);
    if (stored === null) throw notFound();
    return stored;
  }
}
