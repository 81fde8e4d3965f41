import type { Hundredths, Rule, Scheme, SchemeItem } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts, RuleAnswer } from './answer';
import { compileScheme } from './compiled-scheme';
import {
  planItem,
  type CorrectionKind,
  type ItemPlan,
  type RuleImprovement,
} from './correction-plan';
import { timeOfMending, usualEffort, type UsualEffort } from './usual-efforts';
import type { LongBecause } from './usual-works';

/** Something an enterprise can do about one item, with what it is believed to take. */
export interface Correction {
  /** Stable for the same scheme: `1.2/a` (a rule), `1.2/a=c0` (a choice), `2.1#establish` (the item). */
  readonly id: string;
  readonly itemId: string;
  readonly sectionId: string;
  readonly groupId: string;
  readonly bonus: boolean;
  readonly kind: CorrectionKind;
  readonly ruleId: string | null;
  /** Choice id for `better_choice`; band index for `better_rate` and `better_sample`; `index:measure` for `better_band`. */
  readonly target: string | null;
  /** How often it can be done with any effect: pieces of a count, else 1. */
  readonly maxTimes: number;
  /** Effort of doing it once, in tenths of a person-day; a whole number from 0 to `largestEffort`. */
  readonly effort: number;
  /** Months from the decision until it counts, apart from those of `after`; a whole number from 0 to `longestMonths`. */
  readonly months: number;
  /** What the months are for; null: the enterprise's own work. */
  readonly because: LongBecause | null;
  /**
   * Points the item gains by this alone: done once, and done `maxTimes` times; after `after`, if there is
   * one. 0 for a consent by which the item leaves the table: its section gains, not the item.
   */
  readonly gainOnce: Hundredths;
  readonly gainAll: Hundredths;
  /** Correction of the same item that must come first; null: none. */
  readonly after: string | null;
}

/** 10,000 person-days; keeps sums of efforts exact. */
export const largestEffort = 100_000;

/** Ten years. */
export const longestMonths = 120;

/**
 * Every correction that the answers leave room for, in the scheme's order, with default efforts (rules of thumb of
 * ours, to be overridden: a day for a deducted point, three for a bonus point, half a day at least).
 * Empty for readiness schemes. ※ items are listed like the others.
 */
export function possibleCorrections(
  scheme: Scheme,
  answers: Answers,
  facts: EnterpriseFacts = {},
): Correction[] {
  const compiled = compileScheme(scheme);
  return compiled.items.flatMap((item) => {
    const plan = planItem(item, answers[item.id], facts, scheme.policies);
    return plan === null ? [] : correctionsOf(plan, scheme);
  });
}

/**
 * The same corrections with other efforts: a number replaces the default, `null` leaves the correction out.
 * Unknown ids are ignored, for the answers may have changed since.
 */
export function withEfforts(
  corrections: readonly Correction[],
  efforts: Readonly<Record<string, number | null>>,
): Correction[] {
  return corrections.flatMap((correction) => {
    const effort = efforts[correction.id];
    if (effort === null) return [];
    return [effort === undefined ? correction : { ...correction, effort }];
  });
}

/** The same corrections with other times; unknown ids are ignored. */
export function withMonths(
  corrections: readonly Correction[],
  months: Readonly<Record<string, number>>,
): Correction[] {
  return corrections.map((correction) => ({
    ...correction,
    months: months[correction.id] ?? correction.months,
  }));
}

/**
 * What can count before the application, `horizon` months from now, and what cannot. Corrections run side by side;
 * only what must come `after` another one of its item waits for it, so their months add up.
 */
export function partByTime(
  corrections: readonly Correction[],
  horizon: number,
): { readonly within: readonly Correction[]; readonly beyond: readonly Correction[] } {
  const months = new Map(corrections.map(({ id, months: own }) => [id, own]));
  const isWithin = (one: Correction): boolean =>
    one.months + (one.after === null ? 0 : (months.get(one.after) ?? 0)) <= horizon;
  return {
    within: corrections.filter(isWithin),
    beyond: corrections.filter((one) => !isWithin(one)),
  };
}

/** One correction done a number of times, and what the answer to its rule is afterwards. */
export interface CorrectionStep {
  readonly correctionId: string;
  readonly itemId: string;
  readonly kind: CorrectionKind;
  readonly ruleId: string | null;
  readonly target: string | null;
  readonly times: number;
  /** For all the times, in tenths of a person-day. */
  readonly effort: number;
  /** Null where the step changes the item's state and not a rule. */
  readonly answer: RuleAnswer | null;
  /** The deduction counts beyond its item: undoing it judges the item no differently. */
  readonly keepsState?: true;
  /** Rules that no longer say anything once the item is established. */
  readonly drops?: readonly string[];
}

/**
 * The answers after some steps. An approved N/A gets a placeholder consent ("待取得"): the result is a forecast,
 * not something to store.
 */
