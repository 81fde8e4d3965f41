import fc from 'fast-check';

import { schemeFromDocument } from '../pack/load';
import type { Scheme } from '../scheme';

/** Text as people write it: any characters, something visible in it. Also what a spreadsheet program might run. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((chars) => `文${chars}字`),
  fc.constantFrom('=1+1', '+加', '-减', '@提到', "'引号", '1.10', '两行\n文字', '_x0041_'),
);
const line = text.map((chars) => chars.replace(/[\n\r\u2028\u2029\u0085\v\f]/g, ''));
const localized = (isBilingual: boolean) =>
  isBilingual
    ? fc.record({ 'zh-CN': text, en: text })
    : fc.oneof(text, fc.record({ 'zh-CN': text, en: text }));
const origin = fc.record(
  {
    provenance: fc.constantFrom('verified', 'house', 'entered'),
    source: fc.constantFrom('doc', 'copy_2'),
  },
  { requiredKeys: ['provenance'] },
);

const deductions = (isBilingual: boolean) => (points: number) =>
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('fixed'),
      text: localized(isBilingual),
      deduct: fc.constant(points),
    }),
    fc
      .record(
        {
          kind: fc.constantFrom('per_missing', 'per_finding'),
          text: localized(isBilingual),
          deduct: fc.constant(points / 2),
          max: fc.constant(points),
        },
        { requiredKeys: ['kind', 'text', 'deduct'] },
      )
      .map((rule) => ({ ...rule, ...('max' in rule && { beyondItem: true }) })),
    fc.record({
      kind: fc.constant('choice'),
      text: localized(isBilingual),
      choices: fc.tuple(localized(isBilingual), localized(isBilingual)).map(([one, two]) => [
        { id: 'a', label: one, deduct: 0 },
        { id: 'b_2', label: two, deduct: points },
      ]),
    }),
    fc.record({
      kind: fc.constant('rate'),
      text: localized(isBilingual),
      bands: fc.constant([
        { atLeastPercent: 99.5, deduct: 0 },
        { atLeastPercent: 0, deduct: points },
      ]),
    }),
  );

const awards = (isBilingual: boolean) => (points: number) =>
  fc.record(
    {
      kind: fc.constant('award'),
      text: localized(isBilingual),
      award: fc.constant(points),
      perEach: fc.boolean(),
      max: fc.constant(points),
    },
    { requiredKeys: ['kind', 'text', 'award', 'perEach'] },
  );

const item = (isBilingual: boolean, isBonus: boolean) =>
  fc.integer({ min: 1, max: 40 }).chain((quarters) => {
    const points = quarters / 2;
    const rule = isBonus ? awards(isBilingual)(points) : deductions(isBilingual)(points);
    return fc.record(
      {
        points: fc.constant(points),
        clause: line,
        topic: localized(isBilingual),
        asked: localized(isBilingual),
        star: fc.boolean(),
        evidence: fc.array(
          isBilingual
            ? fc.record({ 'zh-CN': line, en: line })
            : fc.oneof(line, fc.record({ 'zh-CN': line, en: line })),
          { maxLength: 3 },
        ),
        rules: fc.array(fc.tuple(rule, origin), { minLength: 1, maxLength: 3 }),
        origin,
      },
      {
        requiredKeys: ['points', 'topic', 'asked', 'star', 'evidence', 'rules', 'origin'],
      },
    );
  });

const condition = (isBilingual: boolean) =>
  fc.record(
    {
      clause: line,
      text: localized(isBilingual),
      proof: fc.array(
        isBilingual
          ? fc.record({ 'zh-CN': line, en: line })
          : fc.oneof(line, fc.record({ 'zh-CN': line, en: line })),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['text', 'proof'] },
  );

const sum = (parts: readonly { points: number }[]): number =>
  parts.reduce((total, { points }) => total + points, 0);

const section = (isBilingual: boolean, bonus: boolean) =>
  fc
    .array(
      fc.record(
        {
          title: localized(isBilingual),
          origin,
          // Below 1 the floors of the grades could not be reached.
          ...(bonus ? {} : { factor: fc.constantFrom(1, 1.25) }),
          subsystem2003: line,
          area2017: line,
          items: fc.array(item(isBilingual, bonus), { minLength: 1, maxLength: 3 }),
        },
        { requiredKeys: ['title', 'origin', 'items'] },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .chain((groups) =>
      fc.record({ groups: fc.constant(groups), title: localized(isBilingual), origin }),
    )
    .map(({ groups, title, origin: from }) => ({ groups, title, ...from, bonus }));

type Section = ReturnType<typeof section> extends fc.Arbitrary<infer T> ? T : never;

const numbered = ({ groups, ...rest }: Section, index: number) => {
  const id = rest.bonus ? `B${String(index + 1)}` : String(index + 1);
  const filled = groups.map(({ items, origin: from, ...group }, g) => ({
    ...group,
    ...from,
    id: `${id}.${String(g + 1)}`,
    points: sum(items),
    items: items.map(({ rules, origin: itemFrom, ...part }, i) => ({
      ...part,
      ...itemFrom,
      id: `${id}.${String(g + 1)}.${String(i + 1)}`,
      rules: rules.map(([rule, ruleFrom], r) => ({ ...rule, ...ruleFrom, id: 'abc'[r] ?? 'd' })),
    })),
  }));
  return { ...rest, id, groups: filled, points: sum(filled) };
};

/** The first and the last deduction of the basic sections, for the same fact. */
const linkEnds = (sections: readonly ReturnType<typeof numbered>[]): void => {
  const rules = sections
    .filter(({ bonus }) => !bonus)
    .flatMap(({ groups }) => groups)
    .flatMap(({ items }) => items)
    .flatMap((part) =>
      part.rules.map((rule) => ({ id: `${part.id}-${rule.id}`, rule: rule as object })),
    );
  const [first, last] = [rules[0], rules.at(-1)];
  if (first === undefined || last === undefined || first === last) return;
  Object.assign(first.rule, { sameFactAs: [last.id], mostDirect: true });
  Object.assign(last.rule, { sameFactAs: [first.id] });
};

