import { score } from './scorer';
import {
  assessed,
  award,
  bonusItem,
  counted,
  hundredths,
  item,
  nationalGrades,
  scheme,
  section,
} from './testing/scheme-builder';

/** Four hundred basic points that can be lost one by one, a hundred bonus points that can be won one by one. */
const table = scheme({
  sections: [
    section('1', [item('1.1', 400, [counted('lost', 1)])]),
    section('B', [bonusItem('B1', 100, [award('won', 1, true)])], true),
  ],
  grades: nationalGrades,
});

const result = (basic: number, bonus: number) =>
  score(table, { '1.1': assessed({ lost: 400 - basic }), B1: assessed({ won: bonus }) });

describe('the grading rule of the national table of 2004', () => {
  it.each([
    [0, 100, null],
    [279, 100, null],
    [280, 0, 'A'],
    [299, 100, 'A'],
    [300, 49, 'A'],
    [300, 50, 'AA'],
    [319, 30, 'A'],
    [320, 0, 'AA'],
    [359, 100, 'AA'],
    [360, 59, 'AA'],
    [360, 60, 'AAA'],
    [370, 0, 'AAA'],
    [379, 100, 'AAA'],
    [380, 79, 'AAA'],
    [380, 80, 'AAAA'],
    [389, 71, 'AAAA'],
    [390, 59, 'AAA'],
    [390, 60, 'AAAA'],
    [400, 0, 'AAA'],
    [400, 50, 'AAAA'],
  ])('gives basic %i with bonus %i the grade %s', (basic, bonus, grade) => {
    const { basic: basicPoints, bonus: bonusPoints, grade: given } = result(basic, bonus);
    expect([basicPoints, bonusPoints, given]).toEqual([
      hundredths(basic),
      hundredths(bonus),
      grade,
    ]);
  });

  it('names the route that gave the grade', () => {
    expect(result(390, 60).routeId).toBe('AAAA-1');
    expect(result(380, 80).routeId).toBe('AAAA-2');
    expect(result(365, 55).routeId).toBe('AAA-2');
    expect(result(200, 100).routeId).toBeNull();
  });

  it('gives a total of 460 AAAA only from basic 380 on', () => {
    for (let basic = 360; basic <= 400; basic += 1)
      expect(result(basic, 460 - basic).grade).toBe(basic >= 380 ? 'AAAA' : 'AAA');
  });

  it('gives a total of 485 AAAA in every combination', () => {
    for (let basic = 385; basic <= 400; basic += 1)
      expect(result(basic, 485 - basic).grade).toBe('AAAA');
  });

  it('says for each grade and route what is missing', () => {
    const gap = result(385, 60).gaps.find(({ gradeId }) => gradeId === 'AAAA');
    expect(gap).toEqual({
      gradeId: 'AAAA',
      basic: 38500,
      bonus: 6000,
      reached: false,
      routes: [
        { routeId: 'AAAA-1', basic: 500, bonus: 0, total: 500, reached: false },
        { routeId: 'AAAA-2', basic: 0, bonus: 0, total: 1500, reached: false },
      ],
      nearestRouteId: 'AAAA-1',
      gates: [],
    });
  });

  it('names the earlier of two routes that are equally near', () => {
    const gap = result(385, 70).gaps.find(({ gradeId }) => gradeId === 'AAAA');
    expect(gap?.routes.map(({ basic, total }) => Math.max(basic, total))).toEqual([500, 500]);
    expect(gap?.nearestRouteId).toBe('AAAA-1');
  });

  it('counts half and tenth points exactly', () => {
    const tenths = scheme({
      sections: [section('1', [item('1.1', 400, [counted('lost', 0.1)])])],
      grades: nationalGrades,
    });
    expect(score(tenths, { '1.1': assessed({ lost: 300 }) })).toMatchObject({
      basic: 37000,
      grade: 'AAA',
    });
    expect(score(tenths, { '1.1': assessed({ lost: 301 }) })).toMatchObject({
      basic: 36990,
      grade: 'AA',
    });
  });
});
