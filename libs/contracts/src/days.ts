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
