import {
  shownColumns,
  type StandardColumn,
  type StandardList,
  type StandardRow,
} from '@liangxing/dossier';
import {
  isOutOfForce,
  listedLike,
  nodeOf,
  pathOf,
  placeStandard,
  type ListedStandard,
  type StructureTree,
} from '@liangxing/system-structure';
import type { RegisterEntry } from './register-entry';

const levelNames: Readonly<Record<string, string>> = {
  national: '国家标准',
  sector: '行业标准',
  local: '地方标准',
  group: '团体标准',
  enterprise: '企业标准',
  international: '国际标准',
  foreign: '国外标准',
  other: '其他文件',
};

const statusNames: Readonly<Record<string, string>> = {
  upcoming: '即将实施',
  current: '现行',
  replaced: '被代替',
  withdrawn: '废止',
  unknown: '待查',
};

/** A standard and its places in the structure, the main one first. */
interface PlacedEntry {
  readonly entry: RegisterEntry;
  readonly nodes: readonly string[];
}

/**
 * Places of every standard: where the enterprise put it in its own system; without one by its system code or,
 * failing that, by its own number.
 */
export function placeStandards(
  tree: StructureTree,
  standards: readonly RegisterEntry[],
): PlacedEntry[] {
  return [...standards]
    .sort((left, right) => left.position - right.position)
    .map((entry) => {
      if (entry.nodes !== null) return { entry, nodes: entry.nodes };
      const placement = placeStandard(tree, {
        systemCode: entry.systemCode,
        number: entry.number,
      });
      return { entry, nodes: placement.kind === 'placed' ? placement.nodes : [] };
    });
}

/** What structure counts and statistics need to know of a standard. */
export function listedStandard({ entry, nodes }: PlacedEntry): ListedStandard {
  return { ...listedLike(entry), number: entry.number, title: entry.title, nodes };
}

/**
 * 明细表 grouped by node in tree order; what has no place comes last.
 * @param chosen columns; null: the usual ones, and 采用 and 代替 where some standard fills them
 */
export function standardList(
  tree: StructureTree,
  placed: readonly PlacedEntry[],
  chosen: readonly StandardColumn[] | null = null,
): StandardList {
  const byNode = new Map<string, StandardRow[]>();
  for (const { entry, nodes } of placed) {
    const code = nodes[0] !== undefined && nodeOf(tree, nodes[0]) ? nodes[0] : '';
    const rows = byNode.get(code) ?? [];
    rows.push(standardRow(entry, nodes[0]));
    byNode.set(code, rows);
  }
  const groups = tree.nodes
    .filter(({ code }) => byNode.has(code))
    .map(({ code }) => ({
      code,
      title: pathOf(tree, code)
        .map(({ name }) => name['zh-CN'])
        .join('／'),
      rows: byNode.get(code) ?? [],
    }));
  const unplaced = byNode.get('') ?? [];
  return {
    columns: shownColumns(chosen ?? usualColumns(placed)),
    groups:
      unplaced.length === 0
        ? groups
        : [...groups, { code: '', title: '未归入体系', rows: unplaced }],
  };
}

function usualColumns(placed: readonly PlacedEntry[]): readonly StandardColumn[] {
  const some = (is: (entry: RegisterEntry) => boolean): boolean =>
    placed.some(({ entry }) => is(entry));
  return [
    'department',
    'status',
    ...(some(({ adoptedNumber }) => adoptedNumber !== '') ? (['adopted'] as const) : []),
    ...(some(({ replacesNumber }) => replacesNumber !== '') ? (['replaces'] as const) : []),
  ];
}

function standardRow(entry: RegisterEntry, main: string | undefined): StandardRow {
  const { adoptedNumber, adoptionDegree } = entry;
  // The code of the place follows the system; what was typed may be of an older one.
  const systemCode = entry.nodes === null ? entry.systemCode : (main ?? '');
  return {
    systemCode,
    number: entry.number,
    title: entry.title,
    issuedOn: entry.issuedOn,
    inForceOn: entry.inForceOn,
    department: entry.department,
    // As it is counted: what is out of force is neither planned nor existing.
    status:
      entry.isPlanned && !isOutOfForce(entry) ? '拟制定' : (statusNames[entry.status] ?? '待查'),
    level: levelNames[entry.level] ?? '其他文件',
    adopted: adoptionDegree === null ? adoptedNumber : `${adoptedNumber}, ${adoptionDegree}`,
    replaces: entry.replacesNumber,
    cited: entry.citedNumbers,
    note: entry.note,
  };
}
