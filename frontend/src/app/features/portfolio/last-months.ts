import { plusMonths } from '@liangxing/contracts';
import { dayOfChina } from '../../core/i18n/day-of-china';

/** `2026-11`, `2026-10`, …: this month and those before it, in the calendar of the enterprises. */
export function lastMonths(now: Date, count: number): readonly string[] {
  const today = dayOfChina(now);
  return Array.from({ length: count }, (_, ago) => plusMonths(today, -ago).slice(0, 7));
}

/** Reports of a month are still written in the first days of the next one. */
const LAST_DAY_FOR_MONTH_BEFORE = 10;

/** The month of which a report is due: this one, until the 10th the one before. */
export function monthToReport(now: Date): string {
  const isEarly = Number(dayOfChina(now).slice(8)) <= LAST_DAY_FOR_MONTH_BEFORE;
  return lastMonths(now, 2)[isEarly ? 1 : 0] ?? '';
}
