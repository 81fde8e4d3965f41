import type { Need, Scheme } from '@liangxing/scheme';
import { timeOfMending } from '../usual-efforts';
import type { ItemReadiness, ReadinessState } from './judge-readiness';
import { compileScheme } from '../compiled-scheme';
import type { ReasonCode } from './reason';

export type StateCounts = Readonly<Record<ReadinessState, number>>;

export interface GroupReadiness {
  readonly sectionId: string;
  readonly groupId: string;
  readonly counts: StateCounts;
  /** Items that apply. */
  readonly items: number;
}

export interface ReadinessSummary {
  readonly byNeed: Readonly<Record<Need, StateCounts>>;
  /** Essential items that are not met, in the scheme's order. */
  readonly essentialGaps: readonly string[];
  readonly groups: readonly GroupReadiness[];
}

export const NEEDS = ['essential', 'usual', 'innovative'] as const satisfies readonly Need[];

const isGap = ({ state }: ItemReadiness): boolean => state !== 'met' && state !== 'not_applicable';

function countStates(items: readonly ItemReadiness[]): StateCounts {
  const counts = { met: 0, partly: 0, not_met: 0, unknown: 0, not_applicable: 0 };
  for (const { state } of items) counts[state] += 1;
  return counts;
}

/** Counts by need and by topic. There is no single figure: a missing essential item is not made up for by others. */
export function summariseReadiness(
  scheme: Scheme,
  readiness: readonly ItemReadiness[],
): ReadinessSummary {
  const of = (need: Need) => countStates(readiness.filter((item) => item.need === need));
  return {
    byNeed: { essential: of('essential'), usual: of('usual'), innovative: of('innovative') },
    essentialGaps: readiness
      .filter((item) => item.need === 'essential' && isGap(item))
      .map(({ itemId }) => itemId),
    groups: scheme.sections.flatMap((section) =>
      section.groups.map((group) => {
        const own = readiness.filter(({ groupId }) => groupId === group.id);
        const counts = countStates(own);
        return {
          sectionId: section.id,
          groupId: group.id,
          counts,
          items: own.length - counts.not_applicable,
        };
      }),
    ),
  };
}

export interface UnmetItem {
  readonly item: ItemReadiness;
  /** Tenths of a person-day. */
  readonly effort: number;
  /** Months until it can count. */
  readonly months: number;
}

/** Person-days of the enterprise for each thing that is missing; estimates of ours, like `usualWorks`. */
const DAYS: Partial<Readonly<Record<ReasonCode, number>>> = {
  node_empty: 3,
  document_missing: 3,
  document_planned: 2,
  document_outdated: 1,
  document_unplaced: 0.1,
  node_outdated: 1,
  proof_missing: 1,
  proof_old: 1,
  unproven: 0.5,
  sample_missing: 0.5,
  sample_partly: 2,
  sample_not_met: 5,
  figure_missing: 0.5,
  effect_missed: 5,
};
const LEAST_TENTHS = 5;

/** Practice that was not met must run before a new sample shows it. */
const RUNNING_MONTHS = 3;

function effortOf({ derived }: ItemReadiness): number {
  const reasons = [...derived.checks.flatMap((check) => check.reasons), ...derived.reasons];
  const tenths = reasons.reduce((sum, { code }) => sum + (DAYS[code] ?? 0) * 10, 0);
  return Math.max(LEAST_TENTHS, Math.ceil(tenths));
}

/** What an enterprise knows better than the estimates: by item id. */
export interface OwnFigures {
  /** Tenths of a person-day. */
  readonly efforts: Readonly<Record<string, number>>;
  readonly months: Readonly<Record<string, number>>;
}

/** The same items in the same order, with figures of the enterprise in place of the estimates. */
export const withOwnFigures = (
  items: readonly UnmetItem[],
  { efforts, months }: OwnFigures,
): UnmetItem[] =>
  items.map((unmet) => ({
    item: unmet.item,
    effort: efforts[unmet.item.itemId] ?? unmet.effort,
    months: months[unmet.item.itemId] ?? unmet.months,
  }));

/** Items that are not met, the essential ones first, then the quickest, then in the scheme's order. */
export function unmetItems(scheme: Scheme, readiness: readonly ItemReadiness[]): UnmetItem[] {
  const { byId } = compileScheme(scheme);
  return readiness
    .filter(isGap)
    .map((item) => {
      const compiled = byId.get(item.itemId);
      const { months } = compiled === undefined ? { months: 1 } : timeOfMending(compiled.item);
      const mustRun = item.derived.checks.some(
        ({ check, state }) => check !== 'document' && (state === 'partly' || state === 'not_met'),
      );
      return {
        item,
        effort: effortOf(item),
        months: mustRun ? Math.max(months, RUNNING_MONTHS) : months,
      };
    })
    .sort((a, b) => NEEDS.indexOf(a.item.need) - NEEDS.indexOf(b.item.need) || a.effort - b.effort);
}
