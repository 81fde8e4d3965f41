import { canonicalText } from '@liangxing/standard-number';
import type { StructureNode, StructureTree } from './structure';
import { pathOf, perTree } from './tree-index';

const ENDINGS = ['标准子体系', '标准体系', '子体系', '标准'];
const PATH_SIGNS = /[/>→|\\]+/u;

/** A name without punctuation, blanks and the words 标准, 标准体系 at its end. */
function nameKey(text: string): string {
  let key = canonicalText(text).replaceAll(/[\s、,.·()/:;\-—和与及]+/gu, '');
  const ending = ENDINGS.find((word) => key.endsWith(word) && key.length > word.length);
  if (ending !== undefined) key = key.slice(0, -ending.length);
  return key;
}

interface NodesByName {
  /** By the Chinese and the English name. */
  readonly own: ReadonlyMap<string, readonly StructureNode[]>;
  /** By the other names met in registers. */
  readonly alias: ReadonlyMap<string, readonly StructureNode[]>;
}

function byName(
  nodes: readonly StructureNode[],
  namesOf: (node: StructureNode) => readonly string[],
): ReadonlyMap<string, readonly StructureNode[]> {
  const map = new Map<string, StructureNode[]>();
  for (const node of nodes) {
    for (const key of new Set(namesOf(node).map(nameKey))) {
      map.set(key, [...(map.get(key) ?? []), node]);
    }
  }
  return map;
}

const nodesByName = perTree((nodes): NodesByName => ({
  own: byName(nodes, ({ name }) => [name['zh-CN'], name.en]),
  alias: byName(nodes, ({ aliases }) => aliases ?? []),
}));

/** Nodes of that name; names of their own come before other names, shallow before deep. */
function named(tree: StructureTree, key: string): readonly StructureNode[] {
  if (key === '') return [];
  const { own, alias } = nodesByName(tree);
  return own.get(key) ?? alias.get(key) ?? [];
}

/** Nodes that bear the name in one way or the other, in the order of the tree. */
function namedAnyway(tree: StructureTree, key: string): readonly StructureNode[] {
  const { own, alias } = nodesByName(tree);
  const found = new Set([...(own.get(key) ?? []), ...(alias.get(key) ?? [])]);
  return found.size === 0 ? [] : tree.nodes.filter((node) => found.has(node));
}

/** Nodes below every one of the named ancestors. */
function below(
  tree: StructureTree,
  nodes: readonly StructureNode[],
  names: readonly string[],
): readonly StructureNode[] {
  return nodes.filter((node) => {
    const ancestors = pathOf(tree, node.code).slice(0, -1);
    return names.every((name) => {
      const key = nameKey(name);
      return key !== '' && namedAnyway(tree, key).some((other) => ancestors.includes(other));
    });
  });
}

/**
 * Codes of the nodes that a name, or a path of names (`产品实现／生产提供／采购`), can mean.
 * Empty: none; more than one: ambiguous.
 */
export function matchName(tree: StructureTree, text: string): readonly string[] {
  const whole = named(tree, nameKey(text));
  if (whole.length > 0) return whole.map((node) => node.code);
  const names = canonicalText(text)
    .split(PATH_SIGNS)
    .filter((name) => name.trim() !== '');
  const last = names.at(-1);
  if (last === undefined || names.length < 2) return [];
  const candidates = namedAnyway(tree, nameKey(last));
  return below(tree, candidates, names.slice(0, -1)).map((node) => node.code);
}
