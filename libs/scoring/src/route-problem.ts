import {
  excludesGrade,
  type Gate,
  type Grade,
  type Hundredths,
  type Route,
  type Scheme,
  type VetoGate,
} from '@liangxing/scheme';
import type { Answers, EnterpriseFacts } from './answer';
import type { CompiledScheme } from './compiled-scheme';
import { planItem, type ItemPlan } from './correction-plan';
import type { Correction, CorrectionStep } from './corrections';
import { greatestDivisor } from './exact';
import { either, last, mapped, nothing, oneOf, sum, type Frontier } from './frontier';
import { gateFloor, leavesStarsOut } from './grade-gaps';
import {
  beyondFrontier,
  countedUnit,
  isIdle,
  itemFrontier,
  stateStep,
  unitOf,
  type Allowed,
} from './item-frontier';
import { tallyAnswers } from './scorer';
import {
  beyondOf,
  rawSection,
  reweighted,
  rulerOf,
  sectionPoints,
  type Ruler,
  type SectionTally,
} from './section-tally';
import { failedVetoes, vetoesByItem, type ItemVeto } from './vetoes';
import { fits } from './when';

/** One section as the target grade sees it. */
interface SectionProblem {
  readonly bonus: boolean;
  readonly plans: readonly ItemPlan[];
  /**
   * What it counts after gaining some more, with some points of proposed N/A items approved to leave: plainly added,
   * except where the section is reweighted.
   */
  readonly after: (gain: number, leaving: Hundredths) => number;
  readonly isReweighted: boolean;
  /** The highest floor that a gate sets for it. */
  readonly floor: number;
}

/** What must be gained for a grade, and what can be. Sums and gains are in fine parts (`CompiledScheme.fine`). */
export interface Problem {
  readonly sections: readonly SectionProblem[];
  readonly allowed: Allowed;
  readonly unit: number;
  readonly ruler: Ruler;
  /** Sums now; the basic one may lie below zero by deductions beyond items. */
  readonly basic: number;
  readonly bonus: number;
  /** Routes that fit the enterprise. */
  readonly routes: readonly Route[];
  readonly vetoes: ReadonlyMap<string, ItemVeto>;
  /** A veto stands that no correction lifts. */
  readonly isVetoed: boolean;
}

/** The problem of reaching a grade from some answers with some corrections. */
export function pose(
  compiled: CompiledScheme,
  answers: Answers,
  facts: EnterpriseFacts,
  grade: Grade,
  corrections: readonly Correction[],
): Problem {
  const { scheme } = compiled;
  const starsFull = leavesStarsOut(scheme, grade.id);
  const plans = compiled.items.flatMap((item) => {
    // A star item already counts as full marks for this grade: mending it gains nothing here.
    if (starsFull && item.star && !item.bonus) return [];
    return planItem(item, answers[item.id], facts, scheme.policies) ?? [];
  });
  const { tallies, items } = tallyAnswers(compiled, answers, facts);
  const gates = scheme.gates.filter((gate) => excludesGrade(scheme, gate, grade));
  const sections = tallies.map((tally, index) =>
    poseSection(
      compiled,
      tally,
      plans.filter(({ item }) => item.section === index),
      gates,
      starsFull,
    ),
  );
  const earned = (bonus: boolean): number =>
    sections.reduce((all, each) => all + (each.bonus === bonus ? each.after(0, 0) : 0), 0);
  const beyond = tallies.reduce((all, tally) => all + beyondOf(tally, { starsFull }), 0);
  // Under a result brought to other points nothing leaves the table by a correction.
  const present = tallies.reduce((all, tally) => all + presentOf(tally, scheme), 0);
  const standing = failedVetoes(compiled, items, answers, facts).filter(({ gateId, itemId }) => {
    const isOut = starsFull && compiled.byId.get(itemId)?.star === true;
    return !isOut && gates.some(({ id }) => id === gateId);
  });
  const byItem = new Map(plans.map((plan) => [plan.item.id, plan]));
  return {
    sections,
    allowed: new Map(corrections.map((correction) => [correction.id, correction])),
    unit: sections.some((each) => each.isReweighted && each.plans.length > 0)
      ? 1
      : unitOfSums(plans, compiled.fine),
    ruler: rulerOf(compiled, present),
    basic: earned(false) - beyond * compiled.fine,
    bonus: earned(true),
    routes: grade.routes.filter(({ when }) => fits(when, facts)),
    vetoes: vetoesByItem(
      gates.filter((gate): gate is VetoGate => gate.kind === 'veto'),
      compiled,
    ),
    isVetoed: standing.some(({ itemId, ruleId }) => !canLift(byItem.get(itemId), ruleId)),
  };
}

/** Whether a plan touches what a standing veto is about; whether it does so far enough, its frontier tells. */
function canLift(plan: ItemPlan | undefined, ruleId: string | null): boolean {
  if (plan === undefined) return false;
  return (
    ruleId === null || plan.taken.has(ruleId) || plan.beyond.some(({ rule }) => rule.id === ruleId)
  );
}

function presentOf(tally: SectionTally, { policies }: Scheme): Hundredths {
  if (tally.compiled.section.bonus) return 0;
  return rawSection(tally, policies, { approved: false, starsFull: false }).present;
}

/** Of everything that the plans can gain in sums. */
function unitOfSums(plans: readonly ItemPlan[], fine: number): number {
  const beyond = plans.flatMap((plan) =>
    plan.beyond.flatMap(({ ways }) => ways.map(({ improvement }) => improvement * fine)),
  );
  return beyond.reduce(greatestDivisor, countedUnit(plans));
}

