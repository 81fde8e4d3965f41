import {
  nextOwnNumber,
  NumberingRuleError,
  parseNumberingRule,
  parseStandardNumber,
  type NumberingRule,
} from '@liangxing/standard-number';
import type { DraftKind } from '@liangxing/dossier';
import { ProblemError } from '../../kernel';
import { DEFAULT_CLASSES, type NumberingSetting } from './draft';

/** @throws ProblemError numbering_rule_invalid that says what is wrong */
export function ruleOf(pattern: string): NumberingRule {
  try {
    return parseNumberingRule(pattern);
  } catch (error) {
    if (!(error instanceof NumberingRuleError)) throw error;
    throw new ProblemError(
      'numbering_rule_invalid',
      {},
      {
        errors: [
          { path: 'pattern', code: `numbering_${error.fault}`, parameters: { piece: error.piece } },
        ],
      },
    );
  }
}

/**
 * A rule in the manner of the numbers that are there: their commonest code, and as many digits as
 * most serials have. Empty where there are none.
 */
export function suggestedPattern(numbers: readonly string[]): string {
  const manners = new Map<string, number>();
  for (const number of numbers) {
    const parsed = parseStandardNumber(number);
    if (parsed.kind !== 'standard' || parsed.level !== 'enterprise') continue;
    const kind = parsed.classCode === undefined ? '' : '{类别}';
    const pattern = `${parsed.code} ${kind}{序号:${Math.min(parsed.number.length, 6)}}-{年}`;
    manners.set(pattern, (manners.get(pattern) ?? 0) + 1);
  }
  const [commonest] = [...manners].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return commonest?.[0] ?? '';
}

/** @throws ProblemError numbering_rule_missing */
export function nextNumber(
  setting: NumberingSetting | null,
  taken: readonly string[],
  { kind, node, year }: { readonly kind: DraftKind; readonly node: string; readonly year: number },
): string {
  if (setting === null) throw new ProblemError('numbering_rule_missing');
  const values = { class: { ...DEFAULT_CLASSES, ...setting.classes }[kind], node, year };
  return nextOwnNumber(ruleOf(setting.pattern), taken, values);
}
