import { branchOf, indexNodes } from './node-index';
import { positionAmong, withBranch, withNode, withNodes } from './branch-operations';
import {
  checkDepth,
  checkEmpty,
  checkText,
  heightOf,
  labelOf,
  nodeLabels,
  nodeAt,
  tidyName,
  trimmedAbove,
} from './node-checks';
import { checkCodes, codesBelow } from './node-codes';
import type { Applied, OperationOf } from './operation';
import type { SystemState } from './standard-system';
import { StructureProblem } from './structure-problem';

export function rename(state: SystemState, operation: OperationOf<'rename'>): Applied {
  const { key, purpose } = operation;
  const node = nodeAt(indexNodes(state.system.nodes), key);
  const renamed = { ...node, name: tidyName(operation.name), purpose: purpose ?? node.purpose };
  checkText(renamed);
  return {
    state: withNode(state, renamed),
    inverse: [{ op: 'rename', key, name: node.name, purpose: node.purpose }],
  };
}

export function recode(state: SystemState, operation: OperationOf<'recode'>): Applied {
  const { key } = operation;
  const index = indexNodes(state.system.nodes);
  const node = nodeAt(index, key);
  const recoded = { ...node, code: operation.code.trim() };
  checkText(recoded);
  const next = withNode(state, recoded);
  checkCodes(next.system, index);
  return { state: next, inverse: [{ op: 'recode', key, code: node.code }] };
}

export function keep(state: SystemState, { keys, isKept }: OperationOf<'keep'>): Applied {
  const index = indexNodes(state.system.nodes);
  const changed = new Set(keys.filter((key) => (nodeAt(index, key).isKept === true) !== isKept));
  if (changed.size === 0) return { state, inverse: [] };
  const nodes = state.system.nodes.map((node) => {
    if (!changed.has(node.key)) return node;
    const { isKept: _, ...rest } = node;
    return isKept ? { ...rest, isKept } : rest;
  });
  return {
    state: withNodes(state, nodes),
    inverse: [{ op: 'keep', keys: [...changed], isKept: !isKept }],
  };
}

/** New codes for some nodes at once, so that two may swap theirs. */
function recodeAll(state: SystemState, fresh: ReadonlyMap<string, string>): Applied {
  const before: [string, string][] = [];
  const nodes = state.system.nodes.map((node) => {
    const code = fresh.get(node.key);
    if (code === undefined || code === node.code) return node;
    before.push([node.key, node.code]);
    const recoded = { ...node, code };
    checkText(recoded);
    return recoded;
  });
  if (before.length === 0) return { state, inverse: [] };
  const next = withNodes(state, nodes);
  checkCodes(next.system, indexNodes(state.system.nodes));
  const codes = Object.fromEntries(before);
  return { state: next, inverse: [{ op: 'codes', codes }] };
}

export function renumber(state: SystemState, { parent }: OperationOf<'renumber'>): Applied {
  const index = indexNodes(state.system.nodes);
  if (parent !== null) nodeAt(index, parent);
  return recodeAll(state, codesBelow(state.system, index, parent));
}

export function codes(state: SystemState, operation: OperationOf<'codes'>): Applied {
  const index = indexNodes(state.system.nodes);
  const fresh = new Map(Object.entries(operation.codes));
  for (const key of fresh.keys()) nodeAt(index, key);
  return recodeAll(state, fresh);
}

export function move(state: SystemState, operation: OperationOf<'move'>): Applied {
  const { key, parent, position } = operation;
  const { nodes } = state.system;
  const index = indexNodes(nodes);
  const node = nodeAt(index, key);
  const branch = branchOf(index, key);
  const gone = new Set(branch.map((member) => member.key));
  if (parent !== null) {
    const above = nodeAt(index, parent);
    if (gone.has(parent)) {
      const params = { ...nodeLabels(node, key), key, ...nodeLabels(above, parent, 'parent') };
      throw new StructureProblem('cyclic_parent', params);
    }
    // What stands in a trimmed branch is in no list and no count.
    if (trimmedAbove(index, parent) !== undefined) checkEmpty(node, branch, state.places);
  }
  const height = heightOf(index, key);
  checkDepth(index, parent, { key, label: labelOf(node, key), height });
  const before = (index.children.get(node.parent) ?? []).indexOf(node);
  const rest = nodes.filter((other) => !gone.has(other.key));
  const siblings = (index.children.get(parent) ?? []).filter((other) => other.key !== key);
  const at = positionAmong(siblings.length, position);
  const moved = [{ ...node, parent }, ...branch.slice(1)];
  return {
    state: withNodes(state, withBranch(rest, moved, parent, at)),
    inverse: [{ op: 'move', key, parent: node.parent, position: before }],
  };
}
