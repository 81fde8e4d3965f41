import {
  statisticsLevelName,
  STATISTICS_LEVELS,
  tallyOf,
  type StatisticsLevel,
} from './statistics';
import { type ListedStandard, type StructureTree } from './structure';
import { childrenOf, pathOf } from './tree-index';

/**
 * The size of a system in figures: counted once, for every part of the documents that says one of them.
 * entries = existing + planned + outOfForce; expected = existing + planned + missing.
 */
export interface SystemFigures {
  /** Rows of the 明细表, whatever their state. */
  readonly entries: number;
  readonly existing: number;
  /** 拟制定 */
  readonly planned: number;
  /** Replaced or withdrawn, still listed. */
  readonly outOfForce: number;
  /** Essential documents that no entry stands for, and that nobody declared unnecessary. */
  readonly missing: number;
  readonly expected: number;
  /** Existing ones by level, in the order of the levels; levels without any are left out. */
  readonly byLevel: readonly {
    readonly level: StatisticsLevel;
    readonly name: string;
    readonly existing: number;
  }[];
  /** Existing ones by body, in the order of the structure; those without a place are in none. */
  readonly byBody: readonly { readonly name: string; readonly existing: number }[];
  /** 外来标准: existing ones that neither the enterprise wrote nor lack a level. */
  readonly external: number;
  /** Nodes of level 2; leaves are no sub-systems. A body that is not divided counts as one. */
  readonly subsystems: number;
  /** Those with an existing standard in them or below. */
  readonly subsystemsInUse: number;
  /** Existing standards without a place in the structure. */
  readonly unplaced: number;
}

/** @param standards the rows of the list, and the essential documents that are missing */
export function systemFigures(
  tree: StructureTree,
  standards: readonly ListedStandard[],
): SystemFigures {
  const listed = standards.filter(({ isMissing }) => isMissing !== true);
  const inForce = listed.filter(({ isOutOfForce }) => isOutOfForce !== true);
  const existing = inForce.filter(({ isPlanned }) => !isPlanned);
  const byLevel = STATISTICS_LEVELS.map((level) => ({
    level,
    name: statisticsLevelName(level)['zh-CN'],
    existing: existing.filter((standard) => standard.level === level).length,
  })).filter((row) => row.existing > 0);
  const inUse = new Set<string>();
  const inBody = new Map<string, number>();
  let unplaced = 0;
  for (const { nodes } of existing) {
    const [body, subsystem] = nodes[0] === undefined ? [] : pathOf(tree, nodes[0]);
    if (body !== undefined) inBody.set(body.code, (inBody.get(body.code) ?? 0) + 1);
    if (body === undefined) unplaced += 1;
    else if (subsystem !== undefined) inUse.add(subsystem.code);
    else if (childrenOf(tree, body.code).length === 0) inUse.add(body.code);
  }
  const { expected } = tallyOf(standards);
  return {
    entries: listed.length,
    existing: existing.length,
    planned: inForce.length - existing.length,
    outOfForce: listed.length - inForce.length,
    missing: expected - inForce.length,
    expected,
    byLevel,
    byBody: childrenOf(tree, undefined).map(({ code, name }) => ({
      name: name['zh-CN'],
      existing: inBody.get(code) ?? 0,
    })),
    external: byLevel
      .filter(({ level }) => level !== 'enterprise' && level !== 'other')
      .reduce((sum, row) => sum + row.existing, 0),
    subsystems: childrenOf(tree, undefined).reduce(
      (sum, { code }) => sum + Math.max(1, childrenOf(tree, code).length),
      0,
    ),
    subsystemsInUse: inUse.size,
    unplaced,
  };
}
