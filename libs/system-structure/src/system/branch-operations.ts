import { branchOf, indexNodes, type NodeIndex } from './node-index';
import {
  checkDepth,
  checkEmpty,
  checkText,
  nodeLabels,
  MAX_SYSTEM_NODES,
  nodeAt,
  tidyName,
  trimmedAbove,
} from './node-checks';
import { checkSystem } from './check-system';
import { checkCodes, nextCode } from './node-codes';
import type { Applied, OperationOf, OperationRules } from './operation';
import type { SystemNode, SystemState } from './standard-system';
import { StructureProblem } from './structure-problem';

/** The same state with other nodes. */
export function withNodes(state: SystemState, nodes: readonly SystemNode[]): SystemState {
  return { ...state, system: { ...state.system, nodes } };
}

/** The index among `siblings` that a position means; past the end means at the end. */
export function positionAmong(siblings: number, position: number | undefined): number {
  if (position === undefined) return siblings;
  if (!Number.isInteger(position) || position < 0) {
    throw new StructureProblem('bad_position', { position });
  }
  return Math.min(position, siblings);
}

/** Index in the list of nodes at which a branch must stand to be the parent's child number `position`. */
function listIndex(
  nodes: readonly SystemNode[],
  index: NodeIndex,
  parent: string | null,
  position: number,
): number {
  const next = (index.children.get(parent) ?? [])[position];
  if (next !== undefined) return nodes.indexOf(next);
  if (parent === null) return nodes.length;
  return nodes.indexOf(nodeAt(index, parent)) + branchOf(index, parent).length;
}

/** The list with the branch in its place. */
export function withBranch(
  nodes: readonly SystemNode[],
  branch: readonly SystemNode[],
  parent: string | null,
  position: number,
): readonly SystemNode[] {
  const at = listIndex(nodes, indexNodes(nodes), parent, position);
  return [...nodes.slice(0, at), ...branch, ...nodes.slice(at)];
}

function checkRoom(nodes: readonly SystemNode[], more: number): void {
  if (nodes.length + more <= MAX_SYSTEM_NODES) return;
  throw new StructureProblem('too_many_nodes', { limit: MAX_SYSTEM_NODES });
}

export function add(state: SystemState, operation: OperationOf<'add'>): Applied {
  const { key, parent, position } = operation;
  const { nodes } = state.system;
  const index = indexNodes(nodes);
  if (key.trim() === '' || index.byKey.has(key)) {
    throw new StructureProblem('duplicate_key', { node: key, key });
  }
  const name = tidyName(operation.name);
  const code = operation.code?.trim() || nextCode(state.system, index, parent);
  const node: SystemNode = {
    key,
    parent,
    code,
    name,
    purpose: operation.purpose ?? { 'zh-CN': '', en: '' },
    origin: 'own',
    trimmed: null,
  };
  checkText(node);
  checkRoom(nodes, 1);
  if (parent !== null) {
    const above = nodeAt(index, parent);
    const trimmed = trimmedAbove(index, parent);
    if (trimmed !== undefined) {
      const params = { ...nodeLabels(trimmed, above.key), key: trimmed.key };
      throw new StructureProblem('trimmed_node', params);
    }
  }
  checkDepth(index, parent, { key, label: `${code} ${name['zh-CN']}`, height: 1 });
  const at = positionAmong(index.children.get(parent)?.length ?? 0, position);
  const grown = withBranch(nodes, [node], parent, at);
  const next = withNodes(state, grown);
  checkCodes(next.system, index);
  return { state: next, inverse: [{ op: 'remove', key }] };
}

export function remove(state: SystemState, { key }: OperationOf<'remove'>): Applied {
  const { nodes } = state.system;
  const index = indexNodes(nodes);
  const node = nodeAt(index, key);
  const branch = branchOf(index, key);
  const shipped = branch.find(({ origin }) => origin === 'template');
  if (shipped !== undefined) {
    const params = { ...nodeLabels(shipped, shipped.key), key: shipped.key };
    throw new StructureProblem('template_node', params);
  }
  checkEmpty(node, branch, state.places);
  const gone = new Set(branch.map((member) => member.key));
  const position = (index.children.get(node.parent) ?? []).indexOf(node);
  return {
    state: withNodes(
      state,
      nodes.filter((other) => !gone.has(other.key)),
    ),
    inverse: [{ op: 'insert', nodes: branch, position }],
  };
}

export function insert(
  state: SystemState,
  { nodes: branch, position }: OperationOf<'insert'>,
): Applied {
  const [top] = branch;
  if (top === undefined) return { state, inverse: [] };
  const { nodes } = state.system;
  const index = indexNodes(nodes);
  const twice = branch.find(({ key }) => index.byKey.has(key));
  if (twice !== undefined) {
    throw new StructureProblem('duplicate_key', {
      ...nodeLabels(twice, twice.key),
      key: twice.key,
    });
  }
  if (top.parent !== null) nodeAt(index, top.parent);
  const at = positionAmong(index.children.get(top.parent)?.length ?? 0, position);
  const grown = withBranch(nodes, branch, top.parent, at);
  const [problem] = checkSystem({ ...state.system, nodes: grown });
  if (problem !== undefined) throw problem;
  return { state: withNodes(state, grown), inverse: [{ op: 'remove', key: top.key }] };
}

/** The list with one node changed. */
export function withNode(state: SystemState, changed: SystemNode): SystemState {
  const nodes = state.system.nodes.map((node) => (node.key === changed.key ? changed : node));
  return withNodes(state, nodes);
}

export function trim(
  state: SystemState,
  { key, reason }: OperationOf<'trim'>,
  rules: OperationRules,
): Applied {
  const index = indexNodes(state.system.nodes);
  const node = nodeAt(index, key);
  const label = { ...nodeLabels(node, key), key };
  if (node.origin === 'template' && rules.mayTrim?.(key) === false) {
    throw new StructureProblem('not_trimmable', label);
  }
  if (reason.trim() === '') throw new StructureProblem('reason_required', label);
  checkEmpty(node, branchOf(index, key), state.places);
  const inverse: Applied['inverse'] =
    node.trimmed === null ? [{ op: 'restore', key }] : [{ op: 'trim', key, reason: node.trimmed }];
  return { state: withNode(state, { ...node, trimmed: reason.trim() }), inverse };
}

export function restore(state: SystemState, { key }: OperationOf<'restore'>): Applied {
  const node = nodeAt(indexNodes(state.system.nodes), key);
  if (node.trimmed === null) {
    throw new StructureProblem('not_trimmed', { ...nodeLabels(node, key), key });
  }
  return {
    state: withNode(state, { ...node, trimmed: null }),
    inverse: [{ op: 'trim', key, reason: node.trimmed }],
  };
}
