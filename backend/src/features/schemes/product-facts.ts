import { indexItems, type Scheme, type SchemeItem } from '@liangxing/scheme';

/**
 * A published version that does not say yet what of the product answers its items, with what the newest version of the
 * scheme says of the same items: ids are never re-used. What the scheme itself asks for stays as it was published.
 */
export function withProductFacts(scheme: Scheme, newest: Scheme): Scheme {
  const known = indexItems(newest);
  const filled = (item: SchemeItem): SchemeItem => {
    const later = known.get(item.id)?.item;
    if (later === undefined || later.mode !== item.mode) return item;
    const { nodes, records, need, checks } = { ...later, ...item };
    return {
      ...item,
      ...(nodes && { nodes }),
      ...(records && { records }),
      ...(need && { need }),
      ...(checks && { checks }),
    };
  };
  return {
    ...scheme,
    sections: scheme.sections.map((section) => ({
      ...section,
      groups: section.groups.map((group) => ({ ...group, items: group.items.map(filled) })),
    })),
  };
}
