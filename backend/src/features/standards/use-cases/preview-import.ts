/** From a file, or from a new mapping of its columns, to a preview. Nothing of the register changes. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  Audit,
  Config,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
  validationFailed,
  type UploadedTable,
} from '../../../kernel';
import type { previewImport, remapImport } from '../import/import.task';
import type { ChosenTable } from '../import/import-preview';
import { isHeld } from '../import/recognition/sheet-notes';
import { ImportPlansRepository } from '../import-plans.repository';
import type { StoredImport } from '../import/stored-import';
import { ImportsRepository } from '../imports.repository';

const PREVIEW = threadTask<typeof previewImport>('previewImport', { seconds: 45 });
const REMAP = threadTask<typeof remapImport>('remapImport', { seconds: 30 });

export interface ImportMapping extends Pick<ChosenTable, 'headerRow' | 'columns'> {
  readonly sheet?: string | undefined;
  /** Several of one shape; instead of `sheet`. */
  readonly sheets?: readonly string[] | undefined;
  readonly leavesOutHidden?: boolean | undefined;
  readonly leavesOutStruck?: boolean | undefined;
  readonly splitsNumbers?: boolean | undefined;
  /** Take every proposed spelling of a number. */
  readonly acceptsAll?: boolean | undefined;
  /** Take those of these rows; sheets by their names. */
  readonly accepted?: readonly { readonly sheet: string; readonly rowNumber: number }[] | undefined;
  readonly duplicates?: ChosenTable['duplicates'] | undefined;
}

/** @throws ProblemError where two columns claim one field */
function checkColumns(chosen: ImportMapping['columns'] = []): void {
  const fields = chosen.flatMap(({ field }) => (field === null ? [] : [field]));
  if (new Set(fields).size < fields.length)
    throw validationFailed({ path: 'columns', code: 'not_unique' });
}

/** @throws ProblemError for a sheet that the file does not have */
function chosenSheets(before: StoredImport, { sheet, sheets }: ImportMapping): readonly number[] {
  const names = sheets ?? (sheet === undefined ? undefined : [sheet]);
  if (names === undefined) return before.choices.sheets;
  const chosen = [...new Set(names)].map((name) => before.sheetNames.indexOf(name));
  if (chosen.length === 0 || chosen.some((index) => index < 0))
    throw validationFailed({ path: sheets ? 'sheets' : 'sheet', code: 'not_one_of' });
  return chosen;
}

/** Rows whose proposed number is taken; those of a sheet that the file does not have are none. */
function acceptedRows(before: StoredImport, mapping: ImportMapping): ChosenTable['accepted'] {
  if (mapping.acceptsAll === true) return 'all';
  if (mapping.accepted === undefined && mapping.acceptsAll === undefined)
    return before.choices.accepted;
  return (mapping.accepted ?? []).map(({ sheet, rowNumber }) => ({
    sheet: before.sheetNames.indexOf(sheet),
    rowNumber,
  }));
}

/** What was chosen before stays where nothing else is said; another sheet is recognised anew. */
function chosenTable(before: StoredImport, mapping: ImportMapping): ChosenTable {
  const sheets = chosenSheets(before, mapping);
  const isSameSheet = sheets[0] === before.sheet;
  const isSameTable = isSameSheet && mapping.headerRow === undefined && !isHeld(before);
  return {
    sheets,
    headerRow: mapping.headerRow ?? (isSameSheet ? before.headerRow : undefined),
    columns: mapping.columns ?? (isSameTable ? before.columns : undefined),
    duplicates: mapping.duplicates ?? before.duplicates,
    splitsNumbers: mapping.splitsNumbers ?? before.choices.splitsNumbers,
    accepted: acceptedRows(before, mapping),
    leftOut: {
      hidden: mapping.leavesOutHidden ?? before.choices.leftOut.hidden,
      struck: mapping.leavesOutStruck ?? before.choices.leftOut.struck,
    },
  };
}

