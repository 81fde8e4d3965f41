import { toHundredths } from '../points';
import type {
  ApplicationCondition,
  BandRule,
  ChoiceRule,
  Gate,
  Grade,
  Hundredths,
  LocalizedText,
  RateRule,
  Route,
  Rule,
  Scheme,
  SchemeGroup,
  SchemeItem,
  SchemeSection,
} from '../scheme';
import type {
  CompleteDocument,
  CompleteGroup,
  CompleteItem,
  CompleteRule,
  CompleteSection,
  PackRoute,
  PackText,
} from './document';
import type { IdPath } from './layers';

/** Called for each number of points that is not exact in hundredths. */
type OnInexact = (path: IdPath, points: number) => void;

type Points = (path: IdPath, value: number | undefined) => Hundredths;

const localized = (text: PackText): LocalizedText =>
  typeof text === 'string' ? { 'zh-CN': text } : text;

const optional = <K extends string, V>(
  key: K,
  value: V | null | undefined,
): Partial<Record<K, V>> =>
  value === undefined || value === null ? {} : ({ [key]: value } as Record<K, V>);

const isTrue = <K extends string>(key: K, value: boolean | undefined): Partial<Record<K, true>> =>
  optional(key, value === true ? true : undefined);

const normaliseBands = (
  rule: CompleteRule,
  path: IdPath,
  points: Points,
): { rate: RateRule['bands']; band: BandRule['bands'] } => ({
  rate: (rule.bands ?? []).map((band, index) => ({
    atLeastPercent: band.atLeastPercent ?? 0,
    deduct: points([...path, 'bands', index, 'deduct'], band.deduct),
  })),
  band: (rule.bands ?? []).map((band, index) => ({
    ...optional('when', band.when),
    anyOf: band.anyOf ?? {},
    award: points([...path, 'bands', index, 'award'], band.award),
  })),
});

const normaliseChoices = (
  rule: CompleteRule,
  path: IdPath,
  points: Points,
): ChoiceRule['choices'] =>
  (rule.choices ?? []).map((choice) => ({
    id: choice.id,
    label: localized(choice.label),
    deduct: points([...path, 'choices', { id: choice.id }, 'deduct'], choice.deduct),
  }));

const normaliseRule = (rule: CompleteRule, itemId: string, path: IdPath, points: Points): Rule => {
  const base = {
    id: `${itemId}-${rule.id}`,
    text: localized(rule.text),
    ...isTrue('beyondItem', rule.beyondItem),
    provenance: rule.provenance,
    ...optional('source', rule.source),
    ...optional('sameFactAs', rule.sameFactAs),
    ...optional('mostDirect', rule.mostDirect),
  };
  const cap = rule.max === undefined ? {} : { max: points([...path, 'max'], rule.max) };
  switch (rule.kind) {
    case 'fixed':
      return { ...base, kind: rule.kind, deduct: points([...path, 'deduct'], rule.deduct) };
    case 'per_missing':
    case 'per_finding':
      return { ...base, kind: rule.kind, deduct: points([...path, 'deduct'], rule.deduct), ...cap };
    case 'choice':
      return { ...base, kind: rule.kind, choices: normaliseChoices(rule, path, points) };
    case 'rate':
      return { ...base, kind: rule.kind, bands: normaliseBands(rule, path, points).rate };
    case 'award':
      return {
        ...base,
        kind: rule.kind,
        award: points([...path, 'award'], rule.award),
        perEach: rule.perEach ?? false,
        ...cap,
      };
    case 'band':
      return {
        ...base,
        kind: rule.kind,
        measures: (rule.measures ?? []).map((measure) => ({
          ...measure,
          label: localized(measure.label),
        })),
        bands: normaliseBands(rule, path, points).band,
      };
  }
};

/** What readiness is read from; nothing of it has a default, so that an old pack stays what it was. */
const normaliseReadiness = ({
  need,
  nodes,
  records,
  checks,
}: CompleteItem): Pick<SchemeItem, 'need' | 'nodes' | 'records' | 'checks'> => ({
  ...optional('need', need),
  ...optional('nodes', nodes),
  ...optional('records', records),
  ...(checks && {
    checks: {
      ...optional('document', checks.document),
      ...(checks.operation && { operation: { sampled: checks.operation.sampled ?? false } }),
      ...(checks.effect && { effect: { objective: localized(checks.effect.objective) } }),
    },
  }),
});

const normaliseItem = (
  item: CompleteItem,
  path: IdPath,
  defaultMode: SchemeItem['mode'],
  points: Points,
): SchemeItem => ({
  id: item.id,
  ...optional('clause', item.clause),
  topic: localized(item.topic),
  asked: localized(item.asked),
  evidence: (item.evidence ?? []).map(localized),
  points: points([...path, 'points'], item.points),
  rules: (item.rules ?? []).map((rule) =>
    normaliseRule(rule, item.id, [...path, 'rules', { id: rule.id }], points),
  ),
  star: item.star ?? false,
  mode: item.mode ?? defaultMode,
  ...normaliseReadiness(item),
  provenance: item.provenance,
  ...optional('source', item.source),
});

