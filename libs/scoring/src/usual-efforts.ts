import type { Rule, SchemeItem } from '@liangxing/scheme';
import { isSampled } from './correction-plan';
import { usualWorks, type LongBecause } from './usual-works';

/** What a piece of work usually takes. */
export interface UsualEffort {
  /** Tenths of a person-day, for one piece. */
  readonly effort: number;
  /** From the decision until it counts: others decide about standards, seats and projects, in their own time. */
  readonly months: number;
  readonly because: LongBecause | null;
}

/** Null: work that takes what its points take. Only for what is earned: a deduction is undone within the enterprise. */
export function usualEffort({ topic, asked }: SchemeItem, rule: Rule): UsualEffort | null {
  const wanted = `${topic['zh-CN']}。${asked['zh-CN']}`;
  const work = usualWorks.find(
    ({ asks, says }) => asks.test(wanted) && (says?.test(rule.text['zh-CN']) ?? true),
  );
  if (work === undefined) return null;
  return { effort: work.days * 10, months: work.months, because: work.because };
}

/** Months that the item wants a system to have run. */
const asksToRun = /运行\s*([1-9])\s*个月/;

/** Months until there are new records to be sampled: an estimate of ours, like the others. */
const monthsToNextSample = 3;

/**
 * A deduction no longer applies a month after what is missing is written, after the next sample where a sample found
 * it, or once the system has run for long enough.
 */
export function timeOfMending(
  { asked }: SchemeItem,
  rule?: Rule,
): Pick<UsualEffort, 'months' | 'because'> {
  const run = Number(asksToRun.exec(asked['zh-CN'])?.[1] ?? 0);
  if (rule !== undefined && isSampled(rule) && run <= monthsToNextSample)
    return { months: monthsToNextSample, because: 'next_sample' };
  return run === 0 ? { months: 1, because: null } : { months: run, because: 'running_in' };
}
