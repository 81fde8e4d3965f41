import {
  codeIdentity,
  labelOf,
  nodeLabels,
  LONGEST_NODE_CODE,
  MAX_SYSTEM_NODES,
} from './node-checks';
import { duplicateCode } from './node-codes';
import { indexNodes, keyPath, trimmedKeys, type NodeIndex } from './node-index';
import { MAX_SYSTEM_LEVELS, type StandardSystem, type SystemNode } from './standard-system';
import { StructureProblem } from './structure-problem';

/** One row of a list of places, as an imported or stored document has it. */
export interface PlaceRow {
  readonly standardId: string;
  readonly nodes: readonly string[];
}

function problemsOfKeys(nodes: readonly SystemNode[]): readonly StructureProblem[] {
  const seen = new Set<string>();
  return nodes.flatMap((node) => {
    const isTwice = seen.has(node.key) || node.key.trim() === '';
    seen.add(node.key);
    const params = { node: node.key || labelOf(node, node.key), key: node.key };
    return isTwice ? [new StructureProblem('duplicate_key', params)] : [];
  });
}

function problemsOfCodes(system: StandardSystem): readonly StructureProblem[] {
  const owners = new Map<string, SystemNode>();
  return system.nodes.flatMap((node) => {
    const { key, code } = node;
    const name = node.name['zh-CN'];
    const identity = codeIdentity(code);
    if (identity === '') return [new StructureProblem('code_missing', { node: name || key, key })];
    if ([...code].length > LONGEST_NODE_CODE) {
      const params = { node: name || key, key, limit: LONGEST_NODE_CODE };
      return [new StructureProblem('code_too_long', params)];
    }
    const other = owners.get(identity);
    if (other === undefined) {
      owners.set(identity, node);
      return [];
    }
    return [duplicateCode(system, node, other)];
  });
}

/** True where the chain of parents comes back to the node itself. */
function isInRing(index: NodeIndex, node: SystemNode): boolean {
  const seen = new Set<string>();
  let above = node.parent;
  while (above !== null && !seen.has(above)) {
    if (above === node.key) return true;
    seen.add(above);
    above = index.byKey.get(above)?.parent ?? null;
  }
  return false;
}

function problemsOfPlace(index: NodeIndex, node: SystemNode): readonly StructureProblem[] {
  const label = { ...nodeLabels(node, node.key), key: node.key };
  const above = node.parent === null ? undefined : index.byKey.get(node.parent);
  if (node.parent !== null && above === undefined) {
    return [new StructureProblem('unknown_parent', { ...label, parent: node.parent })];
  }
  if (isInRing(index, node)) {
    const parent = nodeLabels(above, node.parent ?? '', 'parent');
    return [new StructureProblem('cyclic_parent', { ...label, ...parent })];
  }
  const level = keyPath(index, node.key).length;
  if (level <= MAX_SYSTEM_LEVELS) return [];
  return [new StructureProblem('too_deep', { ...label, level, limit: MAX_SYSTEM_LEVELS })];
}

/** Nodes that do not stand in the branch of their parent; asked only of sound parents. */
function problemsOfOrder(index: NodeIndex, nodes: readonly SystemNode[]) {
  const open: string[] = [];
  return nodes.flatMap((node) => {
    if (node.parent === null) open.length = 0;
    else {
      const at = open.lastIndexOf(node.parent);
      if (at < 0) {
        const parent = nodeLabels(index.byKey.get(node.parent), node.parent, 'parent');
        const params = { ...nodeLabels(node, node.key), key: node.key, ...parent };
        return [new StructureProblem('bad_order', params)];
      }
      open.length = at + 1;
    }
    open.push(node.key);
    return [];
  });
}

/**
 * Everything that is wrong with an imported or stored system, each with node and remedy; empty for
 * a sound one. Every result of applyOperation on a sound system is sound.
 */
export function checkSystem(system: StandardSystem): readonly StructureProblem[] {
  const { nodes } = system;
  if (nodes.length > MAX_SYSTEM_NODES) {
    return [new StructureProblem('too_many_nodes', { limit: MAX_SYSTEM_NODES })];
  }
  const index = indexNodes(nodes);
  const places = nodes.flatMap((node) => problemsOfPlace(index, node));
  return [
    ...problemsOfKeys(nodes),
    ...problemsOfCodes(system),
    ...nodes.flatMap((node) => {
      const params = { node: node.code.trim() || node.key, key: node.key };
      return node.name['zh-CN'].trim() === '' ? [new StructureProblem('name_missing', params)] : [];
    }),
    ...nodes.flatMap((node) => {
      const params = { ...nodeLabels(node, node.key), key: node.key };
      return node.trimmed?.trim() === '' ? [new StructureProblem('reason_required', params)] : [];
    }),
    ...places,
    ...(places.length === 0 ? problemsOfOrder(index, nodes) : []),
  ];
}

/** Everything that is wrong with a list of places: unknown or trimmed nodes, doubles. */
export function checkPlaces(
  system: StandardSystem,
  rows: readonly PlaceRow[],
): readonly StructureProblem[] {
  const index = indexNodes(system.nodes);
  const out = trimmedKeys(system);
  const standards = new Set<string>();
  return rows.flatMap(({ standardId: standard, nodes }) => {
    const isTwice = standards.has(standard);
    standards.add(standard);
    const seen = new Set<string>();
    const own = nodes.flatMap((key) => {
      const params = { ...nodeLabels(index.byKey.get(key), key), key, standard };
      const isDouble = seen.has(key);
      seen.add(key);
      if (!index.byKey.has(key)) return [new StructureProblem('unknown_node', params)];
      if (out.has(key)) return [new StructureProblem('trimmed_node', params)];
      return isDouble ? [new StructureProblem('place_twice', params)] : [];
    });
    return isTwice ? [new StructureProblem('standard_twice', { standard }), ...own] : own;
  });
}
