import { listItems, type Rule, type Scheme } from '@liangxing/scheme';
import type { Score } from './score';

/** A deduction with the item that it stands in. */
export interface PlacedRule {
  readonly itemId: string;
  readonly rule: Rule;
}

/** Two linked deductions that were both taken. */
export interface DoubleDeduction {
  /** The one to take back; of two of which neither is the most direct, the later one. */
  readonly one: PlacedRule;
  readonly other: PlacedRule;
  /** By which the fact should be taken: `other`, a third one, or null where the scheme does not say. */
  readonly direct: PlacedRule | null;
}

/**
 * Facts that were deducted more than once, in the order of the scheme: each deduction beside the most direct one, or,
 * where that was not taken, beside each other one that was.
 */
export function doubleDeductions(scheme: Scheme, score: Score): DoubleDeduction[] {
  const placed = new Map<string, PlacedRule>();
  const taken: PlacedRule[] = [];
  for (const { item } of listItems(scheme))
    for (const rule of item.rules) {
      const here = { itemId: item.id, rule };
      placed.set(rule.id, here);
      const scored = score.items[item.id]?.rules.find(({ ruleId }) => ruleId === rule.id);
      if (rule.sameFactAs !== undefined && (scored?.amount ?? 0) > 0) taken.push(here);
    }
  const isTaken = (id: string): boolean => taken.some(({ rule }) => rule.id === id);
  const linkedTo = ({ rule }: PlacedRule): PlacedRule[] =>
    (rule.sameFactAs ?? []).flatMap((id) => placed.get(id) ?? []);
  return taken.flatMap((one, at) => {
    if (one.rule.mostDirect) return [];
    const direct = linkedTo(one).filter(({ rule }) => rule.mostDirect);
    const takenDirect = direct.filter(({ rule }) => isTaken(rule.id));
    if (takenDirect.length > 0) return takenDirect.map((other) => ({ one, other, direct: other }));
    return taken
      .slice(0, at)
      .filter(({ rule }) => !rule.mostDirect && one.rule.sameFactAs?.includes(rule.id))
      .map((other) => {
        const common = direct.find(({ rule }) => other.rule.sameFactAs?.includes(rule.id));
        return { one, other, direct: common ?? null };
      });
  });
}