export function applySteps(answers: Answers, steps: readonly CorrectionStep[]): Answers {
  const changed: Record<string, Answers[string]> = { ...answers };
  for (const step of steps) {
    const before = changed[step.itemId];
    if (step.kind === 'approve') {
      const approval = { by: '待取得', on: '1970-01-01', document: '待取得' };
      changed[step.itemId] = { state: 'not_applicable', rules: before?.rules ?? {}, approval };
      continue;
    }
    const rules = without(before?.rules ?? {}, step.drops ?? []);
    if (step.ruleId !== null && step.answer !== null) rules[step.ruleId] = step.answer;
    const state = step.keepsState ? (before?.state ?? 'assessed') : 'assessed';
    changed[step.itemId] = { state, rules };
  }
  return changed;
}

/** A copy of the answers to rules that leaves some of them out. */
function without(
  rules: Readonly<Record<string, RuleAnswer>>,
  dropped: readonly string[],
): Record<string, RuleAnswer> {
  if (dropped.length === 0) return { ...rules };
  return Object.fromEntries(Object.entries(rules).filter(([ruleId]) => !dropped.includes(ruleId)));
}

export function ruleCorrectionId(itemId: string, ruleId: string, way: RuleImprovement): string {
  const target = way.target === null ? '' : `=${way.target}`;
  return `${itemId}/${ruleId}${target}`;
}

export function stateCorrectionId(
  itemId: string,
  kind: 'establish' | 'answer' | 'approve',
): string {
  return `${itemId}#${kind}`;
}

function correctionsOf(plan: ItemPlan, scheme: Scheme): Correction[] {
  const { item } = plan;
  const cap = (value: number): number => Math.max(0, Math.min(value, item.points));
  const place = {
    itemId: item.id,
    sectionId: scheme.sections[item.section]?.id ?? '',
    groupId: item.groupId,
    bonus: item.bonus,
  };
  const onState = (kind: 'establish' | 'answer' | 'approve', gain: Hundredths): Correction => ({
    ...place,
    id: stateCorrectionId(item.id, kind),
    kind,
    ruleId: null,
    target: null,
    maxTimes: 1,
    effort: stateEffort(kind, item.points),
    // Judging takes a morning; what is set up must also run where the item wants that.
    ...(kind === 'answer' ? { months: 0, because: null } : timeOfMending(item.item)),
    gainOnce: gain,
    gainAll: gain,
    after: null,
  });
  const found: Correction[] = [];
  if (plan.approval !== null)
    found.push(onState('approve', plan.approval === 'full_marks' ? item.points : 0));
  if (plan.first !== null) found.push(onState(plan.first, cap(plan.value)));
  const after = plan.first === null ? null : stateCorrectionId(item.id, plan.first);
  for (const { rule, ways } of [...plan.rules, ...plan.beyond]) {
    for (const way of singleWays(ways)) {
      const gain = (improvement: number): number =>
        rule.beyondItem ? improvement : cap(plan.value + improvement) - cap(plan.value);
      found.push({
        ...place,
        id: ruleCorrectionId(item.id, rule.id, way.once),
        kind: way.once.kind,
        ruleId: rule.id,
        target: way.once.target,
        maxTimes: way.all.times,
        ...defaultEffort(item.item, rule, way.all),
        gainOnce: way.once.times === 1 ? gain(way.once.improvement) : 0,
        gainAll: gain(way.all.improvement),
        after: rule.beyondItem ? null : after,
      });
    }
  }
  return found;
}

/** The ways of a counted rule are one correction done more or less often; other ways are corrections of their own. */
function singleWays(
  ways: readonly RuleImprovement[],
): { readonly once: RuleImprovement; readonly all: RuleImprovement }[] {
  const [once] = ways;
  const all = ways.at(-1);
  if (once === undefined || all === undefined) return [];
  const isLadder = once.kind === 'undo_each' || once.kind === 'award_each';
  return isLadder ? [{ once, all }] : ways.map((way) => ({ once: way, all: way }));
}

const leastEffort = 5;

function stateEffort(kind: 'establish' | 'answer' | 'approve', points: Hundredths): number {
  if (kind === 'answer') return leastEffort;
  return kind === 'approve' ? 20 : Math.max(20, Math.ceil(points / 10));
}

/** As such work usually takes; else a day for each point won back, three for each bonus point, shared among the pieces. */
function defaultEffort(item: SchemeItem, rule: Rule, all: RuleImprovement): UsualEffort {
  const isGain = all.kind === 'award' || all.kind === 'award_each' || all.kind === 'better_band';
  const usual = isGain ? usualEffort(item, rule) : null;
  const time = isGain ? { months: 3, because: null } : timeOfMending(item, rule);
  if (usual !== null) return usual;
  const whole = (isGain ? 3 : 1) * (all.improvement / 10);
  const effort = Math.min(largestEffort, Math.max(leastEffort, Math.ceil(whole / all.times)));
  return { effort, ...time };
}
