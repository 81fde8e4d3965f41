import type { StandardColumn, StandardList, StandardRow } from '@liangxing/dossier';
import {
  nodeOf,
  pathOf,
  placeStandard,
  type ListedStandard,
  type StandardKind,
  type StructureTree,
} from '@liangxing/system-structure';
import type { StandardMaterial } from '../dossier-material';

const levelNames: Readonly<Record<string, string>> = {
  national: '国家标准',
  sector: '行业标准',
  local: '地方标准',
  group: '团体标准',
  enterprise: '企业标准',
  international: '国际标准',
  foreign: '国外标准',
  other: '其他',
};

const statusNames: Readonly<Record<string, string>> = {
  upcoming: '即将实施',
  current: '现行',
  replaced: '被代替',
  withdrawn: '废止',
  unknown: '未知',
};

/** A standard and its places in the structure, the main one first. */
export interface PlacedStandard {
  readonly material: StandardMaterial;
  readonly nodes: readonly string[];
}

/**
 * Places of every standard: where the enterprise put it in its own system; without one by its system code or,
 * failing that, by its own number.
 */
export function placeStandards(
  tree: StructureTree,
  standards: readonly StandardMaterial[],
): PlacedStandard[] {
  return [...standards]
    .sort((left, right) => left.position - right.position)
    .map((material) => {
      if (material.nodes !== null) return { material, nodes: material.nodes };
      const placement = placeStandard(tree, {
        systemCode: material.systemCode,
        number: material.number,
      });
      return { material, nodes: placement.kind === 'placed' ? placement.nodes : [] };
    });
}

/** What structure counts and statistics need to know of a standard. */
export function listedStandard({ material, nodes }: PlacedStandard): ListedStandard {
  const { level, kind } = material;
  return {
    number: material.number,
    title: material.title,
    level: (level === 'other' ? 'enterprise' : level) as ListedStandard['level'],
    kind: (kind ?? undefined) as StandardKind | undefined,
    nodes,
    isPlanned: material.isPlanned,
  };
}

/** 明细表 grouped by node in tree order; what has no place comes last. */
export function standardList(tree: StructureTree, placed: readonly PlacedStandard[]): StandardList {
  const byNode = new Map<string, StandardRow[]>();
  for (const { material, nodes } of placed) {
    const code = nodes[0] !== undefined && nodeOf(tree, nodes[0]) ? nodes[0] : '';
    const rows = byNode.get(code) ?? [];
    rows.push(standardRow(material, nodes[0]));
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
    columns: columnsOf(placed),
    groups:
      unplaced.length === 0
        ? groups
        : [...groups, { code: '', title: '未归入体系', rows: unplaced }],
  };
}

/** The usual columns, and 采用 and 代替 only where some standard fills them. */
function columnsOf(placed: readonly PlacedStandard[]): StandardColumn[] {
  const some = (is: (material: StandardMaterial) => boolean): boolean =>
    placed.some(({ material }) => is(material));
  return [
    'systemCode',
    'number',
    'title',
    'inForceOn',
    'department',
    'status',
    ...(some(({ adoptedNumber }) => adoptedNumber !== '') ? (['adopted'] as const) : []),
    ...(some(({ replacesNumber }) => replacesNumber !== '') ? (['replaces'] as const) : []),
    'note',
  ];
}

function standardRow(material: StandardMaterial, main: string | undefined): StandardRow {
  const { adoptedNumber, adoptionDegree } = material;
  // The code of the place follows the system; what was typed may be of an older one.
  const systemCode = material.nodes === null ? material.systemCode : (main ?? '');
  return {
    systemCode,
    number: material.number,
    title: material.title,
    issuedOn: material.issuedOn,
    inForceOn: material.inForceOn,
    department: material.department,
    status: material.isPlanned ? '拟制定' : (statusNames[material.status] ?? '未知'),
    level: levelNames[material.level] ?? '其他',
    adopted: adoptionDegree === null ? adoptedNumber : `${adoptedNumber}, ${adoptionDegree}`,
    replaces: material.replacesNumber,
    cited: material.citedNumbers,
    note: material.note,
  };
}
