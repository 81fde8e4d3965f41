/** A workbook of clients → its rows, with what is wrong in each by itself. No I/O. */
import {
  creditCodeProblem,
  normalEmail,
  AREAS,
  usualLastDay,
  type GrantedAreas,
} from '@liangxing/contracts';
import type { Sheet, Spreadsheet } from '@liangxing/spreadsheet';
import { bestSheetBy, readDate, walkRows, type MeantRow } from '@liangxing/tables';
import { problemOfDays } from '../days-of-terms';
import {
  areasNamed,
  recogniseClientHeads,
  type ClientField,
  type ClientHeads,
} from './client-columns';
import type { ClientFile, ClientRow, ClientRowProblem } from './client-row';

const LONGEST_NAME = 200;
const LONGEST_NOTE = 500;
/** Of a cell of which nothing is known; what is longer is cut, and a problem in any case. */
const LONGEST_CELL = 1_000;
/** 、 and its relatives part what stands together in one cell. */
const PARTED = /[、,，;；/／\n]+/;
const ONLY_READ = /[(（【[]\s*(只读|只看|仅查看|可看|read ?only|read)\s*[)）】\]]$/i;

const wordsOf = (text: string): string[] =>
  text
    .split(PARTED)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * `标准明细、台账（只读）`: what is named is opened for writing, unless it is marked; nothing named is everything.
 * @returns null where a word names no area
 */
export function areasOf(text: string): GrantedAreas | null {
  const words = wordsOf(text);
  if (words.length === 0) return { readable: AREAS, writable: AREAS };
  const named = words.map((word) => ({
    isRead: ONLY_READ.test(word),
    areas: areasNamed(word.replace(ONLY_READ, '')),
  }));
  if (named.some(({ areas }) => areas.length === 0)) return null;
  const within = (only: (isRead: boolean) => boolean) =>
    AREAS.filter((area) => named.some(({ areas, isRead }) => only(isRead) && areas.includes(area)));
  return { readable: within(() => true), writable: within((isRead) => !isRead) };
}

/** A day of a cell. @returns `without` where the cell holds none, null where it cannot be read */
function dayOf(text: string, is1904: boolean, without: string): string | null {
  const reading = readDate(text, is1904);
  if (reading.kind === 'problem') return null;
  return reading.kind === 'date' ? reading.day : without;
}

class RowReading {
  private readonly told = new Set<string>();

  constructor(
    private readonly columns: ClientHeads['columns'],
    private readonly is1904: boolean,
    private readonly today: string,
  ) {}

  row({ number, cells }: MeantRow): ClientRow {
    const text = (field: ClientField): string => {
      const index = this.columns.get(field);
      return index === undefined ? '' : (cells[index]?.trim() ?? '').slice(0, LONGEST_CELL);
    };
    const problems: ClientRowProblem[] = [];
    const [name, note] = [text('name').replaceAll(/\s+/g, ' '), text('note')];
    if (name === '') problems.push('name_missing');
    if (name.length > LONGEST_NAME) problems.push('name_too_long');
    const creditCode = text('creditCode').normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
    const wrongCode = creditCode === '' ? undefined : creditCodeProblem(creditCode);
    if (wrongCode !== undefined) problems.push(wrongCode);
    const email = this.email(text('email'), problems);
    const areas = areasOf(text('areas'));
    if (areas === null) problems.push('area_unknown');
    if (note.length > LONGEST_NOTE) problems.push('note_too_long');
    const days = this.days(text('from'), text('until'), problems);
    return {
      ...{
        rowNumber: number,
        name: name.slice(0, LONGEST_NAME),
        note: note.slice(0, LONGEST_NOTE),
      },
      ...{ creditCode: creditCode.slice(0, 40), email, ...days },
      ...(areas ?? { readable: [], writable: [] }),
      ...{ people: [...new Set(wordsOf(text('people')))], problems },
    };
  }

  /** The first of two rows with one address is meant; the second says so. */
  private email(text: string, problems: ClientRowProblem[]): string {
    const email = normalEmail(text);
    if (text === '') problems.push('email_missing');
    else if (email === null) problems.push('email_invalid');
    else if (this.told.has(email)) problems.push('email_twice');
    else this.told.add(email);
    return email ?? text.slice(0, LONGEST_NAME);
  }

  private days(
    begin: string,
    end: string,
    problems: ClientRowProblem[],
  ): Pick<ClientRow, 'from' | 'until'> {
    const from = dayOf(begin, this.is1904, this.today);
    const until = dayOf(end, this.is1904, usualLastDay(from ?? this.today));
    if (from === null) problems.push('from_unread');
    if (until === null) problems.push('until_unread');
    const wrong = from && until ? problemOfDays({ from, until }, this.today) : null;
    if (wrong !== null) problems.push(wrong);
    return { from: from ?? begin.slice(0, 40), until: until ?? end.slice(0, 40) };
  }
}

const pointsOf = (sheet: Sheet): number => {
  const { columns } = recogniseClientHeads(sheet);
  return columns.size + (columns.has('email') ? 2 : 0);
};

/** @param today from which on an engagement may end, and which is meant where none begins */
export function readClientSheets({ sheets }: Spreadsheet, today: string): ClientFile {
  const sheet = sheets[bestSheetBy(sheets, pointsOf)];
  if (sheet === undefined) throw new Error('a spreadsheet without sheets');
  const heads = recogniseClientHeads(sheet);
  const { columns, ignored } = heads;
  const reading = new RowReading(columns, sheet.is1904 === true, today);
  const rows: ClientRow[] = [];
  if (columns.has('email'))
    walkRows(
      sheet,
      heads,
      { columns: [...columns.values()], mainColumn: columns.get('name') ?? columns.get('email') },
      (row) => {
        if ([...columns.values()].some((index) => (row.cells[index]?.trim() ?? '') !== ''))
          rows.push(reading.row(row));
      },
    );
  return {
    hasAddresses: columns.has('email'),
    count: rows.length,
    rows,
    ignored: ignored.slice(0, 50),
  };
}
