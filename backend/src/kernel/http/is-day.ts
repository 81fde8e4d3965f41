import { ValidateBy } from 'class-validator';

/** A day of the calendar, `YYYY-MM-DD`; it has no year 0, nor has the database. */
export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Validates a day; its problem is `not_date`. */
export function IsDay(): PropertyDecorator {
  return ValidateBy({ name: 'not_date', validator: { validate: isDay } });
}
