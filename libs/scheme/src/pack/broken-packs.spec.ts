import { stringify } from 'yaml';

import { findItem } from '../lookup';
import { loadScheme, schemeFromDocument, type PackFile } from './load';
import { SchemePackError, type ProblemCode, type SchemeProblem } from './problem';

type Data = Record<string, unknown>;

const rule = (more: Data = {}): Data => ({
  id: 'a',
  kind: 'fixed',
  text: '没有',
  deduct: 3,
  ...more,
});
const item = (more: Data = {}): Data => ({
  id: '1.1',
  topic: '方针',
  asked: '有方针',
  points: 5,
  rules: [rule()],
  ...more,
});
const bonusItem = (more: Data = {}): Data =>
  item({ id: 'B1.1', rules: [rule({ kind: 'award', deduct: undefined, award: 5 })], ...more });
const section = (id: string, items: Data[], more: Data = {}): Data => ({
  id,
  title: '部分',
  points: 5,
  groups: [{ id, title: '子体系', points: 5, items }],
  ...more,
});
const pack = (more: Data = {}): Data => ({
  id: 'table',
  version: '1.0.0',
  title: '评分表',
  kind: 'scored',
  basis: [],
  languages: ['zh-CN'],
  basicPoints: 5,
  bonusPoints: 5,
  policies: { notApplicable: 'full_marks', notApplicableNeedsApproval: true, star: 'none' },
  grades: [{ id: 'A', routes: [{ id: '1', basic: 4 }] }],
  sections: [section('1', [item()]), section('B1', [bonusItem()], { bonus: true })],
  ...more,
});
const withItem = (more: Data): Data =>
  pack({ sections: [section('1', [item(more)]), section('B1', [bonusItem()], { bonus: true })] });
const withRule = (more: Data): Data => withItem({ rules: [rule(more)] });
const withBonusRule = (more: Data): Data =>
  pack({
    sections: [
      section('1', [item()]),
      section('B1', [bonusItem({ rules: [rule({ deduct: undefined, ...more })] })], {
        bonus: true,
      }),
    ],
  });
const file = (data: Data, name = 'table.yaml'): PackFile => ({ name, text: stringify(data) });

const problemsOf = (files: readonly PackFile[], id = 'table'): readonly SchemeProblem[] => {
  try {
    loadScheme(files, id);
  } catch (error) {
    if (error instanceof SchemePackError) return error.problems;
    throw error;
  }
  return [];
};

const AT_ITEM = '/sections/0/groups/0/items/0';
const AT_RULE = `${AT_ITEM}/rules/0`;
const AT_BONUS_RULE = '/sections/1/groups/0/items/0/rules/0';

const gate = (more: Data): Data => pack({ gates: [{ id: 'g', text: '否决', ...more }] });
const weighed = (more: Data, groupMore: Data = {}): Data => ({
  ...section('1', [item()], more),
  groups: [{ id: '1', title: '子体系', points: 5, items: [item()], ...groupMore }],
});
const bonus = (more: Data = {}): Data => section('B1', [bonusItem()], { bonus: true, ...more });

