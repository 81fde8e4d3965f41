import type { EffortsDto } from '../../core/api/generated/openapi';

/** What the corrections cost and take, and which of them are left out. */
export type Efforts = EffortsDto;
export type EffortPlan = Omit<Efforts, 'version'>;

export const noEfforts: Efforts = {
  version: 0,
  efforts: {},
  months: {},
  excluded: [],
  horizon: 12,
};

export const planOf = ({ efforts, months, excluded, horizon }: EffortPlan): EffortPlan => ({
  efforts,
  months,
  excluded,
  horizon,
});

export function withExcluded(plan: EffortPlan, id: string, isExcluded: boolean): EffortPlan {
  const others = plan.excluded.filter((one) => one !== id);
  return { ...plan, excluded: isExcluded ? [...others, id] : others };
}

/** What was changed of a plan, as builds before the common saver kept it; a horizon of null was not changed. */
export interface KeptEfforts {
  readonly efforts: Figures;
  readonly months: Figures;
  readonly excluded: Readonly<Record<string, boolean>>;
  readonly horizon: number | null;
}

/** A plan with those changes on top. */
export function withKept(plan: EffortPlan, kept: KeptEfforts): EffortPlan {
  const changed = {
    efforts: { ...plan.efforts, ...kept.efforts },
    months: { ...plan.months, ...kept.months },
    excluded: plan.excluded,
    horizon: kept.horizon ?? plan.horizon,
  };
  return Object.entries(kept.excluded).reduce(
    (before, [id, isExcluded]) => withExcluded(before, id, isExcluded),
    changed,
  );
}

/** Estimates of different corrections do not exclude each other: what was changed here goes on top of theirs. */
export function mergePlans(base: EffortPlan, mine: EffortPlan, theirs: EffortPlan): EffortPlan {
  const isMineNew = (id: string) => mine.excluded.includes(id) !== base.excluded.includes(id);
  return {
    efforts: { ...theirs.efforts, ...changed(base.efforts, mine.efforts) },
    months: { ...theirs.months, ...changed(base.months, mine.months) },
    excluded: [
      ...theirs.excluded.filter((id) => !isMineNew(id)),
      ...mine.excluded.filter((id) => isMineNew(id)),
    ],
    horizon: mine.horizon === base.horizon ? theirs.horizon : mine.horizon,
  };
}

type Figures = Readonly<Record<string, number>>;

function changed(before: Figures, now: Figures): Figures {
  return Object.fromEntries(Object.entries(now).filter(([id, each]) => before[id] !== each));
}

/** Whole numbers from 0 to `most`, as the route asks for; what is stored may have been written by another program. */
export function wholeNumbers(stored: Figures, most: number): Figures {
  return Object.fromEntries(
    Object.entries(stored).map(([id, each]) => [id, Math.min(most, Math.max(0, Math.round(each)))]),
  );
}
