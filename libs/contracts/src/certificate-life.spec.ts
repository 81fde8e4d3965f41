import {
  certificateMovesFrom,
  certificateStanding,
  grantableGrades,
  lastDayOf,
  renewalDay,
  surveillanceDays,
} from './certificate-life';

describe('a certificate', () => {
  it('is valid up to its last day, and expired from the next one', () => {
    expect(certificateStanding('valid', '2029-11-30', '2029-11-30')).toBe('valid');
    expect(certificateStanding('suspended', '2029-11-30', '2029-12-01')).toBe('expired');
  });

  it('stays withdrawn whatever the day', () => {
    expect(certificateStanding('withdrawn', '2029-11-30', '2035-01-01')).toBe('withdrawn');
    expect(certificateMovesFrom('withdrawn')).toEqual([]);
    expect(certificateMovesFrom('expired')).toEqual([]);
    expect(certificateMovesFrom('suspended')).toEqual(['restore', 'withdraw']);
  });

  it('ends on the day before its years are over, with a surveillance in each year but the last', () => {
    expect(lastDayOf('2026-12-01', 3)).toBe('2029-11-30');
    expect(surveillanceDays('2026-12-01', 3)).toEqual(['2027-12-01', '2028-12-01']);
    expect(surveillanceDays('2024-02-29', 2)).toEqual(['2025-02-28']);
    expect(surveillanceDays('2026-12-01', 1)).toEqual([]);
  });

  it('is to be renewed some months before it ends, and not before it is issued', () => {
    expect(renewalDay('2026-12-01', '2029-11-30', 6)).toBe('2029-06-01');
    expect(renewalDay('2023-09-01', '2024-08-31', 6)).toBe('2024-03-01');
    expect(renewalDay('2026-12-01', '2027-11-30', 12)).toBe('2026-12-01');
    expect(renewalDay('2026-12-15', '2027-11-30', 12)).toBe('2026-12-15');
  });

  it('has the recommended grade or one below it', () => {
    const grades = ['A', 'AA', 'AAA', 'AAAA'];
    expect(grantableGrades(grades, 'AAA')).toEqual(['A', 'AA', 'AAA']);
    expect(grantableGrades(grades, '')).toEqual([]);
    expect(grantableGrades(grades, '五星')).toEqual([]);
  });
});
