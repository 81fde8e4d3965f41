import type { When } from '@liangxing/scheme';
import type { EnterpriseFacts } from './answer';

/**
 * Whether a condition holds for an enterprise: every fact that it names is known and among the listed values.
 * No condition holds for everyone; an unknown fact satisfies no condition about it.
 */
export function fits(when: When | undefined, facts: EnterpriseFacts): boolean {
  if (when === undefined) return true;
  if (when.size !== undefined && (facts.size === undefined || !when.size.includes(facts.size)))
    return false;
  return (
    when.industry === undefined ||
    (facts.industry !== undefined && when.industry.includes(facts.industry))
  );
}
