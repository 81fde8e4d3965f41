/** A maintainer's file: read for a preview, then written by the worker. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  Config,
  jobKind,
  JobQueue,
  notFound,
  PlatformDatabase,
  ProblemError,
  RequestContext,
  type JobData,
} from '../../../kernel';
import {
  readSpreadsheet,
  SPREADSHEET_LIMITS,
  SpreadsheetProblem,
  type UploadedTable,
} from '../../standards';
import { foreseeImport } from '../import/import-catalogue';
import {
  CatalogueTableError,
  readCatalogueTable,
  type CatalogueRow,
  type CatalogueTable,
  type RowProblem,
} from '../import/read-catalogue-table';
import { Maintainers } from './maintainers';
import { UploadsRepository, type CatalogueUpload } from './uploads.repository';

interface ImportJobData extends JobData {
  readonly uploadId: string;
}

/** Writes the rows of an upload. */
export const IMPORT_CATALOGUE = jobKind<ImportJobData>('catalogue.import', {
  expireInSeconds: 3_600,
  atOnce: 1,
});

/** More than a spreadsheet of a company, less than what the server could not read in a breath. */
const LIMITS = { ...SPREADSHEET_LIMITS, rows: 400_000, cells: 8_000_000 };
const SAMPLE_ROWS = 8;
/** More is not read by anyone; the number of refused rows tells them all. */
export const MOST_PROBLEMS = 1_000;

export const refusedRows = (problems: readonly RowProblem[]): number =>
  new Set(problems.map(({ rowNumber }) => rowNumber)).size;

const sampleOf = ({ keys, figures }: CatalogueRow): string[] => [
  keys.number,
  figures.title,
  figures.issuedOn ?? '',
  figures.inForceOn ?? '',
  figures.withdrawnOn ?? '',
  figures.statusWord,
];

@Injectable()
export class BringInCatalogue {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly maintainers: Maintainers,
    private readonly uploads: UploadsRepository,
    private readonly jobs: JobQueue,
    private readonly config: Config,
  ) {}

  /** Reads the file and says row by row what an import would do; nothing of it is in the catalogue yet. */
  async preview(
    context: RequestContext,
    file: UploadedTable,
    told: { readonly source: string; readonly checkedOn: string },
  ): Promise<CatalogueUpload> {
    await this.maintainers.require(context);
    const { head, rows, problems } = await this.read(file);
    const { manager } = this.database;
    const foreseen = await foreseeImport(manager, rows, told);
    const found = [...problems, ...foreseen.problems].sort((a, b) => a.rowNumber - b.rowNumber);
    const { inserted, changed, unchanged } = foreseen;
    const id = randomUUID();
    await this.uploads.insert(manager, {
      ...told,
      id,
      fileName: file.name,
      bytes: file.bytes,
      reading: { ...head, sample: rows.slice(0, SAMPLE_ROWS).map(sampleOf) },
      rows: inserted + changed + unchanged,
      inserted,
      changed,
      unchanged,
      refused: refusedRows(found),
      problems: found.slice(0, MOST_PROBLEMS),
      createdByName: context.userName,
    });
    return this.get(context, id);
  }

  async list(context: RequestContext): Promise<CatalogueUpload[]> {
    await this.maintainers.require(context);
    return this.uploads.list(this.database.manager);
  }

  async get(context: RequestContext, id: string): Promise<CatalogueUpload> {
    await this.maintainers.require(context);
    const upload = await this.uploads.find(this.database.manager, id);
    if (upload === null) throw notFound();
    return upload;
  }

  /** From the preview, or once more after a failure. */
  async start(context: RequestContext, id: string): Promise<CatalogueUpload> {
    await this.get(context, id);
    await this.database.transaction(context.userId, async (manager) => {
      if (!(await this.uploads.move(manager, id, ['preview', 'failed'], 'waiting')))
        throw new ProblemError('catalogue_import_begun');
      const { userId, userName, correlationId, language } = context;
      const jobContext = { userId, userName, correlationId, language, organizationId: '' };
      await this.jobs.enqueue(manager, IMPORT_CATALOGUE, { context: jobContext, uploadId: id });
    });
    return this.get(context, id);
  }

  async discard(context: RequestContext, id: string): Promise<void> {
    await this.get(context, id);
    if (!(await this.uploads.discard(this.database.manager, id)))
      throw new ProblemError('catalogue_import_begun');
  }

  private async read({ bytes }: UploadedTable): Promise<CatalogueTable> {
    try {
      const limits = { ...LIMITS, bytes: this.config.importMaxBytes };
      return readCatalogueTable((await readSpreadsheet(bytes, limits)).sheets);
    } catch (error) {
      if (error instanceof SpreadsheetProblem)
        throw new ProblemError(error.code, error.params, { cause: error });
      if (error instanceof CatalogueTableError)
        throw new ProblemError('catalogue_number_column_missing', {}, { cause: error });
      throw error;
    }
  }
}
