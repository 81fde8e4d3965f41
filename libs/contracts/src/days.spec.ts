import { FIRST_FOUNDING_YEAR, isCalendarDay, isPlausibleDay } from './days';

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
