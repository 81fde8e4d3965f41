import { isDay } from './is-day';

it('a day is one that the calendar of the database has', () => {
  for (const day of ['2024-02-29', '0001-01-01', '9999-12-31']) expect(isDay(day)).toBe(true);
  for (const none of [
    '2023-02-29',
    '0000-01-01',
    '2024-13-01',
    '2024-1-1',
    ' 2024-01-01',
    20240101,
  ])
    expect(isDay(none)).toBe(false);
});
