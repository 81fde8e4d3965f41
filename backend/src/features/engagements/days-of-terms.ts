import { latestLastDay } from '@liangxing/contracts';

/** What is wrong with the days of an engagement. */
type DaysProblem = 'before_today' | 'before_start' | 'engagement_too_long';

/** @param today a day that has not yet gone by; the last one of an engagement is none of before */
export function problemOfDays(
  { from, until }: { readonly from: string; readonly until: string },
  today: string,
): DaysProblem | null {
  if (until < today) return 'before_today';
  if (until < from) return 'before_start';
  return until <= latestLastDay(from) ? null : 'engagement_too_long';
}
