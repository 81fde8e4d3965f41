import { say } from '@liangxing/contracts';
import { findItem, findRule, textIn, type Language, type Scheme } from '@liangxing/scheme';
import { checkAnswerOf } from '@liangxing/scoring';
import type { Answer, AnswerContent } from '../assessment';

/** Something that was answered and that the newer version of the scheme does not have, or has in another way. */
export interface LeftBehind {
  readonly itemId: string;
  /** Null: the whole item. */
  readonly ruleId: string | null;
  readonly text: string;
}

export interface MovedAnswers {
  /** Items that are copied, as they are but for those in `changed`. */
  readonly itemIds: readonly string[];
  readonly changed: Readonly<Record<string, Pick<AnswerContent, 'state' | 'rules' | 'finding'>>>;
  readonly leftBehind: readonly LeftBehind[];
}

/** Longest finding that is stored. */
const longest = 4000;

/**
 * What becomes of answers under another version of their scheme. An item with a rule that vanished has to be judged
 * again: without that deduction it would pass for better than it was found. Its finding names the rule.
 */
export function moveAnswers(
  answers: readonly Answer[],
  from: Scheme,
  to: Scheme,
  language: Language,
): MovedAnswers {
  const itemIds: string[] = [];
  const changed: Record<string, Pick<AnswerContent, 'state' | 'rules' | 'finding'>> = {};
  const leftBehind: LeftBehind[] = [];
  for (const answer of answers.filter(({ state }) => state !== 'unanswered')) {
    const { itemId, rules } = answer;
    const before = findItem(from, itemId);
    if (findItem(to, itemId) === undefined) {
      const text = before === undefined ? itemId : textIn(before.topic, language);
      leftBehind.push({ itemId, ruleId: null, text });
      continue;
    }
    itemIds.push(itemId);
    const misfits = new Set(
      checkAnswerOf(to, itemId, { state: answer.state, rules }).flatMap(
        ({ ruleId }) => ruleId ?? [],
      ),
    );
    if (misfits.size === 0) continue;
    const lost = [...misfits].map((ruleId): LeftBehind => {
      const rule = before === undefined ? undefined : findRule(before, ruleId);
      return { itemId, ruleId, text: rule === undefined ? ruleId : textIn(rule.text, language) };
    });
    leftBehind.push(...lost);
    changed[itemId] = {
      state: 'unanswered',
      rules: Object.fromEntries(Object.entries(rules).filter(([id]) => !misfits.has(id))),
      finding: [...lost.map(({ text }) => gone(text, language)), answer.finding]
        .filter((line) => line !== '')
        .join('\n')
        .slice(0, longest),
    };
  }
  return { itemIds, changed, leftBehind };
}

function gone(text: string, language: Language): string {
  return say(
    {
      zh: `（原版本的扣分标准“${text}”在新版本中已取消或改写，请重新评定）`,
      en: `(The deduction “${text}” of the former version is gone or was changed: judge this item again.)`,
    },
    language,
  );
}
