import {
  type Grade,
  type Language,
  type Route,
  type Scheme,
  findItem,
  findRule,
  findSection,
  textIn,
} from '@liangxing/scheme';
import {
  isVeto,
  type FailedGate,
  type GradeFact,
  type RouteGap,
  type Score,
} from '@liangxing/scoring';
import { numberOf, routeNumber } from '../../core/grade/route-number';
import { pointsText } from '../../core/i18n/points';
import type { Sentence } from './sentence';

/** What a route asks for, or what is missing for it: one sentence a floor. */
interface RouteLine {
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
        failedGates: gap.gates.map((gate) => gateSentence(gate, scheme, language)),
        routes: gap.routes.map((route) => routeLine(grade, route, gap.nearestRouteId)),
      },
    ];
  });
}

/** A part or an item that is below its floor, or a deduction that is a veto. */
function gateSentence(gate: FailedGate, scheme: Scheme, language: Language): Sentence {
  const [needed, missing] = [pointsText(gate.needed), pointsText(gate.needed - gate.earned)];
  if (!isVeto(gate)) {
    const section = sectionName(scheme, gate.sectionId, language);
    return { key: 'gaps.gate', params: { section, needed, missing } };
  }
  const item = itemName(scheme, gate.itemId, language);
  if (gate.ruleId === null) return { key: 'gaps.veto', params: { item, needed, missing } };
  const rule = ruleText(scheme, gate.itemId, gate.ruleId, language);
  return { key: 'gaps.vetoRule', params: { item, rule } };
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
  if ('gateId' in fact) params['left'] = leftBy(scheme, fact.gateId);
  if (fact.code === 'veto_item' || fact.code === 'veto_rule')
    params['item'] = itemName(scheme, fact.itemId, language);
  if (fact.code === 'veto_rule')
    params['rule'] = ruleText(scheme, fact.itemId, fact.ruleId, language);
  const isCapped = params['left'] !== undefined && params['left'] !== '';
  const isMet = fact.code === 'bonus_at_least' && fact.missing === 0;
  return {
    key: `gaps.fact.${fact.code}${isMet ? '_met' : ''}${isCapped ? '_capped' : ''}`,
    params,
  };
}

/** The highest grade that a failing gate leaves; empty where it leaves none. */
function leftBy(scheme: Scheme, gateId: string): string {
  return scheme.gates.find(({ id }) => id === gateId)?.capAt ?? '';
}

/** `1.1 方针和目标` */
function itemName(scheme: Scheme, itemId: string, language: Language): string {
  const item = findItem(scheme, itemId);
  return item ? `${item.id} ${textIn(item.topic, language)}` : itemId;
}

function ruleText(scheme: Scheme, itemId: string, ruleId: string, language: Language): string {
  const item = findItem(scheme, itemId);
  const rule = item && findRule(item, ruleId);
  return rule ? textIn(rule.text, language) : ruleId;
}

/** `2 技术标准体系` */
function sectionName(scheme: Scheme, sectionId: string, language: Language): string {
  const section = findSection(scheme, sectionId);
  return section ? `${section.id} ${textIn(section.title, language)}` : sectionId;
}
