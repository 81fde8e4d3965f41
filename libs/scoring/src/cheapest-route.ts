import type { Grade, Hundredths, Route, Scheme } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts } from './answer';
import { compileScheme, type CompiledScheme } from './compiled-scheme';
import { planItem, type ItemPlan } from './correction-plan';
import {
  applySteps,
  possibleCorrections,
  type Correction,
  type CorrectionStep,
} from './corrections';
import { last, mapped, nothing, picksOf, sum, type Frontier } from './frontier';
import { gateFloor, leavesStarsOut } from './grade-gaps';
import { checkEfforts, effortOf, itemFrontier, unitOf, type Allowed } from './item-frontier';
import type { GradeGap, Score } from './score';
import { score, tallyAnswers } from './scorer';
import { rawSection, reweighted, sectionPoints, type SectionTally } from './section-tally';
import { fits } from './when';

/** What is done about one item. */
export interface ItemCorrections {
  readonly itemId: string;
  /** Points the item gains by all of its steps together, as printed (before reweighting of its section). */
  readonly gain: Hundredths;
  /** Tenths of a person-day. */
  readonly effort: number;
  readonly steps: readonly CorrectionStep[];
}

export interface RouteToGrade {
  /**
   * `reached`: nothing to do; `found`: `items` is the cheapest set there is; `unreachable`: no set of the allowed
   * corrections leads there, and `items` is what gains the most points at the least effort.
   */
  readonly status: 'reached' | 'found' | 'unreachable';
  readonly gradeId: string;
  /** The route of the grade that is met; null when unreachable. */
  readonly routeId: string | null;
  /** Sum of efforts, in tenths of a person-day. */
  readonly effort: number;
  /** In the scheme's order. */
  readonly items: readonly ItemCorrections[];
  /** What the answers would be, for a forecast only, and their score. */
  readonly answers: Answers;
  readonly score: Score;
  /** What is then still missing for the grade; reached unless `status` is `unreachable`. */
  readonly gap: GradeGap;
}

/**
 * The cheapest set of corrections that reaches a grade: an exact optimum over the grade's routes, the gates, the
 * items' caps, the N/A and ※ policies. Of equally cheap sets the one with the fewest steps, then the earlier route
 * and the first in the scheme's order; the same input always gives the same answer.
 *
 * `corrections`: those that may be used, with their efforts (by default all that are possible). Ids that do not
 * fit the answers any more are ignored.
 * Answers must have passed `checkAnswers`.
 * @throws RangeError for a grade that the scheme does not have, or an effort that is not a whole number ≥ 0
 */
export function cheapestRoute(
  scheme: Scheme,
  answers: Answers,
  facts: EnterpriseFacts,
  targetGrade: string,
  corrections: readonly Correction[] = possibleCorrections(scheme, answers, facts),
): RouteToGrade {
  const grade = scheme.grades.find(({ id }) => id === targetGrade);
  if (grade === undefined) throw new RangeError(`the scheme has no grade ${targetGrade}`);
  checkEfforts(corrections);
  const now = score(scheme, answers, facts);
  const gap = gapOf(now, grade);
  if (gap.reached) return outcome('reached', grade, answers, now, now, { steps: [], cost: 0 });
  const problem = pose(compileScheme(scheme), answers, facts, grade, corrections);
  const found = solve(problem);
  const best = found ?? everything(problem);
  const after = applySteps(answers, best.steps);
  const status = found === null ? 'unreachable' : 'found';
  return outcome(status, grade, after, now, score(scheme, after, facts), best);
}

function gapOf(result: Score, grade: Grade): GradeGap {
  const gap = result.gaps.find(({ gradeId }) => gradeId === grade.id);
  if (gap === undefined) throw new RangeError(`the scheme has no grade ${grade.id}`);
  return gap;
}

function outcome(
  status: RouteToGrade['status'],
  grade: Grade,
  answers: Answers,
  before: Score,
  after: Score,
  { steps, cost }: Chosen,
): RouteToGrade {
  const gap = gapOf(after, grade);
  const met = gap.reached ? gap.routes.find(({ reached }) => reached) : undefined;
  return {
    status,
    gradeId: grade.id,
    routeId: met?.routeId ?? null,
    effort: effortOf(cost),
    items: byItem(steps, before, after),
    answers,
    score: after,
    gap,
  };
}

