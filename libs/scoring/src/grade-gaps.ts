import {
  excludesGrade,
  type Gate,
  type Grade,
  type Hundredths,
  type Route,
  type Scheme,
} from '@liangxing/scheme';
import type { EnterpriseFacts } from './answer';
import type { CompiledScheme } from './compiled-scheme';
import type { FailedGate, FailedShare, GradeGap, RouteGap, Score } from './score';
import { fits } from './when';

/** Points of an assessment: what grades are tested on. */
export interface Totals {
  /** Earned by section, in the scheme's order. */
  readonly sections: readonly Hundredths[];
  /** The same, uncut, in fine parts (`CompiledScheme.fine`). */
  readonly fineSections: readonly number[];
  readonly beyond: Hundredths;
  readonly exact: Score['exact'];
  readonly basic: Hundredths;
  readonly bonus: Hundredths;
}

/** Grades that ※ items are not a condition for, where the scheme's policy says so (※ = not a necessary condition for A and AA). */
const gradesWithoutStars: readonly string[] = ['A', 'AA'];

/** Whether star items count as full marks when this grade is tested. */
export function leavesStarsOut(scheme: Scheme, gradeId: string): boolean {
  return scheme.policies.star === 'not_required' && gradesWithoutStars.includes(gradeId);
}

/**
 * Points that a section or item needs for a gate, rounded up to a hundredth: 60 % of 100 points = 6000.
 * @param fine in parts of a hundredth instead
 */
export function gateFloor(gate: Gate, points: Hundredths, fine = 1): number {
  return Math.ceil((points * Math.round(gate.atLeastPercent * 100) * fine) / 10_000);
}

/** Every section that falls short of a gate, in the scheme's order of gates and sections. */
export function failedShares(
  { scheme, fine }: CompiledScheme,
  { sections, fineSections }: Totals,
  points: readonly Hundredths[],
): FailedShare[] {
  const failed: FailedShare[] = [];
  for (const gate of scheme.gates) {
    if (gate.kind !== 'section_share') continue;
    scheme.sections.forEach((section, index) => {
      if (!gate.sections.includes(section.id)) return;
      const whole = points[index] ?? 0;
      if ((fineSections[index] ?? 0) >= gateFloor(gate, whole, fine)) return;
      const needed = gateFloor(gate, whole);
      failed.push({ gateId: gate.id, sectionId: section.id, needed, earned: sections[index] ?? 0 });
    });
  }
  return failed;
}

/** How far a route's floors are from given points; a floor that is not named is reached. */
function routeGap(route: Route, basic: Hundredths, bonus: Hundredths): RouteGap {
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
function pointsMissing(gap: RouteGap): Hundredths {
  return Math.max(gap.basic + gap.bonus, gap.total);
}

/** Of the gates that fail, those that exclude a grade. */
export function excluding(
  scheme: Scheme,
  grade: Grade,
  failed: readonly FailedGate[],
): readonly FailedGate[] {
  const gates = new Map(scheme.gates.map((gate) => [gate.id, gate]));
  return failed.filter(({ gateId }) => {
    const gate = gates.get(gateId);
    return gate !== undefined && excludesGrade(scheme, gate, grade);
  });
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
