import type {
  Gate,
  Grade,
  Route,
  Rule,
  Scheme,
  SchemeItem,
  SchemePolicies,
  SchemeSection,
} from '@liangxing/scheme';
import type { ItemAnswer, RuleAnswer } from '../answer';

/** Small schemes for tests. Points are given in points, not hundredths, because a reader thinks in points. */

const text = (chinese: string) => ({ 'zh-CN': chinese });
export const hundredths = (points: number): number => Math.round(points * 100);

export function fixed(id: string, deduct: number): Rule {
  return { id, kind: 'fixed', deduct: hundredths(deduct), text: text(id), provenance: 'verified' };
}

export function counted(id: string, deduct: number, max?: number): Rule {
  return {
    id,
    kind: 'per_missing',
    deduct: hundredths(deduct),
    ...(max === undefined ? {} : { max: hundredths(max) }),
    text: text(id),
    provenance: 'verified',
  };
}

export function choice(id: string, ...deducts: number[]): Rule {
  return {
    id,
    kind: 'choice',
    choices: deducts.map((deduct, index) => ({
      id: `c${index}`,
      label: text(`选项 ${index}`),
      deduct: hundredths(deduct),
    })),
    text: text(id),
    provenance: 'verified',
  };
}

export function rate(id: string, ...bands: [atLeastPercent: number, deduct: number][]): Rule {
  return {
    id,
    kind: 'rate',
    bands: bands.map(([atLeastPercent, deduct]) => ({
      atLeastPercent,
      deduct: hundredths(deduct),
    })),
    text: text(id),
    provenance: 'verified',
  };
}

export function award(id: string, points: number, perEach = false, max?: number): Rule {
  return {
    id,
    kind: 'award',
    award: hundredths(points),
    perEach,
    ...(max === undefined ? {} : { max: hundredths(max) }),
    text: text(id),
    provenance: 'verified',
  };
}

export function item(
  id: string,
  points: number,
  rules: Rule[],
  more: Partial<SchemeItem> = {},
): SchemeItem {
  return {
    id,
    topic: text(id),
    asked: text(id),
    evidence: [],
    points: hundredths(points),
    rules,
    star: false,
    mode: 'deduct',
    provenance: 'verified',
    ...more,
  };
}

/** A bonus item: earns from zero. */
export function bonusItem(id: string, points: number, rules: Rule[]): SchemeItem {
  return item(id, points, rules, { mode: 'earn' });
}

export function section(id: string, items: SchemeItem[], bonus = false): SchemeSection {
  const points = items.reduce((sum, each) => sum + each.points, 0);
  return {
    id,
    title: text(id),
    points,
    bonus,
    groups: [{ id, title: text(id), points, items }],
  };
}

export function grade(id: string, ...routes: Omit<Route, 'id'>[]): Grade {
  return {
    id,
    provenance: 'verified',
    routes: routes.map((route, index) => ({
      ...route,
      id: `${id}-${index + 1}`,
      ...(route.basic === undefined ? {} : { basic: hundredths(route.basic) }),
      ...(route.bonus === undefined ? {} : { bonus: hundredths(route.bonus) }),
      ...(route.total === undefined ? {} : { total: hundredths(route.total) }),
    })),
  };
}

export function gate(id: string, atLeastPercent: number, sections: string[]): Gate {
  return {
    id,
    kind: 'section_share',
    sections,
    atLeastPercent,
    text: text(id),
    provenance: 'verified',
  };
}

export function veto(
  id: string,
  named: { items?: string[]; atLeastPercent?: number; rules?: string[]; capAt?: string },
): Gate {
  const { items = [], atLeastPercent = 0, rules = [], capAt } = named;
  return {
    id,
    kind: 'veto',
    items,
    atLeastPercent,
    rules,
    ...(capAt === undefined ? {} : { capAt }),
    text: text(id),
    provenance: 'verified',
  };
}

/** 追加扣除: taken from the total. */
export const beyond = (rule: Rule): Rule => ({ ...rule, beyondItem: true });

/** @param factor as written: 0.85 */
export function weighed(of: SchemeSection, factor: number): SchemeSection {
  return { ...of, factor: hundredths(factor) };
}

interface SchemeParts {
  readonly sections: SchemeSection[];
  readonly grades?: Grade[];
  readonly gates?: Gate[];
  readonly policies?: Partial<SchemePolicies>;
  readonly kind?: Scheme['kind'];
  /** The result is brought to so many points. */
  readonly broughtTo?: number;
}

export function scheme({
  sections,
  grades = [],
  gates = [],
  policies,
  kind,
  broughtTo,
}: SchemeParts): Scheme {
  const sum = (bonus: boolean): number =>
    sections.filter((each) => each.bonus === bonus).reduce((all, each) => all + each.points, 0);
  return {
    id: 'test',
    version: '1.0.0',
    title: text('试验方案'),
    kind: kind ?? 'scored',
    basis: [],
    languages: ['zh-CN'],
    terms: {},
    notes: [],
    sources: [],
    basicPoints: broughtTo === undefined ? sum(false) : hundredths(broughtTo),
    ...(broughtTo === undefined ? {} : { tablePoints: sum(false) }),
    bonusPoints: sum(true),
    sections,
    grades,
    gates,
    policies: {
      notApplicable: 'full_marks',
      notApplicableNeedsApproval: true,
      star: 'none',
      ...policies,
    },
  };
}

/** The four grades of the national table of 2004. */
export const nationalGrades: Grade[] = [
  grade('AAAA', { basic: 390, total: 450 }, { basic: 380, total: 460 }),
  grade('AAA', { basic: 370 }, { basic: 360, total: 420 }),
  grade('AA', { basic: 320 }, { basic: 300, total: 350 }),
  grade('A', { basic: 280 }),
];

export function assessed(rules: Record<string, RuleAnswer> = {}): ItemAnswer {
  return { state: 'assessed', rules };
}

export const notEstablished: ItemAnswer = { state: 'not_established', rules: {} };
export const proposedNotApplicable: ItemAnswer = { state: 'not_applicable', rules: {} };
export const approvedNotApplicable: ItemAnswer = {
  state: 'not_applicable',
  rules: {},
  approval: { by: '江苏省市场监督管理局', on: '2026-05-08', document: '苏标函〔2026〕1号' },
};