@Injectable()
export class PreviewImport {
  constructor(
    private readonly database: TenantDatabase,
    private readonly plans: ImportPlansRepository,
    private readonly imports: ImportsRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
    private readonly config: Config,
  ) {}

  /** A file as it came: read, recognised, compared with the register, kept for the decision. */
  async upload(context: RequestContext, { name, staged }: UploadedTable): Promise<StoredImport> {
    const id = randomUUID();
    let stamp = '';
    const input = async () => {
      const register = await this.register(context);
      ({ stamp } = register);
      const { path } = staged;
      return {
        path,
        fileName: name,
        maxBytes: this.config.importMaxBytes,
        register: register.json,
      };
    };
    await this.threads.run(context, PREVIEW, input, {
      signal: context.signal,
      afterwards: (previewed) => this.keep(context, { id, stamp }, previewed),
    });
    return this.find(context, id);
  }

  private keep(
    context: RequestContext,
    { id, stamp }: Pick<StoredImport, 'id' | 'stamp'>,
    { preview, pieces, packed }: Awaited<ReturnType<typeof previewImport>>,
  ): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      await this.imports.insert(manager, context, { id, stamp, ...preview }, packed);
      await this.imports.insertPieces(manager, context, id, pieces);
      await this.audit.record(
        manager,
        context,
        'standards.import_previewed',
        { type: 'standard_import', id },
        { fileName: preview.fileName, ...preview.summary },
      );
      // Who left while it was written finds nothing of it.
      context.signal?.throwIfAborted();
    });
  }

  /** The same file with another sheet, head, mapping or policy. */
  async remap(context: RequestContext, id: string, mapping: ImportMapping): Promise<StoredImport> {
    checkColumns(mapping.columns);
    const before = await this.find(context, id);
    await this.replace(context, before, chosenTable(before, mapping), (locked) => {
      if (locked?.state !== 'previewed') throw new ProblemError('import_state');
      return true;
    });
    return this.find(context, id);
  }

  /** The same on the register as it stands now. Nothing happens where somebody decides something else meanwhile. */
  async planAnew(context: RequestContext, id: string): Promise<void> {
    const before = await this.find(context, id);
    if (before.state !== 'previewed') return;
    await this.replace(context, before, chosenTable(before, {}), (locked) =>
      isDeepStrictEqual(locked, before),
    );
  }

  /** @param isMeant whether the import, locked as it stands then, is to be written over */
  private async replace(
    context: RequestContext,
    { id, fileName, encoding, sheetNames }: StoredImport,
    chosen: ChosenTable,
    isMeant: (locked: StoredImport | null) => boolean,
  ): Promise<void> {
    let stamp = '';
    const input = async () => {
      const register = await this.register(context);
      ({ stamp } = register);
      const packed = await this.packed(context, id);
      return { packed, file: { fileName, encoding, sheetNames }, chosen, register: register.json };
    };
    await this.threads.run(context, REMAP, input, {
      signal: context.signal,
      afterwards: ({ preview, pieces }) =>
        this.database.transaction(context, async (manager) => {
          if (!isMeant(await this.imports.find(manager, context, id, true))) return;
          await this.imports.remap(manager, context, { id, stamp, ...preview });
          await this.imports.insertPieces(manager, context, id, pieces);
        }),
    });
  }

  private async find(context: RequestContext, id: string): Promise<StoredImport> {
    const found = await this.database.read(context, (manager) =>
      this.imports.find(manager, context, id),
    );
    if (found === null) throw notFound();
    return found;
  }

  /** @throws ProblemError where the sheets of an import that was taken back are gone */
  private async packed(context: RequestContext, id: string): Promise<Uint8Array> {
    const packed = await this.database.read(context, (manager) =>
      this.imports.sheetsOf(manager, context, id),
    );
    if (packed === null) throw notFound();
    if (packed.length === 0) throw new ProblemError('import_state');
    return packed;
  }

  /** What rows are compared with, and the stamp of a plan that is made on it. */
  private async register(context: RequestContext): Promise<{ json: string; stamp: string }> {
    return this.database.read(context, (manager) => this.plans.comparable(manager, context));
  }
}
