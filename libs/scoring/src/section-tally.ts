import type { Hundredths, Scheme, SchemePolicies } from '@liangxing/scheme';
import type { CompiledItem, CompiledScheme, CompiledSection } from './compiled-scheme';
import { fraction } from './exact';
import type { Totals } from './grade-gaps';
import type { ItemScore, ItemScoreState, SectionScore, ShareHundredths } from './score';

/** Running sums of one section, for the headline and for the case that every proposed N/A were approved. */
export interface SectionTally {
  readonly compiled: CompiledSection;
  readonly states: Record<ItemScoreState, number>;
  earned: Hundredths;
  /** The same after factors, in fine parts (`CompiledScheme.fine`); so are the lacks and gains below. */
  counted: number;
  /** Taken from the total beyond the items' points. */
  beyond: Hundredths;
  /** The part of it that ※ items take; they are left out wholly where they are left out. */
  starBeyond: Hundredths;
  /** Points of items that left the table: not applicable under `reweight` or `exclude`. */
  away: Hundredths;
  /** Points that ※ items lack to full marks; proposals that leave when approved are counted apart. */
  starLack: number;
  /** Points of proposed items, leaving once approved (`reweight`, `exclude`); and gained (`full_marks`), as they count. */
  proposed: Hundredths;
  proposedCounted: number;
  /** The part of `starLack` that belongs to proposed items. */
  proposedStarLack: number;
}

export function newTally(compiled: CompiledSection): SectionTally {
  return {
    compiled,
    states: {
      unanswered: 0,
      assessed: 0,
      not_established: 0,
      not_applicable: 0,
      proposed_not_applicable: 0,
      met: 0,
      partly: 0,
      not_met: 0,
    },
    earned: 0,
    counted: 0,
    beyond: 0,
    starBeyond: 0,
    away: 0,
    starLack: 0,
    proposed: 0,
    proposedCounted: 0,
    proposedStarLack: 0,
  };
}

export function addToTally(
  tally: SectionTally,
  item: CompiledItem,
  itemScore: ItemScore,
  policies: SchemePolicies,
): void {
  const { state } = itemScore;
  tally.states[state] += 1;
  tally.earned += itemScore.earned;
  tally.counted += itemScore.earned * item.weight;
  tally.beyond += itemScore.beyond ?? 0;
  if (item.star) tally.starBeyond += itemScore.beyond ?? 0;
  if (state === 'not_applicable' && policies.notApplicable !== 'full_marks')
    tally.away += item.points;
  const lack = item.star && !item.bonus ? (itemScore.points - itemScore.earned) * item.weight : 0;
  tally.starLack += lack;
  if (state === 'proposed_not_applicable') {
    tally.proposed += item.points;
    tally.proposedCounted += item.points * item.weight;
    tally.proposedStarLack += lack;
  }
}

/** Which of the four ways to look at the same answers. */
export interface View {
  /** Every proposed N/A counts as approved. */
  readonly approved: boolean;
  /** ※ items count as full marks. */
  readonly starsFull: boolean;
}

/**
 * What is earned, after factors and in fine parts, and points (hundredths) of the items that are in the table, in one
 * view, before reweighting.
 */
export function rawSection(
  tally: SectionTally,
  policies: SchemePolicies,
  view: View,
): { readonly earned: number; readonly present: Hundredths } {
  let earned = tally.counted + (view.starsFull ? tally.starLack : 0);
  let present = tally.compiled.itemPoints - tally.away;
  if (view.approved) {
    if (view.starsFull) earned -= tally.proposedStarLack;
    if (policies.notApplicable === 'full_marks') earned += tally.proposedCounted;
    else present -= tally.proposed;
  }
  return { earned, present };
}

/**
 * A section's points when the rest of it carries the weight of what left: earned ÷ present × full,
 * rounded half up to a hundredth (70 of 80 in a part of 100 → 87.5). A section that nothing is left of earns nothing:
 * what was not assessed proves nothing.
 */
export function reweighted(earned: Hundredths, present: Hundredths, full: Hundredths): Hundredths {
  if (present === full) return earned;
  if (present <= 0) return 0;
  return Math.floor((2 * earned * full + present) / (2 * present));
}

