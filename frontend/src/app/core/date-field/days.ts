/** Days are `YYYY-MM-DD`, reckoned in UTC, where each of them has 24 hours. */
import { plusDays } from '@liangxing/contracts';
import { isIsoDate } from '@liangxing/standard-number';

const MILLISECONDS_OF_DAY = 86_400_000;
const SHAPES = [
  /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/u,
  /^(?<year>\d{4})\s*[-/.．]\s*(?<month>\d{1,2})\s*[-/.．]\s*(?<date>\d{1,2})$/u,
  /^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<date>\d{1,2})\s*日$/u,
] as const;

/**
 * The day that a text names: 2026-10-31, 2026/10/31, 2026.10.31, 20261031 or 2026年10月31日, wide digits too.
 * @returns null where it names none: another shape, or a day that no calendar has
 */
export function dayFromText(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll('。', '.').trim();
  for (const shape of SHAPES) {
    const { year = '', month = '', date = '' } = shape.exec(plain)?.groups ?? {};
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    if (isIsoDate(day)) return day;
  }
  return null;
}

/** Whether nothing more can follow: 2026-10-3 may become the 31st, 2026-10-31 is told. */
export function isWholeDay(text: string): boolean {
  const digits = text.normalize('NFKC').replace(/\D/gu, '');
  return dayFromText(text) !== null && (digits.length === 8 || text.trim().endsWith('日'));
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return plusDays(day, -((new Date(timeOf(day)).getUTCDay() + 6) % 7));
}

/** Six weeks from Monday to Sunday that hold the month of a day. */
export function weeksAround(day: string): readonly (readonly string[])[] {
  const monday = mondayOf(`${day.slice(0, 7)}-01`);
  return Array.from({ length: 6 }, (_week, week) =>
    Array.from({ length: 7 }, (_day, at) => plusDays(monday, week * 7 + at)),
  );
}

/** Noon of the day in UTC, for `Intl` with `timeZone: 'UTC'`. */
export function instantOf(day: string): Date {
  return new Date(timeOf(day) + MILLISECONDS_OF_DAY / 2);
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
