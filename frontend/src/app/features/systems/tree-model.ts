import {
  indexNodes,
  trimmedKeys,
  type NodeIndex,
  type Places,
  type StandardSystem,
  type SystemNode,
} from '@liangxing/system-structure';

/** A row of the tree as it is shown. */
export interface TreeRow {
  readonly node: SystemNode;
  /** From 1. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
  /** It or a node above it is trimmed. */
  readonly isOut: boolean;
}

interface Tally {
  readonly existing: number;
  readonly expected: number;
}

export interface TreeIndex extends NodeIndex {
  readonly out: ReadonlySet<string>;
  readonly levels: ReadonlyMap<string, number>;
}

export function treeIndexOf(system: StandardSystem): TreeIndex {
  const levels = new Map<string, number>();
  for (const { key, parent } of system.nodes) {
    levels.set(key, (parent === null ? 0 : (levels.get(parent) ?? 0)) + 1);
  }
  return { ...indexNodes(system.nodes), out: trimmedKeys(system), levels };
}

/**
 * The rows that are shown, depth first.
 * @param expanded keys of the nodes whose children are shown
 * @param filter words in code or name; where given, matches are shown with everything above them
 */
export function treeRows(
  system: StandardSystem,
  index: TreeIndex,
  expanded: ReadonlySet<string>,
  filter = '',
): readonly TreeRow[] {
  const wanted = filter.trim() === '' ? null : matching(system, index, filter);
  const rows: TreeRow[] = [];
  const walk = (parent: string | null): void => {
    const siblings = (index.children.get(parent) ?? []).filter(
      ({ key }) => wanted === null || wanted.has(key),
    );
    siblings.forEach((node, at) => {
      const hasChildren = index.children.has(node.key);
      const isExpanded = hasChildren && (wanted !== null || expanded.has(node.key));
      rows.push({
        node,
        level: index.levels.get(node.key) ?? 1,
        position: at + 1,
        siblings: siblings.length,
        hasChildren,
        isExpanded,
        isOut: index.out.has(node.key),
      });
      if (isExpanded) walk(node.key);
    });
  };
  walk(null);
  return rows;
}

function matching(system: StandardSystem, index: TreeIndex, filter: string): ReadonlySet<string> {
  const words = filter.trim().toLowerCase().split(/\s+/u);
  const wanted = new Set<string>();
  for (const { key, code, name } of system.nodes) {
    const text = `${code} ${name['zh-CN']} ${name.en}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    for (let at: string | null = key; at !== null && !wanted.has(at);) {
      wanted.add(at);
      at = index.byKey.get(at)?.parent ?? null;
    }
  }
  return wanted;
}

/**
 * Standards per node with its branch, each standard once, at its main place.
 * @param isPlanned whether an entry is still to be written: expected, not existing
 * @param isOutOfForce whether an entry no longer holds: in no count, as in the statistics
 */
export function branchTallies(
  index: TreeIndex,
  places: Places,
  isPlanned: (standardId: string) => boolean,
  isOutOfForce: (standardId: string) => boolean,
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, { existing: number; expected: number }>();
  for (const key of index.byKey.keys()) tallies.set(key, { existing: 0, expected: 0 });
  for (const [standardId, [main]] of places) {
    if (main === undefined || index.out.has(main) || isOutOfForce(standardId)) continue;
    const existing = isPlanned(standardId) ? 0 : 1;
    for (let at: string | null = main; at !== null; at = index.byKey.get(at)?.parent ?? null) {
      const tally = tallies.get(at);
      if (tally === undefined) break;
      tally.existing += existing;
      tally.expected += 1;
    }
  }
  return tallies;
}

/** Ids of the standards with a place in each node, main or not, in the order of the places. */
export function standardsByNode(places: Places): ReadonlyMap<string, readonly string[]> {
  const byNode = new Map<string, string[]>();
  for (const [standardId, keys] of places) {
    for (const key of keys) {
      const list = byNode.get(key);
      if (list === undefined) byNode.set(key, [standardId]);
      else list.push(standardId);
    }
  }
  return byNode;
}
