/** Sheets of text rows → catalogue rows and, row by row, what is wrong. No I/O. */
import type { Sheet } from '@liangxing/spreadsheet';
import { parseStandardNumber, statusFromWord } from '@liangxing/standard-number';
import { readDate, tidyLine } from '../../standards/pure';
import {
  areImpossible,
  NO_FIGURES,
  type CatalogueClaim,
  type CatalogueFigures,
} from '../catalogue-entry';
import { identityOfText, keysOf, type CatalogueKeys } from '../catalogue-keys';

export interface CatalogueReplacement {
  readonly oldKey: string;
  readonly newKey: string;
  readonly isPartial: boolean;
}

export interface CatalogueRow {
  readonly rowNumber: number;
  readonly keys: CatalogueKeys;
  readonly figures: CatalogueFigures;
  readonly replacements: readonly CatalogueReplacement[];
}

export type RowProblemCode =
  | 'number_missing'
  | 'number_unread'
  | 'number_undated'
  | 'date_unread'
  | 'date_impossible'
  | 'dates_impossible'
  | 'duplicate_row'
  | 'replacement_unread'
  | 'contradicts_catalogue';

export interface RowProblem {
  readonly rowNumber: number;
  readonly code: RowProblemCode;
  /** What stands there. */
  readonly text: string;
}

/** How the head of a table is read. */
export interface CatalogueHead {
  readonly sheet: string;
  readonly columns: readonly { readonly name: Column; readonly header: string }[];
  /** Headers that name nothing known; their columns are left out. */
  readonly unread: readonly string[];
}

export interface CatalogueTable {
  readonly head: CatalogueHead;
  readonly rows: readonly CatalogueRow[];
  readonly problems: readonly RowProblem[];
}

/** The file has no column that holds numbers of standards. */
export class CatalogueTableError extends Error {
  /** Of the catalogue of errors. */
  readonly code = 'catalogue_number_column_missing';
}

const HEADERS = {
  number: ['标准号', '标准编号', '计划号', '编号', 'number', 'standard', 'standardnumber'],
  title: ['标准名称', '名称', '中文名称', '标准中文名称', 'title', 'name'],
  englishTitle: ['英文名称', '标准英文名称', 'englishtitle'],
  kind: ['标准类别', '类别', '标准类型', '类型', 'kind', 'type'],
  issuedOn: ['发布日期', '发布日', 'issued', 'issuedon'],
  inForceOn: ['实施日期', '实施日', 'inforce', 'inforceon'],
  withdrawnOn: ['废止日期', '作废日期', '代替日期', 'withdrawn', 'withdrawnon'],
  status: ['状态', '标准状态', '进度', 'status'],
  replacedBy: ['被代替', '被代替标准', '被替代标准', '代替者', 'replacedby'],
  replaces: ['代替', '代替标准', '代替标准号', '替代标准', 'replaces'],
} as const;
export type Column = keyof typeof HEADERS;
const COLUMNS = Object.keys(HEADERS) as Column[];
const DATES = ['issuedOn', 'inForceOn', 'withdrawnOn'] as const;
/** The header stands among the first rows. */
const HEADER_WITHIN = 20;
/** A head is a few words; of a text the beginning is compared. */
const LONGEST_HEAD = 100;

const headerOf = (text: string): string =>
  text
    .slice(0, LONGEST_HEAD)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.:*()-]+/g, '');

function columnsOf(cells: Sheet['rows'][number]['cells']): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  cells.forEach((cell, index) => {
    const header = headerOf(cell ?? '');
    const column = COLUMNS.find((name) => (HEADERS[name] as readonly string[]).includes(header));
    if (column !== undefined) found[column] ??= index;
  });
  return found;
}

const CLAIMS: readonly string[] = ['upcoming', 'current', 'ending', 'replaced', 'withdrawn'];

