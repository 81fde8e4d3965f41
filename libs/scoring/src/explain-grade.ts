import { mostBasic, type Grade, type Hundredths, type Route, type Scheme } from '@liangxing/scheme';
import type { EnterpriseFacts } from './answer';
import { isVeto, type FailedGate, type GradeGap, type Score } from './score';
import { fits } from './when';

/** Within a segment the bonus needed falls as the basic points rise, or stays; both ends belong to it. */
export interface BonusSegment {
  readonly fromBasic: Hundredths;
  readonly toBasic: Hundredths;
  readonly bonusAtFrom: Hundredths;
  readonly bonusAtTo: Hundredths;
}

/** One more basic point that spares several bonus points: from 389 to 390 AAAA asks for 60 instead of 71. */
export interface BonusJump {
  readonly atBasic: Hundredths;
  /** Needed one point (100 hundredths) below, and here. */
  readonly bonusBefore: Hundredths;
  readonly bonusAt: Hundredths;
}

/** What a grade asks for, whatever the routes are called. */
export interface GradeDemand {
  readonly gradeId: string;
  /** Fewest basic points with which the grade can be had at all; null: no route fits the enterprise. */
  readonly leastBasic: Hundredths | null;
  /** Fewest bonus points with which it can be had, all basic points earned. */
  readonly leastBonus: Hundredths | null;
  readonly segments: readonly BonusSegment[];
  readonly jumps: readonly BonusJump[];
}

/**
 * The fewest bonus points that give a grade at some basic points (gates apart); null where none do.
 * @throws RangeError for a grade that the scheme does not have
 */
export function bonusNeeded(
  scheme: Scheme,
  gradeId: string,
  basic: Hundredths,
  facts: EnterpriseFacts = {},
): Hundredths | null {
  return fewestBonus(fittingRoutes(gradeOf(scheme, gradeId), facts), basic, scheme.bonusPoints);
}

/**
 * Everything a person must know about the points a grade asks for, computed from its routes.
 * @throws RangeError for a grade that the scheme does not have
 */
export function gradeDemand(
  scheme: Scheme,
  gradeId: string,
  facts: EnterpriseFacts = {},
): GradeDemand {
  const routes = fittingRoutes(gradeOf(scheme, gradeId), facts);
  const needed = (basic: Hundredths) => fewestBonus(routes, basic, scheme.bonusPoints);
  const segments: BonusSegment[] = [];
  const jumps: BonusJump[] = [];
  const starts = turningPoints(routes, scheme);
  starts.forEach((fromBasic, index) => {
    const toBasic = (starts[index + 1] ?? mostBasic(scheme) + 1) - 1;
    const [bonusAtFrom, bonusAtTo] = [needed(fromBasic), needed(toBasic)];
    if (bonusAtFrom === null || bonusAtTo === null) return;
    const justBelow = fromBasic > 0 ? needed(fromBasic - 1) : null;
    if (justBelow !== null && justBelow > bonusAtFrom + 1)
      jumps.push({
        atBasic: fromBasic,
        bonusBefore: needed(fromBasic - 100) ?? justBelow,
        bonusAt: bonusAtFrom,
      });
    segments.push({ fromBasic, toBasic, bonusAtFrom, bonusAtTo });
  });
  const least = segments[0];
  return {
    gradeId,
    leastBasic: least?.fromBasic ?? null,
    leastBonus: least === undefined ? null : needed(mostBasic(scheme)),
    segments,
    jumps,
  };
}

/** One thing to say about a grade; the words are the caller's. All figures in hundredths. */
export type GradeFact =
  | { readonly code: 'reached'; readonly routeId: string }
  | { readonly code: 'no_route' }
  | {
      readonly code: 'gate_failed';
      readonly gateId: string;
      readonly sectionId: string;
      readonly needed: Hundredths;
      readonly missing: Hundredths;
    }
  /** A veto by an item that stays below its floor. */
  | {
      readonly code: 'veto_item';
      readonly gateId: string;
      readonly itemId: string;
      readonly needed: Hundredths;
      readonly missing: Hundredths;
    }
  /** A veto by a deduction that took anything. */
  | {
      readonly code: 'veto_rule';
      readonly gateId: string;
      readonly itemId: string;
      readonly ruleId: string;
    }
  /** Below `basic` no number of bonus points gives the grade. */
  | { readonly code: 'basic_at_least'; readonly basic: Hundredths; readonly missing: Hundredths }
  /** Even all basic points need so many bonus points. */
  | { readonly code: 'bonus_at_least'; readonly bonus: Hundredths; readonly missing: Hundredths }
  /** With the basic points as they are, so many bonus points are needed. */
  | {
      readonly code: 'bonus_here';
      readonly basic: Hundredths;
      readonly bonus: Hundredths;
      readonly missing: Hundredths;
    }
  /** `missing` more basic points reduce the bonus needed from `from` to `to`, by more than one for one. */
  | {
      readonly code: 'jump_ahead';
      readonly atBasic: Hundredths;
      readonly missing: Hundredths;
      readonly from: Hundredths;
      readonly to: Hundredths;
    };

