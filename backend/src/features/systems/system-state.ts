import type { StandardLevel } from '@liangxing/standard-number';
import {
  countStandards,
  keyTree,
  type Places,
  type StandardSystem,
  type StructureTemplateId,
  type SystemState,
} from '@liangxing/system-structure';
import type {
  PlacedStandard,
  RegisterFacts,
  StoredSystem,
  SystemDocument,
  SystemView,
} from './system';

export function systemOf({
  templateId,
  name,
  document,
}: {
  readonly templateId: StructureTemplateId;
  readonly name: string;
  readonly document: SystemDocument;
}): StandardSystem {
  return { templateId, name, ...document };
}

/** As the database tells places: for `placesOf`. */
export const placesText = (places: Places): string =>
  JSON.stringify([...places].map(([id, nodes]) => ({ id, nodes })));

export function stateOf(stored: StoredSystem, standards: readonly PlacedStandard[]): SystemState {
  const placed = standards.filter(({ nodes }) => nodes.length > 0);
  const places = new Map(placed.map(({ standardId, nodes }) => [standardId, nodes]));
  return { system: systemOf(stored), places };
}

/** Keys of nodes by standard id, from the text that the database told. */
export function placesOf(text: string): Places {
  const rows = JSON.parse(text) as { readonly id: string; readonly nodes: readonly string[] }[];
  return new Map(rows.map(({ id, nodes }) => [id, nodes]));
}

/** Rows of no level count as the company's own. */
export function levelOf(level: string): StandardLevel {
  return (level === 'other' ? 'enterprise' : level) as StandardLevel;
}

/** Counts of a system by the nodes of each standard of the register; every standard once, at its main place. */
export function figuresOf<Row extends RegisterFacts>(
  system: StandardSystem,
  register: readonly Row[],
  nodesOf: (row: Row) => readonly string[],
): Omit<SystemView, 'stored'> {
  const listed = register.map((row) => ({
    number: row.number,
    title: row.title,
    level: levelOf(row.level),
    nodes: nodesOf(row),
    isPlanned: row.isPlanned,
    isOutOfForce: row.isOutOfForce,
  }));
  const placed = listed.filter(({ nodes }) => nodes.length > 0).length;
  return { counts: countStandards(keyTree(system), listed), standards: listed.length, placed };
}
