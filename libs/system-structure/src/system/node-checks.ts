import { canonicalText } from '@liangxing/standard-number';
import type { BilingualText } from '../structure';
import { branchOf, keyPath, type NodeIndex } from './node-index';
import { MAX_SYSTEM_LEVELS, type Places, type SystemNode } from './standard-system';
import { StructureProblem, type StructureProblemParams } from './structure-problem';

export const LONGEST_NODE_CODE = 40;
/** Far above any real system; keeps one request from filling the database. */
export const MAX_SYSTEM_NODES = 2000;

/** "CP3.2 采购": how problems name a node. */
export function labelOf(node: SystemNode | undefined, key: string): string {
  if (node === undefined) return key;
  return `${node.code} ${node.name['zh-CN']}`.trim() || key;
}

/** The label in both languages as parameters of a problem. */
export function nodeLabels(
  node: SystemNode | undefined,
  key: string,
  as: 'node' | 'parent' = 'node',
): StructureProblemParams {
  const english = node === undefined ? key : `${node.code} ${node.name.en}`.trim() || key;
  return { [as]: labelOf(node, key), [`${as}:en`]: english };
}

/** Codes that people would take for the same. */
export function codeIdentity(code: string): string {
  return canonicalText(code).replaceAll(/\s+/gu, '').toUpperCase();
}

export function nodeAt(index: NodeIndex, key: string): SystemNode {
  const node = index.byKey.get(key);
  if (node === undefined) throw new StructureProblem('unknown_node', { node: key, key });
  return node;
}

export function checkText(node: Pick<SystemNode, 'key' | 'code' | 'name'>): void {
  const label = { node: node.code.trim() || node.key, key: node.key };
  if (node.name['zh-CN'].trim() === '') throw new StructureProblem('name_missing', label);
  if (node.code.trim() === '') {
    throw new StructureProblem('code_missing', {
      node: node.name['zh-CN'],
      key: node.key,
    });
  }
  if ([...node.code].length > LONGEST_NODE_CODE) {
    throw new StructureProblem('code_too_long', {
      node: node.name['zh-CN'],
      key: node.key,
      limit: LONGEST_NODE_CODE,
    });
  }
}

/** Chinese name as typed; without an English one the Chinese stands in. */
export function tidyName(name: BilingualText): BilingualText {
  const zh = name['zh-CN'].trim();
  return { 'zh-CN': zh, en: name.en.trim() || zh };
}

/** Levels of a branch: 1 for a leaf. */
export function heightOf(index: NodeIndex, key: string): number {
  const top = keyPath(index, key).length;
  const depths = new Map<string, number>([[key, top]]);
  let deepest = top;
  for (const node of branchOf(index, key).slice(1)) {
    const depth = (depths.get(node.parent ?? '') ?? top) + 1;
    depths.set(node.key, depth);
    deepest = Math.max(deepest, depth);
  }
  return deepest - top + 1;
}

/** Refuses a branch of that height below the parent where it would be too deep. */
export function checkDepth(
  index: NodeIndex,
  parent: string | null,
  node: { readonly key: string; readonly label: string; readonly height: number },
): void {
  const level = (parent === null ? 0 : keyPath(index, parent).length) + node.height;
  if (level <= MAX_SYSTEM_LEVELS) return;
  const params = { node: node.label, key: node.key, level, limit: MAX_SYSTEM_LEVELS };
  throw new StructureProblem('too_deep', params);
}

/** How many standards stand in a branch, each counted once. */
export function standardsIn(branch: readonly SystemNode[], places: Places): number {
  const keys = new Set(branch.map(({ key }) => key));
  let count = 0;
  for (const own of places.values()) if (own.some((key) => keys.has(key))) count += 1;
  return count;
}

export function checkEmpty(node: SystemNode, branch: readonly SystemNode[], places: Places): void {
  const count = standardsIn(branch, places);
  if (count === 0) return;
  const params = { ...nodeLabels(node, node.key), key: node.key, count };
  throw new StructureProblem('has_standards', params);
}

/** The trimmed node at or above `key`, if there is one. */
export function trimmedAbove(index: NodeIndex, key: string): SystemNode | undefined {
  for (const step of keyPath(index, key)) {
    const node = index.byKey.get(step);
    if (node !== undefined && node.trimmed !== null) return node;
  }
  return undefined;
}
