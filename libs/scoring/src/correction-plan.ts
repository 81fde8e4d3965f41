import type { BandRule, Hundredths, RateRule, Rule, SchemePolicies } from '@liangxing/scheme';
import type { EnterpriseFacts, ItemAnswer, RuleAnswer } from './answer';
import type { CompiledItem } from './compiled-scheme';
import { itemState } from './item-score';
import { amountOf, ruleAmount } from './rule-amount';
import { fits } from './when';

/**
 * What a correction does. `undo`: a deduction no longer applies; `undo_each`: one piece of a counted deduction;
 * `resample`: what a sample found is mended wherever it occurs, and the next sample finds none; `better_sample`: a
 * share that was sampled reaches a better band at the next sample; `better_choice`, `better_rate`, `better_band`: a better choice, share or figure is reached; `award`, `award_each`:
 * a fact that earns, once or once more; `establish`: something required now exists; `answer`: an item that nobody
 * has judged yet is judged, with nothing to deduct; `approve`: the consent to a proposed N/A is obtained.
 */
export type CorrectionKind =
  | 'undo'
  | 'undo_each'
  | 'resample'
  | 'better_sample'
  | 'better_choice'
  | 'better_rate'
  | 'better_band'
  | 'award'
  | 'award_each'
  | 'establish'
  | 'answer'
  | 'approve';

/** One way to improve one rule: doing `kind` a number of times leads from the answer now to `answer`. */
export interface RuleImprovement {
  readonly kind: CorrectionKind;
  /** Choice id, band index with its measure; null where the rule alone says it. */
  readonly target: string | null;
  readonly times: number;
  /** Hundredths that the rule then takes less or gives more, before the item's cap. */
  readonly improvement: Hundredths;
  readonly answer: RuleAnswer;
}

/** All ways to improve one item, apart from their efforts. */
export interface ItemPlan {
  readonly item: CompiledItem;
  /** What must be done before any rule counts; null where the item is assessed already. */
  readonly first: 'establish' | 'answer' | null;
  /** What the consent to a proposed N/A would do: full marks, or leave the table; null: there is none to ask for. */
  readonly approval: 'full_marks' | 'leaves' | null;
  /** Earned now. */
  readonly earned: Hundredths;
  /** Points before the cap once the item is assessed; may lie outside 0 … points. */
  readonly value: Hundredths;
  /** For each rule within the item's points the ways to improve it, of which at most one is taken. */
  readonly rules: readonly RulePlan[];
  /** The same of rules whose deductions are taken from the total: they need nothing first and know no cap. */
  readonly beyond: readonly RulePlan[];
  /** Rules of a proposed N/A that take nothing from the total yet, and would not once the item is established. */
  readonly drops: readonly string[];
  readonly isProposed: boolean;
  /** Deductions within the item by their amounts, also of an item that is not judged by them. */
  readonly taken: ReadonlyMap<string, Hundredths>;
  /** Deductions beyond the item by their amounts; those that count. */
  readonly beyondTaken: ReadonlyMap<string, Hundredths>;
}

export interface RulePlan {
  readonly rule: Rule;
  readonly ways: readonly RuleImprovement[];
}

/** The plan of one item, or null where nothing can be gained. */
export function planItem(
  item: CompiledItem,
  answer: ItemAnswer | undefined,
  facts: EnterpriseFacts,
  policies: SchemePolicies,
): ItemPlan | null {
  const state = itemState(item, answer, policies);
  if (item.points === 0 || state === 'not_applicable') return null;
  const first = firstStep(item, state);
  const given = state === 'unanswered' ? {} : (answer?.rules ?? {});
  const within = item.rules.filter(({ isBeyond }) => !isBeyond);
  const beyondRules = item.rules.filter(({ isBeyond }) => isBeyond);
  let value = item.start;
  const taken = new Map<string, Hundredths>();
  for (const { id, sign, measure } of within) {
    const amount = amountOf(measure, given[id], facts);
    value += sign * amount;
    if (sign < 0 && amount > 0) taken.set(id, amount);
  }
  const plansOf = (among: CompiledItem['rules']): RulePlan[] =>
    among
      .map(({ rule }) => ({ rule, ways: improvements(rule, given[rule.id], facts, item, value) }))
      .filter(({ ways }) => ways.length > 0);
  const capped = Math.max(0, Math.min(value, item.points));
  const rules = plansOf(within);
  const isProposed = state === 'proposed_not_applicable';
  const beyond = isProposed ? [] : plansOf(beyondRules);
  const approval = isProposed ? approvalEffect(policies) : null;
  const earned = first === null ? capped : 0;
  const isUseless =
    value >= item.points ? first === null : rules.length === 0 && (first === null || capped === 0);
  if (isUseless && approval === null && beyond.length === 0) return null;
  return {
    item,
    first,
    approval,
    earned,
    value,
    rules: value >= item.points ? [] : rules,
    beyond,
    drops: isProposed ? beyondRules.map(({ rule }) => rule.id) : [],
    isProposed,
    taken,
    beyondTaken: new Map(
      beyond.map(({ rule }) => [rule.id, ruleAmount(rule, given[rule.id], facts)]),
    ),
  };
}

/** An item that is merely left out makes the table smaller: nothing to strive for. */
function approvalEffect({ notApplicable }: SchemePolicies): ItemPlan['approval'] {
  if (notApplicable === 'exclude') return null;
  return notApplicable === 'reweight' ? 'leaves' : 'full_marks';
}

