import { listItems } from '../lookup';
import type { Rule, Scheme } from '../scheme';
import { emptyEntry, type EntryContent, type EntryItem, type EntryRule } from './entry';

const shortId = (id: string, around: string): string => id.slice(around.length + 1);

function ruleOf(rule: Rule, itemId: string): EntryRule | null {
  const base = {
    id: shortId(rule.id, itemId),
    text: rule.text['zh-CN'],
    amount: null,
    max: null,
    beyond: rule.beyondItem ?? false,
    steps: [],
  };
  switch (rule.kind) {
    case 'fixed':
      return { ...base, kind: 'fixed', amount: rule.deduct };
    case 'per_missing':
    case 'per_finding':
      return { ...base, kind: rule.kind, amount: rule.deduct, max: rule.max ?? null };
    case 'choice':
      return {
        ...base,
        kind: 'choice',
        steps: rule.choices.map(({ id, label, deduct }) => ({
          id,
          label: label['zh-CN'],
          percent: null,
          amount: deduct,
        })),
      };
    case 'rate':
      return {
        ...base,
        kind: 'rate',
        steps: rule.bands.map(({ atLeastPercent, deduct }, index) => ({
          id: String(index + 1),
          label: '',
          percent: atLeastPercent,
          amount: deduct,
        })),
      };
    case 'award':
      return {
        ...base,
        kind: rule.perEach ? 'award_each' : 'award',
        amount: rule.award,
        max: rule.max ?? null,
      };
    case 'band':
      // No workbook carries these.
      return null;
  }
}

function conditionsOf(scheme: Scheme): Pick<EntryContent, 'routes' | 'gates'> {
  return {
    routes: scheme.grades.flatMap(({ id, routes }) =>
      routes.map((route) => ({
        id: route.id,
        grade: id,
        basic: route.basic ?? null,
        bonus: route.bonus ?? null,
        total: route.total ?? null,
        share: null,
        partShare: null,
      })),
    ),
    gates: scheme.gates.map((gate) => ({
      id: gate.id,
      kind: gate.kind,
      parts: gate.kind === 'section_share' ? gate.sections : [],
      items: gate.kind === 'veto' ? gate.items : [],
      rules: gate.kind === 'veto' ? gate.rules : [],
      percent: gate.kind === 'veto' && gate.items.length === 0 ? null : gate.atLeastPercent,
      capAt: gate.capAt ?? '',
      text: gate.text['zh-CN'],
    })),
  };
}

/**
 * A scheme as a workbook gave it → an entry in draft. What an entry has no field for stays in the scheme, which is
 * kept beside it (`schemeFromEntry`).
 */
export function entryFromScheme(scheme: Scheme): EntryContent {
  const empty = emptyEntry();
  const alone = (section: Scheme['sections'][number]): boolean =>
    section.groups.length === 1 && section.groups[0]?.id === section.id;
  return {
    ...empty,
    title: scheme.title['zh-CN'],
    basicPoints: scheme.basicPoints,
    bonusPoints: scheme.bonusPoints,
    tablePoints: scheme.tablePoints ?? null,
    parts: scheme.sections.map((section) => ({
      id: section.id,
      title: section.title['zh-CN'],
      points: section.points,
      bonus: section.bonus,
      factor: section.factor ?? (alone(section) ? (section.groups[0]?.factor ?? null) : null),
    })),
    groups: scheme.sections
      .filter((section) => !alone(section))
      .flatMap((section) =>
        section.groups.map((group) => ({
          id: group.id,
          part: section.id,
          title: group.title['zh-CN'],
          points: group.points,
          factor: group.factor ?? null,
        })),
      ),
    items: listItems(scheme).map(({ item, group }): EntryItem => ({
      id: item.id,
      under: group.id,
      clause: item.clause ?? '',
      topic: item.topic['zh-CN'],
      asked: item.asked['zh-CN'],
      points: item.points,
      star: item.star,
      evidence: item.evidence.map((text) => text['zh-CN']),
      rules: item.rules.flatMap((rule) => ruleOf(rule, item.id) ?? []),
      mappedTo: [],
    })),
    ...conditionsOf(scheme),
    policies: scheme.policies,
  };
}
