import type { StructureNode, StructureTree } from './structure';

/** Answers about a tree that would otherwise walk all of its nodes. */
export interface TreeIndex {
  readonly byCode: ReadonlyMap<string, StructureNode>;
  /** Children in their order; bodies under undefined. */
  readonly children: ReadonlyMap<string | undefined, readonly StructureNode[]>;
}

function indexOf(nodes: readonly StructureNode[]): TreeIndex {
  const byCode = new Map<string, StructureNode>();
  const children = new Map<string | undefined, StructureNode[]>();
  for (const node of nodes) {
    if (!byCode.has(node.code)) byCode.set(node.code, node);
    const siblings = children.get(node.parent);
    if (siblings === undefined) children.set(node.parent, [node]);
    else siblings.push(node);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.order - b.order);
  return { byCode, children };
}

/**
 * Remembers what `build` made of a tree's nodes for as long as they live. Trees are never changed
 * in place, so one list of nodes always has one answer.
 */
export function perTree<T>(
  build: (nodes: readonly StructureNode[]) => T,
): (tree: Pick<StructureTree, 'nodes'>) => T {
  const known = new WeakMap<readonly StructureNode[], { readonly value: T }>();
  return ({ nodes }) => {
    const found = known.get(nodes) ?? { value: build(nodes) };
    known.set(nodes, found);
    return found.value;
  };
}

const treeIndex = perTree(indexOf);

/** Children in their order; with undefined the bodies. */
export function childrenOf(
  tree: StructureTree,
  code: string | undefined,
): readonly StructureNode[] {
  return treeIndex(tree).children.get(code) ?? [];
}

export function nodeOf(tree: StructureTree, code: string): StructureNode | undefined {
  return treeIndex(tree).byCode.get(code);
}

/** The node and its ancestors, from the body down. Empty where the code is unknown. */
export function pathOf(tree: StructureTree, code: string): readonly StructureNode[] {
  const path: StructureNode[] = [];
  let node = nodeOf(tree, code);
  // A broken tree could point in a ring; a path is never longer than the tree.
  while (node !== undefined && path.length < tree.nodes.length) {
    path.push(node);
    node = node.parent === undefined ? undefined : nodeOf(tree, node.parent);
  }
  return path.reverse();
}
