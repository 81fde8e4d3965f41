import type {
  ItemChecks,
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