const gatesAndWeights: [string, Data, ProblemCode, string, RegExp][] = [
  [
    'a veto that names nothing',
    gate({ kind: 'veto' }),
    'structure',
    '/gates/0',
    /Add "(items|rules):"/,
  ],
  [
    'a veto on an unknown item',
    gate({ kind: 'veto', items: ['1.9'], atLeastPercent: 60 }),
    'gate_unknown_item',
    '/gates/0/items/0',
    /Correct the number/,
  ],
  [
    'a veto on an award',
    gate({ kind: 'veto', rules: ['B1.1-a'] }),
    'gate_unknown_rule',
    '/gates/0/rules/0',
    /Correct the number/,
  ],
  [
    'a gate that caps at the highest grade',
    gate({ kind: 'veto', rules: ['1.1-a'], capAt: 'A' }),
    'gate_cap',
    '/gates/0/capAt',
    /Correct the number/,
  ],
  [
    'target grades in another order than the grades',
    pack({
      targetGrades: ['AA', 'A'],
      grades: [
        { id: 'AA', routes: [{ id: '1', basic: 4 }] },
        { id: 'A', routes: [{ id: '1', basic: 3 }] },
      ],
    }),
    'target_grades',
    '/targetGrades',
    /from low to high: A, AA/,
  ],
  [
    'a factor twice',
    pack({ sections: [weighed({ factor: 0.9 }, { factor: 0.8 }), bonus()], grades: [] }),
    'factor_place',
    '/sections/0/groups/0/factor',
    /one of the two/,
  ],
  [
    'a factor on bonus points',
    pack({ sections: [weighed({}), bonus({ factor: 0.9 })] }),
    'factor_place',
    '/sections/1/factor',
    /Remove the factor/,
  ],
  [
    'a factor of thousandths',
    pack({ sections: [weighed({ factor: 0.855 }), bonus()], grades: [] }),
    'inexact_points',
    '/sections/0/factor',
    /two decimals/,
  ],
  [
    'a grade out of reach under a factor',
    pack({ sections: [weighed({ factor: 0.7 }), bonus()] }),
    'route_unreachable',
    '/grades/0/routes/0/basic',
    /at most 3.5/,
  ],
  [
    'reweighting beside a factor',
    pack({
      sections: [weighed({ factor: 0.9 }), bonus()],
      policies: { notApplicable: 'reweight', notApplicableNeedsApproval: true, star: 'none' },
    }),
    'weights_mixed',
    '/sections/0/factor',
    /exclude/,
  ],
  [
    'a table that does not add up to what is brought to the full marks',
    pack({ basicPoints: 100, tablePoints: 6, grades: [] }),
    'sum_mismatch',
    '/tablePoints',
    /difference -1/,
  ],
  [
    'more points than fractions stay exact with',
    pack({ basicPoints: 20_000, tablePoints: 5 }),
    'points_too_many',
    '/basicPoints',
    /at most 10000/,
  ],
  [
    'an award beyond its item',
    withBonusRule({ kind: 'award', award: 5, beyondItem: true }),
    'beyond_item',
    `${AT_BONUS_RULE}/beyondItem`,
    /Remove beyondItem/,
  ],
  [
    'a deduction beyond its item without an end',
    withRule({ kind: 'per_finding', beyondItem: true }),
    'beyond_item',
    AT_RULE,
    /Give its max/,
  ],
];

