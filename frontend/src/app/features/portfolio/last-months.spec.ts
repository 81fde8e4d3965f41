import { lastMonths, monthToReport } from './last-months';

describe('the months that a report can tell of', () => {
  it('go back over the turn of the year', () => {
    expect(lastMonths(new Date('2026-02-10T08:00:00Z'), 4)).toEqual([
      '2026-02',
      '2026-01',
      '2025-12',
      '2025-11',
    ]);
  });

  it('begin with the month in China', () => {
    expect(lastMonths(new Date('2026-10-31T16:30:00Z'), 1)).toEqual(['2026-11']);
  });

  it('begin, for who has yet to write one, with the month before until the 10th', () => {
    expect(monthToReport(new Date('2026-11-30T16:30:00Z'))).toBe('2026-11');
    expect(monthToReport(new Date('2026-12-10T08:00:00Z'))).toBe('2026-11');
    expect(monthToReport(new Date('2026-12-10T16:30:00Z'))).toBe('2026-12');
    expect(monthToReport(new Date('2027-01-02T08:00:00Z'))).toBe('2026-12');
  });
});