/**
 * What to say about a grade on a score, most important first.
 * @throws RangeError for a grade that the scheme does not have
 */
export function explainGrade(
  scheme: Scheme,
  score: Score,
  gradeId: string,
  facts: EnterpriseFacts = {},
): GradeFact[] {
  const demand = gradeDemand(scheme, gradeId, facts);
  const gap = score.gaps.find((each) => each.gradeId === gradeId);
  const { leastBasic } = demand;
  if (gap === undefined || leastBasic === null) return [{ code: 'no_route' }];
  const met = gap.routes.find(({ reached }) => reached);
  if (gap.reached && met !== undefined) return [{ code: 'reached', routeId: met.routeId }];
  const said = gap.gates.map(gateFact);
  return met === undefined
    ? [...said, ...pointFacts(demand, gap, leastBasic, scheme, facts)]
    : said;
}

function gateFact(gate: FailedGate): GradeFact {
  const { gateId, needed } = gate;
  const missing = needed - gate.earned;
  if (!isVeto(gate))
    return { code: 'gate_failed', gateId, sectionId: gate.sectionId, needed, missing };
  const { itemId, ruleId } = gate;
  return ruleId === null
    ? { code: 'veto_item', gateId, itemId, needed, missing }
    : { code: 'veto_rule', gateId, itemId, ruleId };
}

function pointFacts(
  demand: GradeDemand,
  { basic, bonus }: GradeGap,
  leastBasic: Hundredths,
  scheme: Scheme,
  facts: EnterpriseFacts,
): GradeFact[] {
  const said: GradeFact[] = [];
  const here = bonusNeeded(scheme, demand.gradeId, basic, facts);
  if (basic < leastBasic)
    said.push({ code: 'basic_at_least', basic: leastBasic, missing: leastBasic - basic });
  if (here !== null && here > bonus)
    said.push({ code: 'bonus_here', basic, bonus: here, missing: here - bonus });
  const jump = demand.jumps.find(({ atBasic }) => atBasic > basic);
  if (here !== null && jump !== undefined) {
    const { atBasic, bonusAt } = jump;
    said.push({ code: 'jump_ahead', atBasic, missing: atBasic - basic, from: here, to: bonusAt });
  }
  const least = demand.leastBonus ?? 0;
  if (least > 0)
    said.push({ code: 'bonus_at_least', bonus: least, missing: Math.max(0, least - bonus) });
  return said;
}

function gradeOf(scheme: Scheme, gradeId: string): Grade {
  const grade = scheme.grades.find(({ id }) => id === gradeId);
  if (grade === undefined) throw new RangeError(`the scheme has no grade ${gradeId}`);
  return grade;
}

function fittingRoutes(grade: Grade, facts: EnterpriseFacts): Route[] {
  return grade.routes.filter(({ when }) => fits(when, facts));
}

function fewestBonus(
  routes: readonly Route[],
  basic: Hundredths,
  bonusPoints: Hundredths,
): Hundredths | null {
  let fewest = Infinity;
  for (const route of routes) {
    if (basic < (route.basic ?? 0)) continue;
    fewest = Math.min(fewest, Math.max(route.bonus ?? 0, (route.total ?? 0) - basic, 0));
  }
  return fewest <= bonusPoints ? fewest : null;
}

/** Basic points at which the bonus needed can jump or change its slope, in rising order, from 0. */
function turningPoints(routes: readonly Route[], scheme: Scheme): Hundredths[] {
  const bonuses = [0, scheme.bonusPoints, ...routes.map(({ bonus }) => bonus ?? 0)];
  const points = new Set([0]);
  for (const { basic, total } of routes) {
    points.add(basic ?? 0);
    for (const bonus of bonuses) points.add((total ?? 0) - bonus);
  }
  return [...points]
    .filter((point) => point >= 0 && point <= mostBasic(scheme))
    .sort((a, b) => a - b);
}