/** One section as the target grade sees it. */
interface SectionProblem {
  readonly bonus: boolean;
  readonly plans: readonly ItemPlan[];
  /** Points after gaining some more raw hundredths; the same as adding them, except where it is reweighted. */
  readonly after: (gain: Hundredths) => Hundredths;
  readonly isReweighted: boolean;
  /** The highest floor that a gate sets for it. */
  readonly floor: Hundredths;
}

interface Problem {
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

function pose(
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
    sections.reduce((all, each) => all + (each.bonus === bonus ? each.after(0) : 0), 0);
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
  const isReweighted = policies.notApplicable === 'reweight' && present !== itemPoints;
  const points = sectionPoints(tally, policies, false);
  return {
    bonus: section.bonus,
    plans,
    isReweighted,
    after: (gain) =>
      isReweighted ? reweighted(earned + gain, present, itemPoints) : earned + gain,
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

interface Chosen {
  readonly steps: readonly CorrectionStep[];
  readonly cost: number;
}

/** An entry of each of the two frontiers. */
interface At {
  readonly cost: number;
  readonly basicAt: number;
  readonly bonusAt: number;
}

/** Frontier of all basic, or all bonus, sections; gains in `problem.unit`, of no use beyond `cap` hundredths. */
function dimension(
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
  const lacking = Math.max(0, section.floor - section.after(0));
  const enough = section.isReweighted ? Infinity : Math.ceil(Math.max(cap, lacking) / own);
  let raw = nothing<CorrectionStep>();
  for (const plan of section.plans) {
    const item = itemFrontier(plan, allowed, own);
    if (last(item.gains) > 0) raw = sum(raw, item, enough);
  }
  const start = section.after(0);
  return mapped(raw, (gain) => {
    const gained = section.after(gain * own) - start;
    return mindsGates && gained < lacking ? null : gained / unit;
  });
}

/** The cheapest steps that meet one of the routes, or null where none can be met. */
function solve(problem: Problem): Chosen | null {
  const { needs, unit } = problem;
  const most = (need: (each: Problem['needs'][number]) => number): number =>
    needs.reduce((all, each) => Math.max(all, need(each)), 0);
  const basic = dimension(
    problem,
    false,
    most((need) => Math.max(need.basic, need.total)),
    true,
  );
  const bonus = dimension(
    problem,
    true,
    most((need) => Math.max(need.bonus, need.total)),
    true,
  );
  if (bonus.gains.length === 0) return null;
  let best: At | null = null;
  for (const need of needs) {
    let bonusAt = bonus.gains.length - 1;
    for (let basicAt = 0; basicAt < basic.gains.length; basicAt += 1) {
      const gained = (basic.gains[basicAt] ?? 0) * unit;
      const wanted = Math.max(need.bonus, need.total - gained);
      if (gained < need.basic || (bonus.gains[bonusAt] ?? 0) * unit < wanted) continue;
      // More basic points never ask for more bonus points, so the pointer only moves down.
      while (bonusAt > 0 && (bonus.gains[bonusAt - 1] ?? 0) * unit >= wanted) bonusAt -= 1;
      const cost = (basic.costs[basicAt] ?? 0) + (bonus.costs[bonusAt] ?? 0);
      if (best === null || cost < best.cost) best = { cost, basicAt, bonusAt };
    }
  }
  return best === null ? null : chosen(basic, bonus, best);
}

/** What gains the most, gates or not: the nearest one can come. */
function everything(problem: Problem): Chosen {
  const basic = dimension(problem, false, Infinity, false);
  const bonus = dimension(problem, true, Infinity, false);
  const [basicAt, bonusAt] = [basic.gains.length - 1, bonus.gains.length - 1];
  return chosen(basic, bonus, {
    cost: last(basic.costs) + last(bonus.costs),
    basicAt,
    bonusAt,
  });
}

function chosen(basic: Frontier<CorrectionStep>, bonus: Frontier<CorrectionStep>, at: At): Chosen {
  return {
    cost: at.cost,
    steps: [...picksOf(basic, at.basicAt), ...picksOf(bonus, at.bonusAt)],
  };
}

function byItem(steps: readonly CorrectionStep[], before: Score, after: Score): ItemCorrections[] {
  return [...new Set(steps.map(({ itemId }) => itemId))].map((itemId) => {
    const own = steps.filter((step) => step.itemId === itemId);
    return {
      itemId,
      gain: (after.items[itemId]?.earned ?? 0) - (before.items[itemId]?.earned ?? 0),
      effort: own.reduce((all, { effort }) => all + effort, 0),
      steps: own,
    };
  });
}
