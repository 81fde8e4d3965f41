/** From a file, or from a new mapping of its columns, to a preview. Nothing of the register changes. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  Audit,
  Config,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  validationFailed,
} from '../../../kernel';
import {
  planActions,
  type DuplicatePolicy,
  type PlannedRow,
  type RegisteredStandard,
} from '../import/recognition/plan-actions';
import { misnamedNotes, refuseMisnamedText } from '../import/recognition/misnamed-text';
import { readRows, type ReadTable } from '../import/recognition/read-rows';
import {
  bestSheet,
  recogniseTable,
  type RecognisedColumn,
} from '../import/recognition/recognise-columns';
import type { ImportField } from '../import/recognition/import-fields';
import { readSpreadsheet } from '../import/spreadsheet/read-spreadsheet';
import { SPREADSHEET_LIMITS, type Sheet } from '../import/spreadsheet/spreadsheet';
import { SpreadsheetProblem } from '../import/spreadsheet/spreadsheet-problem';
import {
  ImportsRepository,
  type ImportRow,
  type ImportSummary,
  type NewImport,
  type StoredImport,
} from '../imports.repository';
import { organizationDay } from '../register/standard-columns';
import { StandardsRepository, type StandardRow } from '../standards.repository';
import { recordOf } from './keep-standards';

const compress = promisify(gzip);
const expand = promisify(gunzip);

export interface ImportMapping {
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly columns?:
    readonly { readonly index: number; readonly field: ImportField | null }[] | undefined;
  readonly duplicates?: DuplicatePolicy | undefined;
}

export const registeredOf = (row: StandardRow): RegisteredStandard => ({
  id: row.id,
  version: row.version,
  identityKey: row.identityKey,
  record: recordOf(row),
});

export function summaryOf(planned: readonly PlannedRow[], blank: number): ImportSummary {
  const count = (test: (row: PlannedRow) => boolean): number => planned.filter(test).length;
  return {
    rows: planned.length,
    ok: count(({ problems }) => problems.length === 0),
    warnings: count(({ action, problems }) => action !== 'error' && problems.length > 0),
    errors: count(({ action }) => action === 'error'),
    duplicates: count(({ isDuplicate }) => isDuplicate),
    blank,
    toInsert: count(({ action }) => action === 'insert'),
    toUpdate: count(({ action }) => action === 'update'),
    unchanged: count(({ action }) => action === 'unchanged'),
  };
}

function importRowOf(planned: PlannedRow, position: number): ImportRow {
  const { row } = planned;
  return {
    rowNumber: row.rowNumber,
    position,
    cells: row.values,
    record: { record: row.record, told: row.told, id: row.id, problems: row.problems },
    action: planned.action,
    isDuplicate: planned.isDuplicate,
    problems: planned.problems,
    standardId: planned.target?.id ?? null,
  };
}

/** The proposal with a person's choice over it. @throws ProblemError where two columns claim one field */
function chosenColumns(
  proposed: readonly RecognisedColumn[],
  chosen: ImportMapping['columns'],
): RecognisedColumn[] {
  if (chosen === undefined) return [...proposed];
  const fields = chosen.flatMap(({ field }) => (field === null ? [] : [field]));
  if (new Set(fields).size < fields.length)
    throw validationFailed({ path: 'columns', code: 'not_unique' });
  const byIndex = new Map(chosen.map(({ index, field }) => [index, field]));
  return proposed.map((column) => {
    const field = byIndex.get(column.index);
    return field === undefined
      ? { ...column, field: null }
      : { ...column, field, confidence: field === null ? 0 : 1 };
  });
}

