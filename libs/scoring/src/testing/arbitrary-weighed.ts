import fc from 'fast-check';
import type { Gate, Rule, Scheme, SchemeItem } from '@liangxing/scheme';
import type { Answers } from '../answer';
import { answersTo, deduction, extraItem } from './arbitrary-assessment';
import {
  beyond,
  choice,
  counted,
  fixed,
  gate,
  grade,
  item,
  scheme,
  section,
  veto,
  weighed,
} from './scheme-builder';

/** Random small schemes with factors, results brought to a hundred, vetoes, caps and deductions beyond items. */

const half = fc.integer({ min: 1, max: 6 }).map((halves) => halves / 2);

const extra = (id: string): fc.Arbitrary<Rule> =>
  fc
    .oneof(
      half.map((points) => fixed(id, points)),
      half.map((each) => counted(id, each, each * 2)),
      half.map((points) => choice(id, 0, points, points + 1)),
    )
    .map(beyond);

const weighedItem = (id: string): fc.Arbitrary<SchemeItem> =>
  fc
    .tuple(
      fc.integer({ min: 2, max: 8 }).map((halves) => halves / 2),
      fc.oneof(
        fc.tuple(deduction(`${id}-a`)),
        fc.tuple(deduction(`${id}-a`), deduction(`${id}-b`)),
        fc.tuple(deduction(`${id}-a`), extra(`${id}-b`)),
        fc.tuple(extra(`${id}-a`)),
      ),
      fc.boolean(),
    )
    .map(([points, rules, star]) => item(id, points, rules, { star }));

const anyVeto = (id: string, rules: readonly string[]): fc.Arbitrary<Gate> =>
  fc
    .record({
      items: fc.subarray(['1.1', '2.1'], { minLength: 1 }),
      atLeastPercent: fc.integer({ min: 1, max: 100 }),
      rules: fc.subarray([...rules]),
      hasItems: fc.boolean(),
      capAt: fc.option(fc.constant('A')),
    })
    .map(({ items, atLeastPercent, rules: named, hasItems, capAt }) =>
      veto(id, {
        ...(hasItems || named.length === 0 ? { items, atLeastPercent } : {}),
        rules: named,
        ...(capAt === null ? {} : { capAt }),
      }),
    );

const factor = fc.option(fc.constantFrom(0.5, 0.85, 0.9, 0.33, 1.2));

const floor = fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2);
const percent = fc.integer({ min: 20, max: 105 });

const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({
    first: fc.tuple(weighedItem('1.1'), weighedItem('1.2')),
    second: fc.tuple(weighedItem('2.1')),
    bonus: extraItem('B1'),
    factors: fc.tuple(factor, factor),
    isInGroup: fc.boolean(),
    broughtTo: fc.option(fc.constantFrom(100, 60)),
    floors: fc.tuple(floor, floor, floor),
    percents: fc.tuple(percent, percent, percent),
    share: fc.option(fc.tuple(fc.integer({ min: 20, max: 90 }), fc.boolean())),
    notApplicable: fc.constantFrom('full_marks' as const, 'exclude' as const),
    star: fc.constantFrom('none' as const, 'not_required' as const),
  })
  .chain((parts) => {
    const rules = [...parts.first, ...parts.second].flatMap((each) =>
      each.rules.map(({ id }) => id),
    );
    return fc.option(anyVeto('v', rules)).map((gateOf) => ({ ...parts, veto: gateOf }));
  })
  .map(({ first, second, bonus, factors, isInGroup, broughtTo, floors, percents, ...rest }) => {
    const sections = [section('1', [...first]), section('2', [...second])].map((each, index) => {
      const by = factors[index] ?? null;
      if (by === null) return each;
      if (!isInGroup) return weighed(each, by);
      return { ...each, groups: each.groups.map((group) => ({ ...group, factor: by * 100 })) };
    });
    const [basic, more, plain] =
      broughtTo === null ? floors : percents.map((each) => (each * broughtTo) / 100);
    const caps = rest.share?.[1] ? { capAt: 'A' } : {};
    return scheme({
      sections: [...sections, section('B', [bonus], true)],
      grades: [
        grade('AAA', { basic: basic ?? 0, total: Math.max(basic ?? 0, more ?? 0) + 1 }),
        grade('A', { basic: plain ?? 0 }, { total: (plain ?? 0) + 1 }),
      ],
      gates: [
        ...(rest.share ? [{ ...gate('g', rest.share[0], ['1', '2']), ...caps }] : []),
        ...(rest.veto ? [rest.veto] : []),
      ],
      policies: { notApplicable: rest.notApplicable, star: rest.star },
      ...(broughtTo === null ? {} : { broughtTo }),
    });
  });

/** A scheme with answers that pass `checkAnswers`. */
export const anyWeighedAssessment: fc.Arbitrary<{ scheme: Scheme; answers: Answers }> =
  anyScheme.chain((of) => answersTo(of).map((answers) => ({ scheme: of, answers })));
