import type { LocalizedText, Rule, SchemeItem } from '@liangxing/scheme';
import type { RuleAnswer } from '@liangxing/scoring';

/** The name of a choice, or figures; empty where the rule's own words say it all. */
export type Said = LocalizedText | string;

/** What an answer says, rule by rule, in words; `colon` stands between a rule and what is said of it. */
export function rulesSaid(
  { rules }: Pick<SchemeItem, 'rules'>,
  answer: { readonly rules: Readonly<Record<string, RuleAnswer>> },
  textOf: (text: LocalizedText) => string,
  colon: string,
): readonly string[] {
  return rules.flatMap((rule) => {
    const said = saidOf(rule, answer.rules[rule.id]);
    if (said === null) return [];
    const words = typeof said === 'object' ? textOf(said) : said;
    return [textOf(rule.text) + (words === '' ? '' : colon + words)];
  });
}

/** What an answer says to a rule; null: nothing. */
export function saidOf(rule: Rule, answer: RuleAnswer | undefined): Said | null {
  if (answer === undefined || answer === false || answer === 0) return null;
  if (answer === true) return '';
  if (rule.kind === 'choice') return rule.choices.find(({ id }) => id === answer)?.label ?? null;
  if (typeof answer !== 'object') return rule.kind === 'award' && !rule.perEach ? '' : `${answer}`;
  if (rule.kind === 'rate' && 'part' in answer && 'whole' in answer)
    return `${answer['part']}/${answer['whole']}`;
  return Object.values(answer).join(' · ');
}