@Injectable()
export class PreviewImport {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly imports: ImportsRepository,
    private readonly audit: Audit,
    private readonly config: Config,
  ) {}

  /** A file as it came: read, recognised, compared with the register, kept for the decision. */
  async upload(
    context: RequestContext,
    file: { readonly name: string; readonly bytes: Buffer },
  ): Promise<StoredImport> {
    const { encoding, sheets } = await this.read(file);
    const id = randomUUID();
    const base = {
      id,
      fileName: file.name,
      encoding,
      sheetNames: sheets.map(({ name }) => name),
    };
    const { stored, rows } = await this.preview(
      context,
      base,
      sheets,
      bestSheet(sheets),
      {},
      'update',
    );
    const packed = await compress(Buffer.from(JSON.stringify(sheets)), { level: 3 });
    await this.database.transaction(context, async (manager) => {
      await this.imports.insert(manager, context, stored, packed);
      await this.imports.insertRows(manager, context, id, rows);
      await this.audit.record(
        manager,
        context,
        'standards.import_previewed',
        { type: 'standard_import', id },
        { fileName: base.fileName, ...stored.summary },
      );
    });
    return this.find(context, id);
  }

  /** The same file with another sheet, head, mapping or policy. */
  async remap(context: RequestContext, id: string, mapping: ImportMapping): Promise<StoredImport> {
    const { before, packed } = await this.database.read(context, async (manager) => ({
      before: await this.imports.find(manager, context, id),
      packed: await this.imports.sheetsOf(manager, context, id),
    }));
    if (before === null || packed === null) throw notFound();
    const sheets = JSON.parse((await expand(packed)).toString()) as Sheet[];
    const sheet =
      mapping.sheet === undefined ? before.sheet : before.sheetNames.indexOf(mapping.sheet);
    if (sheet < 0) throw validationFailed({ path: 'sheet', code: 'not_one_of' });
    const headerRow = mapping.headerRow ?? (sheet === before.sheet ? before.headerRow : undefined);
    const { stored, rows } = await this.preview(
      context,
      before,
      sheets,
      sheet,
      { columns: mapping.columns, headerRow },
      mapping.duplicates ?? before.duplicates,
    );
    await this.database.transaction(context, async (manager) => {
      const locked = await this.imports.find(manager, context, id, true);
      if (locked?.state !== 'previewed') throw new ProblemError('import_state');
      await this.imports.remap(manager, context, stored);
      await this.imports.insertRows(manager, context, id, rows);
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

  private async read(file: {
    readonly name: string;
    readonly bytes: Buffer;
  }): ReturnType<typeof readSpreadsheet> {
    try {
      const spreadsheet = await readSpreadsheet(file.bytes, {
        ...SPREADSHEET_LIMITS,
        bytes: this.config.importMaxBytes,
      });
      refuseMisnamedText(file.name, spreadsheet);
      return spreadsheet;
    } catch (error) {
      if (error instanceof SpreadsheetProblem)
        throw new ProblemError(error.code, error.params, { cause: error });
      throw error;
    }
  }

  private async preview(
    context: RequestContext,
    base: Pick<NewImport, 'id' | 'fileName' | 'encoding' | 'sheetNames'>,
    sheets: readonly Sheet[],
    sheetIndex: number,
    mapping: Pick<ImportMapping, 'columns' | 'headerRow'>,
    duplicates: DuplicatePolicy,
  ): Promise<{ stored: NewImport; rows: ImportRow[] }> {
    const sheet = sheets[sheetIndex];
    if (sheet === undefined) throw validationFailed({ path: 'sheet', code: 'not_one_of' });
    const table = recogniseTable(sheet, mapping.headerRow);
    const columns = chosenColumns(table.columns, mapping.columns);
    const read: ReadTable = await readRows(sheet, { ...table, columns });
    const register = await this.database.read(context, (manager) =>
      this.standards.all(manager, context, organizationDay(new Date())),
    );
    const planned = await planActions(read.rows, register.map(registeredOf), duplicates);
    const { id, fileName, encoding, sheetNames } = base;
    return {
      stored: {
        ...{ id, fileName, encoding, sheetNames, sheet: sheetIndex, columns, duplicates },
        headerRow: table.headerRow,
        headerRows: table.headerRows,
        summary: summaryOf(planned, read.blank),
        notes: [...misnamedNotes(fileName, encoding), ...read.skipped.slice(0, 500)],
      },
      rows: planned.map(importRowOf),
    };
  }
}
