import { Injectable } from '@nestjs/common';
import { DOSSIER_MOVES, movesFrom } from '@liangxing/contracts';
import type { AttachmentRow, DossierSnapshot } from '@liangxing/dossier';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  Audit,
  HandlesJob,
  jobKind,
  ObjectMissingError,
  PendingObjects,
  ProblemError,
  Storage,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type JobContext,
  type JobFailure,
  type JobHandler,
} from '../../../kernel';
import type { Dossier } from '../dossier';
import { AttachedFileError, failureText } from '../dossier-failure';
import { DossiersRepository } from '../dossiers.repository';
import { AttachmentsRepository } from '../attachments/attachments.repository';
import { readBytes } from '../attachments/read-bytes';
import type {
  DossierInput,
  DossierProgress,
  renderDossierFile,
  RenderedDossier,
} from '../render-dossier.task';

interface BuildDossierData {
  readonly context: JobContext;
  readonly dossierId: string;
}

export const BUILD_DOSSIER = jobKind<BuildDossierData>('dossiers.build', {
  retryLimit: 2,
  expireInSeconds: 600,
});

const RENDER = threadTask<typeof renderDossierFile>('renderDossierFile', { seconds: 300 });

/**
 * Renders the snapshot of an ordered dossier and issues it. May run twice or begin again after a crash: the same
 * snapshot gives the same bytes, and the first run issues them.
 */
@Injectable()
@HandlesJob(BUILD_DOSSIER)
export class BuildDossier implements JobHandler<BuildDossierData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly dossiers: DossiersRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly storage: Storage,
    private readonly pending: PendingObjects,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  async handle({ context, dossierId }: BuildDossierData, signal?: AbortSignal): Promise<void> {
    const dossier = await this.database.transaction(context, (manager) =>
      this.dossiers.find(manager, context, dossierId),
    );
    // Removed, done by another run, or given up.
    if (dossier === null || !movesFrom(DOSSIER_MOVES, dossier.state).includes('build')) return;
    await this.issue(context, dossier, await this.render(context, dossier, signal));
  }

  async giveUp({ context, dossierId }: BuildDossierData, failure: JobFailure): Promise<void> {
    await this.database.transaction(context, (manager) =>
      this.dossiers.fail(manager, context, dossierId, failureText(failure, context.language)),
    );
  }

  private async render(
    context: JobContext,
    dossier: Dossier,
    signal: AbortSignal | undefined,
  ): Promise<RenderedDossier> {
    let shown = 10;
    // One after another, each in a transaction of its own.
    let showing = Promise.resolve();
    const tell = (told: unknown): void => {
      const { done, of, part } = told as DossierProgress;
      const progress = 10 + Math.floor((80 * done) / of);
      if (progress <= shown) return;
      shown = progress;
      showing = showing.then(() => this.show(context, dossier, progress, part));
      // Told below, where it is waited for.
      showing.catch(() => undefined);
    };
    const begin = (): Promise<DossierInput> => this.begin(context, dossier);
    try {
      return await this.threads.run(context, RENDER, begin, { signal, tell });
    } catch (error) {
      throw AttachedFileError.of(error) ?? error;
    } finally {
      // Also after a failure: nothing of a job goes on when it has ended.
      await showing;
    }
  }

  private async begin(context: JobContext, { id }: Dossier): Promise<DossierInput> {
    const { snapshot, rows, keys } = await this.database.transaction(context, async (manager) => {
      await this.dossiers.advance(manager, context, id, 5, 'rendering');
      const snapshot = await this.dossiers.snapshot(manager, context, id);
      if (snapshot === null) throw new Error('the dossier was ordered without a snapshot');
      const rows = (JSON.parse(snapshot) as DossierSnapshot).attachments ?? [];
      const keys = await this.attachments.storageKeys(manager, context, rows);
      return { snapshot, rows, keys };
    });
    const files: DossierInput['files'][number][] = [];
    for (const row of rows) files.push(await this.attachedFile(row, keys.get(row.sha256)));
    return { snapshot, files };
  }

  private async attachedFile(
    { sha256, fileName }: AttachmentRow,
    key: string | undefined,
  ): Promise<DossierInput['files'][number]> {
    const changed = (cause?: unknown): ProblemError =>
      new ProblemError('attachment_changed', { file: fileName }, { cause });
    if (key === undefined) throw changed();
    try {
      return { sha256, bytes: await readBytes(this.storage, key) };
    } catch (error) {
      throw error instanceof ObjectMissingError ? changed(error) : error;
    }
  }

  private async show(
    context: JobContext,
    { id }: Dossier,
    progress: number,
    step: string,
  ): Promise<void> {
    await this.database.transaction(context, (manager) =>
      this.dossiers.advance(manager, context, id, progress, step),
    );
  }

  /** The file has a name of this run: where another one is issued instead, or none, this one is swept. */
  private async issue(
    context: JobContext,
    dossier: Dossier,
    { bytes, pages, enterpriseName }: RenderedDossier,
  ): Promise<void> {
    const { id, code } = dossier;
    const storageKey = `${context.organizationId}/dossiers/${id}/${randomUUID()}.pdf`;
    const isWaitedFor = await this.database.transaction(context, async (manager) => {
      if (!(await this.dossiers.advance(manager, context, id, 95, 'storing'))) return false;
      await this.pending.announce(manager, context, storageKey);
      return true;
    });
    if (!isWaitedFor) return;
    const staged = await this.storage.stage(Readable.from([bytes], { objectMode: false }));
    await this.storage.publish(staged, storageKey);
    const { size, sha256 } = staged;
    await this.database.transaction(context, async (manager) => {
      const built = { storageKey, pages, size, sha256 };
      if (!(await this.dossiers.finish(manager, context, id, built))) return;
      await this.pending.record(manager, context, storageKey);
      const ready = await this.dossiers.find(manager, context, id);
      if (ready === null) return;
      await this.dossiers.issue(manager, ready, enterpriseName);
      const subject = { type: 'dossier', id };
      await this.audit.record(manager, context, 'dossier.issued', subject, { code, sha256 });
    });
  }
}
