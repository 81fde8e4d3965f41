import { CurrencyReport, type CheckedStandard } from './currency-report';
import { KeptReports } from './kept-reports';

const reportOf = (rows: number): CurrencyReport => {
  const standards = Array.from({ length: rows }, (_, at) => ({
    id: String(at),
    number: `GB/T ${at + 1}-2001`,
    numberKind: 'standard',
    ownStatus: 'unknown',
  })) as unknown as CheckedStandard[];
  return new CurrencyReport(standards, { entries: [], replacements: [] }, '2026-01-01');
};

describe('kept reports', () => {
  it('answer while the stamp holds and not afterwards', () => {
    const kept = new KeptReports();
    const report = reportOf(2);
    kept.keep('a', '1', report);
    expect(kept.get('a', '1')).toBe(report);
    expect(kept.get('a', '2')).toBeUndefined();
    expect(kept.get('b', '1')).toBeUndefined();
  });

  it('make room for new ones, the longest kept first', () => {
    const kept = new KeptReports(5);
    for (const id of ['a', 'b', 'c']) kept.keep(id, '1', reportOf(2));
    expect(['a', 'b', 'c'].map((id) => kept.get(id, '1') !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
    kept.keep('d', '1', reportOf(6));
    expect(kept.get('d', '1')).toBeUndefined();
  });
});
