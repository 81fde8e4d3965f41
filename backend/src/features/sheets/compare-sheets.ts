import { listItems, type Scheme } from '@liangxing/scheme';
import type { ItemScore, Score } from '@liangxing/scoring';
import { BANDS, bandOf, meanDifference, weightedKappa, type Category } from './agreement';

/** Somebody's scores: an assessor's, or the enterprise's own. */
export interface Rated {
  /** Of the account; `self`: the enterprise. */
  readonly by: string;
  readonly score: Score;
}

/** How far two of them agree on one section, or on all; kappa in hundredths, the difference in hundredths of a point or of a percent. */
export interface Agreement {
  /** Null: all sections. */
  readonly sectionId: string | null;
  readonly one: string;
  readonly other: string;
  /** Items that both judged. */
  readonly items: number;
  readonly kappa: number | null;
  /** Of one less the other, per item. */
  readonly difference: number | null;
}

export const STATES: readonly string[] = ['not_met', 'partly', 'met'];

/** States of a readiness item, and bands of the points of another one; what does not apply has no category. */
export function categoryOf(isReadiness: boolean, item: ItemScore | undefined): Category {
  if (item === undefined) return null;
  if (isReadiness) return STATES.includes(item.state) ? STATES.indexOf(item.state) : null;
  const isJudged = item.state === 'assessed' || item.state === 'not_established';
  return isJudged && item.points > 0 ? bandOf(item.earned, item.points) : null;
}

/** A readiness item counts as in the share of its section: met all, partly half. */
export function valueOf(isReadiness: boolean, item: ItemScore | undefined): number | null {
  if (item === undefined || categoryOf(isReadiness, item) === null) return null;
  return isReadiness ? STATES.indexOf(item.state) * 5_000 : item.earned;
}

/** Every pair of assessors, and each of them with the enterprise, by section and on the whole. */
export function agreements(
  scheme: Scheme,
  assessors: readonly Rated[],
  self: Rated,
): readonly Agreement[] {
  const placed = listItems(scheme);
  const isReadiness = scheme.kind === 'readiness';
  const pairs = assessors.flatMap((one, index) =>
    [...assessors.slice(index + 1), self].map((other) => [one, other] as const),
  );
  return [null, ...scheme.sections.map(({ id }) => id)].flatMap((sectionId) => {
    const ids = placed
      .filter(({ section }) => sectionId === null || section.id === sectionId)
      .map(({ item }) => item.id);
    return pairs.map(([one, other]): Agreement => {
      const of = <Value>(rate: (ready: boolean, item: ItemScore | undefined) => Value, by: Rated) =>
        ids.map((id) => rate(isReadiness, by.score.items[id]));
      const [mine, theirs] = [of(categoryOf, one), of(categoryOf, other)];
      const kappa = weightedKappa(mine, theirs, isReadiness ? STATES.length : BANDS);
      const difference = meanDifference(of(valueOf, one), of(valueOf, other));
      return {
        ...{ sectionId, one: one.by, other: other.by },
        items: mine.filter((category, at) => category !== null && theirs[at] !== null).length,
        kappa: kappa === null ? null : Math.round(kappa * 100),
        difference: difference === null ? null : Math.round(difference),
      };
    });
  });
}
