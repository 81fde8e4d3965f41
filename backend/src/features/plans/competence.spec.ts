import { competenceWarnings } from './competence';

const asked = { schemeId: 'gb-t-19273-2017', schemeTitle: '准备情况', industryCode: 'C3484' };
const qualified = (...validUntil: (string | null)[]) =>
  validUntil.map((day) => ({ title: '评价员', number: '', issuedBy: '', validUntil: day }));
const known = {
  ...{ version: 1, industries: ['C'], schemes: [asked.schemeId], languages: [], note: '' },
  qualifications: qualified(null),
};
const DAY = '2026-12-14';

describe('what speaks against somebody’s competence', () => {
  it('is nothing where scheme, industry and qualification fit', () => {
    expect(competenceWarnings(known, asked, DAY)).toEqual([]);
    expect(competenceWarnings({ ...known, schemes: ['准备情况'] }, asked, DAY)).toEqual([]);
  });

  it('is that nothing is known, and then nothing else', () => {
    expect(competenceWarnings({ ...known, version: 0 }, asked, DAY)).toEqual(['unknown']);
  });

  it('goes by the qualification that lasts longest', () => {
    const until = (...days: (string | null)[]) =>
      competenceWarnings({ ...known, qualifications: qualified(...days) }, asked, DAY);
    expect(until()).toEqual(['no_qualification']);
    expect(until('2026-12-13')).toEqual(['qualification_expired']);
    expect(until('2026-12-14')).toEqual(['qualification_expiring']);
    expect(until('2020-01-01', '2028-01-01')).toEqual([]);
  });

  it('is a scheme or an industry that is not among theirs', () => {
    expect(competenceWarnings({ ...known, schemes: [], industries: ['C35'] }, asked, DAY)).toEqual([
      ...['scheme_missing', 'industry_missing'],
    ]);
  });
});
