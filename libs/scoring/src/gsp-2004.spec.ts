import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule, Scheme } from '@liangxing/scheme';
import { loadScheme } from '@liangxing/scheme/loader';
import type { Answers, ItemAnswer, RuleAnswer } from './answer';
import { cheapestRoute } from './cheapest-route';
import { checkAnswers } from './check-answer';
import { possibleCorrections } from './corrections';
import { gradeDemand } from './explain-grade';
import { score } from './scorer';
import { itemsOf } from './testing/arbitrary-assessment';
import {
  approvedNotApplicable,
  assessed,
  notEstablished,
  proposedNotApplicable,
} from './testing/scheme-builder';

const folder = join(__dirname, '../../scheme/packs');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const national = loadScheme(files, 'gsp-2004');
/** The same items under the rule of the power sector: gate and reweighting. */
const power = loadScheme(
  [
    ...files,
    {
      name: 'test-power.yaml',
      text: [
        'id: test-power',
        'version: 1.0.0',
        'extends: gsp-2004',
        'languages: [zh-CN]',
        'title: 电力试验方案',
        'policies: { notApplicable: reweight }',
        'gates:',
        '  - { id: part_share, kind: section_share, sections: ["1", "2", "3", "4", "5"], atLeastPercent: 60, text: 每部分 60%, provenance: house }',
      ].join('\n'),
    },
  ],
  'test-power',
);

const forAll = (of: Scheme, answer: (id: string, bonus: boolean) => ItemAnswer | null): Answers =>
  Object.fromEntries(
    of.sections.flatMap(({ bonus, groups }) =>
      groups.flatMap(({ items }) =>
        items.flatMap(({ id }) => {
          const given = answer(id, bonus);
          return given === null ? [] : [[id, given] as const];
        }),
      ),
    ),
  );

/** As much as a rule can take or give. */
const utmost = (rule: Rule): RuleAnswer => {
  switch (rule.kind) {
    case 'fixed':
      return true;
    case 'per_missing':
    case 'per_finding':
      return 50;
    case 'choice':
      return [...rule.choices].sort((a, b) => b.deduct - a.deduct)[0]!.id;
    case 'rate':
      return { part: 0, whole: 10 };
    case 'award':
      return rule.perEach ? 50 : 1;
    case 'band':
      return Object.fromEntries(rule.measures.map(({ id }) => [id, 1e9]));
  }
};
const utmostOf = (of: Scheme, id: string): ItemAnswer => {
  const item = itemsOf(of).find((each) => each.id === id)!;
  return assessed(Object.fromEntries(item.rules.map((rule) => [rule.id, utmost(rule)])));
};

