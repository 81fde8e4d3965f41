import { parseStandardNumber } from '@liangxing/standard-number';
import {
  coverage,
  isOutOfForce,
  type Expectation,
  type ListedStandard,
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

/**
 * Essential documents that no entry in force or planned stands for and that nobody declared unnecessary, in the order of
 * the system: as statistics count them.
 */
export function missingStandards(
  { system, places, kind }: BuiltSystem,
  entries: readonly RegisterEntry[],
): readonly ListedStandard[] {
  const standards = entries.map((entry) => ({
    id: entry.id,
    number: entry.number,
    title: entry.title,
    level: entry.level === 'other' ? undefined : levelOf(entry.level),
    isPlanned: entry.isPlanned,
    isOutdated: isOutOfForce(entry),
  }));
  const codes = new Map(system.nodes.map(({ key, code }) => [key, code]));
  const { byExpectation } = coverage(system, places, standards, kind.industry, kind.size);
  return byExpectation
    .filter(
      ({ state, expectation }) =>
        expectation.isEssential && (state === 'missing' || state === 'outdated'),
    )
    .map(({ expectation: { title, node, level, number } }) => ({
      number: number ?? '',
      title: title['zh-CN'],
      level: expectedLevel(level, number),
      nodes: [codes.get(node) ?? node],
      isPlanned: false,
      isMissing: true,
    }));
}

/** What comes from outside is, unless its number says otherwise, a national standard. */
function expectedLevel(
  level: Expectation['level'],
  number: string | undefined,
): ListedStandard['level'] {
  if (level !== 'external') return 'enterprise';
  const read = number === undefined ? undefined : parseStandardNumber(number);
  return read?.kind === 'standard' ? read.level : 'national';
}