describe('a broken pack', () => {
  it('is not confused with the sound one the cases start from', () => {
    expect(problemsOf([file(pack())])).toEqual([]);
  });

  const cases: [string, Data, ProblemCode, string, RegExp][] = [
    ['a number without quotes', withItem({ id: 1.1 }), 'structure', `${AT_ITEM}/id`, /quotes/],
    ['a missing part', withItem({ topic: undefined }), 'structure', AT_ITEM, /Add "topic:"/],
    ['an unknown key', withItem({ pionts: 5 }), 'structure', AT_ITEM, /spelling/],
    [
      'an unknown kind',
      withRule({ kind: 'fine' }),
      'structure',
      `${AT_RULE}/kind`,
      /fixed \| per_missing/,
    ],
    [
      'a field of another kind',
      withRule({ perEach: true }),
      'structure',
      `${AT_RULE}/perEach`,
      /Delete it/,
    ],
    [
      'a negative deduction',
      withRule({ deduct: -3 }),
      'structure',
      `${AT_RULE}/deduct`,
      /positive/,
    ],
    ['a wrong date', pack({ validUntil: '2018-7-1' }), 'structure', '/validUntil', /YYYY-MM-DD/],
    [
      'thirds of a point',
      withRule({ deduct: 0.333 }),
      'inexact_points',
      `${AT_RULE}/deduct`,
      /two decimals/,
    ],
    [
      'the same rule twice',
      withItem({ rules: [rule(), rule()] }),
      'duplicate_id',
      `${AT_ITEM}/rules/1/id`,
      /never used/,
    ],
    [
      'a link to no rule',
      withRule({ sameFactAs: ['9.9-a'] }),
      'same_fact_unknown',
      `${AT_RULE}/sameFactAs`,
      /full id/,
    ],
    [
      'a link to itself',
      withRule({ sameFactAs: ['1.1-a'] }),
      'same_fact_unknown',
      `${AT_RULE}/sameFactAs`,
      /full id/,
    ],
    [
      'a link to an award',
      withRule({ sameFactAs: ['B1.1-a'] }),
      'same_fact_unknown',
      `${AT_RULE}/sameFactAs`,
      /award/,
    ],
    [
      'a link of one side',
      withItem({ rules: [rule({ sameFactAs: ['1.1-b'] }), rule({ id: 'b' })] }),
      'same_fact_one_sided',
      `${AT_RULE}/sameFactAs`,
      /take 1.1-b out/,
    ],
    [
      'two rules that are both the most direct',
      withItem({
        rules: [
          rule({ sameFactAs: ['1.1-b'], mostDirect: true }),
          rule({ id: 'b', sameFactAs: ['1.1-a'], mostDirect: true }),
        ],
      }),
      'most_direct_unclear',
      `${AT_RULE}/mostDirect`,
      /at most one/,
    ],
    [
      'the most direct of none',
      withRule({ mostDirect: true }),
      'most_direct_unclear',
      `${AT_RULE}/mostDirect`,
      /at most one/,
    ],
    [
      'the same item in two sections',
      pack({
        sections: [
          section('1', [item()]),
          section('B1', [bonusItem({ id: '1.1' })], { bonus: true }),
        ],
      }),
      'duplicate_id',
      '/sections/1/groups/0/items/0/id',
      /never used/,
    ],
    [
      'items that miss the sum',
      withItem({ points: 4 }),
      'sum_mismatch',
      '/sections/0/groups/0/points',
      /difference -1/,
    ],
    [
      'sections that miss the maximum',
      pack({ basicPoints: 6 }),
      'sum_mismatch',
      '/basicPoints',
      /difference -1/,
    ],
    [
      'groups that miss the section',
      pack({
        sections: [
          section('1', [item()], { points: 4 }),
          section('B1', [bonusItem()], { bonus: true }),
        ],
        basicPoints: 4,
      }),
      'sum_mismatch',
      '/sections/0/points',
      /difference 1/,
    ],
    [
      'a bonus section first',
      pack({ sections: [section('B1', [bonusItem()], { bonus: true }), section('1', [item()])] }),
      'order',
      '/sections/1',
      /to the end/,
    ],
    [
      'a deduction above the points',
      withRule({ deduct: 6 }),
      'deduction_too_large',
      `${AT_RULE}/deduct`,
      /at most 5/,
    ],
    [
      'a deduction of nothing',
      withRule({ deduct: 0 }),
      'deduction_too_large',
      `${AT_RULE}/deduct`,
      /delete/,
    ],
    [
      'a maximum below one step',
      withRule({ kind: 'per_missing', deduct: 2, max: 1 }),
      'max_below_step',
      `${AT_RULE}/max`,
      /at least 2/,
    ],
    [
      'a choice without a good end',
      withRule({
        kind: 'choice',
        deduct: undefined,
        choices: [
          { id: 'a', label: '少', deduct: 1 },
          { id: 'b', label: '无', deduct: 2 },
        ],
      }),
      'choice_zero',
      `${AT_RULE}/choices`,
      /deduct 0/,
    ],
    [
      'rate bands from low to high',
      withRule({
        kind: 'rate',
        deduct: undefined,
        bands: [
          { atLeastPercent: 80, deduct: 1 },
          { atLeastPercent: 90, deduct: 0 },
          { atLeastPercent: 0, deduct: 3 },
        ],
      }),
      'bands_order',
      `${AT_RULE}/bands/1`,
      /high to low/,
    ],
    [
      'rate bands that end too early',
      withRule({ kind: 'rate', deduct: undefined, bands: [{ atLeastPercent: 80, deduct: 0 }] }),
      'bands_end',
      `${AT_RULE}/bands`,
      /atLeastPercent: 0/,
    ],
    [
      'a band on an unknown measure',
      withBonusRule({
        kind: 'band',
        measures: [{ id: 'spend', label: '投入', unit: '元' }],
        bands: [{ anyOf: { staff: 3 }, award: 5 }],
      }),
      'measure_unknown',
      `${AT_BONUS_RULE}/bands/0/anyOf/staff`,
      /spend/,
    ],
    [
      'an award in a basic item',
      withRule({ kind: 'award', deduct: undefined, award: 5 }),
      'kind_in_mode',
      `${AT_RULE}/kind`,
      /fixed, per_missing/,
    ],
    [
      'awards that cannot fill the item',
      withBonusRule({ kind: 'award', award: 4 }),
      'points_unearnable',
      '/sections/1/groups/0/items/0/points',
      /Raise/,
    ],
    [
      'a scored item without points',
      withItem({ points: undefined, rules: [] }),
      'readiness_points',
      AT_ITEM,
      /mode: readiness/,
    ],
    [
      'a route nobody can reach',
      pack({ grades: [{ id: 'A', routes: [{ id: '1', basic: 6 }] }] }),
      'route_unreachable',
      '/grades/0/routes/0/basic',
      /at most 5/,
    ],
    [
      'a route everybody reaches',
      pack({ grades: [{ id: 'A', routes: [{ id: '1' }] }] }),
      'route_empty',
      '/grades/0/routes/0',
      /Give basic/,
    ],
    [
      'a grade hidden by another',
      pack({
        grades: [
          { id: 'A', routes: [{ id: '1', basic: 3 }] },
          { id: 'AA', routes: [{ id: '1', basic: 4 }] },
        ],
      }),
      'grade_shadowed',
      '/grades/1',
      /high to low/,
    ],
    [
      'a gate on an unknown section',
      pack({
        gates: [
          {
            id: 'g',
            kind: 'section_share',
            sections: ['1', '7'],
            atLeastPercent: 60,
            text: '门槛',
          },
        ],
      }),
      'gate_unknown_section',
      '/gates/0/sections/1',
      /1, B1/,
    ],
    ...gatesAndWeights,
    [
      'an unknown source',
      withItem({ source: 'book' }),
      'source_unknown',
      `${AT_ITEM}/source`,
      /Add it to the sources/,
    ],
    [
      'an end before its beginning',
      pack({ validFrom: '2018-07-01', validUntil: '2004-01-01' }),
      'validity',
      '/validUntil',
      /both dates/,
    ],
    [
      'a promised language without text',
      pack({ languages: ['zh-CN', 'en'] }),
      'text_missing',
      '/title',
      /languages/,
    ],
    [
      'an unknown parent',
      { id: 'table', version: '1.0.0', extends: 'nowhere' },
      'extends_unknown',
      '/extends',
      /table/,
    ],
    [
      'a pack that extends itself',
      { id: 'table', version: '1.0.0', extends: 'table' },
      'extends_cycle',
      '/extends',
      /Remove/,
    ],
  ];

  it.each(cases)(
    'with %s is refused, with the place and the way to mend it',
    (_name, data, code, path, mend) => {
      const problems = problemsOf([file(data)]);
      const found = problems.find((problem) => problem.code === code && problem.path === path);
      expect(problems.map((problem) => `${problem.code} ${problem.path}`)).toContain(
        `${code} ${path}`,
      );
      expect(found?.mend.en).toMatch(mend);
      expect(found?.mend['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(found?.message['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(found).toMatchObject({ file: 'table.yaml' });
      expect(found?.line).toBeGreaterThan(0);
    },
  );

  it('names line and column', () => {
    const text = stringify(withRule({ deduct: 6 }));
    const line = text.split('\n').findIndex((one) => one.includes('deduct: 6')) + 1;
    const [problem] = problemsOf([{ name: 'table.yaml', text }]);
    expect(problem).toMatchObject({ line, column: text.split('\n')[line - 1]!.indexOf('6') + 1 });
  });

  it.each([
    ['a key that stands twice', 'id: a\nid: b\n', 'duplicate_key', 2],
    ['a broken line', 'id: a\ntitle: [1, 2\n', 'syntax', 3],
  ])('with %s is refused with its line', (_name, text, code, line) => {
    expect(problemsOf([{ name: 'x.yaml', text }])[0]).toMatchObject({ code, file: 'x.yaml', line });
  });

  it.each([
    ['deep nesting', '['.repeat(100_000)],
    [
      'an alias bomb',
      `a: &a [x]\n${'bcdefghij'
        .split('')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]!},`.repeat(9)}]`)
        .join('\n')}`,
    ],
    ['four million characters', `id: ${'x'.repeat(4_000_001)}`],
    ['no document', ''],
    ['only a list', '- 1'],
  ])('made of %s is refused and nothing else happens', (_name, text) => {
    expect(problemsOf([{ name: 'x.yaml', text }]).length).toBeGreaterThan(0);
  });

  it('reports every problem, not only the first', () => {
    const problems = problemsOf([
      file(withItem({ rules: [rule({ deduct: 6 }), rule({ id: 'b', deduct: 7 })] })),
    ]);
    expect(problems.map((problem) => problem.path)).toEqual([
      `${AT_RULE}/deduct`,
      `${AT_ITEM}/rules/1/deduct`,
    ]);
  });

  it('without a text carries the path alone', () => {
    expect(() =>
      schemeFromDocument({ name: '模板.xlsx', document: withRule({ deduct: 6 }) }),
    ).toThrow(/^模板\.xlsx \/sections\/0\/groups\/0\/items\/0\/rules\/0\/deduct: /);
  });
});

