import type { Gate, Grade, Hundredths, Route, Scheme } from '@liangxing/scheme';
import type { EnterpriseFacts } from './answer';
import type { FailedGate, GradeGap, RouteGap } from './score';
import { fits } from './when';

/** Points of an assessment: what grades are tested on. */
export interface Totals {
  /** Earned by section, in the scheme's order. */
  readonly sections: readonly Hundredths[];
  readonly basic: Hundredths;
  readonly bonus: Hundredths;
}

/** Grades that ※ items are not a condition for, where the scheme's policy says so (※ = not a necessary condition for A and AA). */
const gradesWithoutStars: readonly string[] = ['A', 'AA'];

/** Whether star items count as full marks when this grade is tested. */
export function leavesStarsOut(scheme: Scheme, gradeId: string): boolean {
  return scheme.policies.star === 'not_required' && gradesWithoutStars.includes(gradeId);
}

/** Points that a section needs for a gate, rounded up to a hundredth: 60 % of 100 points = 6000. */
export function gateFloor(gate: Gate, sectionPoints: Hundredths): Hundredths {
  return Math.ceil((sectionPoints * Math.round(gate.atLeastPercent * 100)) / 10_000);
}

/** Every section that falls short of a gate, in the scheme's order of gates and sections. */
export function failedGates(
  scheme: Scheme,
  earned: readonly Hundredths[],
  points: readonly Hundredths[],
): FailedGate[] {
  const failed: FailedGate[] = [];
  for (const gate of scheme.gates) {
    scheme.sections.forEach((section, index) => {
      if (!gate.sections.includes(section.id)) return;
      const needed = gateFloor(gate, points[index] ?? 0);
      const reached = earned[index] ?? 0;
      if (reached < needed)
        failed.push({ gateId: gate.id, sectionId: section.id, needed, earned: reached });
    });
  }
  return failed;
}

/** How far a route's floors are from given points; a floor that is not named is reached. */
export function routeGap(route: Route, basic: Hundredths, bonus: Hundredths): RouteGap {
  const basicGap = Math.max(0, (route.basic ?? 0) - basic);
  const bonusGap = Math.max(0, (route.bonus ?? 0) - bonus);
  const totalGap = Math.max(0, (route.total ?? 0) - basic - bonus);
  return {
    routeId: route.id,
    basic: basicGap,
    bonus: bonusGap,
    total: totalGap,
    reached: basicGap === 0 && bonusGap === 0 && totalGap === 0,
  };
}

/** Points that close a route's gap at least: points for a floor count towards the total too. */
export function pointsMissing(gap: RouteGap): Hundredths {
  return Math.max(gap.basic + gap.bonus, gap.total);
}

/** What is missing for one grade on given points. */
export function gradeGap(
  grade: Grade,
  totals: Totals,
  gates: readonly FailedGate[],
  facts: EnterpriseFacts,
): GradeGap {
  const routes: RouteGap[] = [];
  let nearest: RouteGap | null = null;
  for (const route of grade.routes) {
    if (!fits(route.when, facts)) continue;
    const gap = routeGap(route, totals.basic, totals.bonus);
    routes.push(gap);
    if (nearest === null || pointsMissing(gap) < pointsMissing(nearest)) nearest = gap;
  }
  return {
    gradeId: grade.id,
    basic: totals.basic,
    bonus: totals.bonus,
    reached: nearest !== null && nearest.reached && gates.length === 0,
    routes,
    nearestRouteId: nearest?.routeId ?? null,
    gates,
  };
}