class RowReader {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly rowNumber: number,
    private readonly cell: (column: Column) => string,
  ) {}

  /** Null where the row cannot be taken; `problems` then says why. */
  read(): CatalogueRow | null {
    const text = this.cell('number');
    const parsed = parseStandardNumber(text);
    const keys = keysOf(parsed);
    if (keys === null) return this.refuse(text === '' ? 'number_missing' : 'number_unread', text);
    if (parsed.kind === 'standard' && parsed.year === undefined)
      return this.refuse('number_undated', text);
    const figures = this.figures(keys.isPlan);
    const replacements = this.replacements(keys.identityKey);
    if (this.problems.length > 0) return null;
    return { rowNumber: this.rowNumber, keys, figures, replacements };
  }

  private figures(isPlan: boolean): CatalogueFigures {
    const dates = DATES.map((column) => [column, this.date(column)] as const);
    const statusWord = this.cell('status');
    const claimed = isPlan ? 'unknown' : statusFromWord(statusWord);
    const figures: CatalogueFigures = {
      ...NO_FIGURES,
      title: this.cell('title'),
      englishTitle: this.cell('englishTitle'),
      kind: this.cell('kind'),
      ...Object.fromEntries(dates),
      statusClaimed: CLAIMS.includes(claimed) ? (claimed as CatalogueClaim) : null,
      statusWord,
    };
    if (this.problems.length === 0 && areImpossible(figures))
      this.refuse(
        'dates_impossible',
        DATES.map((column) => this.cell(column))
          .filter(Boolean)
          .join(' → '),
      );
    return figures;
  }

  private date(column: (typeof DATES)[number]): string | null {
    const text = this.cell(column);
    const reading = readDate(text);
    if (reading.kind === 'date') return reading.day;
    if (reading.kind === 'problem')
      this.refuse(reading.code === 'date_impossible' ? 'date_impossible' : 'date_unread', text);
    return null;
  }

  private replacements(identity: string): CatalogueReplacement[] {
    const newer = this.numbers('replacedBy').map(({ key, isPartial }) => ({
      oldKey: identity,
      newKey: key,
      isPartial,
    }));
    const older = this.numbers('replaces').map(({ key, isPartial }) => ({
      oldKey: key,
      newKey: identity,
      isPartial,
    }));
    return [...newer, ...older].filter(({ oldKey, newKey }) => oldKey !== newKey);
  }

  /** `GB/T 1-2020、GB/T 2-2020（部分）` */
  private numbers(column: 'replacedBy' | 'replaces'): { key: string; isPartial: boolean }[] {
    const pieces = this.cell(column).split(/[、,，;；\n]+/);
    return pieces.flatMap((piece) => {
      const text = piece.trim();
      if (text === '' || /^[-—–/无]+$/.test(text)) return [];
      const isPartial = /部分/.test(text);
      const key = identityOfText(text.replace(/[（(]?部分(?:代替|替代)?[）)]?/g, '').trim());
      if (key === null) this.refuse('replacement_unread', text);
      return key === null ? [] : [{ key, isPartial }];
    });
  }

  private refuse(code: RowProblemCode, text: string): null {
    this.problems.push({ rowNumber: this.rowNumber, code, text: text.slice(0, 200) });
    return null;
  }
}

/**
 * Reads the first sheet that has a column of numbers. A row with any problem is left out as a whole; of two rows about
 * one standard the first is taken.
 * @throws CatalogueTableError without such a column
 */
export function readCatalogueTable(sheets: readonly Sheet[]): CatalogueTable {
  for (const { name, rows } of sheets) {
    const header = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => {
      const columns = columnsOf(cells);
      return columns.number !== undefined && Object.keys(columns).length > 1;
    });
    const cells = rows[header]?.cells;
    if (cells === undefined) continue;
    const columns = columnsOf(cells);
    return { head: headOf(name, cells, columns), ...readRows(rows.slice(header + 1), columns) };
  }
  throw new CatalogueTableError('no column of standard numbers was found (标准号 or number)');
}

function headOf(
  sheet: string,
  cells: Sheet['rows'][number]['cells'],
  columns: Partial<Record<Column, number>>,
): CatalogueHead {
  const headers = cells.map((cell) => tidyLine(cell ?? '').slice(0, LONGEST_HEAD));
  const read = COLUMNS.flatMap((name) => {
    const at = columns[name];
    return at === undefined ? [] : [{ name, header: headers[at] ?? '' }];
  });
  const taken = new Set(Object.values(columns));
  const unread = headers.filter((header, at) => header !== '' && !taken.has(at));
  return { sheet, columns: read, unread };
}

function readRows(
  sheetRows: Sheet['rows'],
  columns: Partial<Record<Column, number>>,
): Pick<CatalogueTable, 'rows' | 'problems'> {
  const rows: CatalogueRow[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  for (const { number: rowNumber, cells } of sheetRows) {
    if (cells.every((cell) => tidyLine(cell ?? '') === '')) continue;
    const reader = new RowReader(rowNumber, (column) => {
      const index = columns[column];
      return index === undefined ? '' : tidyLine(cells[index] ?? '');
    });
    const row = reader.read();
    problems.push(...reader.problems);
    if (row === null) continue;
    const first = seen.get(row.keys.identityKey);
    if (first === undefined) {
      seen.set(row.keys.identityKey, rowNumber);
      rows.push(row);
    } else {
      problems.push({ rowNumber, code: 'duplicate_row', text: `${row.keys.number} = ${first}` });
    }
  }
  return { rows, problems };
}
