import fc from 'fast-check';
import type { Rule, Scheme, SchemeItem } from '@liangxing/scheme';
import type { Answers, ItemAnswer, RuleAnswer } from '../answer';
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
  rate,
  scheme,
  section,
} from './scheme-builder';

/** Random small schemes with answers that fit them: every kind of rule, gates, caps, policies and stars. */

const half = fc.integer({ min: 1, max: 6 }).map((halves) => halves / 2);

export const deduction = (id: string): fc.Arbitrary<Rule> =>
  fc.oneof(
    half.map((points) => fixed(id, points)),
    fc.tuple(half, fc.option(half)).map(([each, max]) => counted(id, each, max ?? undefined)),
    fc.tuple(half, half).map(([some, more]) => choice(id, 0, some, some + more)),
    fc.tuple(half, half).map(([some, more]) => rate(id, [95, 0], [80, some], [0, some + more])),
  );

const earning = (id: string): fc.Arbitrary<Rule> =>
  fc.oneof(
    half.map((points) => award(id, points)),
    fc.tuple(half, fc.option(half)).map(([each, max]) => award(id, each, true, max ?? undefined)),
    fc.tuple(half, half).map(([some, more]): Rule => ({
      id,
      kind: 'band',
      measures: [
        { id: 'share', label: { 'zh-CN': '占比' }, unit: '%' },
        { id: 'sum', label: { 'zh-CN': '金额' }, unit: '万元' },
      ],
      bands: [
        {
          when: { size: ['large'] },
          anyOf: { share: 20, sum: 200 },
          award: (some + more) * 100,
        },
        { when: { size: ['small'] }, anyOf: { sum: 100 }, award: (some + more) * 100 },
        { anyOf: { share: 5, sum: 20 }, award: some * 100 },
      ],
      text: { 'zh-CN': id },
      provenance: 'verified',
    })),
  );

const basicItem = (id: string): fc.Arbitrary<SchemeItem> =>
  fc
    .tuple(
      fc.integer({ min: 2, max: 8 }).map((halves) => halves / 2),
      fc.oneof(
        deduction('a').map((rule) => [rule]),
        fc.tuple(deduction('a'), deduction('b')).map((rules) => [...rules]),
      ),
      fc.boolean(),
    )
    .map(([points, rules, star]) => item(id, points, rules, { star }));

export const extraItem = (id: string): fc.Arbitrary<SchemeItem> =>
  fc
    .tuple(
      fc.integer({ min: 2, max: 6 }).map((halves) => halves / 2),
      fc.oneof(
        earning('a').map((rule) => [rule]),
        fc.tuple(earning('a'), earning('b')).map((rules) => [...rules]),
      ),
    )
    .map(([points, rules]) => bonusItem(id, points, rules));

const floor = fc.integer({ min: 0, max: 16 }).map((halves) => halves / 2);

const route = fc.oneof(
  floor.map((basic) => ({ basic })),
  fc.tuple(floor, floor).map(([basic, more]) => ({ basic, total: basic + more })),
  fc.tuple(floor, floor).map(([basic, bonus]) => ({ basic, bonus: bonus / 4 })),
);

export const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({
    first: fc.tuple(basicItem('1.1'), basicItem('1.2')),
    second: fc.oneof(
      basicItem('2.1').map((each) => [each]),
      fc.constant<SchemeItem[]>([]),
    ),
    bonus: extraItem('B1'),
    better: fc.array(route, { minLength: 1, maxLength: 2 }),
    plain: route,
    gates: fc.option(fc.integer({ min: 20, max: 80 })),
    notApplicable: fc.constantFrom('full_marks', 'reweight', 'exclude' as const),
    star: fc.constantFrom('none', 'not_required' as const),
  })
  .map(({ first, second, bonus, better, plain, gates, notApplicable, star }) =>
    scheme({
      sections: [
        section('1', [...first]),
        ...(second.length > 0 ? [section('2', second)] : []),
        section('B', [bonus], true),
      ],
      grades: [grade('AAA', ...better), grade('A', plain)],
      gates: gates === null ? [] : [gate('g', gates, second.length > 0 ? ['1', '2'] : ['1'])],
      policies: {
        notApplicable: notApplicable as 'full_marks',
        star: star as 'none',
      },
    }),
  );

const findings = (rule: Rule): fc.Arbitrary<RuleAnswer> => {
  switch (rule.kind) {
    case 'fixed':
      return fc.boolean();
    case 'per_missing':
    case 'per_finding':
      return fc.integer({ min: 0, max: 4 });
    case 'choice':
      return fc.constantFrom(...rule.choices.map(({ id }) => id));
    case 'rate':
      return fc
        .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }))
        .map(([whole, part]) => ({ whole, part: Math.min(part, whole) }));
    case 'award':
      return fc.integer({ min: 0, max: rule.perEach ? 2 : 1 });
    case 'band':
      return fc.record({ share: fc.nat(30), sum: fc.nat(300) });
  }
};

const judged = (rules: readonly Rule[]): fc.Arbitrary<ItemAnswer> =>
  fc
    .record(Object.fromEntries(rules.map((rule) => [rule.id, findings(rule)])), {
      requiredKeys: [],
    })
    .map((found) => assessed(found as Record<string, RuleAnswer>));

const answerTo = ({ mode, rules }: SchemeItem): fc.Arbitrary<ItemAnswer | undefined> =>
  fc.oneof(
    { weight: 6, arbitrary: judged(rules) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    {
      weight: mode === 'earn' ? 0 : 2,
      arbitrary: fc.constantFrom(notEstablished, proposedNotApplicable, approvedNotApplicable),
    },
  );

export const itemsOf = (of: Scheme): SchemeItem[] =>
  of.sections.flatMap(({ groups }) => groups.flatMap(({ items }) => [...items]));

export const answersTo = (of: Scheme): fc.Arbitrary<Answers> =>
  fc.tuple(...itemsOf(of).map(answerTo)).map((given) => {
    const entries = itemsOf(of).map(({ id }, index) => [id, given[index]] as const);
    return Object.fromEntries(
      entries.filter((entry): entry is [string, ItemAnswer] => entry[1] !== undefined),
    );
  });

/** A scheme with answers that pass `checkAnswers`. */
export const anyAssessment: fc.Arbitrary<{ scheme: Scheme; answers: Answers }> = anyScheme.chain(
  (of) => answersTo(of).map((answers) => ({ scheme: of, answers })),
);

export const anyFacts = fc.constantFrom<{ size?: 'large' | 'small' }>(
  { size: 'large' },
  { size: 'small' },
  {},
);