const normaliseGroup = (
  group: CompleteGroup,
  path: IdPath,
  defaultMode: SchemeItem['mode'],
  points: Points,
): SchemeGroup => ({
  id: group.id,
  title: localized(group.title),
  points: points([...path, 'points'], group.points),
  items: group.items.map((item) =>
    normaliseItem(item, [...path, 'items', { id: item.id }], defaultMode, points),
  ),
  ...optional(
    'factor',
    group.factor === undefined ? undefined : points([...path, 'factor'], group.factor),
  ),
  ...optional('subsystem2003', group.subsystem2003),
  ...optional('area2017', group.area2017),
  provenance: group.provenance,
  ...optional('source', group.source),
});

const normaliseSection = (
  section: CompleteSection,
  kind: Scheme['kind'],
  points: Points,
): SchemeSection => {
  const path: IdPath = ['sections', { id: section.id }];
  const bonus = section.bonus;
  const mode = kind === 'readiness' ? 'readiness' : bonus ? 'earn' : 'deduct';
  return {
    id: section.id,
    title: localized(section.title),
    points: points([...path, 'points'], section.points),
    bonus,
    groups: section.groups.map((group) =>
      normaliseGroup(group, [...path, 'groups', { id: group.id }], mode, points),
    ),
    ...optional(
      'factor',
      section.factor === undefined ? undefined : points([...path, 'factor'], section.factor),
    ),
    provenance: section.provenance,
    ...optional('source', section.source),
  };
};

const normaliseRoute = (route: PackRoute, gradeId: string, points: Points): Route => {
  const path: IdPath = ['grades', { id: gradeId }, 'routes', { id: route.id }];
  const floor = (key: 'basic' | 'bonus' | 'total') =>
    optional(key, route[key] === undefined ? undefined : points([...path, key], route[key]));
  return {
    id: `${gradeId}-${route.id}`,
    ...optional('when', route.when),
    ...floor('basic'),
    ...floor('bonus'),
    ...floor('total'),
  };
};

const normaliseGrades = (document: CompleteDocument, points: Points): Grade[] =>
  document.grades.map((grade) => ({
    id: grade.id,
    routes: grade.routes.map((route) => normaliseRoute(route, grade.id, points)),
    provenance: grade.provenance,
    ...optional('source', grade.source),
  }));

const normaliseGates = (document: CompleteDocument): Gate[] =>
  document.gates.map((gate) => {
    const base = {
      id: gate.id,
      atLeastPercent: gate.atLeastPercent ?? 0,
      ...optional('capAt', gate.capAt),
      text: localized(gate.text),
      provenance: gate.provenance,
      ...optional('source', gate.source),
    };
    return gate.kind === 'veto'
      ? { ...base, kind: gate.kind, items: gate.items ?? [], rules: gate.rules ?? [] }
      : { ...base, kind: gate.kind, sections: gate.sections ?? [] };
  });

const normaliseConditions = (document: CompleteDocument): ApplicationCondition[] | undefined =>
  document.conditions?.map((condition) => ({
    id: condition.id,
    ...optional('clause', condition.clause),
    text: localized(condition.text),
    proof: (condition.proof ?? []).map(localized),
    provenance: condition.provenance,
    ...optional('source', condition.source),
  }));

/**
 * A whole pack → the scheme that the rest of the product sees: points in hundredths, rule ids `1.2-a`, route ids
 * `AAAA-1`, every text by language, defaults filled in.
 */
export const normaliseScheme = (document: CompleteDocument, onInexact: OnInexact): Scheme => {
  const points: Points = (path, value) => {
    // Only readiness items may go without points; the check of sums finds the others.
    const hundredths = toHundredths(value ?? 0);
    if (hundredths === null) onInexact(path, value ?? 0);
    return hundredths ?? 0;
  };
  return {
    id: document.id,
    version: document.version,
    title: localized(document.title),
    kind: document.kind,
    ...optional('form', document.form),
    ...isTrue('isHistorical', document.isHistorical),
    ...optional('targetGrades', document.targetGrades),
    basis: document.basis,
    ...optional('validFrom', document.validFrom),
    ...optional('validUntil', document.validUntil),
    ...optional('supersededBy', document.supersededBy),
    languages: document.languages,
    terms: document.terms,
    notes: document.notes.map(localized),
    sources: document.sources,
    basicPoints: points(['basicPoints'], document.basicPoints),
    bonusPoints: points(['bonusPoints'], document.bonusPoints),
    ...optional(
      'tablePoints',
      document.tablePoints === undefined
        ? undefined
        : points(['tablePoints'], document.tablePoints),
    ),
    sections: document.sections.map((section) => normaliseSection(section, document.kind, points)),
    grades: normaliseGrades(document, points),
    gates: normaliseGates(document),
    ...optional('conditions', normaliseConditions(document)),
    policies: document.policies,
    ...(document.readiness && {
      readiness: { ...document.readiness, provenance: document.readiness.provenance ?? 'house' },
    }),
  };
};
