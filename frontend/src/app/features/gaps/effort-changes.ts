import type { Efforts } from '../assessments/assessment';

/** What was changed and is not yet stored, by correction id. */
export interface EffortChanges {
  /** Tenths of a person-day. */
  readonly efforts: Readonly<Record<string, number>>;
  readonly excluded: Readonly<Record<string, boolean>>;
}

export const noChanges: EffortChanges = { efforts: {}, excluded: {} };

export function isEmpty({ efforts, excluded }: EffortChanges): boolean {
  return Object.keys(efforts).length === 0 && Object.keys(excluded).length === 0;
}

/** Stored efforts with changes on top; the version stays that of the stored ones. */
export function applyChanges(stored: Efforts, { efforts, excluded }: EffortChanges): Efforts {
  const kept = stored.excluded.filter((id) => excluded[id] !== false);
  const added = Object.keys(excluded).filter((id) => excluded[id] && !kept.includes(id));
  return {
    version: stored.version,
    efforts: { ...stored.efforts, ...efforts },
    excluded: [...kept, ...added],
  };
}

/** The changes that are left when `sent` has been stored: those made or made anew since. */
export function withoutChanges(changes: EffortChanges, sent: EffortChanges): EffortChanges {
  const left = <T>(now: Readonly<Record<string, T>>, then: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(now).filter(([id, value]) => then[id] !== value));
  return {
    efforts: left(changes.efforts, sent.efforts),
    excluded: left(changes.excluded, sent.excluded),
  };
}

/** Whole tenths from 0 to `most`, as the route asks for; what is stored may have been written by another program. */
export function wholeEfforts(
  efforts: Readonly<Record<string, number>>,
  most: number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(efforts).map(([id, effort]) => [
      id,
      Math.min(most, Math.max(0, Math.round(effort))),
    ]),
  );
}
