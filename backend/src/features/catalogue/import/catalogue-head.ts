/** What the columns of a catalogue's table are called. */
import type { Sheet } from '@liangxing/spreadsheet';
import {
  headerKey,
  LONGEST_HEAD,
  numberColumnOf,
  tidyLine,
  type SkippedRow,
  type TableHead,
  type TableNote,
} from '@liangxing/tables';

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
export type CatalogueColumn = keyof typeof HEADERS;
const COLUMNS = Object.keys(HEADERS) as CatalogueColumn[];
/** The header stands among the first rows. */
const HEADER_WITHIN = 20;

/** How the head of a table is read. */
export interface CatalogueHead {
  /** Names of the sheets that are read. */
  readonly sheet: string;
  readonly columns: readonly { readonly name: CatalogueColumn; readonly header: string }[];
  /** Headers that name nothing known; their columns are left out. */
  readonly unread: readonly string[];
  /** Sheets that are not read: they have other columns, or are hidden. */
  readonly unreadSheets?: readonly string[];
  /** What was not read as it stands, rows passed over among it. */
  readonly notes?: readonly (TableNote | SkippedRow)[];
}

export type CatalogueColumns = Partial<Record<CatalogueColumn, number>>;

export interface FoundHead extends TableHead {
  readonly columns: CatalogueColumns;
  readonly headers: readonly string[];
}

function columnsOf(cells: Sheet['rows'][number]['cells']): CatalogueColumns {
  const found: CatalogueColumns = {};
  cells.forEach((cell, index) => {
    const header = headerKey(cell ?? '');
    const column = COLUMNS.find((name) => (HEADERS[name] as readonly string[]).includes(header));
    if (column !== undefined) found[column] ??= index;
  });
  return found;
}

const countOf = (columns: CatalogueColumns): number => Object.keys(columns).length;

/**
 * The head of a sheet: a row that names the number and one column more; or the row above the first number where the
 * content alone shows which column that is. Undefined where neither is found.
 */
export function findCatalogueHead({ rows }: Sheet): FoundHead | undefined {
  const heads = rows.slice(0, HEADER_WITHIN).map(({ cells }) => columnsOf(cells));
  const named = heads.findIndex((columns) => columns.number !== undefined && countOf(columns) > 1);
  const numbers = named < 0 ? numberColumnOf(rows) : undefined;
  const at = named >= 0 ? named : (numbers?.firstRow ?? 0) - 1;
  const row = rows[at];
  if (row === undefined) return undefined;
  const known = heads[at] ?? {};
  const columns =
    numbers === undefined
      ? known
      : { ...withoutIndex(known, numbers.index), number: numbers.index };
  // Numbers beside nothing that is known would make entries without a word about them.
  if (countOf(columns) < 2) return undefined;
  const headers = Array.from(row.cells, (cell) => tidyLine(cell ?? '').slice(0, LONGEST_HEAD));
  return { headerRow: row.number, headerRows: 1, columns, headers };
}

const withoutIndex = (columns: CatalogueColumns, index: number): CatalogueColumns =>
  Object.fromEntries(Object.entries(columns).filter(([, at]) => at !== index));

/** Names and places of the columns: sheets with the same are one table. */
export const shapeOfCatalogue = (sheet: Sheet): string | undefined => {
  const head = findCatalogueHead(sheet);
  return head && JSON.stringify([head.headers.map(headerKey), head.columns]);
};

export function describeHead(
  sheets: readonly string[],
  { columns, headers }: FoundHead,
): Pick<CatalogueHead, 'sheet' | 'columns' | 'unread'> {
  const read = COLUMNS.flatMap((name) => {
    const at = columns[name];
    return at === undefined ? [] : [{ name, header: headers[at] ?? '' }];
  });
  const taken = new Set(Object.values(columns));
  const unread = headers.filter((header, at) => header !== '' && !taken.has(at));
  return { sheet: sheets.join('、'), columns: read, unread };
}
