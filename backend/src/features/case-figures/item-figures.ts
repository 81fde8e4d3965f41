import type { LocalizedText } from '@liangxing/scheme';

/** What was counted of an item over cases; points in hundredths. */
export interface CountedOfItem {
  readonly itemId: string;
  /** Cases in which the gravest finding of it was 严重, or 一般. */
  readonly major: number;
  readonly minor: number;
  /** Cases in which it was given points, and what all of them lost together. */
  readonly judged: number;
  readonly lost: number;
}

/** How an item is called. */
export interface NamedItem {
  readonly itemId: string;
  readonly clause: string;
  readonly topic: LocalizedText;
}

export interface ItemFigure extends NamedItem, Pick<CountedOfItem, 'major' | 'minor'> {
  /** Hundredths of a percent: of all cases with findings, item by item, those of this and of all before it. */
  readonly cumulative: number;
  /** On average, in hundredths of a point; null where no points are given. */
  readonly lost: number | null;
}

/**
 * Items by how many cases had a finding of them (Pareto); what had none follows in the order of the scheme.
 * @param names in the order of the scheme; an item that is not among them is called by its id, and stands last
 */
export function itemFigures(
  counted: readonly CountedOfItem[],
  names: readonly NamedItem[],
): readonly ItemFigure[] {
  const places = new Map(names.map(({ itemId }, place) => [itemId, place]));
  const placeOf = ({ itemId }: CountedOfItem): number => places.get(itemId) ?? names.length;
  const inOrder = [...counted].sort(
    (one, other) =>
      casesOf(other) - casesOf(one) ||
      other.major - one.major ||
      placeOf(one) - placeOf(other) ||
      (one.itemId < other.itemId ? -1 : 1),
  );
  const all = inOrder.reduce((sum, one) => sum + casesOf(one), 0);
  let before = 0;
  return inOrder.map((one) => {
    before += casesOf(one);
    const { itemId, major, minor, judged, lost } = one;
    const { clause, topic } = names[placeOf(one)] ?? { clause: '', topic: { 'zh-CN': itemId } };
    return {
      ...{ itemId, clause, topic, major, minor },
      cumulative: all === 0 ? 0 : Math.round((before * 10_000) / all),
      lost: judged === 0 ? null : Math.round(lost / judged),
    };
  });
}

const casesOf = ({ major, minor }: Pick<CountedOfItem, 'major' | 'minor'>): number => major + minor;
