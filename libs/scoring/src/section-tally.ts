import type { Hundredths, Scheme, SchemePolicies } from '@liangxing/scheme';
import type { CompiledItem, CompiledSection } from './compiled-scheme';
import type { Totals } from './grade-gaps';
import type { ItemScore, ItemScoreState, SectionScore, ShareHundredths } from './score';

/** Running sums of one section, for the headline and for the case that every proposed N/A were approved. */
export interface SectionTally {
  readonly compiled: CompiledSection;
  readonly states: Record<ItemScoreState, number>;
  earned: Hundredths;
  /** Points of items that left the table: not applicable under `reweight` or `exclude`. */
  away: Hundredths;
  /** Points that ※ items lack to full marks; proposals that leave when approved are counted apart. */
  starLack: Hundredths;
  /** Points of proposed items: gained (`full_marks`) or leaving (`reweight`, `exclude`) once approved. */
  proposed: Hundredths;
  /** The part of `starLack` that belongs to proposed items. */
  proposedStarLack: Hundredths;
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
    away: 0,
    starLack: 0,
    proposed: 0,
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
  if (state === 'not_applicable' && policies.notApplicable !== 'full_marks')
    tally.away += item.points;
  const lack = item.item.star && !item.bonus ? itemScore.points - itemScore.earned : 0;
  tally.starLack += lack;
  if (state === 'proposed_not_applicable') {
    tally.proposed += item.points;
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

/** Earned points and points of the items that are in the table, in one view, before reweighting. */
export function rawSection(
  tally: SectionTally,
  policies: SchemePolicies,
  view: View,
): { readonly earned: Hundredths; readonly present: Hundredths } {
  let earned = tally.earned + (view.starsFull ? tally.starLack : 0);
  let present = tally.compiled.itemPoints - tally.away;
  if (view.approved) {
    if (view.starsFull) earned -= tally.proposedStarLack;
    if (policies.notApplicable === 'full_marks') earned += tally.proposed;
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

/** Earned points by section and in sum, in one view. */
export function totalsOf(
  tallies: readonly SectionTally[],
  policies: SchemePolicies,
  view: View,
): Totals {
  const sections: Hundredths[] = [];
  let basic = 0;
  let bonus = 0;
  for (const tally of tallies) {
    const { earned, present } = rawSection(tally, policies, view);
    const points =
      policies.notApplicable === 'reweight'
        ? reweighted(earned, present, tally.compiled.itemPoints)
        : earned;
    sections.push(points);
    if (tally.compiled.section.bonus) bonus += points;
    else basic += points;
  }
  return { sections, basic, bonus };
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
