import type {
  AwardRule,
  BandRule,
  CountedRule,
  Hundredths,
  RateRule,
  Rule,
} from '@liangxing/scheme';
import type { EnterpriseFacts, RuleAnswer } from './answer';
import { fits } from './when';

/** A rule that gives points; the others take them. */
export function isAward(rule: Rule): rule is AwardRule | BandRule {
  return rule.kind === 'award' || rule.kind === 'band';
}

/**
 * The deduction or award of one rule, in hundredths, before the item's cap; never negative.
 * No answer, or one that is not of the rule's kind, has no effect (`checkAnswer` names such answers).
 */
export function ruleAmount(
  rule: Rule,
  answer: RuleAnswer | undefined,
  facts: EnterpriseFacts,
): Hundredths {
  switch (rule.kind) {
    case 'fixed':
      return answer === true ? rule.deduct : 0;
    case 'per_missing':
    case 'per_finding':
      return countedAmount(rule, answer);
    case 'choice':
      return rule.choices.find((choice) => choice.id === answer)?.deduct ?? 0;
    case 'rate':
      return rateAmount(rule, answer);
    case 'award':
      return awardAmount(rule, answer);
    case 'band':
      return bandAmount(rule, answer, facts);
  }
}

/** A usable number of pieces; anything else counts as none. */
function pieces(answer: RuleAnswer | undefined): number {
  return typeof answer === 'number' && Number.isInteger(answer) && answer > 0 ? answer : 0;
}

function countedAmount(rule: CountedRule, answer: RuleAnswer | undefined): Hundredths {
  const sum = pieces(answer) * rule.deduct;
  return rule.max !== undefined && sum > rule.max ? rule.max : sum;
}

function awardAmount(rule: AwardRule, answer: RuleAnswer | undefined): Hundredths {
  const count = pieces(answer);
  const sum = (rule.perEach ? count : Math.min(count, 1)) * rule.award;
  return rule.max !== undefined && sum > rule.max ? rule.max : sum;
}

/**
 * Index of the band that a share falls into: the first whose floor it reaches, else the last (worst) one.
 * Floors are compared as whole hundredths of a percent, so 95 of 100 reaches 95 % exactly.
 */
function rateBandIndex(rule: RateRule, part: number, whole: number): number {
  const index = rule.bands.findIndex(
    (band) => part * 10_000 >= Math.round(band.atLeastPercent * 100) * whole,
  );
  return index < 0 ? rule.bands.length - 1 : index;
}

function rateAmount(rule: RateRule, answer: RuleAnswer | undefined): Hundredths {
  if (typeof answer !== 'object' || (answer as unknown) === null) return 0;
  const { part, whole } = answer as { part?: unknown; whole?: unknown };
  if (typeof part !== 'number' || typeof whole !== 'number' || !(whole > 0)) return 0;
  return rule.bands[rateBandIndex(rule, part, whole)]?.deduct ?? 0;
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
