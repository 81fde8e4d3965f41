/** A file of any shape → the rows of one list, or the door at which it belongs. No I/O. */
import type { RecordKindId } from '@liangxing/contracts';
import type { Spreadsheet } from '@liangxing/spreadsheet';
import {
  bestSheetBy,
  headerKey,
  formatNotes,
  sheetsAlike,
  tableNotes,
  type LeftOutRows,
  type SkippedRow,
  type TableNote,
} from '@liangxing/tables';
import { readRecordRows, type ReadRecord } from './read-record-rows';
import { hasTitle, pointsOf, recogniseHeads, type HeadColumn } from './recognise-heads';
import { misplacedTable, type Misplaced } from './right-door';

/** Rows that are passed over are named one by one up to here. */
const MOST_NOTES = 200;

/** What is said of a file beside its rows. */
export interface SaidOfFile {
  /** Names of the sheets that were read, and of those that have the same columns. */
  readonly sheets: readonly string[];
  readonly alike: readonly string[];
  readonly notes: readonly (TableNote | SkippedRow)[];
}

export interface RecordFile {
  readonly columns: readonly HeadColumn[];
  /** Whether a column holds what every record needs. */
  readonly hasTitle: boolean;
  readonly misplaced: Misplaced | null;
  readonly count: number;
  /** Empty where the file cannot be taken. */
  readonly rows: readonly ReadRecord[];
  readonly said: SaidOfFile;
}

export interface RecordFileChoices {
  /** Name of the one sheet to read; without it all that are alike. */
  readonly sheet?: string | undefined;
  readonly leftOut: LeftOutRows;
  /** Read it although it looks like something else. */
  readonly isTakenAnyway: boolean;
}

/** Heads and fields of a sheet; undefined where it lacks what every record needs. */
function shapeOf(kind: RecordKindId, sheet: Spreadsheet['sheets'][number]): string | undefined {
  const heads = recogniseHeads(kind, sheet);
  if (!hasTitle(kind, heads)) return undefined;
  const known = heads.columns.filter(({ head }) => head !== '');
  return known.map(({ head, field }) => `${headerKey(head)}=${field ?? ''}`).join('|');
}

export function readRecordSheets(
  kind: RecordKindId,
  fileName: string,
  { sheets, encoding }: Spreadsheet,
  choices: RecordFileChoices,
): RecordFile {
  const named = sheets.findIndex(({ name }) => name === choices.sheet);
  const best =
    named >= 0
      ? named
      : bestSheetBy(sheets, (sheet) => pointsOf(kind, recogniseHeads(kind, sheet)));
  const first = sheets[best];
  if (first === undefined) throw new Error('a spreadsheet without sheets');
  const heads = recogniseHeads(kind, first);
  const isKnown = hasTitle(kind, heads);
  const misplaced = misplacedTable(kind, first, heads);
  const isTaken =
    isKnown && (misplaced === null || misplaced === undefined || choices.isTakenAnyway);
  const alike = isTaken ? sheetsAlike(sheets, best, (sheet) => shapeOf(kind, sheet)) : [];
  const chosen = isTaken ? (named >= 0 ? [best] : alike) : [];
  const read = chosen.flatMap((index) => {
    const sheet = sheets[index];
    if (sheet === undefined) return [];
    const name = chosen.length > 1 ? sheet.name : undefined;
    const result = readRecordRows(kind, sheet, recogniseHeads(kind, sheet), choices.leftOut, name);
    const notes = [...tableNotes(sheet, result), ...result.skipped].map((note) =>
      name === undefined ? note : { ...note, text: `${name}: ${note.text}` },
    );
    return [{ rows: result.rows, notes }];
  });
  const rows = read.flatMap((each) => each.rows);
  const nameOf = (index: number): string => sheets[index]?.name ?? '';
  return {
    columns: heads.columns,
    hasTitle: isKnown,
    misplaced: misplaced ?? null,
    count: rows.length,
    rows,
    said: {
      sheets: chosen.map(nameOf),
      alike: alike.map(nameOf),
      notes: [
        ...formatNotes(fileName, encoding),
        ...read.flatMap(({ notes }) => notes).slice(0, MOST_NOTES),
      ],
    },
  };
}
