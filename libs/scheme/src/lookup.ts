import type {
  ItemChecks,
  Gate,
  Grade,
  Hundredths,
  ApplicationCondition,
  Language,
  LocalizedText,
  ReadinessThresholds,
  Rule,
  Scheme,
  SchemeGroup,
  SchemeItem,
  SchemeSection,
} from './scheme';

/** An item together with where it stands. */
export interface PlacedItem {
  readonly item: SchemeItem;
  readonly group: SchemeGroup;
  readonly section: SchemeSection;
}

/** Items of a scheme in printed order, basic sections first. */
export const listItems = (scheme: Scheme): readonly PlacedItem[] =>
  scheme.sections.flatMap((section) =>
    section.groups.flatMap((group) => group.items.map((item) => ({ item, group, section }))),
  );

/** Items by id. Build it once where many are looked up. */
export const indexItems = (scheme: Scheme): ReadonlyMap<string, PlacedItem> =>
  new Map(listItems(scheme).map((placed) => [placed.item.id, placed]));

/** One item by its number (`2.4.3`), or `undefined`. */
export const findItem = (scheme: Scheme, id: string): SchemeItem | undefined => {
  for (const section of scheme.sections)
    for (const group of section.groups)
      for (const item of group.items) if (item.id === id) return item;
  return undefined;
};

/** One section by its id (`2`, `B1`), or `undefined`. */
export const findSection = (scheme: Scheme, id: string): SchemeSection | undefined =>
  scheme.sections.find((section) => section.id === id);

/** One rule of an item by its full id (`1.2-b`), or `undefined`. */
export const findRule = (item: SchemeItem, id: string): Rule | undefined =>
  item.rules.find((rule) => rule.id === id);

/** What must be so before anybody may apply, in printed order; empty where the scheme names nothing. */
export const conditionsOf = ({ conditions }: Scheme): readonly ApplicationCondition[] =>
  conditions ?? [];

const OWN_PREFIX = 'own-';

/** Whether an organization entered the scheme itself; none of those that everybody has begins so. */
export const isOwnId = (id: string): boolean => id.startsWith(OWN_PREFIX);

/** The id under which an organization keeps a scheme as its own. */
export const ownIdOf = ({ id }: Pick<Scheme, 'id'>): string => (isOwnId(id) ? id : OWN_PREFIX + id);

/** Under which an enterprise keeps a table of a body: tables of two bodies never meet, whatever ids their files have. */
export const takenOverId = (id: string, bodyId: string): string =>
  `${ownIdOf({ id }).slice(0, 40)}-b${bodyId.slice(0, 8)}`;

/** The text in a language, or in Chinese where it was not translated. */
export const textIn = (text: LocalizedText, language: Language): string =>
  text[language] ?? text['zh-CN'];

/**
 * True from the scheme's first day until the day before `validUntil`.
 * @param on the day asked about, `YYYY-MM-DD`
 */
export const isInForce = (scheme: Scheme, on: string): boolean =>
  (scheme.validFrom === undefined || scheme.validFrom <= on) &&
  (scheme.validUntil === undefined || on < scheme.validUntil);

/** Whether nobody is evaluated by a scheme any more, by its own word or by its last day. */
export const isHistorical = (scheme: Scheme, on: string): boolean =>
  scheme.isHistorical === true || (scheme.validUntil !== undefined && scheme.validUntil <= on);

/**
 * Grades that may be applied for, lowest first: those that the scheme names, else those it gives. The order is the
 * pack's; the letters of a grade say nothing about it.
 */
export const targetGradesOf = (scheme: Scheme): readonly string[] =>
  scheme.targetGrades ?? scheme.grades.map(({ id }) => id).reverse();

/**
 * Whether one grade is at least another, by their places.
 * @param lowestFirst as `targetGradesOf` gives them; a grade outside them is below all
 */
export const isAtLeastGrade = (
  lowestFirst: readonly string[],
  grade: string,
  other: string,
): boolean => lowestFirst.indexOf(grade) >= lowestFirst.indexOf(other);

/** Whether a failing gate excludes a grade: those above its cap, or all. */
export const excludesGrade = (scheme: Scheme, gate: Gate, { id }: Pick<Grade, 'id'>): boolean => {
  if (gate.capAt === undefined) return true;
  const place = (grade: string): number => scheme.grades.findIndex((each) => each.id === grade);
  return place(id) < place(gate.capAt);
};

export const hasFactors = ({ sections }: Scheme): boolean =>
  sections.some(
    ({ factor, groups }) =>
      factor !== undefined || groups.some((group) => group.factor !== undefined),
  );

/** The most basic points that a result can have; less than `basicPoints` where factors are below 1. */
export const mostBasic = (scheme: Scheme): Hundredths => {
  if (!hasFactors(scheme)) return scheme.basicPoints;
  let [points, weighted] = [0, 0];
  for (const section of scheme.sections.filter(({ bonus }) => !bonus))
    for (const group of section.groups) {
      points += group.points;
      weighted += group.points * (section.factor ?? group.factor ?? 100);
    }
  if (scheme.tablePoints === undefined) return Math.floor(weighted / 100);
  return points === 0 ? 0 : Math.floor((weighted * scheme.basicPoints) / (points * 100));
};

/** True where a figure of the scheme was written by us: its result is a 预评（参考）. */
export const hasHouseFigures = (scheme: Scheme): boolean =>
  listItems(scheme).some(
    ({ item }) =>
      item.provenance === 'house' || item.rules.some((rule) => rule.provenance === 'house'),
  );

/** What is looked at for an item; one that does not say: documents where it names nodes, and that it is practised. */
export const checksOf = ({ checks, nodes = [] }: SchemeItem): ItemChecks =>
  checks ?? {
    ...(nodes.length > 0 && { document: true as const }),
    operation: { sampled: false },
  };

const OUR_THRESHOLDS: ReadinessThresholds = {
  monthsBack: 12,
  partlyFromPercent: 70,
  metFromPercent: 95,
  provenance: 'house',
};

/** Thresholds of the operation check; those of a scheme that names none are ours. */
export const thresholdsOf = ({ readiness }: Scheme): ReadinessThresholds =>
  readiness ?? OUR_THRESHOLDS;

/** Ids of the items that a structure node's standards answer, by the node's code, in the scheme's order. */
export const itemsByNode = (scheme: Scheme): Readonly<Record<string, readonly string[]>> => {
  const found: Record<string, string[]> = {};
  for (const { item } of listItems(scheme))
    for (const node of item.nodes ?? []) (found[node] ??= []).push(item.id);
  return found;
};

/** Ids of the items that ask for one of the product's lists. */
export const itemsAsking = (scheme: Scheme, recordKind: string): readonly string[] =>
  listItems(scheme)
    .filter(({ item }) => item.records?.includes(recordKind) === true)
    .map(({ item }) => item.id);
