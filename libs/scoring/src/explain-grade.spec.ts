import { bonusNeeded, explainGrade, gradeDemand } from './explain-grade';
import { score } from './scorer';
import {
  assessed,
  award,
  bonusItem,
  counted,
  gate,
  grade,
  hundredths,
  item,
  nationalGrades,
  scheme,
  section,
} from './testing/scheme-builder';

const sections = () => [
  section('1', [item('1.1', 400, [counted('lost', 1)])]),
  section('B', [bonusItem('B1', 100, [award('won', 1, true)])], true),
];
const table = scheme({ sections: sections(), grades: nationalGrades });
const result = (basic: number, bonus: number, of = table) =>
  score(of, { '1.1': assessed({ lost: 400 - basic }), B1: assessed({ won: bonus }) });

describe('what the national table asks for', () => {
  it.each([
    [380, 80],
    [389, 71],
    [390, 60],
    [400, 50],
    [379, null],
  ])('AAAA needs with basic %i a bonus of %p', (basic, bonus) => {
    const needed = bonusNeeded(table, 'AAAA', hundredths(basic));
    expect(needed).toBe(bonus === null ? null : hundredths(bonus));
  });

  it('AAAA: never without 50 bonus points, never below basic 380, with a jump at 390', () => {
    expect(gradeDemand(table, 'AAAA')).toEqual({
      gradeId: 'AAAA',
      leastBasic: 38_000,
      leastBonus: 5000,
      segments: [
        { fromBasic: 38_000, toBasic: 38_999, bonusAtFrom: 8000, bonusAtTo: 7001 },
        { fromBasic: 39_000, toBasic: 40_000, bonusAtFrom: 6000, bonusAtTo: 5000 },
      ],
      jumps: [{ atBasic: 39_000, bonusBefore: 7100, bonusAt: 6000 }],
    });
  });

  it('AAA: from basic 370 on without bonus points, from 360 on with them', () => {
    expect(gradeDemand(table, 'AAA')).toMatchObject({
      leastBasic: 36_000,
      leastBonus: 0,
      jumps: [{ atBasic: 37_000, bonusBefore: 5100, bonusAt: 0 }],
    });
  });

  it('agrees with the grades that scores really get, at every whole point', () => {
    for (const { id } of nationalGrades)
      for (let basic = 270; basic <= 400; basic += 1) {
        const needed = bonusNeeded(table, id, hundredths(basic));
        for (const bonus of [0, 25, 49, 50, 51, 60, 71, 80, 100]) {
          const gap = result(basic, bonus).gaps.find(({ gradeId }) => gradeId === id);
          expect(gap?.reached).toBe(needed !== null && hundredths(bonus) >= needed);
        }
      }
  });

  it('knows no grade of another scheme', () => {
    expect(() => gradeDemand(table, 'AAAAA')).toThrow(RangeError);
    expect(() => bonusNeeded(table, 'AAAAA', 0)).toThrow(RangeError);
  });
});

describe('explaining a grade', () => {
  const explain = (basic: number, bonus: number, gradeId: string) =>
    explainGrade(table, result(basic, bonus), gradeId);

  it('names the route by which it is reached', () => {
    expect(explain(390, 60, 'AAAA')).toEqual([{ code: 'reached', routeId: 'AAAA-1' }]);
  });

  it('says that 379 is too few for AAAA and that bonus points are needed anyway', () => {
    expect(explain(379, 40, 'AAAA')).toEqual([
      { code: 'basic_at_least', basic: 38_000, missing: 100 },
      { code: 'bonus_at_least', bonus: 5000, missing: 1000 },
    ]);
  });

  it('says what is needed here, and that one more basic point spares eleven bonus points', () => {
    expect(explain(389, 60, 'AAAA')).toEqual([
      { code: 'bonus_here', basic: 38_900, bonus: 7100, missing: 1100 },
      { code: 'jump_ahead', atBasic: 39_000, missing: 100, from: 7100, to: 6000 },
      { code: 'bonus_at_least', bonus: 5000, missing: 0 },
    ]);
  });

  it('names a failed gate, alone where the points are there', () => {
    const gated = scheme({
      sections: [
        section('1', [item('1.1', 400, [counted('lost', 1)])]),
        section('2', [item('2.1', 10, [counted('lost', 1)])]),
      ],
      grades: [grade('A', { basic: 300 })],
      gates: [gate('60', 60, ['1', '2'])],
    });
    const answers = { '1.1': assessed(), '2.1': assessed({ lost: 5 }) };
    expect(explainGrade(gated, score(gated, answers), 'A')).toEqual([
      { code: 'gate_failed', gateId: '60', sectionId: '2', needed: 600, missing: 100 },
    ]);
  });

  it('says so where no route is meant for the enterprise', () => {
    const forSome = scheme({
      sections: sections(),
      grades: [
        grade(
          '合格',
          { when: { industry: ['industry'] }, total: 80 },
          { when: { industry: ['agriculture', 'services'] }, total: 70 },
        ),
      ],
    });
    const of = (industry?: 'industry' | 'services') => {
      const facts = industry === undefined ? {} : { industry };
      const points = score(forSome, { '1.1': assessed({ lost: 325 }) }, facts);
      return explainGrade(forSome, points, '合格', facts);
    };
    expect(of()).toEqual([{ code: 'no_route' }]);
    expect(of('services')).toEqual([{ code: 'reached', routeId: '合格-2' }]);
    expect(of('industry')[0]).toEqual({
      code: 'bonus_here',
      basic: 7500,
      bonus: 500,
      missing: 500,
    });
  });
});
