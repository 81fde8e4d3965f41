import { isOutOfForce, nodeOf, pathOf, type StructureTree } from '@liangxing/system-structure';
import { listItems, type SchemeItem } from '@liangxing/scheme';
import { placeStandards } from '../../../systems/pure';
import type { DossierMaterial } from '../../dossier-material';
import { structureOf } from '../../snapshot/system-material';

const plain = (name: string): string => name.replace(/标准(?:体系)?$/u, '');

/**
 * Nodes of the structure whose standards answer an item: those that the scheme names, else the node that is called like
 * the item's group (2.13 安全技术标准 → J13); none where neither is known.
 */
function nodesOf(item: SchemeItem, group: string, tree: StructureTree): readonly string[] {
  const named = item.nodes ?? [];
  if (named.length > 0) return named.filter((code) => nodeOf(tree, code) !== undefined);
  return tree.nodes
    .filter(({ name }) => plain(name['zh-CN']) === plain(group))
    .map(({ code }) => code);
}

/**
 * By item: its nodes, where it has any; and the codes of all nodes that hold a standard in force, with those above. What
 * an item's card counts as held is held here too.
 */
export function itemNodes(material: DossierMaterial): {
  readonly byItem: ReadonlyMap<string, readonly string[]>;
  readonly filled: ReadonlySet<string>;
} {
  const tree = structureOf(material);
  const byItem = new Map<string, readonly string[]>();
  for (const { item, group } of listItems(material.scheme)) {
    const nodes = nodesOf(item, group.title['zh-CN'], tree);
    if (nodes.length > 0) byItem.set(item.id, nodes);
  }
  const filled = new Set<string>(material.heldNodes);
  for (const { entry, nodes } of placeStandards(tree, material.standards)) {
    if (entry.isPlanned || isOutOfForce(entry)) continue;
    for (const node of nodes) for (const { code } of pathOf(tree, node)) filled.add(code);
  }
  return { byItem, filled };
}
