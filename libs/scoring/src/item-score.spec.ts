import type { BandRule, Rule } from '@liangxing/scheme';
import type { EnterpriseFacts, ItemAnswer, RuleAnswer } from './answer';
import { score } from './scorer';
import {
  assessed,
  award,
  bonusItem,
  choice,
  counted,
  fixed,
  item,
  notEstablished,
  rate,
  scheme,
  section,
} from './testing/scheme-builder';

/** Earned points (not hundredths) of one deducting item under one answer. */
function earned(points: number, rules: Rule[], answer: ItemAnswer | undefined): number | undefined {
  const table = scheme({ sections: [section('1', [item('1.1', points, rules)])] });
  const result = score(table, answer === undefined ? {} : { '1.1': answer }).items['1.1'];
  return result === undefined ? undefined : result.earned / 100;
}

describe('the known rows of the national table', () => {
  const policy = [fixed('policy', 3), fixed('objective', 3), fixed('measurable', 1)];

  it('1.1: all three deductions give 0 and not −2, and 扣分 shows the capped 5', () => {
    const table = scheme({ sections: [section('1', [item('1.1', 5, policy)])] });
    const answers = { '1.1': assessed({ policy: true, objective: true, measurable: true }) };
    expect(score(table, answers).items['1.1']).toEqual({
      itemId: '1.1',
      state: 'assessed',
      points: 500,
      deducted: 500,
      earned: 0,
      rules: [
        { ruleId: 'policy', amount: 300 },
        { ruleId: 'objective', amount: 300 },
        { ruleId: 'measurable', amount: 100 },
      ],
    });
  });

  it('1.1: only "not measurable" gives 4', () => {
    expect(earned(5, policy, assessed({ measurable: true }))).toBe(4);
  });

  it('1.2: a missing department costs 1 each and 5 at most', () => {
    const duties = [choice('chart', 0, 2, 5), counted('departments', 1, 5)];
    expect(earned(10, duties, assessed({ chart: 'c1', departments: 3 }))).toBe(5);
    expect(earned(10, duties, assessed({ departments: 40 }))).toBe(5);
    expect(earned(10, duties, assessed({ chart: 'c2', departments: 40 }))).toBe(0);
  });

  it('1.3: only "no qualification" gives 4', () => {
    const staff = [fixed('staff', 5), fixed('duties', 2), fixed('qualification', 1)];
    expect(earned(5, staff, assessed({ qualification: true }))).toBe(4);
  });

  it('1.5: three plans missing give 2', () => {
    const plans = [fixed('planning', 5), counted('making', 1, 2), counted('research', 1, 2)];
    expect(earned(5, plans, assessed({ making: 2, research: 1 }))).toBe(2);
  });
});

