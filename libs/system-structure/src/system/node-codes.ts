import type { StructureTemplateId } from '../structure';
import { codeIdentity, nodeLabels } from './node-checks';
import { indexNodes, type NodeIndex } from './node-index';
import type { StandardSystem, SystemNode } from './standard-system';
import { StructureProblem } from './structure-problem';

/** 2003: J01 … J15; 2017: CP1 … BZ11. */
const SUBSYSTEM_DIGITS: Readonly<Record<StructureTemplateId, number>> = {
  'gb-t-15496-2003': 2,
  'gb-t-15496-2017': 1,
};

/** The code of child number `serial` (from 1): J01, CP3, CP3.2. */
function childCode(
  templateId: StructureTemplateId,
  parent: Pick<SystemNode, 'parent' | 'code'>,
  serial: number,
): string {
  // Below a body the number follows its letters at once; digits next to digits would read as one.
  if (parent.parent === null && !/\d$/u.test(parent.code)) {
    return `${parent.code}${String(serial).padStart(SUBSYSTEM_DIGITS[templateId], '0')}`;
  }
  return `${parent.code}.${serial}`;
}

const BODY_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The first free code below a parent, at or after the number of its children. */
export function nextCode(system: StandardSystem, index: NodeIndex, parent: string | null): string {
  const taken = new Set(system.nodes.map(({ code }) => codeIdentity(code)));
  const above = parent === null ? undefined : index.byKey.get(parent);
  if (above === undefined) {
    const letter = [...BODY_LETTERS].find((candidate) => !taken.has(candidate));
    return letter ?? `A${taken.size}`;
  }
  let serial = (index.children.get(above.key)?.length ?? 0) + 1;
  while (taken.has(codeIdentity(childCode(system.templateId, above, serial)))) serial += 1;
  return childCode(system.templateId, above, serial);
}

/**
 * Codes by path and order for everything below a parent; bodies keep their letters. Trimmed nodes
 * come after their siblings, so that the numbers that are seen have no gaps.
 */
export function codesBelow(
  system: StandardSystem,
  index: NodeIndex,
  parent: string | null,
): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const walk = (node: SystemNode): void => {
    const children = index.children.get(node.key) ?? [];
    const shown = children.filter(({ trimmed }) => trimmed === null);
    const trimmed = children.filter((child) => child.trimmed !== null);
    [...shown, ...trimmed].forEach((child, at) => {
      const code = childCode(system.templateId, node, at + 1);
      codes.set(child.key, code);
      walk({ ...child, code });
    });
  };
  const tops = parent === null ? (index.children.get(null) ?? []) : [index.byKey.get(parent)];
  for (const top of tops) if (top !== undefined) walk(top);
  return codes;
}

/**
 * Two nodes with one code.
 * @param node the one that should get another code; `before`: as it was before the change
 */
export function duplicateCode(
  system: StandardSystem,
  node: SystemNode,
  other: SystemNode,
  before?: SystemNode,
): StructureProblem {
  const labels = nodeLabels(other, other.key);
  return new StructureProblem('duplicate_code', {
    code: node.code,
    ...nodeLabels(before ?? node, node.key),
    other: labels['node'] ?? '',
    'other:en': labels['node:en'] ?? '',
    free: nextCode(system, indexNodes(system.nodes), node.parent),
    key: node.key,
    otherKey: other.key,
  });
}

/**
 * @param before the nodes before the change; of two nodes with one code the changed one is told
 * @throws StructureProblem where two nodes bear the same code
 */
export function checkCodes(system: StandardSystem, before: NodeIndex): void {
  const isChanged = ({ key, code }: SystemNode) => before.byKey.get(key)?.code !== code;
  const owners = new Map<string, SystemNode>();
  for (const node of system.nodes) {
    const identity = codeIdentity(node.code);
    const other = owners.get(identity);
    if (other !== undefined) {
      const [wrong, right] = isChanged(other) && !isChanged(node) ? [other, node] : [node, other];
      throw duplicateCode(system, wrong, right, before.byKey.get(wrong.key));
    }
    owners.set(identity, node);
  }
}
