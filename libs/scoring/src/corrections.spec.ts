import type { Rule } from '@liangxing/scheme';
import { cheapestRoute } from './cheapest-route';
import { partByTime, possibleCorrections, withEfforts } from './corrections';
import {
  approvedNotApplicable,
  assessed,
  award,
  bonusItem,
  choice,
  counted,
  fixed,
  gate,
  grade,
  item,
  notEstablished,
  proposedNotApplicable,
  scheme,
  section,
} from './testing/scheme-builder';

const table = scheme({
  sections: [
    section('1', [
      item('1.1', 5, [fixed('policy', 3), fixed('objective', 3), fixed('measurable', 1)]),
      item('1.2', 10, [choice('chart', 0, 2, 5), counted('duties', 1, 5)]),
      item('1.3', 5, [fixed('staff', 5)]),
      item('1.4', 5, []),
    ]),
    section('B', [bonusItem('B1', 10, [award('lead', 5, true), award('once', 2)])], true),
  ],
  grades: [
    grade('AAA', { basic: 24, total: 30 }),
    grade('AA', { basic: 20 }),
    grade('A', { basic: 14 }),
  ],
});
const answers = {
  '1.1': assessed({ policy: true, objective: true, measurable: true }),
  '1.2': assessed({ chart: 'c2', duties: 7 }),
  '1.3': notEstablished,
  '1.4': proposedNotApplicable,
};
const gains = (itemId: string) =>
  possibleCorrections(table, answers)
    .filter((each) => each.itemId === itemId)
    .map(({ id, kind, maxTimes, gainOnce, gainAll, after }) => [
      id,
      kind,
      maxTimes,
      gainOnce,
      gainAll,
      after,
    ]);

describe('the corrections that answers leave room for', () => {
  it('undo each deduction, and gain less than it took where the item is capped', () => {
    expect(gains('1.1')).toEqual([
      ['1.1/policy', 'undo', 1, 100, 100, null],
      ['1.1/objective', 'undo', 1, 100, 100, null],
      ['1.1/measurable', 'undo', 1, 0, 0, null],
    ]);
  });

  it('offer every better choice, and the pieces of a count as one correction done several times', () => {
    expect(gains('1.2')).toEqual([
      ['1.2/chart=c0', 'better_choice', 1, 500, 500, null],
      ['1.2/chart=c1', 'better_choice', 1, 300, 300, null],
      // Seven are missing and five are deducted: the first two pieces and one more must go before a point returns.
      ['1.2/duties', 'undo_each', 7, 0, 500, null],
    ]);
  });

  it('take back nothing of a sample piece by piece: it is mended everywhere and taken anew', () => {
    const sampled = scheme({
      sections: [
        section('1', [
          item('1.1', 5, [
            { ...counted('found', 1, 4), kind: 'per_finding' } as Rule,
            counted('missing', 1, 2),
            {
              ...fixed('share', 1),
              kind: 'rate',
              text: { 'zh-CN': '抽查 20 条的执行率' },
              bands: [
                { atLeastPercent: 90, deduct: 0 },
                { atLeastPercent: 0, deduct: 100 },
              ],
            } as Rule,
          ]),
        ]),
      ],
    });
    const given = assessed({ found: 3, missing: 1, share: { part: 10, whole: 20 } });
    const found = possibleCorrections(sampled, { '1.1': given });
    expect(
      found.map(({ id, kind, maxTimes, gainOnce, months, because }) => [
        id,
        kind,
        maxTimes,
        gainOnce,
        months,
        because,
      ]),
    ).toEqual([
      ['1.1/found', 'resample', 1, 300, 3, 'next_sample'],
      ['1.1/missing', 'undo_each', 1, 100, 1, null],
      ['1.1/share=0', 'better_sample', 1, 100, 3, 'next_sample'],
    ]);
    expect(partByTime(found, 2).within.map(({ id }) => id)).toEqual(['1.1/missing']);
  });

  it('establish what is missing, or get the consent to leave it out', () => {
    expect(gains('1.3')).toEqual([['1.3#establish', 'establish', 1, 500, 500, null]]);
    expect(gains('1.4')).toEqual([
      ['1.4#approve', 'approve', 1, 500, 500, null],
      ['1.4#establish', 'establish', 1, 500, 500, null],
    ]);
  });

  it('award a bonus once more up to the points of its item, answered before or not', () => {
    expect(gains('B1')).toEqual([
      ['B1/lead', 'award_each', 2, 500, 1000, null],
      ['B1/once', 'award', 1, 200, 200, null],
    ]);
  });

  it('are none where an item has full marks or is left out with consent', () => {
    const done = {
      '1.1': assessed(),
      '1.2': assessed(),
      '1.3': approvedNotApplicable,
      '1.4': assessed(),
    };
    expect(possibleCorrections(table, { ...done, B1: assessed({ lead: 2 }) })).toEqual([]);
  });

  it('carry efforts that can be replaced, or leave the list', () => {
    const all = possibleCorrections(table, answers);
    for (const { effort } of all) expect(effort).toBeGreaterThan(0);
    const changed = withEfforts(all, { '1.1/policy': 7, '1.3#establish': null, unknown: 3 });
    expect(changed).toHaveLength(all.length - 1);
    expect(changed[0]).toEqual({ ...all[0], effort: 7 });
  });
});

