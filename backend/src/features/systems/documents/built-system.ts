import {
  coverage,
  isOutOfForce,
  type NotesFacts,
  type Places,
  type StandardSystem,
} from '@liangxing/system-structure';
import type { EnterpriseKind } from '../enterprise-kind';
import { levelOf } from '../system-state';
import type { RegisterEntry } from './register-entry';

/** A system as an enterprise has built it, for what its documents say of gaps and trims. */
export interface BuiltSystem {
  readonly system: StandardSystem;
  /** Node keys by standard id, the main one first. */
  readonly places: Places;
  readonly kind: EnterpriseKind;
}

/** Branches that an enterprise has left out, each with its reason, in the order of the system. */
export function trimmedNodes({ system }: BuiltSystem): NotesFacts['trimmed'] {
  return system.nodes.flatMap(({ code, name, trimmed }) =>
    trimmed === null ? [] : [{ code, name: name['zh-CN'], reason: trimmed }],
  );
}

/** Titles of essential documents that the system lacks, in its order. */
export function missingDocuments(
  { system, places, kind }: BuiltSystem,
  entries: readonly RegisterEntry[],
): readonly string[] {
  const standards = entries.map((entry) => ({
    id: entry.id,
    number: entry.number,
    title: entry.title,
    level: entry.level === 'other' ? undefined : levelOf(entry.level),
    isPlanned: entry.isPlanned,
    isOutdated: isOutOfForce(entry),
  }));
  const { byExpectation } = coverage(system, places, standards, kind.industry, kind.size);
  return byExpectation
    .filter(({ state, expectation }) => state === 'missing' && expectation.isEssential)
    .map(({ expectation }) => expectation.title['zh-CN']);
}
