import type { NodeProvenance, StructureNode } from '../structure';

/** Code, Chinese name, English name, Chinese purpose, English purpose, other names. */
export type NodeRow = readonly [
  code: string,
  name: string,
  english: string,
  purpose: string,
  englishPurpose: string,
  aliases?: readonly string[],
];

/** Nodes of one parent in the order of the rows. */
export function nodesUnder(
  parent: string | undefined,
  level: number,
  rows: readonly NodeRow[],
  provenance: NodeProvenance = 'house',
): readonly StructureNode[] {
  return rows.map(([code, name, english, purpose, englishPurpose, aliases], index) => ({
    code,
    name: { 'zh-CN': name, en: english },
    level,
    ...(parent === undefined ? {} : { parent }),
    order: index + 1,
    purpose: { 'zh-CN': purpose, en: englishPurpose },
    ...(aliases === undefined ? {} : { aliases }),
    provenance,
  }));
}
