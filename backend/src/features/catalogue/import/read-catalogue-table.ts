/** Sheets of text rows → catalogue rows and, row by row, what is wrong. No I/O. */
import type { ErrorCode } from '@liangxing/contracts';
import type { Sheet } from '@liangxing/spreadsheet';
import {
  sheetsAlike,
  tableKindOf,
  tableNotes,
  tidyLine,
  walkRows,
  type MeantRow,
  type SkippedRow,
  type TableKind,
  type TableNote,
} from '@liangxing/tables';
import {
  describeHead,
  findCatalogueHead,
  shapeOfCatalogue,
  type CatalogueHead,
  type FoundHead,
} from './catalogue-head';
import { CatalogueRowReader, type CatalogueRow, type RowProblem } from './read-catalogue-row';

export type { CatalogueHead } from './catalogue-head';
export type { CatalogueRow, RowProblem } from './read-catalogue-row';

export interface CatalogueTable {
  readonly head: CatalogueHead;
  readonly rows: readonly CatalogueRow[];
  readonly problems: readonly RowProblem[];
}

const CODES: Readonly<Record<TableKind, ErrorCode>> = {
  laws: 'catalogue_table_is_laws',
  scoring: 'catalogue_table_is_scoring',
  key_values: 'catalogue_table_is_key_values',
  standards: 'catalogue_number_column_missing',
  unknown: 'catalogue_number_column_missing',
};

/** The file has no column that holds numbers of standards; `code` is of the catalogue of errors and says what it is. */
export class CatalogueTableError extends Error {
  readonly code: ErrorCode;

  constructor(sheet: Sheet | undefined) {
    super('no column of standard numbers was found (标准号 or number)');
    this.code = CODES[sheet === undefined ? 'unknown' : tableKindOf(sheet)];
  }
}

/** Rows that are passed over are named one by one up to here. */
const MOST_NOTES = 200;
/** So many words of the status column are named. */
const MOST_WORDS = 10;

/** Reads the sheets of one table from the top; of two rows about one standard the first is taken. */
class CatalogueReading {
  readonly rows: CatalogueRow[] = [];
  readonly problems: RowProblem[] = [];
  readonly notes: (TableNote | SkippedRow)[] = [];
  private readonly seen = new Map<string, string>();
  private readonly unreadWords = new Map<string, number>();

  constructor(private readonly isSeveral: boolean) {}

  read(sheet: Sheet, head: FoundHead): void {
    const counts = walkRows(
      sheet,
      head,
      { columns: Object.values(head.columns), mainColumn: head.columns.number, isOfNumbers: true },
      (row) => {
        this.add(sheet, head, row);
      },
    );
    for (const note of [...tableNotes(sheet, counts), ...counts.skipped])
      if (this.notes.length < MOST_NOTES)
        this.notes.push(this.isSeveral ? { ...note, text: `${sheet.name}: ${note.text}` } : note);
  }

  /** What the column of states says beside states, the commonest words first. */
  wordNotes(): readonly TableNote[] {
    const words = [...this.unreadWords].sort(([, one], [, other]) => other - one);
    const told = words.slice(0, MOST_WORDS).map(([word, rows]) => `${word.slice(0, 20)}(${rows})`);
    const text = [...told, ...(words.length > MOST_WORDS ? ['…'] : [])].join('、');
    return words.length === 0 ? [] : [{ rowNumber: 0, kind: 'status_words_unread', text }];
  }

  private add({ name, is1904 }: Sheet, { columns }: FoundHead, { number, cells }: MeantRow): void {
    if (cells.every((cell) => tidyLine(cell ?? '') === '')) return;
    const sheet = this.isSeveral ? name : undefined;
    const place = { sheet, rowNumber: number, is1904: is1904 === true };
    const reader = new CatalogueRowReader(place, (column) => {
      const index = columns[column];
      return index === undefined ? '' : tidyLine(cells[index] ?? '');
    });
    const row = reader.read();
    this.problems.push(...reader.problems);
    if (row === null) return;
    const { statusClaimed, statusWord } = row.figures;
    if (statusClaimed === null && statusWord !== '' && !row.keys.isPlan)
      this.unreadWords.set(statusWord, (this.unreadWords.get(statusWord) ?? 0) + 1);
    const key = row.keys.identityKey;
    const first = this.seen.get(key);
    if (first === undefined) {
      this.seen.set(key, this.isSeveral ? `${name}!${number}` : String(number));
      this.rows.push(row);
      return;
    }
    const text = `${row.keys.number} = ${first}`;
    const at = sheet === undefined ? { rowNumber: number } : { sheet, rowNumber: number };
    this.problems.push({ ...at, code: 'duplicate_row', text });
  }
}

/**
 * Reads the first sheet that has a column of numbers, and every other one that has the same columns. A row with any
 * problem is left out as a whole; of two rows about one standard the first is taken.
 * @throws CatalogueTableError without such a column
 */
export function readCatalogueTable(sheets: readonly Sheet[]): CatalogueTable {
  const isFit = (sheet: Sheet): boolean => findCatalogueHead(sheet) !== undefined;
  const shown = sheets.findIndex((sheet) => !sheet.isHidden && isFit(sheet));
  const first = shown >= 0 ? shown : sheets.findIndex(isFit);
  if (first < 0) throw new CatalogueTableError(sheets.find(({ rows }) => rows.length > 0));
  const alike = sheetsAlike(sheets, first, shapeOfCatalogue);
  const reading = new CatalogueReading(alike.length > 1);
  const read: string[] = [];
  let head: CatalogueHead | undefined;
  for (const index of alike) {
    const sheet = sheets[index];
    const found = sheet && findCatalogueHead(sheet);
    if (sheet === undefined || found === undefined) continue;
    reading.read(sheet, found);
    read.push(sheet.name);
    head = { ...describeHead(read, found), notes: reading.notes };
  }
  const others = sheets.flatMap(({ name, rows }, index) =>
    alike.includes(index) || rows.length === 0 ? [] : [name],
  );
  if (head === undefined) throw new CatalogueTableError(undefined);
  const { rows, problems } = reading;
  const notes = [...reading.wordNotes(), ...reading.notes];
  return { head: { ...head, notes, unreadSheets: others }, rows, problems };
}
