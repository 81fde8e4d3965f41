import { canonicalText } from '@liangxing/standard-number';
import { pathOf, type StructureNode, type StructureTree } from './structure';

const ENDINGS = ['标准子体系', '标准体系', '子体系', '标准'];
const PATH_SIGNS = /[/>→|\\]+/u;

/** A name without punctuation, blanks and the words 标准, 标准体系 at its end. */
function nameKey(text: string): string {
  let key = canonicalText(text).replaceAll(/[\s、,.·()/:;\-—和与及]+/gu, '');
  const ending = ENDINGS.find((word) => key.endsWith(word) && key.length > word.length);
  if (ending !== undefined) key = key.slice(0, -ending.length);
  return key;
}

function isNamed(node: StructureNode, key: string, withAliases: boolean): boolean {
  if (nameKey(node.name['zh-CN']) === key || nameKey(node.name.en) === key) return true;
  return withAliases && (node.aliases ?? []).some((alias) => nameKey(alias) === key);
}

/** Nodes of that name; names of their own come before other names, shallow before deep. */
function named(nodes: readonly StructureNode[], text: string): readonly StructureNode[] {
  const key = nameKey(text);
  if (key === '') return [];
  for (const withAliases of [false, true]) {
    const found = nodes.filter((node) => isNamed(node, key, withAliases));
    if (found.length > 0) return found;
  }
  return [];
}

/** Nodes below every one of the named ancestors. */
function below(
  tree: StructureTree,
  nodes: readonly StructureNode[],
  names: readonly string[],
): readonly StructureNode[] {
  return nodes.filter((node) => {
    const ancestors = pathOf(tree, node.code).slice(0, -1);
    return names.every((name) => named(ancestors, name).length > 0);
  });
}

/**
 * Codes of the nodes that a name, or a path of names (`产品实现／生产提供／采购`), can mean.
 * Empty: none; more than one: ambiguous.
 */
export function matchName(tree: StructureTree, text: string): readonly string[] {
  const whole = named(tree.nodes, text);
  if (whole.length > 0) return whole.map((node) => node.code);
  const names = canonicalText(text)
    .split(PATH_SIGNS)
    .filter((name) => name.trim() !== '');
  const last = names.at(-1);
  if (last === undefined || names.length < 2) return [];
  const key = nameKey(last);
  const candidates = tree.nodes.filter((node) => isNamed(node, key, true));
  return below(tree, candidates, names.slice(0, -1)).map((node) => node.code);
}
