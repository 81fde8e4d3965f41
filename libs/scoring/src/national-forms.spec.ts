import type { Rule, SchemeItem } from '@liangxing/scheme';
import { cheapestRoute } from './cheapest-route';
import { decimalText } from './exact';
import { explainGrade } from './explain-grade';
import { score } from './scorer';
import {
  assessed,
  award,
  beyond,
  bonusItem,
  counted,
  fixed,
  gate,
  grade,
  item,
  notEstablished,
  scheme,
  section,
  veto,
  weighed,
} from './testing/scheme-builder';
import type { Answers, ItemAnswer } from './answer';

describe('sheets with factors and extra points', () => {
  const sheet = (points: number, factor: number) =>
    scheme({
      sections: [
        weighed(section('1', [item('1.1', points, [counted('1.1-a', 1)])]), factor),
        section('B', [bonusItem('B1', 5, [award('B1-a', 1, true)])], true),
      ],
      broughtTo: 100,
    });

  it.each([
    [43, 52, 0.85, 0, '70.2885'],
    [27, 38, 0.9, 0, '63.9474'],
    [8, 38, 0.8, 0, '16.8421'],
    [21, 38, 1, 0, '55.2632'],
    [49, 68, 0.9, 0, '64.8529'],
    [44, 61, 0.9, 2, '66.9180'],
  ])('%i of %i × %d and %i extra points are %s %%', (earned, points, factor, extra, shown) => {
    const answers = {
      '1.1': assessed({ '1.1-a': points - earned }),
      B1: assessed({ 'B1-a': extra }),
    };
    const result = score(sheet(points, factor), answers);
    expect(decimalText(result.exact!.total, 4)).toBe(shown);
    expect(result.total).toBe(Math.floor(Number(shown) * 100 + 1e-6));
  });
});

