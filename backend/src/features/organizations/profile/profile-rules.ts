import { isEmail, ValidateBy } from 'class-validator';

/** A day of the calendar, `YYYY-MM-DD`. */
export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

export function IsDay(): PropertyDecorator {
  return ValidateBy(
    { name: 'isDay', validator: { validate: isDay } },
    { context: { code: 'not_date' } },
  );
}

export function IsEmailOrEmpty(): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isEmailOrEmpty',
      validator: { validate: (value: unknown) => value === '' || isEmail(value) },
    },
    { context: { code: 'not_email' } },
  );
}
