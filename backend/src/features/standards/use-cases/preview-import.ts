/** From a file, or from a new mapping of its columns, to a preview. Nothing of the register changes. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
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
import { ImportsRepository, type StoredImport } from '../imports.repository';
import { StandardsRepository } from '../standards.repository';

const PREVIEW = threadTask<typeof previewImport>('previewImport', { seconds: 30 });
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
    private readonly standards: StandardsRepository,
    private readonly imports: ImportsRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
    private readonly config: Config,
  ) {}

  /** A file as it came: read, recognised, compared with the register, kept for the decision. */
  async upload(context: RequestContext, { name, staged }: UploadedTable): Promise<StoredImport> {
    const id = randomUUID();
    const input = async () => ({
      path: staged.path,
      fileName: name,
      maxBytes: this.config.importMaxBytes,
      register: await this.register(context),
    });
    await this.threads.run(context, PREVIEW, input, {
      signal: context.signal,
      afterwards: (previewed) => this.keep(context, id, previewed),
    });
    return this.find(context, id);
  }

  private keep(
    context: RequestContext,
    id: string,
    { preview, rows, packed, readRows }: Awaited<ReturnType<typeof previewImport>>,
  ): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      await this.imports.insert(manager, context, { id, ...preview }, { packed, readRows });
      await this.imports.insertRows(manager, context, id, rows);
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
    const chosen = chosenTable(before, mapping);
    const { fileName, encoding, sheetNames } = before;
    const input = async () => ({
      packed: await this.packed(context, id),
      file: { fileName, encoding, sheetNames },
      chosen,
      register: await this.register(context),
    });
    await this.threads.run(context, REMAP, input, {
      signal: context.signal,
      afterwards: ({ preview, rows, readRows }) =>
        this.database.transaction(context, async (manager) => {
          const locked = await this.imports.find(manager, context, id, true);
          if (locked?.state !== 'previewed') throw new ProblemError('import_state');
          await this.imports.remap(manager, context, { id, ...preview }, readRows);
          await this.imports.insertRows(manager, context, id, rows);
        }),
    });
    return this.find(context, id);
  }

  private async find(context: RequestContext, id: string): Promise<StoredImport> {
    const found = await this.database.read(context, (manager) =>
      this.imports.find(manager, context, id),
    );
    if (found === null) throw notFound();
    return found;
  }

  /** @throws ProblemError where the sheets of an import that was taken back are gone */
  private async packed(context: RequestContext, id: string): Promise<Buffer> {
    const packed = await this.database.read(context, (manager) =>
      this.imports.sheetsOf(manager, context, id),
    );
    if (packed === null) throw notFound();
    if (packed.length === 0) throw new ProblemError('import_state');
    return packed;
  }

  private async register(context: RequestContext): Promise<string> {
    const { json } = await this.database.read(context, (manager) =>
      this.standards.comparable(manager, context),
    );
    return json;
  }
}
