/** A maintainer's file: read for a preview, then written by the worker. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  Config,
  jobContextOf,
  jobKind,
  JobQueue,
  notFound,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  RequestContext,
  ThreadPool,
  threadTask,
  type JobData,
  type UploadedTable,
} from '../../../kernel';
import type { foreseeCatalogue, ForeseenImport, listCatalogueKeys } from '../import/catalogue.task';
import {
  knownFigures,
  provenanceOf,
  type CatalogueSource,
} from '../import/catalogue-rows.repository';
import type { CatalogueUpload } from '../maintenance/upload';
import { UploadsRepository } from '../maintenance/uploads.repository';

interface ImportJobData extends JobData {
  readonly uploadId: string;
}

/** Writes the rows of an upload. */
export const IMPORT_CATALOGUE = jobKind<ImportJobData>('catalogue.import', {
  expireInSeconds: 3_600,
  atOnce: 1,
});

const LIST_KEYS = threadTask<typeof listCatalogueKeys>('listCatalogueKeys', { seconds: 60 });
const FORESEE = threadTask<typeof foreseeCatalogue>('foreseeCatalogue', { seconds: 60 });
/** More is not read by anyone; the number of refused rows tells them all. */
export const MOST_PROBLEMS = 1_000;

export const subjectOf = (id: string) => ({ type: 'catalogue_import', id });

@Injectable()
export class BringInCatalogue {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly uploads: UploadsRepository,
    private readonly jobs: JobQueue,
    private readonly threads: ThreadPool,
    private readonly config: Config,
    private readonly audit: PlatformAudit,
  ) {}

  /** Reads the file and says row by row what an import would do; nothing of it is in the catalogue yet. */
  async preview(
    context: RequestContext,
    file: UploadedTable,
    told: CatalogueSource,
  ): Promise<CatalogueUpload> {
    const { head, sample, ...foreseen } = await this.foresee(context, file, told);
    const { inserted, changed, unchanged } = foreseen;
    const id = randomUUID();
    const bytes = await readFile(file.staged.path);
    context.signal?.throwIfAborted();
    const upload = {
      ...told,
      ...foreseen,
      id,
      fileName: file.name,
      bytes,
      reading: { ...head, sample },
      rows: inserted + changed + unchanged,
      createdByName: context.userName,
    };
    await this.database.transaction(context.userId, async (manager) => {
      await this.uploads.insert(manager, upload);
      await this.audit.record(manager, context, 'catalogue.import_previewed', subjectOf(id), {
        file: file.name,
        rows: upload.rows,
      });
    });
    return this.get(id);
  }

  list(): Promise<CatalogueUpload[]> {
    return this.uploads.list(this.database.manager);
  }

  async get(id: string): Promise<CatalogueUpload> {
    const upload = await this.uploads.find(this.database.manager, id);
    if (upload === null) throw notFound();
    return upload;
  }

  /** From the preview, or once more after a failure. */
  async start(context: RequestContext, id: string): Promise<CatalogueUpload> {
    await this.get(id);
    await this.database.transaction(context.userId, async (manager) => {
      if (!(await this.uploads.move(manager, id, ['preview', 'failed'], 'waiting')))
        throw new ProblemError('catalogue_import_begun');
      // The catalogue belongs to no enterprise.
      const jobContext = { ...jobContextOf(context), organizationId: '' };
      await this.jobs.enqueue(manager, IMPORT_CATALOGUE, { context: jobContext, uploadId: id });
      await this.audit.record(manager, context, 'catalogue.import_started', subjectOf(id));
    });
    return this.get(id);
  }

  async discard(context: RequestContext, id: string): Promise<void> {
    await this.get(id);
    await this.database.transaction(context.userId, async (manager) => {
      if (!(await this.uploads.discard(manager, id)))
        throw new ProblemError('catalogue_import_begun');
      await this.audit.record(manager, context, 'catalogue.import_discarded', subjectOf(id));
    });
  }

  private async foresee(
    context: RequestContext,
    { staged: { path } }: UploadedTable,
    told: CatalogueSource,
  ): Promise<ForeseenImport> {
    const file = { path, maxBytes: this.config.importMaxBytes };
    const keys = await this.threads.run(context, LIST_KEYS, file, context);
    const { manager } = this.database;
    return this.threads.run(
      context,
      FORESEE,
      async () => {
        const known: string[] = [];
        for (const batch of keys) known.push(await knownFigures(manager, batch));
        const provenance = await provenanceOf(manager, told);
        return { ...file, known, provenance, mostProblems: MOST_PROBLEMS };
      },
      context,
    );
  }
}
