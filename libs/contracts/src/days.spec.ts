import fc from 'fast-check';
import { FIRST_FOUNDING_YEAR, isCalendarDay, isPlausibleDay, plusDays, plusMonths } from './days';

describe('a day', () => {
  it('is one that the calendar of the database has', () => {
    for (const day of ['2024-02-29', '0001-01-01', '9999-12-31'])
      expect(isCalendarDay(day)).toBe(true);
    for (const none of [
      '2023-02-29',
      '0000-01-01',
      '2024-13-01',
      '2024-1-1',
      ' 2024-01-01',
      20240101,
    ])
      expect(isCalendarDay(none)).toBe(false);
  });

  it('may be meant from 1900 to 2199', () => {
    for (const day of ['1900-01-01', '2026-11-30', '2199-12-31'])
      expect(isPlausibleDay(day)).toBe(true);
    for (const slip of ['0001-01-01', '0206-10-31', '1899-12-31', '2200-01-01', '9999-12-31'])
      expect(isPlausibleDay(slip)).toBe(false);
  });

  it('may be older where an enterprise was founded', () => {
    expect(isPlausibleDay('1669-01-01', FIRST_FOUNDING_YEAR)).toBe(true);
    expect(isPlausibleDay('0669-01-01', FIRST_FOUNDING_YEAR)).toBe(false);
  });
});

const anyDay = fc
  .date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

describe('going through days', () => {
  it('there and back is where it began', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
        expect(plusDays(plusDays(day, days), -days)).toBe(day);
      }),
    );
  });

  it('a month later is the next month, on the same day or on its last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 30 }), (day, months) => {
        const later = plusMonths(day, months);
        const monthsOf = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
        expect(monthsOf(later) - monthsOf(day)).toBe(months);
        if (later.slice(8) !== day.slice(8)) {
          expect(later < `${later.slice(0, 8)}${day.slice(8)}`).toBe(true);
          expect(plusDays(later, 1).slice(8)).toBe('01');
        }
      }),
    );
  });

  it('stays among the days that have four digits of a year', () => {
    expect(plusDays('9999-12-31', 1)).toBe('9999-12-31');
    expect(plusDays('0001-01-01', -1)).toBe('0001-01-01');
  });
});
