/** From sheets to what a person decides on: columns, rows with what each would do, and their counts. No I/O. */
import type { Sheet } from '@liangxing/spreadsheet';
import { formatNotes, type LeftOutRows } from '@liangxing/tables';
import type { ImportSummary, NewImport } from './stored-import';
import { RECORD_FIELDS, type StandardRecord } from '../register/standard-record';
import {
  planActions,
  type DuplicatePolicy,
  type PlannedRow,
  type RegisteredStandard,
} from './recognition/plan-actions';
import { readRows, type ReadTable } from './recognition/read-rows';
import {
  recogniseTable,
  type RecognisedColumn,
  type RecognisedTable,
} from './recognition/recognise-columns';
import type { ImportField } from './recognition/import-fields';
import type { ImportChoices } from './import-choices';
import { registersAlike } from './recognition/choose-sheets';
import {
  otherTableNote,
  sheetNotes,
  uncheckedNotes,
  type SheetNote,
} from './recognition/sheet-notes';

/** Rows that are passed over are named one by one up to here. */
const MOST_NOTES = 500;

/** What a person chose over the proposal. */
export interface ChosenTable {
  /** Indexes of the sheets that are read together; the columns are those of the first. */
  readonly sheets: readonly number[];
  readonly headerRow?: number | undefined;
  readonly columns?:
    readonly { readonly index: number; readonly field: ImportField | null }[] | undefined;
  readonly duplicates: DuplicatePolicy;
  readonly leftOut: LeftOutRows;
  readonly splitsNumbers?: ImportChoices['splitsNumbers'];
  readonly accepted?: ImportChoices['accepted'];
}

type ImportFile = Pick<NewImport, 'fileName' | 'encoding' | 'sheetNames'>;

export type ImportPreview = Omit<NewImport, 'id' | 'stamp'>;

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

function summaryOf(planned: readonly PlannedRow[], blank: number): ImportSummary {
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

/** How many numbers wait for an answer to “是否为…？”. */
function proposedNote(planned: readonly PlannedRow[]): SheetNote[] {
  const count = planned.filter(({ problems }) =>
    problems.some(({ code }) => code === 'number_repairable'),
  ).length;
  return count === 0 ? [] : [{ rowNumber: 0, kind: 'numbers_proposed', text: String(count) }];
}

function chosenColumns(
  proposed: readonly RecognisedColumn[],
  chosen: ChosenTable['columns'],
): RecognisedColumn[] {
  if (chosen === undefined) return [...proposed];
  const byIndex = new Map(chosen.map(({ index, field }) => [index, field]));
  return proposed.map((column) => {
    const field = byIndex.get(column.index);
    if (field === column.field) return column;
    return field === undefined
      ? { ...column, field: null, confidence: 0 }
      : { ...column, field, confidence: field === null ? 0 : 1 };
  });
}

const NOTHING_READ: ReadTable = {
  ...{ rows: [], skipped: [] },
  ...{ several: 0, blank: 0, hidden: 0, struck: 0 },
};

/** Whether the proposed number of a row is taken. */
function accepts(accepted: ChosenTable['accepted'], sheet: number): (rowNumber: number) => boolean {
  if (accepted === undefined || accepted === 'all') return () => accepted === 'all';
  const rows = new Set(accepted.flatMap((row) => (row.sheet === sheet ? [row.rowNumber] : [])));
  return (rowNumber) => rows.has(rowNumber);
}

interface ReadSheets extends ReadTable {
  readonly notes: ImportPreview['notes'];
}

/** The sheets of one shape, one after the other, by the columns of the first. */
function readSheets(
  sheets: readonly Sheet[],
  chosen: ChosenTable,
  table: RecognisedTable,
): ReadSheets {
  const isSeveral = chosen.sheets.length > 1;
  const read = chosen.sheets.flatMap((index, at) => {
    const sheet = sheets[index];
    if (sheet === undefined) return [];
    const { headerRow, headerRows } = at === 0 ? table : recogniseTable(sheet);
    const place = { sheet: index, ...(isSeveral ? { sheetName: sheet.name } : {}) };
    const mapping = { headerRow, headerRows, columns: table.columns };
    const result = readRows(sheet, mapping, place, {
      leftOut: chosen.leftOut,
      splitsNumbers: chosen.splitsNumbers === true,
      accepts: accepts(chosen.accepted, index),
    });
    const notes = [...sheetNotes(sheet, result), ...result.skipped].map((note) =>
      isSeveral ? { ...note, text: `${sheet.name}: ${note.text}` } : note,
    );
    return [{ ...result, notes }];
  });
  const sum = (count: (table: ReadTable) => number): number =>
    read.reduce((total, one) => total + count(one), 0);
  return {
    rows: read.flatMap(({ rows }) => rows),
    skipped: [],
    blank: sum(({ blank }) => blank),
    hidden: sum(({ hidden }) => hidden),
    struck: sum(({ struck }) => struck),
    several: sum(({ several }) => several),
    notes: read.flatMap(({ notes }) => notes),
  };
}

export function previewOf(
  file: ImportFile,
  sheets: readonly Sheet[],
  chosen: ChosenTable,
  register: readonly RegisteredStandard[],
): {
  readonly preview: ImportPreview;
  readonly planned: readonly PlannedRow[];
} {
  const { fileName, encoding, sheetNames } = file;
  const [first = 0] = chosen.sheets;
  const sheet = sheets[first];
  if (sheet === undefined) throw new Error(`the file has no sheet ${first}`);
  const found = recogniseTable(sheet, chosen.headerRow);
  const table = { ...found, columns: chosenColumns(found.columns, chosen.columns) };
  // What does not look like a register is read only once a person has said what its columns are.
  const isHeld = found.other !== null && chosen.columns === undefined;
  const read = isHeld
    ? { ...NOTHING_READ, notes: found.other === null ? [] : [otherTableNote(found.other)] }
    : readSheets(sheets, chosen, table);
  const planned = planActions(read.rows, register, chosen.duplicates);
  const told = planned
    .filter(({ action }) => action !== 'error')
    .map(({ record: { statusClaimed, statusCheckedOn }, facts: { level } }) => ({
      statusClaimed,
      statusCheckedOn,
      level,
    }));
  return {
    preview: {
      ...{ fileName, encoding, sheetNames, sheet: first, columns: table.columns },
      duplicates: chosen.duplicates,
      choices: {
        sheets: chosen.sheets,
        alike: isHeld ? [first] : registersAlike(sheets, first),
        leftOut: chosen.leftOut,
        splitsNumbers: chosen.splitsNumbers,
        accepted: chosen.accepted,
      },
      headerRow: table.headerRow,
      headerRows: table.headerRows,
      summary: summaryOf(planned, read.blank),
      notes: [
        ...formatNotes(fileName, encoding),
        ...proposedNote(planned),
        ...uncheckedNotes(told),
        ...read.notes.slice(0, MOST_NOTES),
      ],
    },
    planned,
  };
}
