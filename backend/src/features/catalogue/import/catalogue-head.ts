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

/**
 * As the national platform and those of sectors and provinces, standard libraries and dealers head their lists. Of two
 * columns for one thing the name that stands first here is taken.
 */
const HEADERS = {
  number: [
    ...['标准号', '标准编号', '国家标准编号', '国家标准号', '行业标准号', '行业标准编号'],
    ...['地方标准号', '地方标准编号', '团体标准编号', '标准号码', '计划号', '编号'],
    ...['number', 'standard', 'standardnumber', 'standardno', 'stdno'],
  ],
  title: [
    ...['标准名称', '中文名称', '标准中文名称', '中文标准名称', '标准名称中文', '中文标题'],
    ...['标准题名', '中文题名', '标题', '题名', '项目中文名称', '名称', 'title', 'name'],
    ...['chinesetitle', 'standardtitle'],
  ],
  englishTitle: [
    ...['英文名称', '标准英文名称', '英文标准名称', '标准名称英文', '英文标题', '英文题名'],
    ...['标准英文题名', 'englishtitle'],
  ],
  kind: ['标准类别', '类别', '标准类型', '类型', '标准性质', '性质', 'kind', 'type'],
  ccs: [
    ...[
      '中国标准分类号',
      '中国标准文献分类号',
      '中标分类号',
      '中国标准文献分类',
      'ccs',
      'ccs分类号',
    ],
    ...['中国标准分类号ccs', 'ccscode'],
  ],
  ics: [
    ...['国际标准分类号', '国际标准分类', 'ics', 'ics分类号', 'ics号', '国际标准分类号ics'],
    ...['icscode'],
  ],
  issuedOn: [
    ...['发布日期', '发布日', '发布时间', '颁布日期', '公布日期', '批准发布日期', '批准日期'],
    ...['issued', 'issuedon', 'issuedate', 'publishdate', 'publicationdate'],
  ],
  inForceOn: [
    ...['实施日期', '实施日', '实施时间', '生效日期', '执行日期', '开始实施日期'],
    ...['inforce', 'inforceon', 'implementationdate', 'effectivedate'],
  ],
  withdrawnOn: [
    ...['废止日期', '作废日期', '废止时间', '作废时间', '失效日期', '被代替日期', '被替代日期'],
    ...['代替日期', 'withdrawn', 'withdrawnon', 'withdrawaldate'],
  ],
  status: [
    ...['状态', '标准状态', '当前状态', '现行状态', '有效状态', '有效性', '标准有效性', '时效性'],
    ...['进度', '项目状态', 'status'],
  ],
  replacedBy: [
    ...['被代替', '被代替标准', '被代替标准号', '被代替标准编号', '被替代', '被替代标准'],
    ...['被替代标准号', '被全部代替标准', '被以下标准代替', '被以下标准替代', '被代替者'],
    ...['代替者', 'replacedby', 'supersededby'],
  ],
  replacedByPartly: ['被部分代替', '被部分代替标准', '被以下标准部分代替'],
  replaces: [
    ...['代替', '代替标准', '代替标准号', '代替标准编号', '全部代替标准', '替代', '替代标准'],
    ...['替代标准号', '代替国标号', '被本标准代替的标准', 'replaces', 'supersedes'],
  ],
  replacesPartly: ['部分代替', '部分代替标准', '部分代替标准号'],
  /** Which of the two it is, the cell itself says: 替代GB/T 1-2001, 被GB/T 1-2020代替. */
  relation: ['代替情况', '替代情况', '代替关系', '替代关系', '替代信息', '代替信息'],
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

type CatalogueColumns = Partial<Record<CatalogueColumn, number>>;

export interface FoundHead extends TableHead {
  readonly columns: CatalogueColumns;
  readonly headers: readonly string[];
}

/** What a head names, with the rank of its name; what stands in brackets behind it is a remark: 发布日期（年-月-日）. */
function meantBy(text: string): { readonly column: CatalogueColumn; readonly rank: number } | null {
  for (const header of [
    headerKey(text),
    headerKey(text.slice(0, LONGEST_HEAD).replace(/[（(〔[][^（()）]*[)）〕\]]\s*$/, '')),
  ])
    for (const column of COLUMNS) {
      const rank = (HEADERS[column] as readonly string[]).indexOf(header);
      if (rank >= 0) return { column, rank };
    }
  return null;
}

function columnsOf(cells: Sheet['rows'][number]['cells']): CatalogueColumns {
  const found: CatalogueColumns = {};
  const ranks: Partial<Record<CatalogueColumn, number>> = {};
  cells.forEach((cell, index) => {
    const meant = meantBy(cell ?? '');
    if (meant === null || meant.rank >= (ranks[meant.column] ?? Infinity)) return;
    ranks[meant.column] = meant.rank;
    found[meant.column] = index;
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