function poseSection(
  { scheme, fine }: CompiledScheme,
  tally: SectionTally,
  plans: readonly ItemPlan[],
  gates: readonly Gate[],
  starsFull: boolean,
): SectionProblem {
  const { policies } = scheme;
  const { section, itemPoints } = tally.compiled;
  const { earned, present } = rawSection(tally, policies, { approved: false, starsFull });
  const isReweighted =
    policies.notApplicable === 'reweight' &&
    (present !== itemPoints || plans.some(({ approval }) => approval === 'leaves'));
  const points = sectionPoints(tally, policies, false);
  return {
    bonus: section.bonus,
    plans,
    isReweighted,
    after: (gain, leaving) =>
      isReweighted ? reweighted(earned + gain, present - leaving, itemPoints) : earned + gain,
    floor: gates
      .filter((gate) => gate.kind === 'section_share' && gate.sections.includes(section.id))
      .reduce((floor, gate) => Math.max(floor, gateFloor(gate, points, fine)), 0),
  };
}

/** Which of what can be gained is of use; in fine parts. */
interface Wanted {
  /** More is of no use. */
  readonly cap: number;
  /** Less leads nowhere. */
  readonly least?: number;
}

/**
 * Frontier of all basic, or all bonus, sections, with what is won back beyond items; gains in `problem.unit`. Without an
 * entry where a gate or `least` is out of reach.
 */
export function dimension(
  problem: Problem,
  bonus: boolean,
  { cap, least = 0 }: Wanted,
  mindsGates: boolean,
): Frontier<CorrectionStep> {
  const { unit } = problem;
  const parts = partsOf(problem, bonus, cap, mindsGates);
  const broken = parts.find(({ gains }) => gains.length === 0);
  if (broken !== undefined) return broken;
  const enough = Math.ceil(cap / unit);
  // What the parts that are still to come can give at most.
  let open = parts.reduce((all, { gains }) => all + last(gains), 0);
  let all = nothing<CorrectionStep>();
  for (const part of parts) {
    if (isIdle(part)) continue;
    open -= last(part.gains);
    all = sum(all, part, enough, Math.min(enough, Math.ceil(least / unit) - open));
  }
  return all;
}

function partsOf(
  problem: Problem,
  bonus: boolean,
  cap: number,
  mindsGates: boolean,
): Frontier<CorrectionStep>[] {
  const { allowed, unit, ruler, vetoes } = problem;
  const sections = problem.sections.filter((section) => section.bonus === bonus);
  const beyond = sections
    .flatMap(({ plans }) => plans)
    .filter((plan) => plan.beyond.length > 0)
    .map((plan) => {
      const veto = mindsGates ? vetoes.get(plan.item.id) : undefined;
      return beyondFrontier(plan, allowed, { fine: ruler.fine, unit }, veto);
    });
  return [...sections.map((each) => sectionFrontier(problem, each, cap, mindsGates)), ...beyond];
}

function sectionFrontier(
  problem: Problem,
  section: SectionProblem,
  cap: number,
  mindsGates: boolean,
): Frontier<CorrectionStep> {
  const { unit } = problem;
  // Inside a section raw points are counted in the section's own unit: weighing comes afterwards.
  const own = countedUnit(section.plans);
  const frontierOf = (plan: ItemPlan): Frontier<CorrectionStep> => {
    const veto = mindsGates ? problem.vetoes.get(plan.item.id) : undefined;
    const itemUnit = unitOf(plan);
    const frontier = itemFrontier(plan, problem.allowed, itemUnit, veto);
    const times = (itemUnit * plan.item.weight) / own;
    return times === 1 ? frontier : mapped(frontier, (gain) => gain * times);
  };
  const start = section.after(0, 0);
  const lacking = Math.max(0, section.floor - start);
  const enough = section.isReweighted ? Infinity : Math.ceil(Math.max(cap, lacking) / own);
  const staying = section.plans.filter(({ approval }) => approval !== 'leaves');
  let raw = nothing<CorrectionStep>();
  for (const plan of staying) raw = sum(raw, frontierOf(plan), enough);
  const byLeaving = withDepartures(raw, section, problem.allowed, frontierOf);
  return single(
    [...byLeaving].map(([leaving, frontier]) =>
      mapped(frontier, (gain) => {
        const gained = section.after(gain * own, leaving) - start;
        return mindsGates && gained < lacking ? null : gained / unit;
      }),
    ),
  );
}

/**
 * Where approved items leave the table and the rest weighs more, gains alone do not tell the points: so one frontier
 * for each sum of points that leaves.
 */
function withDepartures(
  raw: Frontier<CorrectionStep>,
  section: SectionProblem,
  allowed: Allowed,
  frontierOf: (plan: ItemPlan) => Frontier<CorrectionStep>,
): Map<Hundredths, Frontier<CorrectionStep>> {
  let byLeaving = new Map([[0, raw]]);
  for (const plan of section.plans) {
    if (plan.approval !== 'leaves') continue;
    const approval = stateStep(plan, 'approve', allowed);
    const next = new Map<Hundredths, Frontier<CorrectionStep>[]>();
    const add = (leaving: Hundredths, frontier: Frontier<CorrectionStep>): void => {
      next.set(leaving, [...(next.get(leaving) ?? []), frontier]);
    };
    for (const [leaving, frontier] of byLeaving) {
      add(leaving, sum(frontier, frontierOf(plan)));
      if (approval !== null) add(leaving + plan.item.points, sum(frontier, oneOf([approval])));
    }
    byLeaving = new Map([...next].map(([leaving, among]) => [leaving, single(among)]));
  }
  return byLeaving;
}

function single(among: readonly Frontier<CorrectionStep>[]): Frontier<CorrectionStep> {
  const [first] = among;
  return among.length === 1 && first !== undefined ? first : either(among);
}
