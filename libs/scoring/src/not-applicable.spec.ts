import type { SchemePolicies } from '@liangxing/scheme';
import type { Answers } from './answer';
import { score } from './scorer';
import {
  approvedNotApplicable,
  assessed,
  award,
  bonusItem,
  counted,
  gate,
  grade,
  item,
  notEstablished,
  proposedNotApplicable,
  scheme,
  section,
} from './testing/scheme-builder';

/** A part of 100 points: one item of 20, one of 80; and a second part. */
const table = (policies: Partial<SchemePolicies>) =>
  scheme({
    sections: [
      section('1', [item('1.1', 20, [counted('lost', 1)]), item('1.2', 80, [counted('lost', 1)])]),
      section('2', [item('2.1', 100, [counted('lost', 1)])]),
      section('B', [bonusItem('B1', 10, [award('won', 1, true)])], true),
    ],
    grades: [grade('A', { basic: 180 })],
    policies,
  });

const withItem = (first: Answers[string], lost = 10): Answers => ({
  '1.1': first,
  '1.2': assessed({ lost }),
  '2.1': assessed(),
});

describe('an item that is not applicable', () => {
  it('earns full marks under the national table, once the authority has agreed', () => {
    const result = score(table({}), withItem(approvedNotApplicable));
    expect(result.items['1.1']).toMatchObject({
      state: 'not_applicable',
      points: 2000,
      earned: 2000,
    });
    expect(result.sections[0]).toMatchObject({ points: 10_000, earned: 9000 });
    expect(result.ifApproved).toBeNull();
  });

  it('is refused without that consent: nothing in the headline, the other figure beside it', () => {
    const result = score(table({}), withItem(proposedNotApplicable));
    expect(result.items['1.1']).toMatchObject({
      state: 'proposed_not_applicable',
      earned: 0,
      deducted: 0,
    });
    expect(result).toMatchObject({ basic: 17_000, grade: null });
    expect(result.ifApproved).toEqual({
      basic: 19_000,
      total: 19_000,
      grade: 'A',
      readiness: null,
    });
  });

  it.each(['by', 'on', 'document'])(
    'is refused too where the consent does not name who, when and by which document: no %s',
    (missing) => {
      const approval = { by: '省局', on: '2026-05-08', document: '苏质〔2026〕3号', [missing]: '' };
      const answer = { ...proposedNotApplicable, approval };
      expect(score(table({}), withItem(answer)).items['1.1']?.state).toBe(
        'proposed_not_applicable',
      );
    },
  );

  it('needs no consent where the scheme asks for none', () => {
    const free = table({ notApplicableNeedsApproval: false });
    expect(score(free, withItem(proposedNotApplicable))).toMatchObject({
      basic: 19_000,
      ifApproved: null,
    });
  });

  it('leaves the power-sector table, whose part is weighed up: 70 of 80 makes 87.5 of 100', () => {
    const result = score(table({ notApplicable: 'reweight' }), withItem(approvedNotApplicable));
    expect(result.items['1.1']).toMatchObject({ points: 0, earned: 0 });
    expect(result.sections[0]).toMatchObject({
      points: 10_000,
      earned: 8750,
      itemPoints: 8000,
      itemEarned: 7000,
    });
    expect(result.sections[1]).toMatchObject({ points: 10_000, earned: 10_000 });
    expect(result.basic).toBe(18_750);
  });

  it('counts as 0 of its points in the power-sector table while it is only proposed', () => {
    const result = score(table({ notApplicable: 'reweight' }), withItem(proposedNotApplicable));
    expect(result.sections[0]).toMatchObject({ earned: 7000, itemPoints: 10_000 });
    expect(result.ifApproved).toMatchObject({ basic: 18_750, grade: 'A' });
  });

  it('weighs up to a hundredth of a point, half upwards', () => {
    const thirds = scheme({
      sections: [
        section('1', [
          item('1.1', 4, []),
          item('1.2', 3, [counted('lost', 1)]),
          item('1.3', 1, []),
        ]),
      ],
      policies: { notApplicable: 'reweight' },
    });
    const lost = (count: number) =>
      score(thirds, {
        '1.1': approvedNotApplicable,
        '1.2': assessed({ lost: count }),
        '1.3': approvedNotApplicable,
      }).basic;
    expect([lost(0), lost(1), lost(2), lost(3)]).toEqual([800, 533, 267, 0]);
    const half = scheme({
      sections: [section('1', [item('1.1', 1.01, []), item('1.2', 2, [counted('lost', 1)])])],
      policies: { notApplicable: 'reweight' },
    });
    // 100 of 200 in a part of 301: 150.5 hundredths.
    expect(score(half, { '1.1': approvedNotApplicable, '1.2': assessed({ lost: 1 }) }).basic).toBe(
      151,
    );
  });

  it('earns nothing for a part of which nothing is left', () => {
    const result = score(table({ notApplicable: 'reweight' }), {
      '1.1': approvedNotApplicable,
      '1.2': approvedNotApplicable,
      '2.1': assessed(),
    });
    expect(result.sections[0]).toMatchObject({ points: 10_000, earned: 0, itemPoints: 0 });
  });

  it('only makes the table smaller where it is excluded', () => {
    const result = score(table({ notApplicable: 'exclude' }), withItem(approvedNotApplicable));
    expect(result.sections[0]).toMatchObject({ points: 8000, earned: 7000 });
  });

  it('cannot be a bonus item: that earns nothing and weighs nothing up', () => {
    for (const notApplicable of ['full_marks', 'reweight', 'exclude'] as const) {
      const result = score(table({ notApplicable }), { B1: approvedNotApplicable });
      expect(result).toMatchObject({
        bonus: 0,
        items: { B1: { state: 'unanswered', points: 1000 } },
      });
    }
  });

  it('nor can a bonus item be missing: nobody is required to have it', () => {
    const result = score(table({}), { B1: notEstablished });
    expect(result.items['B1']).toMatchObject({ state: 'unanswered', deducted: 0, earned: 0 });
    expect(result.progress.bonusAnswered).toBe(0);
  });
});

