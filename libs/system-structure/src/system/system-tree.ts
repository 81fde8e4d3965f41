import type {
  StructureNode,
  StructureTemplate,
  StructureTemplateId,
  StructureTree,
} from '../structure';
import { STRUCTURE_TEMPLATES } from '../templates/index';
import { trimmedKeys } from './node-index';
import type { Places, StandardSystem, SystemNode } from './standard-system';

/** The nodes of a template, each before its branch. */
function depthFirst(template: StructureTemplate): readonly StructureNode[] {
  const children = new Map<string | undefined, StructureNode[]>();
  for (const node of template.nodes) {
    children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  }
  const walk = (parent: string | undefined): readonly StructureNode[] =>
    [...(children.get(parent) ?? [])]
      .sort((a, b) => a.order - b.order)
      .flatMap((node) => [node, ...walk(node.code)]);
  return walk(undefined);
}

/**
 * A system with every node of the template, nothing trimmed.
 * @param name as the enterprise calls it; without one, the template's Chinese name
 */
export function systemFromTemplate(templateId: StructureTemplateId, name?: string): StandardSystem {
  const template = STRUCTURE_TEMPLATES[templateId];
  return {
    templateId,
    name: name ?? template.name['zh-CN'],
    nodes: depthFirst(template).map(({ code, parent, name: title, purpose }) => ({
      key: code,
      parent: parent ?? null,
      code,
      name: title,
      purpose,
      origin: 'template',
      trimmed: null,
    })),
    decisions: {},
  };
}

type CodeOf = (node: SystemNode) => string;

function treeBy(system: StandardSystem, codeOf: CodeOf): StructureTree {
  const template = STRUCTURE_TEMPLATES[system.templateId];
  const origins = new Map(template.nodes.map((node) => [node.code, node]));
  const out = trimmedKeys(system);
  const shown = system.nodes.filter((node) => !out.has(node.key));
  const codes = new Map(shown.map((node) => [node.key, codeOf(node)]));
  const levels = new Map<string | null, number>([[null, 0]]);
  const orders = new Map<string | null, number>();
  const nodes = shown.map((node): StructureNode => {
    const level = (levels.get(node.parent) ?? 0) + 1;
    const order = (orders.get(node.parent) ?? 0) + 1;
    levels.set(node.key, level);
    orders.set(node.parent, order);
    const parent = node.parent === null ? undefined : codes.get(node.parent);
    const origin = node.origin === 'template' ? origins.get(node.key) : undefined;
    return {
      code: codeOf(node),
      name: node.name,
      level,
      ...(parent === undefined ? {} : { parent }),
      order,
      purpose: node.purpose,
      ...(origin?.aliases === undefined ? {} : { aliases: origin.aliases }),
      provenance: origin?.provenance ?? 'house',
    };
  });
  const name = { 'zh-CN': system.name, en: system.name };
  return { id: system.templateId, name, nodes, codeSynonyms: template.codeSynonyms };
}

/** The system without its trimmed branches, for counts, lists and diagrams; by the shown codes. */
export function systemTree(system: StandardSystem): StructureTree {
  return treeBy(system, ({ code }) => code);
}

/** The same tree with each node's key as its code: what is found in it stays true for ever. */
export function keyTree(system: StandardSystem): StructureTree {
  return treeBy(system, ({ key }) => key);
}

/**
 * Places as the functions over a StructureTree want them: codes instead of keys, the main place
 * first. Places in trimmed branches are left out.
 */
export function placesByCode(system: StandardSystem, places: Places): Places {
  const out = trimmedKeys(system);
  const codes = new Map<string, string>();
  for (const { key, code } of system.nodes) if (!out.has(key)) codes.set(key, code);
  const shown = new Map<string, readonly string[]>();
  for (const [standard, keys] of places) {
    const own = keys.flatMap((key) => codes.get(key) ?? []);
    if (own.length > 0) shown.set(standard, own);
  }
  return shown;
}
