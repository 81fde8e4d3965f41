import { validateSync } from 'class-validator';
import { problemOfValidation } from '../problems/field-problems';
import { IsDay } from './is-day';

class Days {
  @IsDay() plannedOn: unknown = '2026-01-31';
  @IsDay(1400) foundedOn: unknown = '1669-01-01';
}
const wrongIn = (days: Partial<Days>) => {
  const errors = validateSync(Object.assign(new Days(), days));
  return problemOfValidation(errors).extras.errors;
};

describe('a day of a request', () => {
  it('is one of the calendar, in a year that may be meant', () => {
    expect(wrongIn({})).toEqual([]);
    expect(wrongIn({ plannedOn: '2026-02-30' })).toEqual([{ path: 'plannedOn', code: 'not_date' }]);
    for (const plannedOn of ['0001-01-01', '1669-01-01', '9999-12-31'])
      expect(wrongIn({ plannedOn })).toEqual([
        { path: 'plannedOn', code: 'year_out_of_range', parameters: { n: 1900 } },
      ]);
  });

  it('may be older where the field says so', () => {
    expect(wrongIn({ foundedOn: '0669-01-01' })).toEqual([
      { path: 'foundedOn', code: 'year_out_of_range', parameters: { n: 1400 } },
    ]);
  });
});
