import { Injectable } from '@nestjs/common';
import type { DossierSnapshot } from '@liangxing/dossier';
import { renderDossier } from '@liangxing/dossier/render';
import { Readable } from 'node:stream';
import {
  Audit,
  HandlesJob,
  jobKind,
  Storage,
  StorageFullError,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../kernel';
import type { Dossier } from './dossier';
import { documentFonts } from '../../kernel/fonts';
import { DossiersRepository } from './dossiers.repository';

export interface BuildDossierData {
  readonly context: JobContext;
  readonly dossierId: string;
}

export const BUILD_DOSSIER = jobKind<BuildDossierData>('dossiers.build', {
  retryLimit: 2,
  expireInSeconds: 600,
});

/**
 * Renders the snapshot of an ordered dossier and issues it. May run twice or begin again after a crash: the same
 * snapshot gives the same bytes under the same name.
 */
@Injectable()
@HandlesJob(BUILD_DOSSIER)
export class BuildDossier implements JobHandler<BuildDossierData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly dossiers: DossiersRepository,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  async handle({ context, dossierId }: BuildDossierData): Promise<void> {
    const found = await this.database.transaction(context, async (manager) => {
      const dossier = await this.dossiers.find(manager, context, dossierId);
      // Removed, or done by another run.
      if (dossier === null || dossier.state === 'ready') return null;
      await this.dossiers.advance(manager, context, dossierId, 5, 'rendering');
      return { dossier, snapshot: await this.dossiers.snapshot(manager, context, dossierId) };
    });
    if (found === null) return;
    if (found.snapshot === null) throw new Error('the dossier was ordered without a snapshot');
    await this.render(context, found.dossier, JSON.parse(found.snapshot) as DossierSnapshot);
  }

  async giveUp({ context, dossierId }: BuildDossierData, error: unknown): Promise<void> {
    await this.database.transaction(context, (manager) =>
      this.dossiers.fail(manager, context, dossierId, failureText(error, context.language)),
    );
  }

  private async render(
    context: JobContext,
    dossier: Dossier,
    snapshot: DossierSnapshot,
  ): Promise<void> {
    let pages = 0;
    let shown = 0;
    const fonts = await documentFonts();
    const show = async (progress: number, step: string): Promise<void> => {
      if (progress <= shown) return;
      shown = progress;
      await this.database.transaction(context, (manager) =>
        this.dossiers.advance(manager, context, dossier.id, progress, step),
      );
    };
    let reached = { progress: 10, step: 'rendering' };
    const bytes = renderDossier(snapshot, { fonts }, ({ done, of, part, pages: drawn }) => {
      pages = drawn;
      reached = { progress: 10 + Math.floor((80 * done) / of), step: part };
    });
    // Progress is written between pieces of the file, outside of every other transaction.
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of bytes) {
        yield piece;
        await show(reached.progress, reached.step);
      }
    };
    const staged = await this.storage.stage(Readable.from(pieces(), { objectMode: false }));
    await show(95, 'storing');
    const storageKey = `${context.organizationId}/dossiers/${dossier.id}.pdf`;
    await this.storage.publish(staged, storageKey);
    const { size, sha256 } = staged;
    await this.database.transaction(context, async (manager) => {
      const built = { storageKey, pages, size, sha256 };
      if (!(await this.dossiers.finish(manager, context, dossier.id, built))) return;
      const ready = await this.dossiers.find(manager, context, dossier.id);
      if (ready === null) return;
      await this.dossiers.issue(manager, ready, snapshot.enterprise.name);
      const subject = { type: 'dossier', id: dossier.id };
      const { code } = dossier;
      await this.audit.record(manager, context, 'dossier.issued', subject, { code, sha256 });
    });
  }
}

/** What the person reads; the cause is in the log. */
function failureText(error: unknown, language: string): string {
  const isFull = error instanceof StorageFullError;
  if (language === 'en')
    return isFull
      ? 'The store is full. Ask the administrator for more room, then build again.'
      : 'The dossier could not be built. Try again; if it stays, tell the administrator the dossier number.';
  return isFull
    ? '存储空间已满，请联系管理员扩容后重新生成。'
    : '申报材料生成失败，请重新生成；如仍失败，请把材料编号告诉管理员。';
}
