import {
  addTallies,
  NO_STANDARDS,
  STATISTICS_LEVELS,
  tallyOf,
  type StatisticsLevel,
  type Tally,
} from './statistics';
import {
  type BilingualText,
  type ListedStandard,
  type StructureNode,
  type StructureTree,
} from './structure';
import { childrenOf } from './tree-index';

export interface NodeCount {
  /** Standards whose main place is this very node. */
  readonly own: Tally;
  /** Those of the whole branch. */
  readonly branch: Tally;
}

/** Counts by node code. */
export type StructureCounts = ReadonlyMap<string, NodeCount>;

/**
 * Counts every standard once, at its main place, and upwards to its body. Standards without a place,
 * or with a main place that the structure does not have, are in no count.
 */
export function countStandards(
  tree: StructureTree,
  standards: readonly ListedStandard[],
): StructureCounts {
  const byNode = new Map<string, ListedStandard[]>();
  for (const standard of standards) {
    const [main] = standard.nodes;
    if (main === undefined) continue;
    const members = byNode.get(main);
    if (members === undefined) byNode.set(main, [standard]);
    else members.push(standard);
  }
  const counts = new Map<string, NodeCount>();
  const countBranch = (node: StructureNode): Tally => {
    const own = tallyOf(byNode.get(node.code) ?? []);
    const branch = childrenOf(tree, node.code).map(countBranch).reduce(addTallies, own);
    counts.set(node.code, { own, branch });
    return branch;
  };
  childrenOf(tree, undefined).forEach(countBranch);
  return counts;
}

export interface MatrixRow {
  /**
   * `subsystem`: level 2 with all below it; `direct`: standards placed on the body itself;
   * `body`: sum of both; `unplaced`; `total`.
   */
  readonly kind: 'subsystem' | 'direct' | 'body' | 'unplaced' | 'total';
  readonly code?: string;
  readonly name: BilingualText;
  readonly cells: Readonly<Record<StatisticsLevel, Tally>>;
  readonly total: Tally;
}

const DIRECT: BilingualText = { 'zh-CN': '未分子体系', en: 'Not divided' };
const UNPLACED: BilingualText = { 'zh-CN': '未归入体系', en: 'Not placed' };
const TOTAL: BilingualText = { 'zh-CN': '共计', en: 'Total' };

function cellsOf(standards: readonly ListedStandard[]): MatrixRow['cells'] {
  const cellOf = (level: StatisticsLevel): Tally =>
    tallyOf(standards.filter((standard) => standard.level === level));
  return {
    national: cellOf('national'),
    sector: cellOf('sector'),
    local: cellOf('local'),
    group: cellOf('group'),
    enterprise: cellOf('enterprise'),
    international: cellOf('international'),
    foreign: cellOf('foreign'),
    other: cellOf('other'),
  };
}

function rowOf(
  kind: MatrixRow['kind'],
  name: BilingualText,
  standards: readonly ListedStandard[],
  code?: string,
): MatrixRow {
  const cells = cellsOf(standards);
  const total = STATISTICS_LEVELS.map((level) => cells[level]).reduce(addTallies, NO_STANDARDS);
  return { kind, ...(code === undefined ? {} : { code }), name, cells, total };
}

/** Code of the branch at level 2 (or the body itself) in which each node stands. */
function branchesOf(tree: StructureTree): ReadonlyMap<string, string> {
  const branches = new Map<string, string>();
  const walk = (node: StructureNode, branch: string): void => {
    branches.set(node.code, branch);
    for (const child of childrenOf(tree, node.code)) walk(child, branch);
  };
  for (const body of childrenOf(tree, undefined)) {
    branches.set(body.code, body.code);
    for (const child of childrenOf(tree, body.code)) walk(child, child.code);
  }
  return branches;
}

/**
 * Sub-system × level: a row per sub-system, then its body's sum; at the end what is not placed, and
 * the total. Adds up in both directions. Every standard counts once, at its main place.
 */
export function structureMatrix(
  tree: StructureTree,
  standards: readonly ListedStandard[],
): readonly MatrixRow[] {
  const branches = branchesOf(tree);
  const members = new Map<string | undefined, ListedStandard[]>();
  for (const standard of standards) {
    const [main] = standard.nodes;
    const branch = main === undefined ? undefined : branches.get(main);
    const own = members.get(branch);
    if (own === undefined) members.set(branch, [standard]);
    else own.push(standard);
  }
  const inBranch = (code: string | undefined): readonly ListedStandard[] => members.get(code) ?? [];
  const rows: MatrixRow[] = [];
  for (const body of childrenOf(tree, undefined)) {
    const subsystems = childrenOf(tree, body.code);
    const direct = inBranch(body.code);
    const all = [...subsystems.flatMap((node) => inBranch(node.code)), ...direct];
    rows.push(
      ...subsystems.map((node) => rowOf('subsystem', node.name, inBranch(node.code), node.code)),
    );
    if (direct.length > 0) rows.push(rowOf('direct', DIRECT, direct, body.code));
    rows.push(rowOf('body', body.name, all, body.code));
  }
  const unplaced = inBranch(undefined);
  if (unplaced.length > 0) rows.push(rowOf('unplaced', UNPLACED, unplaced));
  return [...rows, rowOf('total', TOTAL, standards)];
}