describe('the score of an item', () => {
  it('earns nothing while it is unanswered, and everything when assessed without a finding', () => {
    expect(earned(5, [fixed('a', 3)], undefined)).toBe(0);
    expect(earned(5, [fixed('a', 3)], assessed())).toBe(5);
  });

  it('earns nothing where something required is not established, whatever the rules say', () => {
    expect(earned(5, [fixed('a', 3)], notEstablished)).toBe(0);
    expect(earned(5, [fixed('a', 3)], { ...notEstablished, rules: { a: false } })).toBe(0);
  });

  it('counts half and tenth points without rounding', () => {
    const rules = [counted('half', 0.5), counted('tenth', 0.1)];
    expect(earned(4, rules, assessed({ half: 3, tenth: 7 }))).toBe(1.8);
  });

  it('puts a share into the first band whose floor it reaches, by whole numbers', () => {
    const rules = [rate('done', [100, 0], [90, 1], [33.33, 2], [0, 4])];
    const at = (part: number, whole: number) =>
      earned(5, rules, assessed({ done: { part, whole } }));
    expect(at(20, 20)).toBe(5);
    expect(at(19, 20)).toBe(4);
    expect(at(18, 20)).toBe(4);
    expect(at(17, 20)).toBe(3);
    expect(at(3333, 10_000)).toBe(3);
    expect(at(3332, 10_000)).toBe(1);
    expect(at(0, 20)).toBe(1);
  });

  it('falls into the worst band where no floor is reached', () => {
    expect(
      earned(5, [rate('done', [90, 0], [50, 2])], assessed({ done: { part: 1, whole: 9 } })),
    ).toBe(3);
  });

  it('adds awards up to the points of a bonus item', () => {
    const table = scheme({
      sections: [
        section(
          'B',
          [
            bonusItem('B1', 10, [
              award('lead', 5, true),
              award('join', 3, true, 4),
              award('once', 2),
            ]),
          ],
          true,
        ),
      ],
    });
    const of = (rules: Record<string, RuleAnswer>) => score(table, { B1: assessed(rules) }).bonus;
    expect(of({})).toBe(0);
    expect(of({ join: 1 })).toBe(300);
    expect(of({ join: 3 })).toBe(400);
    expect(of({ once: 1, join: 1 })).toBe(500);
    expect(of({ lead: 3, once: 1 })).toBe(1000);
    // An award that is given once stays one, whatever number is sent for it.
    expect(of({ once: 4 })).toBe(200);
    expect(score(table, {}).bonus).toBe(0);
  });

  it('ignores rules and answers that are not of the scheme instead of failing', () => {
    const odd = { a: 'yes', b: { part: 1, whole: 0 }, c: null, zz: 3 } as unknown as Record<
      string,
      RuleAnswer
    >;
    expect(earned(5, [fixed('a', 1), rate('b', [0, 2]), counted('c', 1)], assessed(odd))).toBe(5);
    expect(earned(5, [fixed('a', 1)], { state: 'met', rules: {} })).toBe(0);
    expect(earned(5, [], { state: 'assessed' } as unknown as ItemAnswer)).toBe(5);
    expect(earned(5, [], null as unknown as ItemAnswer)).toBe(0);
  });
});

describe('bands by enterprise size', () => {
  const spend: BandRule = {
    id: 'spend',
    kind: 'band',
    measures: [
      { id: 'share', label: { 'zh-CN': '占研发经费' }, unit: '%' },
      { id: 'sum', label: { 'zh-CN': '年投入' }, unit: '万元' },
    ],
    bands: [
      { when: { size: ['large'] }, anyOf: { share: 20, sum: 200 }, award: 300 },
      { when: { size: ['large'] }, anyOf: { share: 15, sum: 100 }, award: 200 },
      { when: { size: ['large'] }, anyOf: { share: 5, sum: 20 }, award: 100 },
      { when: { size: ['medium', 'small'] }, anyOf: { share: 20, sum: 100 }, award: 300 },
      { when: { size: ['medium', 'small'] }, anyOf: { share: 15, sum: 50 }, award: 200 },
      { when: { size: ['medium', 'small'] }, anyOf: { share: 5, sum: 10 }, award: 100 },
    ],
    text: { 'zh-CN': '标准化年度投入' },
    provenance: 'verified',
  };
  const table = scheme({
    sections: [section('1', [item('1.1', 3, [spend], { mode: 'earn' })])],
    grades: [],
  });
  const points = (figures: Record<string, number>, facts: EnterpriseFacts) =>
    score(table, { '1.1': assessed({ spend: figures }) }, facts).basic / 100;

  it.each([
    [{ share: 20 }, 'large', 3],
    [{ sum: 200 }, 'large', 3],
    [{ share: 19.9, sum: 199 }, 'large', 2],
    [{ sum: 100 }, 'large', 2],
    [{ sum: 100 }, 'medium', 3],
    [{ share: 5, sum: 0 }, 'small', 1],
    [{ sum: 9, share: 4.9 }, 'small', 0],
  ] as const)('gives %o of a %s enterprise %i points', (figures, size, expected) => {
    expect(points(figures, { size })).toBe(expected);
  });

  it('gives nothing while the size of the enterprise is not known', () => {
    expect(points({ share: 50, sum: 900 }, {})).toBe(0);
  });
});
