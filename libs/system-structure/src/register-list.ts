import {
  compareNaturally,
  compareStandardNumbers,
  parseStandardNumber,
  type ParseResult,
} from '@liangxing/standard-number';
import {
  childrenOf,
  type BilingualText,
  type StructureNode,
  type StructureTree,
} from './structure';

export type RegisterColumnId =
  | 'index'
  | 'systemCode'
  | 'subsystem'
  | 'number'
  | 'title'
  | 'suggestedLevel'
  | 'issued'
  | 'inForce'
  | 'status'
  | 'adopted'
  | 'adoptionDegree'
  | 'replaces'
  | 'references'
  | 'department'
  | 'note';

export interface RegisterColumn {
  readonly id: RegisterColumnId;
  readonly title: BilingualText;
  /** `always`: in every 明细表; `usual`: on unless switched off; `optional`: older or wider forms. */
  readonly use: 'always' | 'usual' | 'optional';
  /** Share of the table's width, relative to the other columns. */
  readonly weight: number;
}

function column(
  id: RegisterColumnId,
  use: RegisterColumn['use'],
  weight: number,
  zh: string,
  en: string,
): RegisterColumn {
  return { id, use, weight, title: { 'zh-CN': zh, en } };
}

/** Columns of the 明细表 in printing order (GB/T 13016-2018 and the forms of the field). */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  column('index', 'always', 4, '序号', 'No.'),
  column('systemCode', 'always', 7, '体系编号', 'System code'),
  column('subsystem', 'optional', 10, '子体系名称', 'Sub-system'),
  column('number', 'always', 15, '标准号', 'Standard number'),
  column('title', 'always', 28, '标准名称', 'Title'),
  column('suggestedLevel', 'optional', 7, '宜定级别', 'Suggested level'),
  column('issued', 'optional', 9, '发布日期', 'Issued'),
  column('inForce', 'always', 9, '实施日期', 'In force from'),
  column('status', 'optional', 7, '状态', 'Status'),
  column(
    'adopted',
    'optional',
    14,
    '采用的或相应的国际、国外标准号',
    'Adopted or corresponding standard',
  ),
  column('adoptionDegree', 'optional', 6, '采标程度', 'Degree'),
  column('replaces', 'optional', 13, '被代替标准号', 'Replaces'),
  column('references', 'optional', 14, '引用标准编号', 'References'),
  column('department', 'usual', 11, '责任部门', 'Department'),
  column('note', 'always', 10, '备注', 'Note'),
];

/** The columns of an enterprise that has chosen none. */
export const DEFAULT_REGISTER_COLUMNS: readonly RegisterColumnId[] = REGISTER_COLUMNS.filter(
  ({ use }) => use !== 'optional',
).map(({ id }) => id);

/** The chosen columns in printing order; those that every 明细表 has are always among them. */
export function registerColumns(chosen: readonly RegisterColumnId[]): readonly RegisterColumn[] {
  return REGISTER_COLUMNS.filter(({ id, use }) => use === 'always' || chosen.includes(id));
}

interface SortKey {
  readonly place: number;
  readonly code: string;
  readonly number: ParseResult;
}

function preorder(tree: StructureTree): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const walk = (node: StructureNode): void => {
    places.set(node.code, places.size);
    childrenOf(tree, node.code).forEach(walk);
  };
  childrenOf(tree, undefined).forEach(walk);
  return places;
}

/** Standards in the order of standards; what is no standard number follows, by its own text. */
function compareNumbers(a: ParseResult, b: ParseResult): number {
  if (a.kind === 'standard' && b.kind === 'standard') return compareStandardNumbers(a, b);
  if (a.kind === 'standard') return -1;
  return b.kind === 'standard' ? 1 : compareNaturally(a.normalized, b.normalized);
}

function compareKeys(a: SortKey, b: SortKey): number {
  return (
    a.place - b.place || compareNaturally(a.code, b.code) || compareNumbers(a.number, b.number)
  );
}

/**
 * Order of the 明细表: by the main place in the structure's own order, then by standard number.
 * What has no place comes last. The sort is stable; the input is left as it is.
 */
export function orderRegister<
  T extends { readonly number: string; readonly nodes: readonly string[] },
>(tree: StructureTree, standards: readonly T[]): readonly T[] {
  const places = preorder(tree);
  const keyed = standards.map((standard) => {
    const code = standard.nodes[0] ?? '';
    const place = places.get(code) ?? places.size;
    return { standard, key: { place, code, number: parseStandardNumber(standard.number) } };
  });
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ standard }) => standard);
}
