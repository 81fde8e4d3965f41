import { plusMonths } from '@liangxing/contracts';
import { dayOfChina } from '../../core/i18n/day-of-china';

/** `2026-11`, `2026-10`, …: this month and those before it, in the calendar of the enterprises. */
export function lastMonths(now: Date, count: number): readonly string[] {
  const today = dayOfChina(now);
  return Array.from({ length: count }, (_, ago) => plusMonths(today, -ago).slice(0, 7));
}
