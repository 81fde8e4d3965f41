/** Columns of a workbook of clients, and the words by which they and what stands in them are known. */
import { AREA_WORDINGS, AREAS, type Area } from '@liangxing/contracts';
import type { Sheet } from '@liangxing/spreadsheet';
import { headerKey, LONGEST_HEAD, type TableHead } from '@liangxing/tables';

interface ClientColumn {
  readonly label: { readonly zh: string; readonly en: string };
  readonly synonyms: readonly string[];
  /** Of the template, in characters. */
  readonly width: number;
}

/** In the order of the template. */
export const CLIENT_COLUMNS = {
  name: {
    label: { zh: '企业名称', en: 'Enterprise' },
    synonyms: [
      '单位名称',
      '公司名称',
      '客户名称',
      '名称',
      '客户',
      '企业',
      'company',
      'client',
      'name',
    ],
    width: 30,
  },
  creditCode: {
    label: { zh: '统一社会信用代码', en: 'Credit code' },
    synonyms: ['社会信用代码', '信用代码', '信用代码证号', 'unifiedsocialcreditcode', 'uscc'],
    width: 24,
  },
  email: {
    label: { zh: '所有者邮箱', en: 'Address of the owner' },
    synonyms: [
      '邮箱',
      '电子邮箱',
      '企业所有者的邮箱',
      '联系邮箱',
      '联系人邮箱',
      '负责人邮箱',
      '邮箱地址',
      'email',
      'mail',
      'address',
    ],
    width: 30,
  },
  areas: {
    label: { zh: '开放内容', en: 'Areas' },
    synonyms: ['开放的内容', '希望开放的内容', '内容', '授权内容', '授权范围', 'area', 'scope'],
    width: 30,
  },
  from: {
    label: { zh: '开始日期', en: 'First day' },
    synonyms: ['合作开始日期', '开始', '起始日期', '开始时间', '服务开始日期', 'from', 'start'],
    width: 14,
  },
  until: {
    label: { zh: '结束日期', en: 'Last day' },
    synonyms: [
      '合作结束日期',
      '结束',
      '截止日期',
      '终止日期',
      '到期日期',
      '结束时间',
      '服务结束日期',
      'until',
      'end',
      'to',
    ],
    width: 14,
  },
  note: {
    label: { zh: '用途', en: 'Purpose' },
    synonyms: ['备注', '说明', '合作内容', 'note', 'reason', 'remark'],
    width: 30,
  },
  people: {
    label: { zh: '负责人员', en: 'Consultants' },
    synonyms: [
      '顾问',
      '咨询师',
      '负责顾问',
      '负责咨询师',
      '项目负责人',
      '指派人员',
      '负责人',
      'consultant',
      'assigned',
      'people',
    ],
    width: 20,
  },
} as const satisfies Readonly<Record<string, ClientColumn>>;

export type ClientField = keyof typeof CLIENT_COLUMNS;
const FIELDS = Object.keys(CLIENT_COLUMNS) as ClientField[];

/** Other words for an area than its own. */
const AREA_SYNONYMS: Readonly<Partial<Record<Area, readonly string[]>>> = {
  register: ['企业标准明细', 'Register'],
  assessment: ['自我评价', '申请条件', 'Self-evaluation'],
  dossier: ['Dossier'],
};
const namesOf = (area: Area): readonly string[] => [
  area,
  ...Object.values(AREA_WORDINGS[area]),
  ...(AREA_SYNONYMS[area] ?? []),
];
const ALL = ['全部', '全部内容', '所有', 'all'];

const isNamed = (names: readonly string[], key: string): boolean =>
  names.some((name) => headerKey(name) === key);

/** @returns the areas that a word names; none for a word that names none */
export function areasNamed(word: string): readonly Area[] {
  const key = headerKey(word);
  if (isNamed(ALL, key)) return AREAS;
  return AREAS.filter((area) => isNamed(namesOf(area), key));
}

export interface ClientHeads extends TableHead {
  /** Index of its column. */
  readonly columns: ReadonlyMap<ClientField, number>;
  readonly ignored: readonly string[];
}

const ROWS_SEARCHED = 20;

/** Labels first, then other words; each field once, from the left. */
function recognise(cells: readonly (string | undefined)[]): Map<ClientField, number> {
  const keys = Array.from(cells, (cell) => headerKey(cell ?? ''));
  const found = new Map<ClientField, number>();
  const isTaken = (index: number): boolean => [...found.values()].includes(index);
  const claim = (field: ClientField, names: readonly string[]): void => {
    if (found.has(field)) return;
    const index = keys.findIndex((key, at) => key !== '' && !isTaken(at) && isNamed(names, key));
    if (index >= 0) found.set(field, index);
  };
  for (const field of FIELDS) claim(field, [field, ...Object.values(CLIENT_COLUMNS[field].label)]);
  for (const field of FIELDS) claim(field, CLIENT_COLUMNS[field].synonyms);
  return found;
}

/** The row that names most columns; the first of equals. */
export function recogniseClientHeads({ rows }: Sheet): ClientHeads {
  let best: ClientHeads = { headerRow: 0, headerRows: 0, columns: new Map(), ignored: [] };
  for (const { number, cells } of rows.slice(0, ROWS_SEARCHED)) {
    const columns = recognise(cells);
    if (columns.size <= best.columns.size) continue;
    const known = new Set(columns.values());
    const ignored = Array.from(cells, (cell, index) =>
      known.has(index) ? '' : (cell ?? '').trim(),
    )
      .filter((head) => head !== '')
      .map((head) => head.slice(0, LONGEST_HEAD));
    best = { headerRow: number, headerRows: 1, columns, ignored };
  }
  return best;
}
