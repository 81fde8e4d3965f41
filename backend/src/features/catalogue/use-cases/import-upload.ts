import { Injectable } from '@nestjs/common';
import {
  Config,
  HandlesJob,
  PlatformAudit,
  PlatformDatabase,
  ThreadPool,
  threadTask,
  type JobHandler,
} from '../../../kernel';
import type { readCatalogueUpload } from '../import/catalogue.task';
import { writeCatalogue } from './import-catalogue';
import { inOrder, refusedRows } from '../import/judge-rows';
import { IMPORT_CATALOGUE, MOST_PROBLEMS, subjectOf } from './bring-in-catalogue';
import { UploadsRepository } from '../maintenance/uploads.repository';

const READ = threadTask<typeof readCatalogueUpload>('readCatalogueUpload', { seconds: 60 });

type ImportJob = NonNullable<(typeof IMPORT_CATALOGUE)['data']>;

/** Runs in the worker, whose role may write the catalogue. */
@Injectable()
@HandlesJob(IMPORT_CATALOGUE)
export class ImportUpload implements JobHandler<ImportJob> {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly uploads: UploadsRepository,
    private readonly threads: ThreadPool,
    private readonly config: Config,
    private readonly audit: PlatformAudit,
  ) {}

  /** Done twice it writes nothing more: the rows of a file are counted as they are written. */
  async handle({ uploadId, context }: ImportJob, signal?: AbortSignal): Promise<void> {
    const { manager } = this.database;
    const upload = await this.uploads.find(manager, uploadId);
    const bytes = await this.uploads.bytes(manager, uploadId);
    if (upload === null || bytes === null || upload.state === 'done') return;
    await this.uploads.move(manager, uploadId, ['waiting', 'running', 'failed'], 'running');
    const { source, checkedOn } = upload;
    const input = { bytes, maxBytes: this.config.importMaxBytes };
    const file = await this.threads.run(context, READ, input, { signal });
    const report = await writeCatalogue(this.database, file, { source, checkedOn }, (done) =>
      this.uploads.progress(manager, uploadId, done),
    );
    const { inserted, changed, unchanged, alreadyDone } = report;
    // The same file again, or the rest of one that was broken off: what stood already is unchanged.
    const counts = { inserted, changed, unchanged: unchanged + alreadyDone };
    const problems = inOrder(report.problems);
    const rows = counts.inserted + counts.changed + counts.unchanged;
    const figures = { ...counts, rows, refused: refusedRows(problems) };
    await this.database.transaction('', async (transaction) => {
      const shown = problems.slice(0, MOST_PROBLEMS);
      await this.uploads.finish(transaction, uploadId, figures, shown);
      const subject = subjectOf(uploadId);
      await this.audit.record(transaction, context, 'catalogue.imported', subject, figures);
    });
  }

  async giveUp({ uploadId, context }: ImportJob): Promise<void> {
    await this.database.transaction('', async (manager) => {
      if (await this.uploads.move(manager, uploadId, ['waiting', 'running'], 'failed'))
        await this.audit.record(manager, context, 'catalogue.import_failed', subjectOf(uploadId));
    });
  }
}
