import { type Language, type Scheme, indexItems, textIn } from '@liangxing/scheme';
import {
  type Correction,
  type LongBecause,
  type RouteToGrade,
  partByTime,
} from '@liangxing/scoring';
import { itemCorrectionText } from './correction-text';
import type { Sentence } from './sentence';

/** Largest effort that is typed or becomes an action's, in tenths of a person-day: 9,999 person-days. */
export const mostTenths = 99_990;

interface PlanRow {
  readonly id: string;
  readonly text: Sentence;
  readonly times: number;
  readonly maxTimes: number;
  /** Of doing it once, in tenths of a person-day. */
  readonly effort: number;
  /** Hundredths of a point that it brings by itself; 0 where that cannot be told apart from the item's other rows. */
  readonly gain: number;
  readonly isExcluded: boolean;
  /** Months until it counts, and why it takes long. */
  readonly months: number;
  readonly because: LongBecause | null;
}

interface PlanItem {
  readonly itemId: string;
  readonly topic: string;
  readonly isBonus: boolean;
  /** Nobody has judged the item yet. */
  readonly mustJudge: boolean;
  /** Hundredths of a point by all the rows together; null where the rows are alternatives. */
  readonly gain: number | null;
  /** Tenths of a person-day for what is chosen. */
  readonly effort: number;
  readonly rows: readonly PlanRow[];
}

export interface Plan {
  readonly chosen: readonly PlanItem[];
  readonly others: readonly PlanItem[];
  /** What cannot count before the application. */
  readonly beyond: readonly PlanItem[];
  readonly excluded: readonly PlanItem[];
}

/** Ids of the items that must be judged before anything else can be said of them. */
export function itemsToJudge(corrections: readonly Correction[]): ReadonlySet<string> {
  return new Set(corrections.filter(({ kind }) => kind === 'answer').map(({ itemId }) => itemId));
}

/** Months that a plan may have. */
export const planPeriods = [3, 6, 12, 24, 36] as const;

/**
 * The corrections a route may use: not excluded, done within the plan's months, and without the unjudged items unless
 * they are wanted.
 */
export function allowedCorrections(
  corrections: readonly Correction[],
  excluded: ReadonlySet<string>,
  withUnjudged: boolean,
  horizon: number,
): readonly Correction[] {
  const unjudged = itemsToJudge(corrections);
  return partByTime(corrections, horizon).within.filter(
    (one) => !excluded.has(one.id) && (withUnjudged || !unjudged.has(one.itemId)),
  );
}

/**
 * What the route chose, what else could be done, what takes too long, and what is out of the question; each by item,
 * in the scheme's order.
 */
export function planOf(
  scheme: Scheme,
  corrections: readonly Correction[],
  route: RouteToGrade,
  { excluded, horizon }: { readonly excluded: ReadonlySet<string>; readonly horizon: number },
  language: Language,
): Plan {
  const steps = new Map(
    route.items.flatMap((item) => item.steps.map((step) => [step.correctionId, step])),
  );
  const gains = new Map(route.items.map(({ itemId, gain }) => [itemId, gain]));
  const unjudged = itemsToJudge(corrections);
  const placed = indexItems(scheme);
  const late = new Set(partByTime(corrections, horizon).beyond.map(({ id }) => id));
  const listOf = ({ id }: Correction): keyof Plan => {
    if (steps.has(id)) return 'chosen';
    if (excluded.has(id)) return 'excluded';
    return late.has(id) ? 'beyond' : 'others';
  };
  const itemsIn = (list: keyof Plan): PlanItem[] => {
    const isChosen = list === 'chosen';
    const own = corrections.filter((one) => listOf(one) === list);
    return [...new Set(own.map(({ itemId }) => itemId))].flatMap((itemId) => {
      const item = placed.get(itemId)?.item;
      if (!item) return [];
      const mine = own.filter((correction) => correction.itemId === itemId);
      return [
        {
          itemId,
          topic: textIn(item.topic, language),
          isBonus: mine[0]?.bonus ?? false,
          mustJudge: unjudged.has(itemId),
          gain: isChosen ? (gains.get(itemId) ?? 0) : null,
          effort: mine.reduce((sum, { id }) => sum + (steps.get(id)?.effort ?? 0), 0),
          rows: mine.map((correction) => {
            const times = steps.get(correction.id)?.times ?? correction.maxTimes;
            return {
              id: correction.id,
              text: itemCorrectionText(item, correction, times, language),
              times,
              gain: isChosen
                ? gainOf(correction, times, mine.length, gains.get(itemId) ?? 0)
                : correction.gainAll,
              isExcluded: excluded.has(correction.id),
              ...figuresOf(correction),
            };
          }),
        },
      ];
    });
  };
  return {
    chosen: itemsIn('chosen'),
    others: itemsIn('others'),
    beyond: itemsIn('beyond'),
    excluded: itemsIn('excluded'),
  };
}

function figuresOf({ maxTimes, effort, months, because }: Correction) {
  return { maxTimes, effort, months, because };
}

/** The only row of an item brings what the item gains; of several rows only those done to the end can be told. */
function gainOf(
  { maxTimes, gainAll }: Correction,
  times: number,
  rows: number,
  itemGain: number,
): number {
  if (rows === 1) return itemGain;
  return times === maxTimes ? gainAll : 0;
}

/** Tenths of a person-day as people read them: 125 → `12.5`. */
export function daysText(tenths: number): string {
  return String(Math.round(tenths) / 10);
}

/** What a person typed as person-days, in whole tenths; null where it is no number from 0 to `most` tenths. */
export function readDays(text: string, most: number): number | null {
  const typed = text.trim().replace('，', '.').replace(',', '.');
  if (typed === '') return null;
  const tenths = Math.round(Number(typed) * 10);
  return Number.isFinite(tenths) && tenths >= 0 && tenths <= most ? tenths : null;
}

/** What a person typed as months; null where it is no whole number from 0 to `most`. */
export function readMonths(text: string, most: number): number | null {
  const typed = text.trim();
  return /^\d{1,4}$/.test(typed) && Number(typed) <= most ? Number(typed) : null;
}