/** A share of a part, a veto that leaves a grade, and one that leaves none. */
const gatesOf = <Origin extends object>(
  { percent, text }: { readonly percent: number; readonly text: unknown },
  from: Origin,
): readonly object[] => {
  const veto = { kind: 'veto', rules: ['1.1.1-a'], text, ...from };
  return [
    { id: 'half', kind: 'section_share', sections: ['1'], atLeastPercent: percent, text, ...from },
    { ...veto, id: 'veto', items: ['1.1.1'], atLeastPercent: percent, capAt: 'A' },
    { ...veto, id: 'veto_2' },
  ];
};

/** Schemes that load, with everything that a workbook can say. */
export const arbitraryScheme: fc.Arbitrary<Scheme> = fc
  .boolean()
  .chain((isBilingual) =>
    fc.record(
      {
        isBilingual: fc.constant(isBilingual),
        isLinked: fc.boolean(),
        title: localized(isBilingual),
        basis: fc.array(line, { minLength: 1, maxLength: 3 }),
        notes: fc.array(localized(isBilingual), { maxLength: 2 }),
        terms: fc.dictionary(fc.constantFrom('evaluation', 'post_standard'), line),
        supersededBy: line,
        validFrom: fc.constant('2020-02-29'),
        validUntil: fc.constant('2026-01-01'),
        form: fc.constantFrom('2003', '2017'),
        isHistorical: fc.constant(true),
        targetGrades: fc.constant(['C', 'A', 'AA']),
        policies: fc.record({
          notApplicable: fc.constantFrom('full_marks', 'exclude'),
          notApplicableNeedsApproval: fc.boolean(),
          star: fc.constantFrom('none', 'not_required'),
        }),
        basic: fc.array(section(isBilingual, false), { minLength: 1, maxLength: 2 }),
        bonus: fc.array(section(isBilingual, true), { maxLength: 1 }),
        origin,
        isBroughtTo100: fc.boolean(),
        gate: fc.record({
          percent: fc.integer({ min: 0, max: 100 }),
          text: localized(isBilingual),
        }),
        conditions: fc.array(condition(isBilingual), { maxLength: 2 }),
        when: fc.option(
          fc.record(
            {
              size: fc.constant(['large', 'small']),
              industry: fc.constant(['agriculture']),
            },
            { requiredKeys: ['size'] },
          ),
        ),
      },
      {
        requiredKeys: [
          'isBilingual',
          'isLinked',
          'title',
          'basis',
          'notes',
          'terms',
          'policies',
          'basic',
          'bonus',
          'origin',
          'isBroughtTo100',
          'gate',
          'conditions',
          'when',
        ],
      },
    ),
  )
  .map(
    ({
      isBilingual,
      isLinked,
      isBroughtTo100,
      basic,
      bonus,
      gate,
      conditions,
      when,
      origin: from,
      ...rest
    }) => {
      const sections = [...basic.map(numbered), ...bonus.map(numbered)];
      if (isLinked) linkEnds(sections);
      const tablePoints = sum(sections.filter((part) => !part.bonus));
      const basicPoints = isBroughtTo100 ? 100 : tablePoints;
      const route = { id: '1', basic: basicPoints, ...(when === null ? {} : { when }) };
      const document = {
        ...rest,
        id: 'js-2025',
        version: '3.0.0',
        kind: 'scored',
        languages: isBilingual ? ['zh-CN', 'en'] : ['zh-CN'],
        sources: [
          { id: 'doc', title: '=评分表', note: '备注' },
          { id: 'copy_2', title: '副本' },
        ],
        basicPoints,
        ...(isBroughtTo100 && { tablePoints }),
        bonusPoints: sum(sections.filter((part) => part.bonus)),
        grades: [
          { id: 'AA', routes: [route, { id: 'two', total: basicPoints }], ...from },
          { id: 'A', routes: [{ id: '1', basic: basicPoints / 2 }], ...from },
        ],
        gates: gatesOf(gate, from),
        ...(conditions.length > 0 && {
          conditions: conditions.map((condition, index) => ({
            id: `c_${String(index)}`,
            ...condition,
            ...from,
          })),
        }),
        sections,
      };
      return schemeFromDocument({ name: 'arbitrary', document });
    },
  );
