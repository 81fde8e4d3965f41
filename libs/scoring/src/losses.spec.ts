import fc from 'fast-check';
import { paretoOfLosses, radar } from './losses';
import { score } from './scorer';
import { anyAssessment, anyFacts } from './testing/arbitrary-assessment';
import {
  approvedNotApplicable,
  assessed,
  award,
  bonusItem,
  counted,
  item,
  scheme,
  section,
} from './testing/scheme-builder';

const lost = (count: number) => assessed({ lost: count });
const rules = () => [counted('lost', 1)];

describe('where points are lost', () => {
  const table = scheme({
    sections: [
      section('1', [item('1.1', 10, rules()), item('1.2', 10, rules()), item('1.3', 10, rules())]),
      section('2', [item('2.1', 10, rules()), item('2.2', 10, rules())]),
      section('B', [bonusItem('B1', 10, [award('won', 1, true)])], true),
    ],
  });
  const result = score(table, {
    '1.1': lost(1),
    '1.2': lost(0),
    '1.3': approvedNotApplicable,
    '2.1': lost(1),
    '2.2': lost(4),
  });

  it('is listed from the greatest loss down with shares that add up to the whole', () => {
    expect(paretoOfLosses(table, result)).toEqual([
      { id: '2.2', sectionId: '2', lost: 400, share: 6667, cumulative: 6667 },
      { id: '1.1', sectionId: '1', lost: 100, share: 1667, cumulative: 8333 },
      { id: '2.1', sectionId: '2', lost: 100, share: 1667, cumulative: 10_000 },
    ]);
  });

  it('can be added up by section, and bonus points not earned are listed only when asked for', () => {
    expect(
      paretoOfLosses(table, result, { level: 'section' }).map(({ id, lost: points }) => [
        id,
        points,
      ]),
    ).toEqual([
      ['2', 500],
      ['1', 100],
    ]);
    expect(paretoOfLosses(table, result, { bonus: true }).map(({ id }) => id)).toEqual(['B1']);
  });

  it('accounts for every point between earned and full, and rises to 100 %', () => {
    fc.assert(
      fc.property(anyAssessment, anyFacts, ({ scheme: of, answers }, facts) => {
        const points = score(of, answers, facts);
        for (const level of ['item', 'group', 'section'] as const) {
          const losses = paretoOfLosses(of, points, { level });
          const missing = points.sections
            .filter(({ bonus }) => !bonus)
            .reduce((sum, { itemPoints, itemEarned }) => sum + itemPoints - itemEarned, 0);
          expect(losses.reduce((sum, { lost: each }) => sum + each, 0)).toBe(missing);
          if (missing > 0) expect(losses.at(-1)?.cumulative).toBe(10_000);
          losses.forEach((loss, index) => {
            const next = losses[index + 1];
            if (next === undefined) return;
            expect(loss.lost).toBeGreaterThanOrEqual(next.lost);
            expect(loss.cumulative).toBeLessThanOrEqual(next.cumulative);
          });
        }
      }),
    );
  });
});

describe('the spokes of a radar', () => {
  it('show the weighed-up share of a section and the plain share of a group', () => {
    const table = scheme({
      sections: [section('1', [item('1.1', 20, []), item('1.2', 80, rules())])],
      policies: { notApplicable: 'reweight' },
    });
    const result = score(table, { '1.1': approvedNotApplicable, '1.2': lost(10) });
    expect(radar(table, result)).toEqual([{ id: '1', points: 10_000, earned: 8750, share: 8750 }]);
    expect(radar(table, result, { level: 'group' })).toEqual([
      { id: '1', points: 8000, earned: 7000, share: 8750 },
    ]);
  });

  it('show the readiness where no points are given, and nothing where nothing applies', () => {
    const ask = (id: string) => item(id, 0, [], { mode: 'readiness' });
    const table = scheme({
      kind: 'readiness',
      sections: [section('1', [ask('1.1'), ask('1.2')]), section('2', [ask('2.1')])],
      policies: { notApplicable: 'exclude' },
    });
    const result = score(table, {
      '1.1': { state: 'partly', rules: {} },
      '2.1': approvedNotApplicable,
    });
    for (const level of ['section', 'group'] as const)
      expect(radar(table, result, { level }).map(({ share }) => share)).toEqual([2500, null]);
  });
});