/** 13 parts of 164 items and 1,000 points; the first item of eleven parts has a deduction from the total. */
describe('a table of 1,000 points in the form of the warehouses', () => {
  const parts = Array.from({ length: 13 }, (_, index) => String(index + 1));
  const itemsIn = (part: string): number => (Number(part) <= 8 ? 13 : 12);
  // 164 items: 148 of 6 points and 16 of 7.
  const points = (part: string, at: number): number =>
    at === 1 || (at === 2 && Number(part) <= 3) ? 7 : 6;
  const itemOf = (part: string, at: number): SchemeItem => {
    const id = `${part}.${at}`;
    const rules: Rule[] = [counted(`${id}-a`, 1)];
    if (at === 1 && Number(part) <= 11) rules.push(beyond(fixed(`${id}-b`, 20)));
    return item(id, points(part, at), rules);
  };
  const sections = parts.map((part) =>
    section(
      part,
      Array.from({ length: itemsIn(part) }, (_, index) => itemOf(part, index + 1)),
    ),
  );
  const form = scheme({
    sections,
    broughtTo: 100,
    grades: ['AAAAA', 'AAAA', 'AAA', 'AA', 'A'].map((id, index) =>
      grade(id, { basic: 95 - index * 10 }),
    ),
    gates: [
      { ...gate('parts_90', 90, parts), capAt: 'AAAA' },
      veto('accident', { rules: ['1.1-b'] }),
      veto('key_items', { items: ['2.1', '3.1'], atLeastPercent: 60, capAt: 'AA' }),
    ],
    policies: { notApplicable: 'exclude', notApplicableNeedsApproval: false },
  });
  const all = sections.flatMap(({ groups }) => groups.flatMap(({ items }) => items));
  const full = (changes: Record<string, ItemAnswer> = {}): Answers => ({
    ...Object.fromEntries(all.map(({ id }) => [id, assessed()])),
    ...changes,
  });
  const notApplicable: ItemAnswer = { state: 'not_applicable', rules: {} };

  it('has the size of the printed form', () => {
    expect(all).toHaveLength(164);
    expect(form.tablePoints).toBe(100_000);
    expect(all.flatMap(({ rules }) => rules).filter(({ beyondItem }) => beyondItem)).toHaveLength(
      11,
    );
  });

  it('divides what was earned by the sum without what does not apply', () => {
    const result = score(
      form,
      full({ '13.2': notApplicable, '12.2': notApplicable, '4.2': assessed({ '4.2-a': 5 }) }),
    );
    // (1000 − 12 − 5) ÷ (1000 − 12) × 100
    expect(decimalText(result.exact!.basic, 4)).toBe('99.4939');
    expect([result.basic, result.grade]).toEqual([9949, 'AAAAA']);
  });

  it('takes extra deductions from the total and leaves the item its points, also one not established', () => {
    const taken = score(form, full({ '5.1': assessed({ '5.1-b': true }) }));
    expect(taken.items['5.1']).toMatchObject({ earned: 700, deducted: 0, beyond: 2000 });
    expect([taken.beyond, taken.basic, taken.grade]).toEqual([2000, 9800, 'AAAAA']);
    const missing = { ...notEstablished, rules: { '5.1-b': true } };
    expect(score(form, full({ '5.1': missing })).basic).toBe(9730);
    const every = Object.fromEntries(
      parts.slice(0, 11).map((part) => [`${part}.1`, assessed({ [`${part}.1-b`]: true })]),
    );
    expect(score(form, full(every))).toMatchObject({ beyond: 22_000, basic: 7800, grade: null });
  });

  it('never falls below nothing', () => {
    const nothing = Object.fromEntries(all.map(({ id }) => [id, notEstablished]));
    const worst = { ...nothing, '5.1': { ...notEstablished, rules: { '5.1-b': true } } };
    expect(score(form, worst)).toMatchObject({ basic: 0, total: 0, beyond: 2000, grade: null });
  });

  it('excludes every grade by a veto, and caps at a grade by another or by a part', () => {
    const accident = score(form, full({ '1.1': assessed({ '1.1-b': true }) }));
    expect([accident.basic, accident.grade]).toEqual([9800, null]);
    const weak = score(form, full({ '2.1': assessed({ '2.1-a': 3 }) }));
    expect([weak.basic, weak.grade]).toEqual([9970, 'AA']);
    const part = score(form, full({ '6.2': notEstablished, '6.3': assessed({ '6.3-a': 3 }) }));
    expect([part.basic, part.grade]).toEqual([9910, 'AAAA']);
  });

  it('explains a grade that is excluded by the veto and by the part', () => {
    const answers = full({
      '1.1': assessed({ '1.1-b': true }),
      '2.1': assessed({ '2.1-a': 3 }),
      '6.2': notEstablished,
      '6.3': assessed({ '6.3-a': 3 }),
    });
    expect(explainGrade(form, score(form, answers), 'AAAAA')).toEqual([
      { code: 'gate_failed', gateId: 'parts_90', sectionId: '6', needed: 7110, missing: 110 },
      { code: 'veto_rule', gateId: 'accident', itemId: '1.1', ruleId: '1.1-b' },
      { code: 'veto_item', gateId: 'key_items', itemId: '2.1', needed: 420, missing: 20 },
    ]);
    expect(explainGrade(form, score(form, answers), 'A')).toEqual([
      { code: 'veto_rule', gateId: 'accident', itemId: '1.1', ruleId: '1.1-b' },
    ]);
  });

  it('plans the way to AAAAA through veto, key item and part, and does no more', () => {
    const answers = full({
      '1.1': assessed({ '1.1-b': true }),
      '2.1': assessed({ '2.1-a': 3 }),
      '6.2': notEstablished,
      '6.3': assessed({ '6.3-a': 3 }),
      '9.2': assessed({ '9.2-a': 2 }),
    });
    const route = cheapestRoute(form, answers, {}, 'AAAAA');
    expect(route.status).toBe('found');
    expect(route.items.map(({ itemId }) => itemId).sort()).toEqual(['1.1', '2.1', '6.3']);
    expect(route.items.find(({ itemId }) => itemId === '1.1')?.gain).toBe(2000);
    expect(route.score.grade).toBe('AAAAA');
  });
});
