/** What of an import runs in a thread: reading the file, and comparing its rows with the register. */
import { SPREADSHEET_LIMITS } from '@liangxing/spreadsheet';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import { readFile } from 'node:fs/promises';
import { jsonTexts } from '../../../kernel/database/json-texts';
import type { ImportSummary } from '../imports.repository';
import { newStandardId, storedValuesOf } from '../register/standard-columns';
import {
  previewOf,
  registeredFrom,
  summaryOf,
  type ChosenTable,
  type ImportPreview,
} from './import-preview';
import { packRows, packSheets, unpackRows, unpackSheets } from './packed-sheets';
import { refuseMisnamedText } from './recognition/misnamed-text';
import { planActions, type DuplicatePolicy } from './recognition/plan-actions';
import { bestSheet } from './recognition/choose-sheets';

export interface PreviewedRows {
  readonly preview: ImportPreview;
  /** `ImportRow[]` as JSON, for the database: rows never become objects in the thread that answers people. */
  readonly rows: readonly Uint8Array[];
  /** What a commit plans with, packed. */
  readonly readRows: Uint8Array;
}

/** A file as it came → its preview, and its sheets packed for another mapping. */
export async function previewImport(input: {
  readonly path: string;
  readonly fileName: string;
  readonly maxBytes: number;
  readonly register: string;
}): Promise<PreviewedRows & { readonly packed: Uint8Array }> {
  const limits = { ...SPREADSHEET_LIMITS, bytes: input.maxBytes };
  const spreadsheet = await readSpreadsheet(await readFile(input.path), limits);
  refuseMisnamedText(input.fileName, spreadsheet);
  const { encoding, sheets } = spreadsheet;
  const sheetNames = sheets.map(({ name }) => name);
  const { preview, rows, read } = previewOf(
    { fileName: input.fileName, encoding, sheetNames },
    sheets,
    {
      sheets: [bestSheet(sheets)],
      duplicates: 'update',
      leftOut: { hidden: false, struck: false },
    },
    registeredFrom(input.register),
  );
  return {
    preview,
    rows: jsonTexts(rows),
    readRows: packRows(read),
    packed: packSheets(sheets),
  };
}

/** The same file with another sheet, head, mapping or policy. */
export function remapImport(input: {
  readonly packed: Uint8Array;
  readonly file: Pick<ImportPreview, 'fileName' | 'encoding' | 'sheetNames'>;
  readonly chosen: ChosenTable;
  readonly register: string;
}): PreviewedRows {
  const sheets = unpackSheets(input.packed);
  const { preview, rows, read } = previewOf(
    input.file,
    sheets,
    input.chosen,
    registeredFrom(input.register),
  );
  return { preview, rows: jsonTexts(rows), readRows: packRows(read) };
}

/** What a commit writes, as JSON for the database. */
export interface PlannedImport {
  readonly summary: ImportSummary;
  /** Standards with positions from 0. */
  readonly inserts: readonly Uint8Array[];
  readonly updates: readonly Uint8Array[];
  readonly updateCount: number;
  /** `CommittedRow[]` */
  readonly written: readonly Uint8Array[];
}

/** Previewed rows on the register as it stands now. */
export function planImport(input: {
  /** As the preview packed them. */
  readonly rows: Uint8Array;
  readonly register: string;
  readonly duplicates: DuplicatePolicy;
  readonly blank: number;
}): PlannedImport {
  const planned = planActions(
    unpackRows(input.rows),
    registeredFrom(input.register),
    input.duplicates,
  );
  const inserts = planned
    .filter(({ action }) => action === 'insert')
    .map(({ row, record }, position) => ({ row, record, position, id: newStandardId() }));
  const updates = planned.flatMap(({ action, row, target, record }) =>
    action === 'update' && target !== null ? [{ row, target, record }] : [],
  );
  return {
    summary: summaryOf(planned, input.blank),
    inserts: jsonTexts(
      inserts.map(({ id, position, record }) => ({ id, position, ...storedValuesOf(record) })),
    ),
    updates: jsonTexts(
      updates.map(({ target: { id, version }, record }) => ({
        ...{ id, version },
        ...storedValuesOf(record),
      })),
    ),
    updateCount: updates.length,
    written: jsonTexts([
      ...inserts.map(({ row: { sheet, rowNumber, part }, id }) => ({
        ...{ sheet, rowNumber, part, standardId: id, before: null, versionAfter: 1 },
      })),
      ...updates.map(({ row: { sheet, rowNumber, part }, target }) => ({
        ...{ sheet, rowNumber, part, standardId: target.id, before: target.record },
        versionAfter: target.version + 1,
      })),
    ]),
  };
}
