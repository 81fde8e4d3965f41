import { FIRST_YEAR, isCalendarDay, isPlausibleDay } from '@liangxing/contracts';
import { ValidateBy } from 'class-validator';

/** Validates a day, `YYYY-MM-DD`; its problems are `not_date` and `year_out_of_range`. */
export function IsDay(firstYear = FIRST_YEAR): PropertyDecorator {
  const isDay = ValidateBy({ name: 'not_date', validator: { validate: isCalendarDay } });
  const isMeant = ValidateBy({
    name: 'year_out_of_range',
    validator: {
      validate: (value: unknown) => !isCalendarDay(value) || isPlausibleDay(value, firstYear),
      defaultMessage: () => `a year from ${firstYear}`,
    },
  });
  return (target, key) => {
    isDay(target, key);
    isMeant(target, key);
  };
}