describe('a pack that extends another', () => {
  const child = (more: Data = {}): Data => ({
    id: 'child',
    version: '1.0.0',
    extends: 'table',
    ...more,
  });
  const patch = (part: Data): Data =>
    child({ sections: [{ id: '1', groups: [{ id: '1', items: [{ id: '1.1', ...part }] }] }] });
  const load = (data: Data, parent = pack()) =>
    loadScheme([file(data, 'child.yaml'), file(parent)], 'child');

  it('takes over everything that it does not name', () => {
    const { id: _id, ...same } = loadScheme([file(pack())]);
    expect(load(child())).toEqual({ ...same, id: 'child' });
  });

  it('changes, adds and removes rules by id', () => {
    const scheme = load(
      patch({ rules: [{ id: 'a', remove: true }, rule({ id: 'b', deduct: 2 })] }),
    );
    expect(findItem(scheme, '1.1')?.rules.map((one) => one.id)).toEqual(['1.1-b']);
    const changed = load(patch({ rules: [{ id: 'a', deduct: 4 }] }));
    expect(findItem(changed, '1.1')?.rules[0]).toMatchObject({
      id: '1.1-a',
      deduct: 400,
      text: { 'zh-CN': '没有' },
    });
  });

  it('vouches for what it changes, not its parent', () => {
    const parent = pack({
      provenance: 'verified',
      source: 'book',
      sources: [{ id: 'book', title: '书' }],
    });
    const scheme = load(patch({ rules: [{ id: 'a', deduct: 4 }] }), parent);
    expect(findItem(scheme, '1.1')).toMatchObject({ provenance: 'verified', source: 'book' });
    expect(findItem(scheme, '1.1')?.rules[0]?.provenance).toBe('house');
    expect(findItem(scheme, '1.1')?.rules[0]).not.toHaveProperty('source');
  });

  it('is blamed for its own mistakes in its own file', () => {
    expect(
      problemsOf(
        [file(patch({ rules: [{ id: 'a', deduct: 9 }] }), 'child.yaml'), file(pack())],
        'child',
      ),
    ).toMatchObject([
      { code: 'deduction_too_large', file: 'child.yaml', path: `${AT_RULE}/deduct` },
    ]);
  });

  it('cannot remove what its parent does not have', () => {
    expect(
      problemsOf(
        [file(patch({ rules: [{ id: 'z', remove: true }] }), 'child.yaml'), file(pack())],
        'child',
      ),
    ).toMatchObject([{ code: 'remove_unknown', file: 'child.yaml', path: AT_RULE }]);
  });

  it('may insist on a version', () => {
    expect(
      problemsOf([file(child({ extends: 'table@2.0.0' })), file(pack())], 'child'),
    ).toMatchObject([{ code: 'extends_version', path: '/extends' }]);
    expect(problemsOf([file(child({ extends: 'table@1.0.0' })), file(pack())], 'child')).toEqual(
      [],
    );
  });
});
