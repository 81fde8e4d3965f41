import { Injectable } from '@nestjs/common';
import type { Scheme } from '@liangxing/scheme';
import type { TableProblem } from '@liangxing/scheme/loader';
import {
  Audit,
  Config,
  ProblemError,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type UploadedTable,
} from '../../kernel';
import { contentHash, originsOf, ownIdOf, ownScheme, type Origins } from './own-scheme';
import { OwnSchemesRepository, type OwnSchemeVersion } from './own-schemes.repository';
import type { readSchemeFile } from './read-scheme.task';

const READ = threadTask<typeof readSchemeFile>('readSchemeFile', { seconds: 20 });

/** What publishing an uploaded table would do: problems, or the scheme that it would become. */
export interface TablePreview {
  readonly problems: readonly TableProblem[];
  readonly read: {
    readonly scheme: Scheme;
    readonly origins: Origins;
    readonly previousVersion: string | null;
    /** The newest version says the same already. */
    readonly isUnchanged: boolean;
  } | null;
}

/** From an uploaded workbook to a scheme of the organization; nothing is written unless all of it is right. */
@Injectable()
export class PublishOwnScheme {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schemes: OwnSchemesRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
    private readonly config: Config,
  ) {}

  async preview(context: RequestContext, file: UploadedTable): Promise<TablePreview> {
    const read = await this.readTable(context, file);
    if (!('id' in read)) return { problems: read, read: null };
    const newest = await this.database.read(context, (manager) =>
      this.schemes.newest(manager, context, ownIdOf(read)),
    );
    const scheme = ownScheme(read, (newest?.number ?? 0) + 1);
    return {
      problems: [],
      read: {
        scheme,
        origins: originsOf(read),
        previousVersion: newest?.version ?? null,
        isUnchanged: newest?.sha256 === contentHash(scheme),
      },
    };
  }

  /**
   * The next version of the scheme. The same content again gives the version that is there already.
   * @throws ProblemError scheme_table_broken with every problem
   */
  async execute(
    context: RequestContext,
    file: UploadedTable,
  ): Promise<{ scheme: Scheme; version: OwnSchemeVersion }> {
    const read = await this.readTable(context, file);
    if (!('id' in read)) throw broken(read);
    return this.database.transaction(context, async (manager) => {
      const id = ownIdOf(read);
      await this.schemes.hold(manager, context, id);
      const newest = await this.schemes.newest(manager, context, id);
      const scheme = ownScheme(read, (newest?.number ?? 0) + 1);
      const sha256 = contentHash(scheme);
      if (newest?.sha256 === sha256)
        return { scheme: { ...scheme, version: newest.version }, version: newest };
      const number = (newest?.number ?? 0) + 1;
      const fileName = file.name;
      const stored = { number, sha256, fileName };
      const version = await this.schemes.insert(manager, context, scheme, stored);
      const subject = { type: 'scheme', id };
      const details = { version: scheme.version, sha256, fileName };
      await this.audit.record(manager, context, 'scheme.published', subject, details);
      // Who left while the file was read publishes nothing.
      context.signal?.throwIfAborted();
      return { scheme, version };
    });
  }

  private readTable(
    context: RequestContext,
    { staged: { path } }: UploadedTable,
  ): Promise<Scheme | readonly TableProblem[]> {
    const input = { path, maxBytes: this.config.importMaxBytes };
    return this.threads.run(context, READ, input, context);
  }
}

function broken(problems: readonly TableProblem[]): ProblemError {
  return new ProblemError(
    'scheme_table_broken',
    { count: problems.length },
    {
      errors: problems.map(({ code, sheet, row, column, message, mend }) => ({
        path: `${sheet}!${column ?? ''}${row === null ? '' : String(row)}`,
        code,
        wording: { zh: message['zh-CN'] + mend['zh-CN'], en: `${message.en} ${mend.en}` },
      })),
    },
  );
}
