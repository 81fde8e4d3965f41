import type { AwardRule, BandRule, Hundredths, RateRule, Rule } from '@liangxing/scheme';
import type { EnterpriseFacts, RuleAnswer } from './answer';
import { fits } from './when';

/** A rule that gives points; the others take them. */
export function isAward(rule: Rule): rule is AwardRule | BandRule {
  return rule.kind === 'award' || rule.kind === 'band';
}

type AmountOf = (answer: RuleAnswer | undefined, facts: EnterpriseFacts) => Hundredths;

/**
 * How a rule turns an answer into points: its numbers in an object of one shape, because the rules of a pack have as
 * many shapes as their writers and reading those is most of the work of a score.
 */
export interface Measure {
  /** `flag`: there or not; `pieces`: so many; `other`: `other` says how much. */
  readonly by: 'flag' | 'pieces' | 'other';
  /** For a piece, of which `most` count, up to `max` in all. */
  readonly each: Hundredths;
  readonly most: number;
  readonly max: Hundredths;
  readonly other: AmountOf;
}

export function measureOf(rule: Rule): Measure {
  switch (rule.kind) {
    case 'fixed':
      return { by: 'flag', each: rule.deduct, most: 1, max: rule.deduct, other: nothing };
    case 'per_missing':
    case 'per_finding':
      return pieces(rule.deduct, Infinity, rule.max);
    case 'award':
      return pieces(rule.award, rule.perEach ? Infinity : 1, rule.max);
    case 'choice': {
      const deductions = new Map(rule.choices.map(({ id, deduct }) => [id, deduct]));
      return otherwise((answer) => deductions.get(answer as string) ?? 0);
    }
    case 'rate':
      return otherwise(rateAmount(rule));
    case 'band':
      return otherwise((answer, facts) => bandAmount(rule, answer, facts));
  }
}

const nothing: AmountOf = () => 0;

function pieces(each: Hundredths, most: number, max: Hundredths = Infinity): Measure {
  return { by: 'pieces', each, most, max, other: nothing };
}

function otherwise(other: AmountOf): Measure {
  return { by: 'other', each: 0, most: 0, max: 0, other };
}

/**
 * The deduction or award of one rule, in hundredths, before the item's cap; never negative.
 * No answer, or one that is not of the rule's kind, has no effect (`checkAnswer` names such answers).
 */
export function amountOf(
  { by, each, most, max, other }: Measure,
  answer: RuleAnswer | undefined,
  facts: EnterpriseFacts,
): Hundredths {
  switch (by) {
    case 'flag':
      return answer === true ? each : 0;
    case 'pieces':
      return typeof answer === 'number' && Number.isInteger(answer) && answer > 0
        ? Math.min(Math.min(answer, most) * each, max)
        : 0;
    case 'other':
      return other(answer, facts);
  }
}

/** The same of a rule as it stands in the pack. */
export function ruleAmount(
  rule: Rule,
  answer: RuleAnswer | undefined,
  facts: EnterpriseFacts,
): Hundredths {
  return amountOf(measureOf(rule), answer, facts);
}

/**
 * By the first band whose floor a share reaches, else the last (worst) one.
 * Floors are compared as whole hundredths of a percent, so 95 of 100 reaches 95 % exactly.
 */
function rateAmount({ bands }: RateRule): AmountOf {
  const floors = bands.map((band) => Math.round(band.atLeastPercent * 100));
  return (answer) => {
    if (typeof answer !== 'object' || (answer as unknown) === null) return 0;
    const { part, whole } = answer as { part?: unknown; whole?: unknown };
    if (typeof part !== 'number' || typeof whole !== 'number' || !(whole > 0)) return 0;
    return bands.at(floors.findIndex((floor) => part * 10_000 >= floor * whole))?.deduct ?? 0;
  };
}

function bandAmount(
  rule: BandRule,
  answer: RuleAnswer | undefined,
  facts: EnterpriseFacts,
): Hundredths {
  if (typeof answer !== 'object' || (answer as unknown) === null) return 0;
  const figures = answer as Readonly<Record<string, unknown>>;
  for (const band of rule.bands) {
    if (!fits(band.when, facts)) continue;
    for (const measure in band.anyOf) {
      const figure = figures[measure];
      const floor = band.anyOf[measure];
      if (typeof figure === 'number' && floor !== undefined && figure >= floor) return band.award;
    }
  }
  return 0;
}
