/** Days are `YYYY-MM-DD`. */

/** Beyond these a typed year is a slip: 0026 for 2026, 20260 cut to 2026. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;
/** Of a day on which an enterprise was founded: some are older than any standard. */
export const FIRST_FOUNDING_YEAR = 1400;

export const firstDayOf = (year: number): string => `${year}-01-01`;
export const LAST_DAY = `${LAST_YEAR}-12-31`;

/** Whether the calendar has this day; it has no year 0, nor has the database. */
export function isCalendarDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Whether a day of the calendar may be meant. */
export function isPlausibleDay(day: string, firstYear = FIRST_YEAR): boolean {
  return day >= firstDayOf(firstYear) && day <= LAST_DAY;
}

const MILLISECONDS_OF_DAY = 86_400_000;
/** Beyond them a year has no four digits. */
const [FIRST_DAY_OF_ALL, LAST_DAY_OF_ALL] = [timeOf('0001-01-01'), timeOf('9999-12-31')];

/** Reckoned in UTC, where each day has 24 hours. */
export function plusDays(day: string, days: number): string {
  return fromTime(timeOf(day) + days * MILLISECONDS_OF_DAY);
}

/** The last day of a month that is shorter. */
export function plusMonths(day: string, months: number): string {
  const first = new Date(timeOf(`${day.slice(0, 7)}-01`));
  first.setUTCMonth(first.getUTCMonth() + months);
  const following = new Date(first);
  following.setUTCMonth(following.getUTCMonth() + 1);
  const last = fromTime(following.getTime() - MILLISECONDS_OF_DAY);
  const wished = `${last.slice(0, 8)}${day.slice(8)}`;
  return wished < last ? wished : last;
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromTime(time: number): string {
  return new Date(Math.min(Math.max(time, FIRST_DAY_OF_ALL), LAST_DAY_OF_ALL))
    .toISOString()
    .slice(0, 10);
}
