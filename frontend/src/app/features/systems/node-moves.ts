import type { OperationOf, SystemNode } from '@liangxing/system-structure';
import type { TreeIndex } from './tree-model';

export type MoveOperation = OperationOf<'move'>;
export type Step = 'up' | 'down' | 'in' | 'out';
export type DropZone = 'before' | 'inside' | 'after';

const siblingsOf = (index: TreeIndex, node: SystemNode) => index.children.get(node.parent) ?? [];

/**
 * A move by one step of the keyboard: among the siblings, into the sibling above, out of the parent.
 * @returns nothing where there is no such place
 */
export function stepMove(index: TreeIndex, key: string, step: Step): MoveOperation | undefined {
  const node = index.byKey.get(key);
  if (node === undefined) return undefined;
  const siblings = siblingsOf(index, node);
  const at = siblings.indexOf(node);
  if (step === 'up' || step === 'down') {
    const position = at + (step === 'up' ? -1 : 1);
    const isThere = position >= 0 && position < siblings.length;
    return isThere ? { op: 'move', key, parent: node.parent, position } : undefined;
  }
  if (step === 'in') {
    const above = siblings[at - 1];
    if (above === undefined || index.out.has(above.key)) return undefined;
    return { op: 'move', key, parent: above.key };
  }
  const parent = node.parent === null ? undefined : index.byKey.get(node.parent);
  if (parent === undefined) return undefined;
  const position = siblingsOf(index, parent).indexOf(parent) + 1;
  return { op: 'move', key, parent: parent.parent, position };
}

/** A node let go before, on or after another; nothing where that would change nothing or is a ring. */
export function dropMove(
  index: TreeIndex,
  key: string,
  target: string,
  zone: DropZone,
): MoveOperation | undefined {
  const node = index.byKey.get(key);
  const onto = index.byKey.get(target);
  if (node === undefined || onto === undefined || isWithin(index, target, key)) return undefined;
  if (zone === 'inside') {
    return node.parent === target ? undefined : { op: 'move', key, parent: target };
  }
  // Positions count the new siblings without the node itself.
  const others = siblingsOf(index, onto).filter((sibling) => sibling.key !== key);
  const position = others.indexOf(onto) + (zone === 'after' ? 1 : 0);
  if (node.parent === onto.parent && siblingsOf(index, node).indexOf(node) === position) {
    return undefined;
  }
  return { op: 'move', key, parent: onto.parent, position };
}

/** Whether a node is another one or stands below it. */
export function isWithin(index: TreeIndex, key: string, branch: string): boolean {
  for (let at: string | null = key; at !== null; at = index.byKey.get(at)?.parent ?? null) {
    if (at === branch) return true;
  }
  return false;
}

/** Where in a row of that height the pointer is: the middle half means into the node. */
export function zoneAt(offset: number, height: number): DropZone {
  if (offset < height / 4) return 'before';
  return offset > (height * 3) / 4 ? 'after' : 'inside';
}
