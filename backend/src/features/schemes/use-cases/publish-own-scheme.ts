import { Injectable } from '@nestjs/common';
import { ownIdOf, type Scheme } from '@liangxing/scheme';
import { recordKind, say, type OtherDoor } from '@liangxing/contracts';
import type { TableProblem } from '@liangxing/scheme/loader';
import {
  Config,
  ProblemError,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type UploadedTable,
} from '../../../kernel';
import { contentHash, originsOf, ownScheme, type Origins } from '../own-scheme';
import { OwnSchemesRepository, type OwnSchemeVersion } from '../own-schemes.repository';
import { StoreOwnScheme } from './store-own-scheme';
import type { ReadScheme, readSchemeFile } from '../import/read-scheme.task';

const READ = threadTask<typeof readSchemeFile>('readSchemeFile', { seconds: 45 });

/** What publishing an uploaded table would do: problems, or the scheme that it would become. */
export interface TablePreview {
  readonly problems: readonly TableProblem[];
  /** A scoring table in another shape, of which a workbook can be made. */
  readonly foreign: Extract<ReadScheme, { kind: 'foreign' }>['foreign'] | null;
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
    private readonly store: StoreOwnScheme,
    private readonly threads: ThreadPool,
    private readonly config: Config,
  ) {}

  async preview(context: RequestContext, file: UploadedTable): Promise<TablePreview> {
    const found = await this.readTable(context, file);
    if (found.kind === 'problems') return { problems: found.problems, foreign: null, read: null };
    if (found.kind === 'foreign') return { problems: [], foreign: found.foreign, read: null };
    if (found.kind === 'other') throw wrongDoor(found.what, context);
    const read = found.scheme;
    const newest = await this.database.read(context, (manager) =>
      this.schemes.newest(manager, context, ownIdOf(read)),
    );
    const scheme = ownScheme(read, (newest?.number ?? 0) + 1);
    return {
      problems: [],
      foreign: null,
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
    const read = await this.schemeOf(context, file);
    return this.database.transaction(context, async (manager) => {
      const stored = await this.store.next(manager, context, read, file.name);
      // Who left while the file was read publishes nothing.
      context.signal?.throwIfAborted();
      return stored;
    });
  }

  /**
   * The scheme of a workbook, with nothing written.
   * @throws ProblemError scheme_table_broken with every problem, scheme_table_foreign, or the door for what else it is
   */
  async schemeOf(context: RequestContext, file: UploadedTable): Promise<Scheme> {
    const found = await this.readTable(context, file);
    if (found.kind === 'problems') throw broken(found.problems);
    if (found.kind === 'other') throw wrongDoor(found.what, context);
    if (found.kind === 'foreign') throw new ProblemError('scheme_table_foreign');
    return found.scheme;
  }

  private readTable(
    context: RequestContext,
    { name: fileName, staged: { path } }: UploadedTable,
  ): Promise<ReadScheme> {
    const input = { path, fileName, maxBytes: this.config.importMaxBytes };
    return this.threads.run(context, READ, input, context);
  }
}

/** The refusal of what is no scoring table, with the door at which it is taken. */
function wrongDoor(
  what: Extract<ReadScheme, { kind: 'other' }>['what'],
  { language }: Pick<RequestContext, 'language'>,
): ProblemError {
  const wanted = say({ zh: '评分表', en: 'a scoring table' }, language);
  const refuse = (
    code: 'table_is_standards' | 'table_is_list' | 'table_is_key_values',
    door: OtherDoor['door'],
    list: 'laws' | null = null,
  ): ProblemError => {
    const name = list === null ? '' : say(recordKind(list).label, language);
    const current: OtherDoor = { door, list, canTakeAnyway: false };
    return new ProblemError(code, { wanted, list: name }, { current });
  };
  if (what === 'standards') return refuse('table_is_standards', 'standards');
  if (what === 'laws') return refuse('table_is_list', 'records', 'laws');
  return what === 'key_values'
    ? refuse('table_is_key_values', null)
    : new ProblemError('scheme_table_broken', { count: 0 });
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
