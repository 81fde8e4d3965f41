import type { Hundredths, Scheme } from '@liangxing/scheme';
import { compileScheme, type CompiledItem } from './compiled-scheme';
import type { ItemScore, Score, ShareHundredths } from './score';

export type Level = 'item' | 'group' | 'section';

/** Where points are lost, with what is taken from the total beyond an item. */
export interface Loss {
  readonly id: string;
  readonly sectionId: string;
  readonly lost: Hundredths;
  /** Of all points lost, and the same of this and all greater losses; the last one is 10000. */
  readonly share: ShareHundredths;
  readonly cumulative: ShareHundredths;
}

/**
 * Lost points from the greatest down, for a Pareto chart; of equals the first in the scheme stays first.
 * Unanswered items are lost as long as they are unanswered; items that are not applicable are not. Points are those
 * of the items, before reweighting. Bonus points not earned are not "lost" and only listed when asked for.
 */
export function paretoOfLosses(
  scheme: Scheme,
  score: Score,
  { level = 'item', bonus = false }: { readonly level?: Level; readonly bonus?: boolean } = {},
): Loss[] {
  const sums = sumBy(scheme, score, level).filter((each) => each.bonus === bonus);
  const losses = sums
    .map(({ id, sectionId, points, earned, beyond }) => ({
      id,
      sectionId,
      lost: points - earned + beyond,
    }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost);
  const all = losses.reduce((sum, { lost }) => sum + lost, 0);
  let running = 0;
  return losses.map((loss) => {
    running += loss.lost;
    return { ...loss, share: shareOf(loss.lost, all), cumulative: shareOf(running, all) };
  });
}

/** One spoke of a radar chart. */
export interface RadarAxis {
  readonly id: string;
  readonly points: Hundredths;
  readonly earned: Hundredths;
  /** Earned ÷ points, or the readiness; null where nothing is left to be assessed. */
  readonly share: ShareHundredths | null;
}

/** Shares by section (as weighed in the result) or by group (as the items stand), in the scheme's order. */
export function radar(
  scheme: Scheme,
  score: Score,
  { level = 'section', bonus = false }: { readonly level?: Level; readonly bonus?: boolean } = {},
): RadarAxis[] {
  if (level === 'section')
    return score.sections
      .filter((section) => section.bonus === bonus)
      .map(({ sectionId: id, points, earned, readiness }) => ({
        id,
        points,
        earned,
        share: readiness ?? (points > 0 ? shareOf(earned, points) : null),
      }));
  return sumBy(scheme, score, level)
    .filter((each) => each.bonus === bonus)
    .map((sum) => {
      const { id, points, earned } = sum;
      const [part, whole] =
        scheme.kind === 'readiness' ? [sum.halves, 2 * sum.applying] : [earned, points];
      return { id, points, earned, share: whole > 0 ? shareOf(part, whole) : null };
    });
}

/** Part ÷ whole in hundredths of a percent, rounded half up; 0 of nothing. */
export function shareOf(part: number, whole: number): ShareHundredths {
  return whole === 0 ? 0 : Math.floor((part * 20_000 + whole) / (2 * whole));
}

interface Sum {
  readonly id: string;
  readonly sectionId: string;
  readonly bonus: boolean;
  points: Hundredths;
  earned: Hundredths;
  beyond: Hundredths;
  /** Items that apply, and their readiness in halves. */
  applying: number;
  halves: number;
}

function sumBy(scheme: Scheme, score: Score, level: Level): Sum[] {
  const sums = new Map<string, Sum>();
  for (const item of compileScheme(scheme).items) {
    const itemScore = score.items[item.id];
    if (itemScore === undefined) continue;
    const sectionId = scheme.sections[item.section]?.id ?? '';
    const id = placeOf(item, sectionId, level);
    // Groups may be numbered alike in two sections.
    const key = `${item.section}\n${id}`;
    const sum = sums.get(key) ?? {
      id,
      sectionId,
      bonus: item.bonus,
      points: 0,
      earned: 0,
      beyond: 0,
      applying: 0,
      halves: 0,
    };
    addTo(sum, itemScore);
    sums.set(key, sum);
  }
  return [...sums.values()];
}

function addTo(sum: Sum, { points, earned, beyond = 0, state }: ItemScore): void {
  sum.beyond += beyond;
  sum.points += points;
  sum.earned += earned;
  if (state !== 'not_applicable') sum.applying += 1;
  if (state === 'met') sum.halves += 2;
  if (state === 'partly') sum.halves += 1;
}

function placeOf(item: CompiledItem, sectionId: string, level: Level): string {
  if (level === 'item') return item.id;
  return level === 'group' ? item.groupId : sectionId;
}