/** Points of a section under the N/A policy: only `exclude` makes it smaller. */
export function sectionPoints(
  tally: SectionTally,
  policies: SchemePolicies,
  approved: boolean,
): Hundredths {
  if (policies.notApplicable !== 'exclude') return tally.compiled.itemPoints;
  return tally.compiled.itemPoints - tally.away - (approved ? tally.proposed : 0);
}

/** How sums in fine parts become the basic points of a result. */
export interface Ruler {
  readonly fine: number;
  /** The result is sum × times ÷ (whole × fine), in hundredths. */
  readonly times: number;
  readonly whole: number;
}

/**
 * @param present points (hundredths) of the basic items that are in the table. Where nothing is left of it, nothing is
 * earned: what was not assessed proves nothing.
 */
export function rulerOf({ scheme, fine }: CompiledScheme, present: Hundredths): Ruler {
  if (scheme.tablePoints === undefined) return { fine, times: 1, whole: 1 };
  return present > 0
    ? { fine, times: scheme.basicPoints, whole: present }
    : { fine, times: 0, whole: 1 };
}

/** The basic points of a sum in fine parts, cut to a hundredth; a sum below zero gives none. */
export function basicOf({ fine, times, whole }: Ruler, sum: number): Hundredths {
  return Math.floor((Math.max(0, sum) * times) / (whole * fine));
}

/** What is taken from the total beyond a section's items. */
export function beyondOf(tally: SectionTally, { starsFull }: Pick<View, 'starsFull'>): Hundredths {
  return tally.beyond - (starsFull ? tally.starBeyond : 0);
}

/** Earned points by section and in sum, in one view. */
export function totalsOf(
  compiled: CompiledScheme,
  tallies: readonly SectionTally[],
  view: View,
): Totals {
  const { policies } = compiled.scheme;
  const { fine } = compiled;
  const fineSections: number[] = [];
  let [sum, bonus, table, beyond] = [0, 0, 0, 0];
  for (const tally of tallies) {
    const { earned, present } = rawSection(tally, policies, view);
    const points =
      policies.notApplicable === 'reweight'
        ? reweighted(earned, present, tally.compiled.itemPoints)
        : earned;
    fineSections.push(points);
    beyond += beyondOf(tally, view);
    if (tally.compiled.section.bonus) bonus += points / fine;
    else {
      sum += points;
      table += present;
    }
  }
  const ruler = rulerOf(compiled, table);
  const left = Math.max(0, sum - beyond * fine);
  return {
    fineSections,
    sections: fineSections.map((points) => Math.floor(points / fine)),
    basic: basicOf(ruler, left),
    bonus,
    beyond,
    exact: exactOf(compiled, ruler, left, bonus),
  };
}

function exactOf(
  { scheme, fine }: CompiledScheme,
  { times, whole }: Ruler,
  sum: number,
  bonus: Hundredths,
): Totals['exact'] {
  if (fine === 1 && scheme.tablePoints === undefined) return null;
  const under = whole * fine;
  return {
    basic: fraction(sum * times, under * 100),
    total: fraction(sum * times + bonus * under, under * 100),
  };
}

/** One section of the result. */
export function sectionScore(
  tally: SectionTally,
  earned: Hundredths,
  scheme: Scheme,
): SectionScore {
  const { compiled } = tally;
  return {
    sectionId: compiled.section.id,
    bonus: compiled.section.bonus,
    points: sectionPoints(tally, scheme.policies, false),
    earned,
    itemPoints: compiled.itemPoints - tally.away,
    itemEarned: tally.earned,
    answered: compiled.items - tally.states.unanswered,
    items: compiled.items,
    states: tally.states,
    readiness: readinessOf([tally], scheme, false),
  };
}

/**
 * Readiness: (met + ½ partly) ÷ items that apply, as hundredths of a percent, rounded half up.
 * Unanswered and proposed-N/A items apply and count as not met, except that `approved` lets the proposals go.
 */
export function readinessOf(
  tallies: readonly SectionTally[],
  scheme: Scheme,
  approved: boolean,
): ShareHundredths | null {
  if (scheme.kind !== 'readiness') return null;
  let halves = 0;
  let items = 0;
  for (const { states, compiled } of tallies) {
    halves += 2 * states.met + states.partly;
    items += compiled.items - states.not_applicable;
    if (approved) items -= states.proposed_not_applicable;
  }
  return items === 0 ? null : Math.floor((halves * 10_000 + items) / (2 * items));
}
