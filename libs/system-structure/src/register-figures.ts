import { statistics, tallyOf, type Statistics } from './statistics';
import type { ListedLevel, ListedStandard, StandardKind } from './structure';

/** States of an entry that is kept in the register though it no longer holds. */
const OUT_OF_FORCE: readonly string[] = ['replaced', 'withdrawn'];

export function isOutOfForce({ status }: { readonly status: string }): boolean {
  return OUT_OF_FORCE.includes(status);
}

/** How many entries of a register are alike in what figures ask. */
export interface LikeStandards {
  readonly level: string;
  readonly kind: string | null;
  readonly isPlanned: boolean;
  /** Of the day: `current`, `replaced`, … */
  readonly status: string;
  readonly count: number;
}

/** What every screen and document says of the register's size. */
export interface RegisterFigures extends Statistics {
  /** Entries whatever their state: existing, planned and out of force together. */
  readonly entries: number;
  readonly outOfForce: number;
}

/** Standards as statistics need them; places are not asked for. */
export function listedLike({ level, kind, isPlanned, status }: Omit<LikeStandards, 'count'>) {
  return {
    number: '',
    title: '',
    level: level as ListedLevel,
    kind: (kind ?? undefined) as StandardKind | undefined,
    nodes: [],
    isPlanned,
    isOutOfForce: isOutOfForce({ status }),
  } satisfies ListedStandard;
}

/**
 * The figures of a register, from its groups of like entries: entries = existing + planned + out of force, and existing
 * and expected are the sums of their rows by level and by kind.
 */
export function registerFigures(groups: readonly LikeStandards[]): RegisterFigures {
  const listed = groups.flatMap((group) => {
    const one = listedLike(group);
    return Array.from({ length: group.count }, () => one);
  });
  const outOfForce = listed.length - tallyOf(listed).expected;
  return { ...statistics(listed), entries: listed.length, outOfForce };
}