describe('the shipped table of 2004', () => {
  const clean = forAll(national, (_, bonus) => (bonus ? null : assessed()));

  it('has 400 basic and 100 bonus points, 60 of them in part 1', () => {
    const { sections } = score(national, {});
    const points = (bonus: boolean) =>
      sections.filter((each) => each.bonus === bonus).reduce((sum, each) => sum + each.points, 0);
    expect([points(false), points(true), sections[0]?.points]).toEqual([40_000, 10_000, 6000]);
  });

  it('gives nothing for nothing', () => {
    expect(score(national, {})).toMatchObject({ basic: 0, bonus: 0, grade: null });
    const none = forAll(national, (_, bonus) => (bonus ? assessed() : notEstablished));
    expect(checkAnswers(national, none)).toEqual([]);
    expect(score(national, none)).toMatchObject({ basic: 0, bonus: 0, grade: null });
  });

  it('gives AAA for every item judged without a finding and no award', () => {
    expect(checkAnswers(national, clean)).toEqual([]);
    expect(score(national, clean)).toMatchObject({
      basic: 40_000,
      bonus: 0,
      grade: 'AAA',
      isProvisional: true,
    });
  });

  it('gives AAAA with 500 points where every award is there too', () => {
    const full = forAll(national, (id, bonus) => (bonus ? utmostOf(national, id) : assessed()));
    expect(checkAnswers(national, full)).toEqual([]);
    expect(score(national, full)).toMatchObject({
      basic: 40_000,
      bonus: 10_000,
      total: 50_000,
      grade: 'AAAA',
    });
  });

  it('takes no item below 0, whatever is found', () => {
    const worst = forAll(national, (id, bonus) => (bonus ? assessed() : utmostOf(national, id)));
    expect(checkAnswers(national, worst)).toEqual([]);
    for (const { earned, points, deducted } of Object.values(score(national, worst).items)) {
      expect(earned).toBeGreaterThanOrEqual(0);
      expect(deducted).toBeLessThanOrEqual(points);
    }
  });

  it('keeps the known rows: 1.1 capped at 0 and 4, 1.3 at 4, 1.5 at 2', () => {
    const rules = (id: string) => itemsOf(national).find((each) => each.id === id)!.rules;
    const earned = (id: string, found: readonly RuleAnswer[]) =>
      score(national, {
        [id]: assessed(
          Object.fromEntries(
            rules(id).flatMap((rule, index) => {
              const finding = found[index];
              return finding === undefined ? [] : [[rule.id, finding] as const];
            }),
          ),
        ),
      }).items[id]!.earned;
    expect(earned('1.1', [true, true, true])).toBe(0);
    expect(earned('1.1', [false, false, true])).toBe(400);
    expect(earned('1.3', [false, false, true])).toBe(400);
    const plans = rules('1.5').filter(({ kind }) => kind === 'per_missing');
    expect(plans.length).toBeGreaterThanOrEqual(2);
    expect(
      score(national, { '1.5': assessed({ [plans[0]!.id]: 2, [plans[1]!.id]: 1 }) }).items['1.5'],
    ).toMatchObject({ points: 500, earned: 200 });
  });

  it('refuses an N/A without consent and gives it full marks with it', () => {
    const [first] = itemsOf(national);
    const proposed = score(national, { ...clean, [first!.id]: proposedNotApplicable });
    expect(proposed.basic).toBe(40_000 - first!.points);
    expect(proposed.ifApproved).toMatchObject({ basic: 40_000, grade: 'AAA' });
    const approved = score(national, { ...clean, [first!.id]: approvedNotApplicable });
    expect(approved.basic).toBe(40_000);
  });

  it('asks for AAAA 380 basic and 50 bonus points at least', () => {
    expect(gradeDemand(national, 'AAAA')).toMatchObject({
      leastBasic: 38_000,
      leastBonus: 5000,
      jumps: [{ atBasic: 39_000, bonusBefore: 7100, bonusAt: 6000 }],
    });
  });

  it('shows from the worst of all beginnings a way to each grade, and each costs more than the one below', () => {
    const worst = forAll(national, (id, bonus) => (bonus ? null : utmostOf(national, id)));
    const corrections = possibleCorrections(national, worst);
    const routes = ['A', 'AA', 'AAA', 'AAAA'].map((target) =>
      cheapestRoute(national, worst, {}, target, corrections),
    );
    expect(routes.map(({ score: result }) => result.grade)).toEqual(['A', 'AA', 'AAA', 'AAAA']);
    for (const { answers, status } of routes) {
      expect(status).toBe('found');
      expect(checkAnswers(national, answers)).toEqual([]);
    }
    const efforts = routes.map(({ effort }) => effort);
    expect(efforts).toEqual([...efforts].sort((a, b) => a - b));
  });
});

describe('the shipped items under the rule of the power sector', () => {
  it('gives no grade while a part is below 60 %, and names it', () => {
    const second = power.sections[1]!;
    const inSecond = new Set(second.groups.flatMap(({ items }) => items.map(({ id }) => id)));
    const answers = forAll(power, (id, bonus) =>
      bonus ? null : inSecond.has(id) ? notEstablished : assessed(),
    );
    const result = score(power, answers);
    expect(result.grade).toBeNull();
    expect(result.failedGates).toHaveLength(1);
    expect(result.failedGates[0]).toMatchObject({
      sectionId: second.id,
      needed: second.points * 0.6,
      earned: 0,
    });
  });

  it('weighs a part up by what an N/A item leaves', () => {
    const part = power.sections[0]!;
    const [first, ...rest] = part.groups.flatMap(({ items }) => items);
    const left = part.points - first!.points;
    const lost = rest[0]!;
    const result = score(power, {
      ...forAll(power, (_, bonus) => (bonus ? null : assessed())),
      [first!.id]: approvedNotApplicable,
      [lost.id]: notEstablished,
    });
    expect(result.sections[0]?.earned).toBe(
      Math.round(((left - lost.points) * part.points) / left),
    );
  });
});
