/** From sheets to what a person decides on: columns, rows with what each would do, and their counts. No I/O. */
import type { Sheet } from '@liangxing/spreadsheet';
import type { ImportRow, ImportSummary, NewImport } from '../imports.repository';
import { RECORD_FIELDS, type StandardRecord } from '../register/standard-record';
import { misnamedNotes } from './recognition/misnamed-text';
import {
  planActions,
  type DuplicatePolicy,
  type PlannedRow,
  type RegisteredStandard,
} from './recognition/plan-actions';
import { readRows } from './recognition/read-rows';
import { recogniseTable, type RecognisedColumn } from './recognition/recognise-columns';
import type { ImportField } from './recognition/import-fields';
import { sheetNotes } from './recognition/sheet-notes';

/** Rows that are passed over are named one by one up to here. */
const MOST_NOTES = 500;

/** What a person chose over the proposal. */
export interface ChosenTable {
  readonly sheet: number;
  readonly headerRow?: number | undefined;
  readonly columns?:
    readonly { readonly index: number; readonly field: ImportField | null }[] | undefined;
  readonly duplicates: DuplicatePolicy;
}

type ImportFile = Pick<NewImport, 'fileName' | 'encoding' | 'sheetNames'>;

export type ImportPreview = Omit<NewImport, 'id'>;

/**
 * The register as `StandardsRepository.comparable` tells it: `[id, version, identity, …fields]` for each standard.
 * @param json text as PostgreSQL wrote it
 */
export function registeredFrom(json: string): RegisteredStandard[] {
  const rows = JSON.parse(json) as (readonly [string, number, string, ...unknown[]])[];
  return rows.map(([id, version, identityKey, ...values]) => ({
    id,
    version,
    identityKey,
    record: Object.fromEntries(
      RECORD_FIELDS.map((field, index) => [field, values[index]]),
    ) as unknown as StandardRecord,
  }));
}

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

function chosenColumns(
  proposed: readonly RecognisedColumn[],
  chosen: ChosenTable['columns'],
): RecognisedColumn[] {
  if (chosen === undefined) return [...proposed];
  const byIndex = new Map(chosen.map(({ index, field }) => [index, field]));
  return proposed.map((column) => {
    const field = byIndex.get(column.index);
    return field === undefined
      ? { ...column, field: null }
      : { ...column, field, confidence: field === null ? 0 : 1 };
  });
}

export function previewOf(
  file: ImportFile,
  sheets: readonly Sheet[],
  chosen: ChosenTable,
  register: readonly RegisteredStandard[],
): { readonly preview: ImportPreview; readonly rows: readonly ImportRow[] } {
  const { fileName, encoding, sheetNames } = file;
  const sheet = sheets[chosen.sheet];
  if (sheet === undefined) throw new Error(`the file has no sheet ${chosen.sheet}`);
  const table = recogniseTable(sheet, chosen.headerRow);
  const columns = chosenColumns(table.columns, chosen.columns);
  const read = readRows(sheet, { ...table, columns });
  const planned = planActions(read.rows, register, chosen.duplicates);
  return {
    preview: {
      ...{ fileName, encoding, sheetNames, sheet: chosen.sheet, columns },
      duplicates: chosen.duplicates,
      headerRow: table.headerRow,
      headerRows: table.headerRows,
      summary: summaryOf(planned, read.blank),
      notes: [
        ...misnamedNotes(fileName, encoding),
        ...sheetNotes(sheet),
        ...read.skipped.slice(0, MOST_NOTES),
      ],
    },
    rows: planned.map(importRowOf),
  };
}
