import type {
  Gate,
  Hundredths,
  Rule,
  Scheme,
  SchemeGroup,
  SchemeItem,
  SchemeSection,
} from '../scheme';
import type {
  PackDocument,
  PackGate,
  PackGrade,
  PackItem,
  PackRule,
  PackSection,
} from './document';

const decimal = (hundredths: Hundredths): number => hundredths / 100;

/** `1.2-a` → `a`: ids are written without the number of the part around them. */
const ownId = (id: string, around: string): string => id.slice(around.length + 1);

const ruleDocument = (rule: Rule, itemId: string): PackRule => {
  const base = { ...rule, id: ownId(rule.id, itemId) };
  switch (base.kind) {
    case 'fixed':
      return { ...base, deduct: decimal(base.deduct) };
    case 'per_missing':
    case 'per_finding': {
      const { max, ...rest } = base;
      return {
        ...rest,
        deduct: decimal(base.deduct),
        ...(max !== undefined && { max: decimal(max) }),
      };
    }
    case 'choice':
      return {
        ...base,
        choices: base.choices.map((choice) => ({ ...choice, deduct: decimal(choice.deduct) })),
      };
    case 'rate':
      return {
        ...base,
        bands: base.bands.map((band) => ({ ...band, deduct: decimal(band.deduct) })),
      };
    case 'award': {
      const { max, ...rest } = base;
      return {
        ...rest,
        award: decimal(base.award),
        ...(max !== undefined && { max: decimal(max) }),
      };
    }
    case 'band':
      return {
        ...base,
        bands: base.bands.map((band) => ({ ...band, award: decimal(band.award) })),
      };
  }
};

/** Which readiness items serve it is no part of a pack. */
const itemDocument = ({ readinessItems: _serving, ...item }: SchemeItem): PackItem => ({
  ...item,
  points: decimal(item.points),
  rules: item.rules.map((rule) => ruleDocument(rule, item.id)),
});

const factorDocument = ({ factor }: { readonly factor?: number }) =>
  factor === undefined ? {} : { factor: decimal(factor) };

const groupDocument = (group: SchemeGroup) => ({
  ...group,
  ...factorDocument(group),
  points: decimal(group.points),
  items: group.items.map(itemDocument),
});

const sectionDocument = (section: SchemeSection): PackSection => ({
  ...section,
  ...factorDocument(section),
  points: decimal(section.points),
  groups: section.groups.map(groupDocument),
});

const gradeDocument = (grade: Scheme['grades'][number]): PackGrade => ({
  ...grade,
  routes: grade.routes.map(({ basic, bonus, total, ...route }) => ({
    ...route,
    id: ownId(route.id, grade.id),
    ...(basic !== undefined && { basic: decimal(basic) }),
    ...(bonus !== undefined && { bonus: decimal(bonus) }),
    ...(total !== undefined && { total: decimal(total) }),
  })),
});

/** Only lists that name something are written. */
const gateDocument = (gate: Gate): PackGate => {
  if (gate.kind === 'section_share') return gate;
  const { items, atLeastPercent, rules, ...rest } = gate;
  return {
    ...rest,
    ...(items.length > 0 && { items, atLeastPercent }),
    ...(rules.length > 0 && { rules }),
  };
};

/**
 * A scheme → a whole pack without a parent, ready to be written as YAML or JSON.
 * Loading it again gives the same scheme, but for how an entered table came in: no pack says that.
 */
export const documentFromScheme = ({
  tablePoints,
  entered: _entered,
  ...scheme
}: Scheme): PackDocument => ({
  ...scheme,
  basicPoints: decimal(scheme.basicPoints),
  bonusPoints: decimal(scheme.bonusPoints),
  ...(tablePoints !== undefined && { tablePoints: decimal(tablePoints) }),
  sections: scheme.sections.map(sectionDocument),
  grades: scheme.grades.map(gradeDocument),
  gates: scheme.gates.map(gateDocument),
});
