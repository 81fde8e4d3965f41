import type { EffortsDto } from '../../core/api/generated/openapi';

/** What a plan of corrections costs and takes, and what it leaves out. */
export type Efforts = EffortsDto;

export const noEfforts: Efforts = {
  version: 0,
  efforts: {},
  months: {},
  excluded: [],
  horizon: 12,
};

/** What was changed and is not yet stored, by correction id. */
export interface EffortChanges {
  /** Tenths of a person-day. */
  readonly efforts: Readonly<Record<string, number>>;
  readonly months: Readonly<Record<string, number>>;
  readonly excluded: Readonly<Record<string, boolean>>;
  /** Months until the application; null: not changed. */
  readonly horizon: number | null;
}

export const noChanges: EffortChanges = { efforts: {}, months: {}, excluded: {}, horizon: null };

export function isEmpty({ efforts, months, excluded, horizon }: EffortChanges): boolean {
  return horizon === null && [efforts, months, excluded].every((each) => isBare(each));
}

function isBare(record: object): boolean {
  return Object.keys(record).length === 0;
}

/** Both, the later on top. */
export function joinChanges(earlier: EffortChanges, later: Partial<EffortChanges>): EffortChanges {
  return {
    efforts: { ...earlier.efforts, ...later.efforts },
    months: { ...earlier.months, ...later.months },
    excluded: { ...earlier.excluded, ...later.excluded },
    horizon: later.horizon ?? earlier.horizon,
  };
}

/** Stored efforts with changes on top; the version stays that of the stored ones. */
export function applyChanges(stored: Efforts, changes: EffortChanges): Efforts {
  const { efforts, months, excluded, horizon } = changes;
  const kept = stored.excluded.filter((id) => excluded[id] !== false);
  const added = Object.keys(excluded).filter((id) => excluded[id] && !kept.includes(id));
  return {
    version: stored.version,
    efforts: { ...stored.efforts, ...efforts },
    months: { ...stored.months, ...months },
    excluded: [...kept, ...added],
    horizon: horizon ?? stored.horizon,
  };
}

/** The changes that are left when `sent` has been stored: those made or made anew since. */
export function withoutChanges(changes: EffortChanges, sent: EffortChanges): EffortChanges {
  const left = <T>(now: Readonly<Record<string, T>>, then: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(now).filter(([id, value]) => then[id] !== value));
  return {
    efforts: left(changes.efforts, sent.efforts),
    months: left(changes.months, sent.months),
    excluded: left(changes.excluded, sent.excluded),
    horizon: changes.horizon === sent.horizon ? null : changes.horizon,
  };
}

/** Whole numbers from 0 to `most`, as the route asks for; what is stored may have been written by another program. */
export function wholeNumbers(
  stored: Readonly<Record<string, number>>,
  most: number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(stored).map(([id, each]) => [id, Math.min(most, Math.max(0, Math.round(each)))]),
  );
}
