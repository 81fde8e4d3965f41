import type { Grade, Hundredths, Route, Scheme } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts } from './answer';
import { compileScheme } from './compiled-scheme';
import {
  applySteps,
  possibleCorrections,
  type Correction,
  type CorrectionStep,
} from './corrections';
import { last, picksOf, type Frontier } from './frontier';
import { checkEfforts, effortOf } from './item-frontier';
import type { GradeGap, ItemScore, Score } from './score';
import { dimension, pose, type Problem } from './route-problem';
import { basicOf } from './section-tally';
import { score } from './scorer';

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

/** The cheapest steps that meet one of the routes, or null where none can be met. */
function solve(problem: Problem): Chosen | null {
  const { routes, unit, ruler } = problem;
  if (problem.isVetoed) return null;
  const most = (need: (route: Route) => number): number =>
    routes.reduce((all, route) => Math.max(all, need(route)), 0);
  const bonus = dimension(problem, true, { cap: most(bonusNeed(problem)) }, true);
  if (bonus.gains.length === 0) return null;
  const bonusAfter = (at: number): Hundredths =>
    (problem.bonus + (bonus.gains[at] ?? 0) * unit) / ruler.fine;
  const needed = basicNeed(problem);
  const mostBonus = bonusAfter(bonus.gains.length - 1);
  const least = routes.reduce(
    (all, { basic = 0, total = 0 }) => Math.min(all, needed(Math.max(basic, total - mostBonus))),
    Infinity,
  );
  const cap = most(({ basic = 0, total = 0 }) => needed(Math.max(basic, total)));
  const basic = dimension(problem, false, { cap, least }, true);
  const basicAfter = (at: number): Hundredths =>
    basicOf(ruler, problem.basic + (basic.gains[at] ?? 0) * unit);
  let best: At | null = null;
  for (const route of routes) {
    let bonusAt = bonus.gains.length - 1;
    for (let basicAt = 0; basicAt < basic.gains.length; basicAt += 1) {
      const reached = basicAfter(basicAt);
      const wanted = Math.max(route.bonus ?? 0, (route.total ?? 0) - reached);
      if (reached < (route.basic ?? 0) || bonusAfter(bonusAt) < wanted) continue;
      // More basic points never ask for more bonus points, so the pointer only moves down.
      while (bonusAt > 0 && bonusAfter(bonusAt - 1) >= wanted) bonusAt -= 1;
      const cost = (basic.costs[basicAt] ?? 0) + (bonus.costs[bonusAt] ?? 0);
      if (best === null || cost < best.cost) best = { cost, basicAt, bonusAt };
    }
  }
  return best === null ? null : chosen(basic, bonus, best);
}

/** What must be gained, in fine parts, for so many basic points; a sum below zero gives none, so none needs nothing. */
function basicNeed({ ruler, basic }: Problem): (points: Hundredths) => number {
  const { times, whole, fine } = ruler;
  if (times === 0) return () => 0;
  return (points) =>
    points <= 0 ? 0 : Math.max(0, Math.ceil((points * whole * fine) / times) - basic);
}

function bonusNeed({ ruler, bonus }: Problem): (route: Route) => number {
  return (route) => Math.max(0, Math.max(route.bonus ?? 0, route.total ?? 0) * ruler.fine - bonus);
}

/** What gains the most, gates or not: the nearest one can come. */
function everything(problem: Problem): Chosen {
  const basic = dimension(problem, false, { cap: Infinity }, false);
  const bonus = dimension(problem, true, { cap: Infinity }, false);
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

/** What an item gives, and takes from the total. */
function worth(item: ItemScore | undefined): Hundredths {
  return (item?.earned ?? 0) - (item?.beyond ?? 0);
}

function byItem(steps: readonly CorrectionStep[], before: Score, after: Score): ItemCorrections[] {
  return [...new Set(steps.map(({ itemId }) => itemId))].map((itemId) => {
    const own = steps.filter((step) => step.itemId === itemId);
    return {
      itemId,
      gain: worth(after.items[itemId]) - worth(before.items[itemId]),
      effort: own.reduce((all, { effort }) => all + effort, 0),
      steps: own,
    };
  });
}
