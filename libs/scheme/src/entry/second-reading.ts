import type { EntryContent } from './entry';

/**
 * What the second person types from the paper: totals, the points of each part, the thresholds of the grades. Of what
 * the first one typed only the rows are known to them, never a figure.
 */
export interface SecondReading {
  readonly basicPoints: number | null;
  readonly bonusPoints: number | null;
  readonly parts: readonly { readonly id: string; readonly points: number | null }[];
  readonly routes: readonly RouteReading[];
  readonly gates: readonly { readonly id: string; readonly percent: number | null }[];
}

/** Points in hundredths, shares in percent; null where the paper names none. */
export interface RouteReading {
  readonly id: string;
  readonly basic: number | null;
  readonly bonus: number | null;
  readonly total: number | null;
  readonly share: number | null;
  readonly partShare: number | null;
}

/** The rows of a second reading: what they are called, without a figure. */
export interface ReadingForm {
  readonly parts: readonly {
    readonly id: string;
    readonly title: string;
    readonly bonus: boolean;
  }[];
  readonly routes: readonly { readonly id: string; readonly grade: string }[];
  readonly gates: readonly { readonly id: string; readonly text: string }[];
}

const hasShare = ({ percent }: EntryContent['gates'][number]): boolean => percent !== null;

export const readingForm = ({ parts, routes, gates }: EntryContent): ReadingForm => ({
  parts: parts.map(({ id, title, bonus }) => ({ id, title, bonus })),
  routes: routes.map(({ id, grade }) => ({ id, grade })),
  gates: gates.filter(hasShare).map(({ id, text }) => ({ id, text })),
});

const FLOORS = ['basic', 'bonus', 'total', 'share', 'partShare'] as const;

/** No bonus and a bonus of nothing are the same. */
const orNothing = (points: number | null): number => points ?? 0;

/**
 * Fields in which the two readings differ: `basicPoints`, `bonusPoints`, `parts.2`, `routes.AAAA-1.total`,
 * `gates.g1`. Empty: both agree. What a reading leaves out counts as not named on the paper.
 */
export function differingFields(content: EntryContent, reading: SecondReading): readonly string[] {
  const parts = new Map(reading.parts.map(({ id, points }) => [id, points]));
  const routes = new Map(reading.routes.map((route) => [route.id, route]));
  const gates = new Map(reading.gates.map(({ id, percent }) => [id, percent]));
  const total = content.tablePoints ?? content.basicPoints;
  return [
    ...(total === reading.basicPoints ? [] : ['basicPoints']),
    ...(orNothing(content.bonusPoints) === orNothing(reading.bonusPoints) ? [] : ['bonusPoints']),
    ...content.parts
      .filter(({ id, points }) => points !== (parts.get(id) ?? null))
      .map(({ id }) => `parts.${id}`),
    ...content.routes.flatMap((route) =>
      FLOORS.filter((floor) => route[floor] !== (routes.get(route.id)?.[floor] ?? null)).map(
        (floor) => `routes.${route.id}.${floor}`,
      ),
    ),
    ...content.gates
      .filter(hasShare)
      .filter(({ id, percent }) => percent !== (gates.get(id) ?? null))
      .map(({ id }) => `gates.${id}`),
  ];
}
