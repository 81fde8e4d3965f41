import { lossesFirst, quartersOf } from './figures-of-results';

const figure = (quarter: string, kappa: number | null = 80) => ({
  ...{ quarter, kappa, cases: 1, items: 40, difference: 0 },
});

describe('figures of results', () => {
  it('run over every quarter between the first and the last that has a number', () => {
    const people = [
      { quarters: [figure('2026-Q3'), figure('2027-Q2', null)] },
      { quarters: [figure('2027-Q1')] },
    ];
    expect(quartersOf(people)).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
    expect(quartersOf([])).toEqual([]);
  });

  it('tell what lost most first, and nothing of what lost none', () => {
    const items = [{ lost: 20 }, { lost: null }, { lost: 300 }, { lost: 0 }];
    expect(lossesFirst(items)).toEqual([{ lost: 300 }, { lost: 20 }]);
  });
});