describe('gates', () => {
  const power = scheme({
    sections: [
      section('1', [item('1.1', 100, [counted('lost', 0.5)])]),
      section('2', [item('2.1', 20, []), item('2.2', 80, [counted('lost', 1)])]),
      section('B', [bonusItem('B1', 10, [award('won', 1, true)])], true),
    ],
    grades: [grade('AAA', { basic: 150 }), grade('A', { basic: 100 })],
    gates: [gate('60', 60, ['1', '2'])],
    policies: { notApplicable: 'reweight' },
  });
  const parts = (lost: number, second: number) =>
    score(power, {
      '1.1': assessed({ lost }),
      '2.1': approvedNotApplicable,
      '2.2': assessed({ lost: second }),
    });

  it('let 60 % of a part pass and give no grade below it, naming part and points', () => {
    expect(parts(80, 0)).toMatchObject({ basic: 16_000, grade: 'AAA', failedGates: [] });
    const failed = [{ gateId: '60', sectionId: '1', needed: 6000, earned: 5950 }];
    const below = parts(81, 0);
    expect(below).toMatchObject({ basic: 15_950, grade: null, routeId: null, failedGates: failed });
    expect(below.gaps[0]).toMatchObject({ reached: false, gates: failed });
    expect(below.gaps[0]?.routes[0]).toMatchObject({ reached: true, basic: 0, total: 0 });
  });

  it('look at the weighed-up points of a part', () => {
    expect(parts(0, 32).failedGates).toEqual([]);
    expect(parts(0, 33).failedGates).toEqual([
      { gateId: '60', sectionId: '2', needed: 6000, earned: 5875 },
    ]);
  });

  it('ask for a fraction of a hundredth rounded up', () => {
    const odd = scheme({
      sections: [section('1', [item('1.1', 0.1, [counted('lost', 0.01)])])],
      grades: [grade('A', {})],
      gates: [gate('g', 66.67, ['1'])],
    });
    expect(score(odd, { '1.1': assessed({ lost: 3 }) }).grade).toBe('A');
    expect(score(odd, { '1.1': assessed({ lost: 4 }) }).failedGates[0]?.needed).toBe(7);
  });
});

describe('star items', () => {
  const starred = (star: SchemePolicies['star']) =>
    scheme({
      sections: [
        section('1', [
          item('1.1', 60, [counted('lost', 1)]),
          item('1.2', 40, [counted('lost', 1)], { star: true }),
        ]),
      ],
      grades: [grade('AAA', { basic: 90 }), grade('AA', { basic: 80 }), grade('A', { basic: 70 })],
      gates: [gate('60', 60, ['1'])],
      policies: { star },
    });
  const answers = { '1.1': assessed({ lost: 5 }) };

  it('count like any other item where the scheme gives the mark no meaning', () => {
    expect(score(starred('none'), answers)).toMatchObject({ basic: 5500, grade: null });
  });

  it('count as full marks for A and AA alone where they are no condition for these', () => {
    const result = score(starred('not_required'), answers);
    expect(result).toMatchObject({ basic: 5500, grade: 'AA', routeId: 'AA-1' });
    expect(result.gaps.map(({ gradeId, basic, reached }) => [gradeId, basic, reached])).toEqual([
      ['AAA', 5500, false],
      ['AA', 9500, true],
      ['A', 9500, true],
    ]);
    expect(result.gaps.map(({ gates }) => gates.length)).toEqual([1, 0, 0]);
  });

  it('give no bonus points away: a mark on a bonus item is no full mark', () => {
    const marked = scheme({
      sections: [
        section('1', [item('1.1', 10, [counted('lost', 1)])]),
        section('B', [{ ...bonusItem('B1', 10, [award('won', 1, true)]), star: true }], true),
      ],
      grades: [grade('A', { basic: 10, total: 15 })],
      policies: { star: 'not_required' },
    });
    const result = score(marked, { '1.1': assessed() });
    expect(result).toMatchObject({ basic: 1000, bonus: 0, grade: null });
    expect(result.gaps[0]).toMatchObject({ bonus: 0, reached: false });
  });
});
