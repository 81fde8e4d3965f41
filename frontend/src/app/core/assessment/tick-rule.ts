import type { Rule } from '@liangxing/scheme';
import type { RuleAnswer } from '@liangxing/scoring';

/**
 * What a key makes of a rule: a simple one is ticked or unticked, a counted one gets one more, of several choices comes the
 * next; shares and figures are typed and stay.
 */
export function ticked(rule: Rule, before: RuleAnswer | undefined): RuleAnswer | undefined {
  switch (rule.kind) {
    case 'fixed':
      return before === true ? undefined : true;
    case 'choice': {
      const at = rule.choices.findIndex(({ id }) => id === before);
      return rule.choices[(at + 1) % rule.choices.length]?.id;
    }
    case 'award':
      if (!rule.perEach) return before === 1 ? undefined : 1;
      return (typeof before === 'number' ? before : 0) + 1;
    case 'rate':
    case 'band':
      return before;
    default:
      return (typeof before === 'number' ? before : 0) + 1;
  }
}