describe('the cheapest route', () => {
  const route = (target: string, efforts: Record<string, number | null>) =>
    cheapestRoute(
      table,
      answers,
      {},
      target,
      withEfforts(possibleCorrections(table, answers), efforts),
    );

  it('takes the cheaper of two ways to the same points', () => {
    const found = route('A', {
      '1.4#approve': 3,
      '1.4#establish': 9,
      '1.3#establish': 5,
      '1.2/chart=c0': 6,
      '1.2/duties': 100,
      '1.1/policy': 100,
      '1.1/objective': 100,
      '1.1/measurable': 100,
    });
    expect(found).toMatchObject({ status: 'found', effort: 14, gradeId: 'A', routeId: 'A-1' });
    expect(found.items.map(({ itemId, gain, effort }) => [itemId, gain, effort])).toEqual([
      ['1.2', 500, 6],
      ['1.3', 500, 5],
      ['1.4', 500, 3],
    ]);
    expect(found.score).toMatchObject({ basic: 1500, grade: 'A' });
    expect(found.answers['1.2']).toEqual(assessed({ chart: 'c0', duties: 7 }));
  });

  it('prefers fewer steps among sets of the same effort', () => {
    const free = Object.fromEntries(possibleCorrections(table, answers).map(({ id }) => [id, 0]));
    const found = route('A', free);
    expect(found.effort).toBe(0);
    expect(found.items.flatMap(({ steps }) => steps)).toHaveLength(3);
  });

  it('says that a grade is reached when nothing is left to do', () => {
    const done = { '1.1': assessed(), '1.2': assessed(), '1.3': assessed(), '1.4': assessed() };
    expect(cheapestRoute(table, done, {}, 'AA')).toMatchObject({
      status: 'reached',
      effort: 0,
      items: [],
      answers: done,
      routeId: 'AA-1',
    });
  });

  it('shows the nearest one can come where the grade cannot be reached', () => {
    const found = route('AAA', { 'B1/lead': null, 'B1/once': null });
    expect(found).toMatchObject({
      status: 'unreachable',
      routeId: null,
      score: { basic: 2500, bonus: 0 },
    });
    expect(found.gap.routes).toEqual([
      { routeId: 'AAA-1', basic: 0, bonus: 0, total: 500, reached: false },
    ]);
  });

  it('mends the part that a gate asks for, though other points were cheaper', () => {
    const gated = scheme({
      sections: [
        section('1', [item('1.1', 10, [counted('lost', 1)])]),
        section('2', [item('2.1', 10, [counted('lost', 1)])]),
      ],
      grades: [grade('A', { basic: 12 })],
      gates: [gate('60', 60, ['1', '2'])],
    });
    const given = { '1.1': assessed({ lost: 3 }), '2.1': assessed({ lost: 6 }) };
    const efforts = { '1.1/lost': 1, '2.1/lost': 20 };
    const found = cheapestRoute(
      gated,
      given,
      {},
      'A',
      withEfforts(possibleCorrections(gated, given), efforts),
    );
    expect(found.items.map(({ itemId, gain }) => [itemId, gain])).toEqual([['2.1', 200]]);
    expect(found.effort).toBe(40);
  });

  it('refuses grades that are not there and efforts that are not whole numbers', () => {
    const all = possibleCorrections(table, answers);
    expect(() => cheapestRoute(table, answers, {}, 'AAAAA')).toThrow(RangeError);
    for (const effort of [-1, 0.5, Number.NaN, 100_001])
      expect(() =>
        cheapestRoute(table, answers, {}, 'A', withEfforts(all, { '1.1/policy': effort })),
      ).toThrow(RangeError);
  });

  it('does a correction no more often than is allowed', () => {
    const bonus = scheme({
      sections: [
        section('1', [item('1.1', 10, [])]),
        section('B', [bonusItem('B1', 10, [award('lead', 5, true), award('join', 1, true)])], true),
      ],
      grades: [grade('A', { bonus: 7 })],
    });
    const all = withEfforts(possibleCorrections(bonus, {}), { 'B1/lead': 1, 'B1/join': 9 });
    expect(cheapestRoute(bonus, {}, {}, 'A', all).effort).toBe(2);
    const onlyOnce = all.map((each) => (each.id === 'B1/lead' ? { ...each, maxTimes: 1 } : each));
    expect(cheapestRoute(bonus, {}, {}, 'A', onlyOnce)).toMatchObject({
      effort: 19,
      answers: { B1: assessed({ lead: 1, join: 2 }) },
    });
  });

  it('ignores corrections that do not fit the answers any more', () => {
    const stale = possibleCorrections(table, { '1.1': assessed({ policy: true }) });
    const done = { ...answers, '1.1': assessed() };
    expect(cheapestRoute(table, done, {}, 'AA', stale).status).toBe('unreachable');
  });
});
