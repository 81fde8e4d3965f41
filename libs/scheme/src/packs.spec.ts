import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse, stringify } from 'yaml';

import { documentFromScheme, loadScheme, loadSchemes, schemeFromDocument } from './loader';
import {
  findItem,
  hasHouseFigures,
  indexItems,
  isAtLeastGrade,
  isInForce,
  listItems,
  targetGradesOf,
  textIn,
} from './lookup';
import type { Rule, Scheme, SchemeItem } from './scheme';

const folder = join(__dirname, '..', 'packs');
const files = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}));
const national = loadScheme(files, 'gsp-2004');
const power = loadScheme(files, 'gsp-2006-power');
const readiness = loadScheme(files, 'gb-t-19273-2017');

const item = (scheme: Scheme, id: string): SchemeItem => {
  const found = findItem(scheme, id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
};
const figure = (rule: Rule): unknown =>
  rule.kind === 'choice'
    ? rule.choices.map((choice) => choice.deduct)
    : rule.kind === 'fixed'
      ? rule.deduct
      : 'max' in rule && 'deduct' in rule
        ? [rule.deduct, rule.max]
        : rule.kind;
const figures = (id: string) => item(national, id).rules.map(figure);
/** The most that a rule can take; a counted one without a cap takes all there is. */
const most = (rule: Rule): number => {
  switch (rule.kind) {
    case 'fixed':
      return rule.deduct;
    case 'per_missing':
    case 'per_finding':
      return rule.max ?? Infinity;
    case 'choice':
      return Math.max(...rule.choices.map(({ deduct }) => deduct));
    case 'rate':
      return Math.max(...rule.bands.map(({ deduct }) => deduct));
    default:
      return 0;
  }
};
const rulesOf = (scheme: Scheme) => listItems(scheme).flatMap(({ item: { rules } }) => rules);
const basicItems = (scheme: Scheme) => listItems(scheme).filter((placed) => !placed.section.bonus);
const sum = (items: readonly { item: SchemeItem }[]) =>
  items.reduce((total, placed) => total + placed.item.points, 0);

describe('shipped packs', () => {
  it('load together, three of them', () => {
    expect(
      loadSchemes(files)
        .map((scheme) => scheme.id)
        .sort(),
    ).toEqual(['gb-t-19273-2017', 'gsp-2004', 'gsp-2006-power']);
  });

  it.each([national, power])('$id adds up to 400 basic and 100 bonus points', (scheme) => {
    expect(sum(basicItems(scheme))).toBe(40_000);
    expect(sum(listItems(scheme))).toBe(50_000);
    expect(basicItems(scheme)).toHaveLength(120);
    expect(listItems(scheme)).toHaveLength(136);
  });

  it.each([national, power, readiness])(
    '$id asks for something and for evidence in every item',
    (scheme) => {
      for (const placed of listItems(scheme)) {
        expect(placed.item.asked['zh-CN'].length).toBeGreaterThan(5);
        expect(placed.item.evidence.length).toBeGreaterThan(0);
        for (const rule of placed.item.rules) expect(rule.text['zh-CN'].length).toBeGreaterThan(1);
      }
    },
  );

  it('every scored item has a rule', () => {
    for (const placed of listItems(national)) expect(placed.item.rules.length).toBeGreaterThan(0);
  });

  it.each([national, power])('$id lets every basic item fall to 0 by its rules', (scheme) => {
    for (const { item: one } of basicItems(scheme)) {
      const taken = one.rules.reduce((total, rule) => total + most(rule), 0);
      expect([one.id, taken >= one.points]).toEqual([one.id, true]);
    }
  });

  it.each([national, power])('$id speaks the formal register of the field', (scheme) => {
    for (const { text } of rulesOf(scheme)) expect(text['zh-CN']).not.toMatch(/没有|说不清|找不到/);
  });

  it.each([national, power, readiness])('$id survives being written and read again', (scheme) => {
    const text = stringify(documentFromScheme(scheme));
    expect(loadScheme([{ name: 'again.yaml', text }])).toEqual(scheme);
    expect(schemeFromDocument({ name: 'again', document: parse(text) })).toEqual(scheme);
  });

  it.each([national, power, readiness])('$id can be found item by item', (scheme) => {
    const index = indexItems(scheme);
    for (const placed of listItems(scheme)) {
      expect(index.get(placed.item.id)?.item).toBe(placed.item);
      expect(findItem(scheme, placed.item.id)).toBe(placed.item);
    }
    expect(findItem(scheme, '9.9.9')).toBeUndefined();
  });
});

describe('what a pack says of itself', () => {
  it('names the form of the systems it evaluates, and whether it only stands for comparison', () => {
    expect(
      [national, power, readiness].map(({ form, isHistorical }) => [form, isHistorical]),
    ).toEqual([
      ['2003', true],
      ['2003', true],
      ['2017', undefined],
    ]);
  });

  it('names the grades to apply for from low to high, also where it gives none', () => {
    expect(targetGradesOf(national)).toEqual(['A', 'AA', 'AAA', 'AAAA']);
    expect(targetGradesOf(readiness)).toEqual(['A', 'AA', 'AAA', 'AAAA', 'AAAAA']);
    expect(isAtLeastGrade(['基础', '良好', '优'], '优', '良好')).toBe(true);
    expect(isAtLeastGrade(['基础', '良好', '优'], '基础', '良好')).toBe(false);
  });
});

describe('gsp-2004, the rows that are known', () => {
  it('1.1 takes 3, 3 and 1 of 5 points', () => {
    expect(item(national, '1.1').points).toBe(500);
    expect(figures('1.1')).toEqual([300, 300, 100]);
  });

  it('1.2 has 10 points: chart 5 or 2, body 1, top management 2, departments 1 each up to 5, 1, 1', () => {
    expect(item(national, '1.2').points).toBe(1000);
    expect(figures('1.2')).toEqual([[0, 200, 500], 100, 200, [100, 500], 100, 100]);
  });

  it('1.3 takes 5, 2 and 1 of 5 points', () => {
    expect(item(national, '1.3').points).toBe(500);
    expect(figures('1.3')).toEqual([500, 200, 100]);
  });

  it('1.4 takes 5 and 3 of 10 points; the other two are ours', () => {
    expect(item(national, '1.4').points).toBe(1000);
    expect(figures('1.4')).toEqual([500, 300, 100, 100]);
    expect(item(national, '1.4').rules.map((rule) => rule.provenance)).toEqual([
      'verified',
      'verified',
      'house',
      'house',
    ]);
  });

  it('1.5 takes 5, and 1 for each missing plan', () => {
    expect(item(national, '1.5').points).toBe(500);
    expect(figures('1.5')).toEqual([500, [100, 200], [100, 200]]);
  });

  it('calls only 1.1 to 1.5 verified, and ours carry no source', () => {
    const verified = listItems(national).filter((placed) => placed.item.provenance === 'verified');
    expect(verified.map((placed) => placed.item.id)).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5']);
    for (const { item: one } of listItems(national))
      for (const part of [one, ...one.rules])
        expect(part.source).toBe(part.provenance === 'verified' ? 'table_copy' : undefined);
    expect(hasHouseFigures(national)).toBe(true);
  });

  it('gives real operation its weight, in parts of 60, 120, 80, 40 and 100 points', () => {
    const parts = national.sections.filter(({ bonus }) => !bonus);
    expect(parts.map(({ points }) => points)).toEqual([6000, 12_000, 8000, 4000, 10_000]);
    expect(item(national, '5.1.4').points).toBe(1000);
    expect(item(national, '5.1.5').points).toBe(1500);
  });

  it('takes no points for conditions of the application', () => {
    for (const { text } of rulesOf(national))
      expect(text['zh-CN']).not.toMatch(/监督抽查[^，]*不合格|运行不足|不满足强制性标准|超标，/);
  });

  it('links the deductions of one fact, each of which knows the most direct one', () => {
    const linked = rulesOf(national).filter(({ sameFactAs }) => sameFactAs !== undefined);
    const byId = new Map(linked.map((rule) => [rule.id, rule]));
    expect(linked).toHaveLength(25);
    for (const { id, sameFactAs = [], mostDirect } of linked)
      expect([id, mostDirect ?? sameFactAs.some((other) => byId.get(other)?.mostDirect)]).toEqual([
        id,
        true,
      ]);
    expect(byId.get('2.8.1-a')).toMatchObject({
      sameFactAs: ['2.1.3-b', '2.4.2-b'],
      mostDirect: true,
    });
    expect(rulesOf(power).filter(({ sameFactAs }) => sameFactAs !== undefined)).toHaveLength(25);
  });

  it('has the published floors', () => {
    expect(
      national.grades.map((grade) => [
        grade.id,
        ...grade.routes.map((route) => [route.basic, route.total]),
      ]),
    ).toEqual([
      ['AAAA', [39_000, 45_000], [38_000, 46_000]],
      ['AAA', [37_000, undefined], [36_000, 42_000]],
      ['AA', [32_000, undefined], [30_000, 35_000]],
      ['A', [28_000, undefined]],
    ]);
    expect(national.grades[0]!.routes[1]!.id).toBe('AAAA-2');
  });

  it('ended on 2018-07-01', () => {
    expect(isInForce(national, '2018-06-30')).toBe(true);
    expect(isInForce(national, '2018-07-01')).toBe(false);
    expect(national.supersededBy).toBe('GB/T 19273-2017');
  });
});

describe('gsp-2006-power', () => {
  it('has every item of the national scheme, in the same order', () => {
    const ids = (scheme: Scheme) => listItems(scheme).map((placed) => placed.item.id);
    expect(ids(power)).toEqual(ids(national));
  });

  it('knows its own first row and vouches for nothing else that it took over', () => {
    expect(item(power, '1.1').points).toBe(1000);
    expect(item(power, '1.1').rules.map(figure)).toEqual([500, 500, 200]);
    for (const { item: one, group, section } of listItems(power)) {
      if (one.id === '1.1') continue;
      for (const part of [one, group, section, ...one.rules])
        expect([one.id, part.provenance, part.source]).toEqual([one.id, 'house', undefined]);
    }
  });

  it('reweights what does not apply and has a gate of 60 % on each basic part', () => {
    expect(power.policies).toEqual({
      notApplicable: 'reweight',
      notApplicableNeedsApproval: true,
      star: 'not_required',
    });
    expect(power.gates[0]).toMatchObject({
      sections: ['1', '2', '3', '4', '5'],
      atLeastPercent: 60,
      provenance: 'house',
    });
  });
});

describe('gb-t-19273-2017', () => {
  it('gives neither points nor grades', () => {
    expect(sum(listItems(readiness))).toBe(0);
    expect(readiness.grades).toEqual([]);
    for (const placed of listItems(readiness)) expect(placed.item.mode).toBe('readiness');
  });

  it('has the three blocks that evaluators name, and the terms of its edition', () => {
    expect(readiness.sections.map((section) => textIn(section.title, 'zh-CN'))).toEqual([
      '企业标准化工作',
      '企业标准体系',
      '自我评价',
    ]);
    expect(readiness.terms).toMatchObject({ evaluation: '评价', post_standard: '岗位标准' });
    expect(readiness.sections[0]!.groups.map((group) => group.title['zh-CN'])).toEqual([
      '策划',
      '企业标准体系构建',
      '企业标准制（修）订',
      '标准实施与检查',
      '参与标准化活动',
      '评价与改进',
      '标准化创新',
      '机构、人员与信息管理',
    ]);
  });

  it('keeps every item of 1.0.0, so that answers can be carried over', () => {
    // Items per group of 1.0.0, numbered from 1 without a gap.
    const former = {
      '1': [5, 5, 6, 6, 4, 4, 3, 6],
      '2': [5, 3, 3, 5, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3],
      '3': [3, 3, 3],
    };
    for (const [section, groups] of Object.entries(former))
      for (const [group, count] of groups.entries())
        for (let number = 1; number <= count; number += 1)
          item(readiness, `${section}.${String(group + 1)}.${String(number)}`);
  });

  it('says of every item how needed it is and what is looked at', () => {
    for (const { item: one } of listItems(readiness)) {
      expect([one.id, one.need]).not.toContain(undefined);
      expect([one.id, Object.keys(one.checks ?? {}).length]).not.toContain(0);
    }
  });

  it('can be fulfilled in every essential item, from a node or a record', () => {
    const essential = listItems(readiness).filter(({ item: one }) => one.need === 'essential');
    for (const { item: one } of essential) {
      const from = [...(one.nodes ?? []), ...(one.records ?? [])];
      expect([one.id, from]).not.toEqual([one.id, []]);
    }
    // A list of which most is indispensable would tell nobody where to begin.
    expect(essential.length).toBeLessThan(listItems(readiness).length / 3);
  });

  it('asks for content and practice, not for the existence of a standard', () => {
    for (const { item: one } of listItems(readiness))
      expect([one.id, one.asked['zh-CN']]).not.toEqual([one.id, expect.stringMatching(/有标准/u)]);
  });

  it('calls its thresholds and its wording ours', () => {
    expect(readiness.readiness).toEqual({
      monthsBack: 12,
      partlyFromPercent: 70,
      metFromPercent: 95,
      provenance: 'house',
    });
    for (const { item: one } of listItems(readiness)) expect(one.provenance).toBe('house');
  });
});
