/** What a preview keeps of its rows: what is shown of them, and what a commit will write. */
import { newStandardId, packStored, packWritten } from '../register/standard-columns.sql';
import type { StandardRecord } from '../register/standard-record';
import type { PlannedRow, RowAction } from './recognition/plan-actions';
import type { RowProblem } from './recognition/row-reading';

export interface ImportRow {
  /** Index of its sheet. */
  readonly sheet: number;
  readonly rowNumber: number;
  /** See `ReadRow`. */
  readonly part: number;
  /** By field, as they will be stored; the read text where nothing could be made of it. */
  readonly values: Readonly<Record<string, string>>;
  readonly action: RowAction;
  readonly isDuplicate: boolean;
  readonly problems: readonly RowProblem[];
}

/** Some hundred rows: as few that a page of them is soon taken out, as many that they are soon written. */
export interface ImportPiece {
  /** Of its first row, from 0. */
  readonly position: number;
  readonly rowCount: number;
  readonly problemCount: number;
  readonly duplicateCount: number;
  readonly leftOutCount: number;
  /** `ImportRow[]` as JSON. Bytes, for the thread that answers people only passes them on. */
  readonly shown: Uint8Array;
  /** See `packWritten` and `packStored`: a standard for each row that inserts or updates. */
  readonly written: Uint8Array;
  readonly toWrite: Uint8Array;
}

const ROWS_PER_PIECE = 500;

/** What a person wants to see of a row before it counts. */
const SHOWN = [
  ...['number', 'title', 'systemCode', 'department'],
  ...['issuedOn', 'inForceOn', 'withdrawnOn', 'ccs', 'ics', 'note'],
] as const satisfies readonly (keyof StandardRecord)[];

/** The values as they will be stored, the read text where nothing could be made of it. */
function shownValues({ values, record }: PlannedRow['row']): Record<string, string> {
  const shown: Record<string, string> = { ...values };
  for (const field of SHOWN) {
    const value = record[field];
    if (value !== null && value !== '') shown[field] = value;
  }
  return shown;
}

export function importRowOf({ row, action, isDuplicate, problems }: PlannedRow): ImportRow {
  const { sheet, rowNumber, part } = row;
  return { sheet, rowNumber, part, values: shownValues(row), action, isDuplicate, problems };
}

const encoder = new TextEncoder();

function pieceOf(rows: readonly PlannedRow[], position: number, inserted: number): ImportPiece {
  const count = (test: (row: PlannedRow) => boolean): number => rows.filter(test).length;
  const writing = rows.filter(({ action }) => action === 'insert' || action === 'update');
  let next = inserted;
  return {
    position,
    rowCount: rows.length,
    problemCount: count(({ problems }) => problems.length > 0),
    duplicateCount: count(({ isDuplicate }) => isDuplicate),
    leftOutCount: count(({ action }) => action === 'error' || action === 'skip'),
    shown: encoder.encode(JSON.stringify(rows.map(importRowOf))),
    written: encoder.encode(
      packWritten(
        writing.map(({ action, target, row: { rowNumber } }) =>
          action === 'update' && target !== null
            ? { id: target.id, version: target.version, rowNumber, before: target.record }
            : { id: newStandardId(), version: null, rowNumber, before: null },
        ),
      ),
    ),
    toWrite: encoder.encode(
      packStored(
        writing.map(({ action, record, facts }) => ({
          ...record,
          ...facts,
          position: action === 'insert' ? next++ : null,
        })),
      ),
    ),
  };
}

export function importPieces(planned: readonly PlannedRow[]): ImportPiece[] {
  const pieces: ImportPiece[] = [];
  let inserted = 0;
  for (let from = 0; from < planned.length; from += ROWS_PER_PIECE) {
    const rows = planned.slice(from, from + ROWS_PER_PIECE);
    pieces.push(pieceOf(rows, from, inserted));
    inserted += rows.filter(({ action }) => action === 'insert').length;
  }
  return pieces;
}
