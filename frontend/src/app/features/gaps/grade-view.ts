import {
  type Grade,
  type Language,
  type Route,
  type Scheme,
  findSection,
  textIn,
} from '@liangxing/scheme';
import type { GradeFact, RouteGap, Score } from '@liangxing/scoring';
import { pointsText } from '../../core/i18n/points';
import type { Sentence } from './sentence';

/** What a route asks for, or what is missing for it: one sentence a floor. */
export interface RouteLine {
  readonly routeId: string;
  /** 1, 2, … as the grade lists them. */
  readonly number: number;
  readonly asks: readonly Sentence[];
  readonly missing: readonly Sentence[];
  readonly isReached: boolean;
  readonly isNearest: boolean;
}

export interface GradeLine {
  readonly gradeId: string;
  readonly isReached: boolean;
  readonly failedGates: readonly Sentence[];
  readonly routes: readonly RouteLine[];
}

/** Every grade with those of its routes that fit the enterprise, highest first. */
export function gradeLines(scheme: Scheme, score: Score, language: Language): readonly GradeLine[] {
  return score.gaps.flatMap((gap) => {
    const grade = scheme.grades.find(({ id }) => id === gap.gradeId);
    if (!grade) return [];
    return [
      {
        gradeId: gap.gradeId,
        isReached: gap.reached,
        failedGates: gap.gates.map((gate) => ({
          key: 'gaps.gate',
          params: {
            section: sectionName(scheme, gate.sectionId, language),
            needed: pointsText(gate.needed),
            missing: pointsText(gate.needed - gate.earned),
          },
        })),
        routes: gap.routes.map((route) => routeLine(grade, route, gap.nearestRouteId)),
      },
    ];
  });
}

function routeLine(grade: Grade, gap: RouteGap, nearestRouteId: string | null): RouteLine {
  const route = grade.routes.find(({ id }) => id === gap.routeId);
  return {
    routeId: gap.routeId,
    number: numberOf(grade, gap.routeId),
    asks: route ? floors(route) : [],
    missing: missingOf(gap),
    isReached: gap.reached,
    isNearest: !gap.reached && gap.routeId === nearestRouteId,
  };
}

function floors(route: Route): Sentence[] {
  return (['basic', 'bonus', 'total'] as const).flatMap((kind) => {
    const floor = route[kind];
    return floor === undefined
      ? []
      : [{ key: `gaps.floor.${kind}`, params: { points: pointsText(floor) } }];
  });
}

export function missingOf(gap: RouteGap): Sentence[] {
  return (['basic', 'bonus', 'total'] as const).flatMap((kind) =>
    gap[kind] > 0
      ? [{ key: `gaps.missing.${kind}`, params: { points: pointsText(gap[kind]) } }]
      : [],
  );
}

/** One thing to say about the target grade: `gaps.fact.<code>`. */
export function factSentence(
  fact: GradeFact,
  grade: string,
  scheme: Scheme,
  language: Language,
): Sentence {
  const params: Record<string, string> = { grade };
  for (const [name, value] of Object.entries(fact)) {
    params[name] = typeof value === 'number' ? pointsText(value) : value;
  }
  if (fact.code === 'reached') params['route'] = routeNumber(scheme, grade, fact.routeId);
  if (fact.code === 'gate_failed') {
    params['section'] = sectionName(scheme, fact.sectionId, language);
  }
  const isMet = fact.code === 'bonus_at_least' && fact.missing === 0;
  return { key: `gaps.fact.${fact.code}${isMet ? '_met' : ''}`, params };
}

/** `2` for the second route of a grade; empty where the grade has no such route. */
export function routeNumber(scheme: Scheme, gradeId: string, routeId: string | null): string {
  const grade = scheme.grades.find(({ id }) => id === gradeId);
  const number = grade && routeId !== null ? numberOf(grade, routeId) : 0;
  return number > 0 ? String(number) : '';
}

function numberOf(grade: Grade, routeId: string): number {
  return grade.routes.findIndex(({ id }) => id === routeId) + 1;
}

/** `2 技术标准体系` */
export function sectionName(scheme: Scheme, sectionId: string, language: Language): string {
  const section = findSection(scheme, sectionId);
  return section ? `${section.id} ${textIn(section.title, language)}` : sectionId;
}
