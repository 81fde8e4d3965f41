import type { Grade, Hundredths, Route } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts } from './answer';
import type { CompiledScheme } from './compiled-scheme';
import { planItem, type ItemPlan } from './correction-plan';
import type { Correction, CorrectionStep } from './corrections';
import { either, last, mapped, nothing, oneOf, sum, type Frontier } from './frontier';
import { gateFloor, leavesStarsOut } from './grade-gaps';
import { itemFrontier, stateStep, unitOf, type Allowed } from './item-frontier';
import { tallyAnswers } from './scorer';
import { rawSection, reweighted, sectionPoints, type SectionTally } from './section-tally';
import { fits } from './when';

/** One section as the target grade sees it. */
interface SectionProblem {
  readonly bonus: boolean;
  readonly plans: readonly ItemPlan[];
  /**
   * Points after gaining some more raw hundredths, with some points of proposed N/A items approved to leave:
   * plainly added, except where the section is reweighted.
   */
  readonly after: (gain: Hundredths, leaving: Hundredths) => Hundredths;
  readonly isReweighted: boolean;
  /** The highest floor that a gate sets for it. */
  readonly floor: Hundredths;
}

/** What must be gained for a grade, and what can be. */
export interface Problem {
  readonly sections: readonly SectionProblem[];
  readonly allowed: Allowed;
  readonly unit: Hundredths;
  /** What each fitting route still asks for. */
  readonly needs: readonly {
    readonly basic: Hundredths;
    readonly bonus: Hundredths;
    readonly total: Hundredths;
  }[];
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
    if (starsFull && item.item.star && !item.bonus) return [];
    return planItem(item, answers[item.id], facts, scheme.policies) ?? [];
  });
  const { tallies } = tallyAnswers(compiled, answers, facts);
  const sections = tallies.map((tally, index) =>
    poseSection(
      compiled,
      tally,
      plans.filter(({ item }) => item.section === index),
      starsFull,
    ),
  );
  const earned = (bonus: boolean): number =>
    sections.reduce((all, each) => all + (each.bonus === bonus ? each.after(0, 0) : 0), 0);
  return {
    sections,
    allowed: new Map(corrections.map((correction) => [correction.id, correction])),
    unit: sections.some((each) => each.isReweighted && each.plans.length > 0) ? 1 : unitOf(plans),
    needs: grade.routes
      .filter(({ when }) => fits(when, facts))
      .map((route) => needsOf(route, earned(false), earned(true))),
  };
}

function poseSection(
  { scheme }: CompiledScheme,
  tally: SectionTally,
  plans: readonly ItemPlan[],
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
    floor: scheme.gates
      .filter((gate) => gate.sections.includes(section.id))
      .reduce((floor, gate) => Math.max(floor, gateFloor(gate, points)), 0),
  };
}

function needsOf(route: Route, basic: Hundredths, bonus: Hundredths): Problem['needs'][number] {
  return {
    basic: Math.max(0, (route.basic ?? 0) - basic),
    bonus: Math.max(0, (route.bonus ?? 0) - bonus),
    total: Math.max(0, (route.total ?? 0) - basic - bonus),
  };
}

/** Frontier of all basic, or all bonus, sections; gains in `problem.unit`, of no use beyond `cap` hundredths. */
export function dimension(
  problem: Problem,
  bonus: boolean,
  cap: Hundredths,
  mindsGates: boolean,
): Frontier<CorrectionStep> {
  const { unit } = problem;
  let all = nothing<CorrectionStep>();
  for (const section of problem.sections) {
    if (section.bonus !== bonus) continue;
    const own = sectionFrontier(problem, section, cap, mindsGates);
    if (own.gains.length === 0) return own;
    if (last(own.gains) > 0) all = sum(all, own, Math.ceil(cap / unit));
  }
  return all;
}

function sectionFrontier(
  problem: Problem,
  section: SectionProblem,
  cap: Hundredths,
  mindsGates: boolean,
): Frontier<CorrectionStep> {
  const { unit, allowed } = problem;
  // Inside a section raw points are counted in the section's own unit: weighing comes afterwards.
  const own = unitOf(section.plans);
  const start = section.after(0, 0);
  const lacking = Math.max(0, section.floor - start);
  const enough = section.isReweighted ? Infinity : Math.ceil(Math.max(cap, lacking) / own);
  const staying = section.plans.filter(({ approval }) => approval !== 'leaves');
  let raw = nothing<CorrectionStep>();
  for (const plan of staying) raw = sum(raw, itemFrontier(plan, allowed, own), enough);
  const byLeaving = withDepartures(raw, section, allowed, own);
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
  unit: Hundredths,
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
      add(leaving, sum(frontier, itemFrontier(plan, allowed, unit)));
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
