import { Injectable } from '@nestjs/common';
import { emptySchemeTable, schemeTable } from '@liangxing/scheme/loader';
import {
  Config,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type UploadedTable,
} from '../../kernel';
import { OwnSchemesRepository, type OwnSchemeVersion } from './own-schemes.repository';
import { SchemeCatalogue, type PublishedScheme } from './scheme-catalogue';
import type { draftScheme } from './import/read-scheme.task';
import type { writeSchemeWorkbook } from './scheme-workbook.task';

const DRAFT = threadTask<typeof draftScheme>('draftScheme', { seconds: 45 });
const WRITE = threadTask<typeof writeSchemeWorkbook>('writeSchemeWorkbook', { seconds: 30 });

export interface SchemeFile {
  readonly content: Uint8Array;
  readonly fileName: string;
}

/** A scheme that an organization may use; `own` where it entered it itself. */
export interface UsableScheme {
  readonly published: PublishedScheme;
  readonly own: OwnSchemeVersion | null;
}

/** What an organization may choose from: those published for everyone and its own. */
@Injectable()
export class OrganizationSchemes {
  constructor(
    private readonly database: TenantDatabase,
    private readonly catalogue: SchemeCatalogue,
    private readonly ownSchemes: OwnSchemesRepository,
    private readonly threads: ThreadPool,
    private readonly config: Config,
  ) {}

  /** Own ones first; every version, newest first. */
  async list(context: RequestContext): Promise<UsableScheme[]> {
    const own = await this.database.read(context, async (manager) => {
      const versions = await this.ownSchemes.versions(manager, context);
      const found: UsableScheme[] = [];
      for (const version of versions) {
        const { id } = version;
        const published = await this.catalogue.pinned(context, id, version.version, manager);
        found.push({ published, own: version });
      }
      return found;
    });
    const shipped = await this.catalogue.listShipped();
    return [...own, ...shipped.map((published) => ({ published, own: null }))];
  }

  async get(context: RequestContext, id: string, version: string): Promise<PublishedScheme> {
    // Entered also where the process knows the scheme already: who may not, reads nothing.
    const found = await this.database.read(context, (manager) =>
      this.catalogue.find(context, id, version, manager),
    );
    if (found === null) throw notFound();
    return found;
  }

  /** The scheme as a workbook to be filled in or kept. */
  async table(context: RequestContext, id: string, version: string): Promise<SchemeFile> {
    const { scheme } = await this.get(context, id, version);
    return {
      content: await this.threads.run(context, WRITE, schemeTable(scheme), context),
      fileName: `${scheme.title['zh-CN']} ${scheme.version}.xlsx`,
    };
  }

  /** A scoring table in another shape as a workbook to be completed. @throws ProblemError scheme_table_unread */
  async draftOf(
    context: RequestContext,
    { name: fileName, staged: { path } }: UploadedTable,
  ): Promise<SchemeFile> {
    const input = { path, fileName, maxBytes: this.config.importMaxBytes };
    const table = await this.threads.run(context, DRAFT, input, context);
    if (table === null) throw new ProblemError('scheme_table_unread');
    return {
      content: await this.threads.run(context, WRITE, table, context),
      fileName: `${fileName.replace(/\.[a-z]{2,5}$/i, '')}（待补齐）.xlsx`,
    };
  }

  async emptyTable(context: RequestContext): Promise<SchemeFile> {
    return {
      content: await this.threads.run(context, WRITE, emptySchemeTable(), context),
      fileName: '评价方案模板.xlsx',
    };
  }
}
