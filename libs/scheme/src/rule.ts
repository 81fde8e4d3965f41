/** The rules of an item: what is deducted from its points, or earned, and for what. */
import type { Hundredths, LocalizedText, Provenance, When } from './terms';

interface RuleBase {
  /** Unique within its item and stable over versions: `1.2-b`. */
  readonly id: string;
  /** 追加扣除: what it takes leaves the item's own points alone and is taken from the total, whatever the item earned. */
  readonly beyondItem?: true;
  readonly text: LocalizedText;
  readonly provenance: Provenance;
  readonly source?: string;
  /** Full ids of the deductions that the same fact leads to as well (`2.8.1-a`); each of them names this one too. */
  readonly sameFactAs?: readonly string[];
  /** Of linked deductions the one that the fact should be taken by. */
  readonly mostDirect?: true;
}

/** One deduction, taken or not. */
interface FixedRule extends RuleBase {
  readonly kind: 'fixed';
  readonly deduct: Hundredths;
}

/** A deduction for each thing missing or each finding, up to `max` of its own. */
export interface CountedRule extends RuleBase {
  readonly kind: 'per_missing' | 'per_finding';
  readonly deduct: Hundredths;
  readonly max?: Hundredths;
}

/** Exactly one of several choices applies. */
export interface ChoiceRule extends RuleBase {
  readonly kind: 'choice';
  readonly choices: readonly {
    readonly id: string;
    readonly label: LocalizedText;
    readonly deduct: Hundredths;
  }[];
}

/** A share in percent (part ÷ whole) falls into the first band whose floor it reaches; bands go from high to low. */
export interface RateRule extends RuleBase {
  readonly kind: 'rate';
  readonly bands: readonly { readonly atLeastPercent: number; readonly deduct: Hundredths }[];
}

/** Points earned for a fact (bonus items); `perEach`: for each one. Awards of an item add up to its points at most. */
export interface AwardRule extends RuleBase {
  readonly kind: 'award';
  readonly award: Hundredths;
  readonly perEach: boolean;
  readonly max?: Hundredths;
}

/**
 * Points earned by measured figures, with other floors for other enterprises.
 * The first band that fits the enterprise and one of whose floors is reached counts.
 */
export interface BandRule extends RuleBase {
  readonly kind: 'band';
  readonly measures: readonly {
    readonly id: string;
    readonly label: LocalizedText;
    readonly unit: string;
  }[];
  readonly bands: readonly {
    readonly when?: When;
    readonly anyOf: Readonly<Record<string, number>>;
    readonly award: Hundredths;
  }[];
}

export type Rule = FixedRule | CountedRule | ChoiceRule | RateRule | AwardRule | BandRule;
