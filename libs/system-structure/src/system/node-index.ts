import type { StandardSystem, SystemNode } from './standard-system';

/** What the nodes of a system look like from above; built once per change, in linear time. */
export interface NodeIndex {
  readonly byKey: ReadonlyMap<string, SystemNode>;
  /** Children by the parent's key, in order; bodies under null. */
  readonly children: ReadonlyMap<string | null, readonly SystemNode[]>;
}

export function indexNodes(nodes: readonly SystemNode[]): NodeIndex {
  const byKey = new Map<string, SystemNode>();
  const children = new Map<string | null, SystemNode[]>();
  for (const node of nodes) {
    byKey.set(node.key, node);
    const siblings = children.get(node.parent);
    if (siblings === undefined) children.set(node.parent, [node]);
    else siblings.push(node);
  }
  return { byKey, children };
}

/** The node and all below it, depth first. */
export function branchOf(index: NodeIndex, key: string): readonly SystemNode[] {
  const top = index.byKey.get(key);
  const branch: SystemNode[] = [];
  const open = top === undefined ? [] : [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    branch.push(node);
    open.push(...[...(index.children.get(node.key) ?? [])].reverse());
  }
  return branch;
}

/** Keys from the body down to the node itself; empty where the key is unknown. */
export function keyPath(index: NodeIndex, key: string): readonly string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  let node = index.byKey.get(key);
  // A broken document could point in a ring.
  while (node !== undefined && !seen.has(node.key)) {
    seen.add(node.key);
    path.push(node.key);
    node = node.parent === null ? undefined : index.byKey.get(node.parent);
  }
  return path.reverse();
}

/** `keyPath` for whoever asks for each place of a register: every path is walked once. */
export function keyPaths(index: NodeIndex): (key: string) => readonly string[] {
  const paths = new Map<string, readonly string[]>();
  return (key) => {
    const path = paths.get(key) ?? keyPath(index, key);
    paths.set(key, path);
    return path;
  };
}

/** Keys of all nodes that are trimmed themselves or stand below a trimmed one. */
export function trimmedKeys(system: StandardSystem): ReadonlySet<string> {
  const out = new Set<string>();
  for (const node of system.nodes) {
    const isOut = node.trimmed !== null || (node.parent !== null && out.has(node.parent));
    if (isOut) out.add(node.key);
  }
  return out;
}
