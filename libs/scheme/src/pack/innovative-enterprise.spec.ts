import { schemeFromDocument } from './load';

/** The one published item of the 标准创新型企业 table (intermediate level), filled up to 100 points. */
const document = {
  id: 'innovative-intermediate',
  version: '1.0.0',
  title: '标准创新型企业（中级）',
  kind: 'scored',
  basis: [],
  languages: ['zh-CN'],
  basicPoints: 100,
  bonusPoints: 0,
  policies: { notApplicable: 'exclude', notApplicableNeedsApproval: false, star: 'none' },
  grades: [
    {
      id: 'pass',
      routes: [
        { id: '1', when: { industry: ['industry'] }, total: 80 },
        { id: '2', when: { industry: ['agriculture', 'services'] }, total: 70 },
      ],
    },
  ],
  sections: [
    {
      id: '1',
      title: '标准创新',
      points: 100,
      groups: [
        {
          id: '1',
          title: '投入',
          points: 100,
          items: [
            {
              id: '1.1',
              topic: '标准化年度投入',
              asked: '标准化投入占研发投入的比例或金额',
              points: 3,
              mode: 'earn',
              rules: [
                {
                  id: 'a',
                  kind: 'band',
                  text: '标准化年度投入',
                  measures: [
                    { id: 'share', label: '占研发投入的比例', unit: '%' },
                    { id: 'amount', label: '金额', unit: '元' },
                  ],
                  bands: [
                    {
                      when: { size: ['large'] },
                      anyOf: { share: 20, amount: 2_000_000 },
                      award: 3,
                    },
                    {
                      when: { size: ['large'] },
                      anyOf: { share: 15, amount: 1_000_000 },
                      award: 2,
                    },
                    { when: { size: ['large'] }, anyOf: { share: 5, amount: 200_000 }, award: 1 },
                    {
                      when: { size: ['medium', 'small'] },
                      anyOf: { share: 20, amount: 1_000_000 },
                      award: 3,
                    },
                    {
                      when: { size: ['medium', 'small'] },
                      anyOf: { share: 15, amount: 500_000 },
                      award: 2,
                    },
                    {
                      when: { size: ['medium', 'small'] },
                      anyOf: { share: 5, amount: 100_000 },
                      award: 1,
                    },
                  ],
                },
              ],
            },
            { id: '1.2', topic: '其余项目', asked: '其余项目', points: 97, rules: [] },
          ],
        },
      ],
    },
  ],
};

describe('a scheme with bands by size and pass marks by industry', () => {
  it('is expressed whole', () => {
    const scheme = schemeFromDocument({ name: 'innovative', document });
    const rule = scheme.sections[0]!.groups[0]!.items[0]!.rules[0]!;
    expect(rule.kind === 'band' && rule.bands.map((band) => band.award)).toEqual([
      300, 200, 100, 300, 200, 100,
    ]);
    expect(rule.kind === 'band' && rule.bands[3]).toEqual({
      when: { size: ['medium', 'small'] },
      anyOf: { share: 20, amount: 1_000_000 },
      award: 300,
    });
    expect(scheme.grades[0]!.routes).toEqual([
      { id: 'pass-1', when: { industry: ['industry'] }, total: 8000 },
      { id: 'pass-2', when: { industry: ['agriculture', 'services'] }, total: 7000 },
    ]);
  });
});
