import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  Audit,
  distinctFileNames,
  HandlesJob,
  jobKind,
  ObjectMissingError,
  PendingObjects,
  Storage,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { OrganizationsRepository } from '../../organizations';
import { FilesRepository } from '../archive/files.repository';
import { folderOf } from '../archive/folders';
import { readmeText, type LeftOut } from '../archive/readme';
import { TablesRepository } from '../archive/tables.repository';
import { Workbooks } from '../archive/workbooks';
import { ZipArchive } from '../archive/zip-archive';
import { ExportsRepository } from '../exports.repository';

interface BuildExportData {
  readonly context: JobContext;
  readonly exportId: string;
}

export const BUILD_EXPORT = jobKind<BuildExportData>('exports.build', {
  retryLimit: 2,
  expireInSeconds: 4 * 3_600,
  atOnce: 1,
});

/** Nobody waits for this file any more: it was given up, or another run has finished it. */
class NobodyWaits extends Error {}

/** What was put into a file. */
interface Filled {
  readonly files: number;
  readonly missing: number;
}

/**
 * Makes the file of an export: workbooks, all tables as JSON, all files of the store, read piece by piece. May run twice
 * or begin again after a crash: the first run that comes to its end is the one that is fetched.
 */
@Injectable()
@HandlesJob(BUILD_EXPORT)
export class BuildExport implements JobHandler<BuildExportData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly exports: ExportsRepository,
    private readonly organizations: OrganizationsRepository,
    private readonly tables: TablesRepository,
    private readonly files: FilesRepository,
    private readonly workbooks: Workbooks,
    private readonly storage: Storage,
    private readonly pending: PendingObjects,
    private readonly audit: Audit,
  ) {}

  async handle({ context, exportId }: BuildExportData, signal?: AbortSignal): Promise<void> {
    try {
      let filled: Filled = { files: 0, missing: 0 };
      await this.advance(context, exportId, 1);
      const staged = await ZipArchive.stage(this.storage, async (archive) => {
        filled = await this.fill(context, exportId, archive, signal);
      });
      const storageKey = `${context.organizationId}/exports/${exportId}/${randomUUID()}.zip`;
      await this.database.transaction(context, (manager) =>
        this.pending.announce(manager, context, storageKey),
      );
      await this.storage.publish(staged, storageKey);
      const { size, sha256 } = staged;
      await this.finish(context, exportId, { storageKey, size, sha256, ...filled });
    } catch (error) {
      if (!(error instanceof NobodyWaits)) throw error;
    }
  }

  async giveUp({ context, exportId }: BuildExportData): Promise<void> {
    await this.database.transaction(context, (manager) =>
      this.exports.giveUp(manager, context, exportId),
    );
  }

  private async fill(
    context: JobContext,
    exportId: string,
    archive: ZipArchive,
    signal: AbortSignal | undefined,
  ): Promise<Filled> {
    const began = new Date();
    const workbooks = await this.workbooks.of({ ...context, ...(signal && { signal }) });
    const tables = this.tables.tables();
    const steps = workbooks.length + tables.length + (await this.files.count(context));
    let [done, shown] = [0, 1];
    const step = async (): Promise<void> => {
      signal?.throwIfAborted();
      const progress = Math.min(99, Math.floor((99 * (done += 1)) / steps));
      if (progress > shown) await this.advance(context, exportId, (shown = progress));
    };
    const tooLarge: string[] = [];
    const nameOf = distinctFileNames();
    for (const { name, make } of workbooks) {
      const workbook = await make();
      if (workbook === null) tooLarge.push(name);
      else
        await archive.addBytes(
          `${folderOf('excel')}/${nameOf(workbook.fileName)}`,
          workbook.content,
        );
      await step();
    }
    for (const { name } of tables) {
      await archive.addText(`${folderOf('json')}/${name}.json`, this.tables.json(context, name));
      await step();
    }
    const missing = await this.addFiles(context, archive, step);
    const left: LeftOut = { files: missing, workbooks: tooLarge };
    const name = await this.database.read(context, (manager) =>
      this.organizations.nameOf(manager, context),
    );
    await archive.addText('README.txt', [readmeText(name, began, new Date(), left)]);
    const files = done - workbooks.length - tables.length - missing.length;
    return { files, missing: missing.length };
  }

  /** @returns those of which the store has no content */
  private async addFiles(
    context: JobContext,
    archive: ZipArchive,
    step: () => Promise<void>,
  ): Promise<readonly string[]> {
    const missing: string[] = [];
    const names = new Map<string, (wanted: string) => string>();
    for await (const { folder, name, storageKey } of this.files.all(context)) {
      const nameIn = names.get(folder) ?? distinctFileNames();
      names.set(folder, nameIn);
      const path = `${folderOf(folder)}/${nameIn(name)}`;
      try {
        await archive.add(path, await this.storage.read(storageKey));
      } catch (error) {
        if (!(error instanceof ObjectMissingError)) throw error;
        missing.push(path);
      }
      await step();
    }
    return missing;
  }

  private async advance(context: JobContext, id: string, progress: number): Promise<void> {
    const isWaitedFor = await this.database.transaction(context, (manager) =>
      this.exports.advance(manager, context, id, progress),
    );
    if (!isWaitedFor) throw new NobodyWaits();
  }

  /** The ones before it go: this one holds more. */
  private async finish(
    context: JobContext,
    id: string,
    built: Parameters<ExportsRepository['finish']>[3],
  ): Promise<void> {
    const old = await this.database.transaction(context, async (manager) => {
      if (!(await this.exports.finish(manager, context, id, built))) return [];
      await this.pending.record(manager, context, built.storageKey);
      const keys = await this.exports.remove(manager, context, { before: id });
      await this.pending.release(manager, context, keys);
      const { sha256, files, missing } = built;
      const subject = { type: 'export', id };
      await this.audit.record(manager, context, 'organizations.exported', subject, {
        ...{ sha256, files, missing },
      });
      return keys;
    });
    await this.pending.remove(context, old);
  }
}
