import type { CatalogueEntry } from './catalogue.repository';
import { CurrencyReport, needsEditions, type CheckedStandard } from './currency-report';
import { lookupOf, type StandardLookup } from './standard-lookup';

const lookup = (number: string): StandardLookup => {
  const found = lookupOf({ number, numberKind: 'standard' });
  if (found === null) throw new Error(`${number} is no standard`);
  return found;
};
const entry = (figures: Partial<CatalogueEntry>): CatalogueEntry =>
  ({
    inForceOn: '2010-01-01',
    withdrawnOn: null,
    statusClaimed: null,
    ...figures,
  }) as CatalogueEntry;
const isAsked = (found: CatalogueEntry | undefined, ownStatus = 'current', number?: string) =>
  needsEditions({ ownStatus: ownStatus as 'current' }, lookup(number ?? 'GB/T 1-2009'), found);

describe('other editions of a series', () => {
  it('are left alone where the edition is in force without doubt', () => {
    expect(isAsked(entry({}))).toBe(false);
    expect(isAsked(entry({ statusClaimed: 'current' }))).toBe(false);
  });

  it('are looked up for an undated reference, and where anything speaks against the edition', () => {
    expect(isAsked(entry({}), 'current', 'GB/T 1')).toBe(true);
    expect(isAsked(undefined)).toBe(true);
    expect(isAsked(entry({}), 'withdrawn')).toBe(true);
    expect(isAsked(entry({ inForceOn: null }))).toBe(true);
    expect(isAsked(entry({ withdrawnOn: '2030-01-01' }))).toBe(true);
    expect(isAsked(entry({ statusClaimed: 'ending' }))).toBe(true);
  });
});

describe('the report of a register', () => {
  it('leaves out what is only planned: it cannot be out of date yet', () => {
    const standard = (number: string, isPlanned: boolean): CheckedStandard => ({
      ...{ id: number, version: 1, position: 1, number, title: '名称', numberKind: 'standard' },
      ...{ level: 'enterprise', identityKey: number, isPlanned, ownStatus: 'unknown' },
      ...{ isOwnDue: false, statusSource: '', statusCheckedOn: null, checkedStatus: null },
    });
    const register = [standard('Q/ABC 001-2025', false), standard('Q/ABC 002-2027', true)];
    const report = new CurrencyReport(register, { entries: [], replacements: [] }, '2026-05-01');
    expect(report.rows.map((row) => row.standard.number)).toEqual(['Q/ABC 001-2025']);
    expect(report.counts().unknown).toBe(1);
  });
});