/** Bonus items need no judgement first: a fact that is proven counts. */
function firstStep(item: CompiledItem, state: string): ItemPlan['first'] {
  if (state === 'assessed') return null;
  if (state === 'unanswered') return item.item.mode === 'earn' ? null : 'answer';
  return 'establish';
}

function improvements(
  rule: Rule,
  answer: RuleAnswer | undefined,
  facts: EnterpriseFacts,
  item: CompiledItem,
  value: Hundredths,
): RuleImprovement[] {
  const now = ruleAmount(rule, answer, facts);
  switch (rule.kind) {
    case 'fixed':
      return now === 0
        ? []
        : [{ kind: 'undo', target: null, times: 1, improvement: now, answer: false }];
    case 'per_missing':
    case 'per_finding':
      return isSampled(rule) ? nextSample(now) : fewerPieces(rule, Number(answer), now, item);
    case 'choice':
      return rule.choices
        .filter(({ deduct }) => deduct < now)
        .map(({ id, deduct }) => ({
          kind: 'better_choice',
          target: id,
          times: 1,
          improvement: now - deduct,
          answer: id,
        }));
    case 'rate':
      return now === 0 ? [] : betterRates(rule, answer as { whole: number }, now, facts);
    case 'award':
      return moreAwards(rule, typeof answer === 'number' ? answer : 0, now, item.points - value);
    case 'band':
      return betterBands(rule, answer, now, facts);
  }
}

/**
 * True where a rule counts what a sample found (抽查, 抽问; 监督抽查 is not the enterprise's own): to mend the pieces that
 * were found tells nothing of those that were not looked at.
 */
export function isSampled({ kind, text }: Rule): boolean {
  if (kind === 'per_finding') return true;
  return (kind === 'per_missing' || kind === 'rate') && /(?<!监督)抽[查问]/.test(text['zh-CN']);
}

/** All or nothing: the next sample finds none of it, or no point returns. */
function nextSample(now: Hundredths): RuleImprovement[] {
  return now === 0
    ? []
    : [{ kind: 'resample', target: null, times: 1, improvement: now, answer: 0 }];
}

/** Longest ladder of steps that is looked at in an item that mixes deductions with awards without a limit. */
const longestLadder = 4096;

/** Pieces beyond what the item can lose are done away with together: they change nothing one by one. */
function fewerPieces(
  rule: Rule & { kind: 'per_missing' | 'per_finding' },
  count: number,
  now: Hundredths,
  item: CompiledItem,
): RuleImprovement[] {
  if (now === 0) return [];
  const hasAwards = item.rules.some(({ sign }) => sign > 0);
  // What is taken from the total is not bounded by the item; its own `max` bounds it.
  const mostLeft = rule.beyondItem
    ? Math.ceil((rule.max ?? 0) / rule.deduct)
    : hasAwards
      ? longestLadder
      : Math.floor(item.points / rule.deduct);
  const ways: RuleImprovement[] = [];
  for (let left = Math.min(count - 1, mostLeft); left >= 0; left -= 1) {
    const improvement = now - ruleAmount(rule, left, {});
    if (improvement > 0)
      ways.push({
        kind: 'undo_each',
        target: null,
        times: count - left,
        improvement,
        answer: left,
      });
  }
  return ways;
}

function moreAwards(
  rule: Rule & { kind: 'award' },
  count: number,
  now: Hundredths,
  lacking: Hundredths,
): RuleImprovement[] {
  const ways: RuleImprovement[] = [];
  for (let times = 1; times <= (rule.perEach ? longestLadder : 1); times += 1) {
    const answer = rule.perEach ? count + times : 1;
    const improvement = ruleAmount(rule, answer, {}) - now;
    if (improvement <= (ways.at(-1)?.improvement ?? 0)) break;
    ways.push({
      kind: rule.perEach ? 'award_each' : 'award',
      target: null,
      times,
      improvement,
      answer,
    });
    if (improvement >= lacking) break;
  }
  return ways;
}

/** The smallest part that reaches each better band, of the same whole. */
function betterRates(
  rule: RateRule,
  { whole }: { readonly whole: number },
  now: Hundredths,
  facts: EnterpriseFacts,
): RuleImprovement[] {
  return rule.bands.flatMap((band, index) => {
    const part = Math.min(
      whole,
      Math.ceil((Math.round(band.atLeastPercent * 100) * whole) / 10_000),
    );
    const answer = { part, whole };
    const improvement = now - ruleAmount(rule, answer, facts);
    const kind = isSampled(rule) ? 'better_sample' : 'better_rate';
    return band.deduct < now && improvement > 0
      ? [{ kind: kind as CorrectionKind, target: String(index), times: 1, improvement, answer }]
      : [];
  });
}

/** Each better band by each of its figures. */
function betterBands(
  rule: BandRule,
  answer: RuleAnswer | undefined,
  now: Hundredths,
  facts: EnterpriseFacts,
): RuleImprovement[] {
  const figures = typeof answer === 'object' ? (answer as Readonly<Record<string, number>>) : {};
  return rule.bands.flatMap((band, index) => {
    if (band.award <= now || !fits(band.when, facts)) return [];
    return Object.entries(band.anyOf).flatMap(([measure, floor]) => {
      const raised = { ...figures, [measure]: floor };
      const improvement = ruleAmount(rule, raised, facts) - now;
      const target = `${index}:${measure}`;
      return improvement > 0
        ? [{ kind: 'better_band' as const, target, times: 1, improvement, answer: raised }]
        : [];
    });
  });
}
