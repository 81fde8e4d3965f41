import type { Scheme } from '@liangxing/scheme';
import {
  type Answers,
  cheapestRoute,
  explainGrade,
  possibleCorrections,
  score,
} from '@liangxing/scoring';
import { correctionText, findingOf } from './correction-text';
import { routeNumber } from '../../core/grade/route-number';
import { factSentence, gradeLines } from './grade-view';
import {
  allowedCorrections,
  daysText,
  itemsToJudge,
  planOf,
  readDays,
  readMonths,
} from './plan-view';
import { smallScheme } from './testing/small-scheme';

const scheme: Scheme = smallScheme;
const answers: Answers = {
  '1.1': { state: 'assessed', rules: { '1.1-a': true, '1.1-b': 3 } },
  '1.2': { state: 'assessed', rules: { '1.2-a': 'some' } },
};
const corrections = possibleCorrections(scheme, answers);
const none: ReadonlySet<string> = new Set();
const planFor = (grade: string, excluded = none, withUnjudged = true) => {
  const allowed = allowedCorrections(corrections, excluded, withUnjudged, 36);
  const route = cheapestRoute(scheme, answers, {}, grade, allowed);
  return { route, plan: planOf(scheme, corrections, route, { excluded, horizon: 36 }, 'zh-CN') };
};

describe('the plan to a grade', () => {
  it('shows every correction exactly once: chosen, other or excluded', () => {
    const excluded = new Set([corrections[0]?.id ?? '']);
    const { plan } = planFor('AA', excluded);
    const shown = [...plan.chosen, ...plan.others, ...plan.excluded].flatMap(({ rows }) =>
      rows.map(({ id }) => id),
    );
    expect([...shown].sort()).toEqual(corrections.map(({ id }) => id).sort());
    expect(plan.excluded.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual([...excluded]);
  });

  it('adds up to the effort of the route', () => {
    const { route, plan } = planFor('AA');
    expect(plan.chosen.reduce((sum, { effort }) => sum + effort, 0)).toBe(route.effort);
  });

  it('leaves items that nobody has judged out unless they are wanted', () => {
    expect([...itemsToJudge(corrections)]).toEqual(['1.3']);
    const allowed = allowedCorrections(corrections, none, false, 36);
    expect(allowed.some(({ itemId }) => itemId === '1.3')).toBe(false);
    expect(
      planFor('AA', none, false).plan.others.find(({ itemId }) => itemId === '1.3'),
    ).toMatchObject({ mustJudge: true });
  });

  it('offers nothing that takes longer than the plan has', () => {
    const [first, ...rest] = corrections;
    if (!first) throw new Error('there are corrections');
    const slow = [{ ...first, months: 24 }, ...rest];
    expect(allowedCorrections(slow, none, true, 12)).toEqual(rest);
    expect(allowedCorrections(slow, none, true, 24)).toEqual(slow);
  });

  it('lists what takes longer apart, with its months', () => {
    const [first, ...rest] = corrections;
    if (!first) throw new Error('there are corrections');
    const slow = [{ ...first, months: 24, because: 'award' as const }, ...rest];
    const route = cheapestRoute(scheme, answers, {}, 'AA', rest);
    const plan = planOf(scheme, slow, route, { excluded: none, horizon: 12 }, 'zh-CN');
    expect(plan.beyond.flatMap(({ rows }) => rows)).toMatchObject([
      { id: first.id, months: 24, because: 'award' },
    ]);
    const elsewhere = [...plan.chosen, ...plan.others].flatMap(({ rows }) => rows);
    expect(elsewhere.map(({ id }) => id).sort()).toEqual(rest.map(({ id }) => id).sort());
  });

  it('says what a correction asks for with the count, and what it finds without the order', () => {
    const counted = corrections.find(({ ruleId }) => ruleId === '1.1-b');
    const choice = corrections.find(({ ruleId }) => ruleId === '1.2-a');
    if (!counted || !choice) throw new Error('the scheme has both');
    const text = correctionText(scheme, counted, 2, 'zh-CN');
    expect(text).toEqual({
      key: 'gaps.correction.resample',
      params: { text: '抽查文件未受控', times: 2, aim: '' },
    });
    expect(findingOf(text).key).toBe('gaps.finding.resample');
    expect(correctionText(scheme, choice, 1, 'zh-CN').params).toMatchObject({ aim: '全部做到' });
  });
});

describe('sentences about grades', () => {
  const now = score(scheme, answers);

  it('give each route its number, what it asks for and what is missing', () => {
    const [best] = gradeLines(scheme, now, 'zh-CN');
    expect(best?.gradeId).toBe('AA');
    expect(best?.routes.map(({ number }) => number)).toEqual([1, 2]);
    expect(best?.routes[0]?.asks).toEqual([{ key: 'gaps.floor.basic', params: { points: '28' } }]);
    expect(routeNumber(scheme, 'AA', 'AA-2')).toBe('2');
    expect(routeNumber(scheme, 'AA', null)).toBe('');
  });

  it('print points, not hundredths', () => {
    const facts = explainGrade(scheme, now, 'AA').map((fact) =>
      factSentence(fact, 'AA', scheme, 'zh-CN'),
    );
    expect(facts[0]).toMatchObject({
      key: 'gaps.fact.basic_at_least',
      params: { grade: 'AA', basic: '25' },
    });
  });
});

describe('person-days', () => {
  it('are read in tenths, by comma or point, and refused where they are no amount', () => {
    expect(readDays('1.5', 1000)).toBe(15);
    expect(readDays('1,5', 1000)).toBe(15);
    expect(readDays('0', 1000)).toBe(0);
    for (const wrong of ['', '-1', 'x', '100.1', 'NaN', 'Infinity'])
      expect(readDays(wrong, 1000)).toBeNull();
  });

  it('and months are whole', () => {
    expect([readMonths('12', 120), readMonths(' 0 ', 120)]).toEqual([12, 0]);
    for (const wrong of ['', '-1', '1.5', '121', 'abc']) expect(readMonths(wrong, 120)).toBeNull();
  });

  it('are written without trailing zeros', () => {
    expect([daysText(125), daysText(10), daysText(0)]).toEqual(['12.5', '1', '0']);
  });
});
