/** The words of a deduction → what it takes. What is not said plainly is left to a person. */
import type { DraftScheme } from '@liangxing/scheme/loader';

type Rule = DraftScheme['sections'][number]['items'][number]['rules'][number];

const TAKES = /扣\s*(\d{1,4}(?:\.\d{1,2})?)\s*分/;
const ALL = /不得分|得\s*0\s*分|扣(完|光|除全部)|全扣/;
const EACH_MISSING = /每(缺少?|少)(一|1)?/;
const EACH = /每(有|发现|处|项|次|个|人|条|份|一)|[一1](处|项|次|个)(不符合)?扣/;
/** 未达标不得分，每项扣 1 分 are two; 未制定、未发布扣 5 分 is one. */
const PARTS = /[；;。\n]+/;

/** @param points of the item, in hundredths: what 不得分 takes */
function readRule(text: string, points: number): Rule {
  const amount = Number(TAKES.exec(text)?.[1] ?? Number.NaN);
  const taken = Math.round(amount * 100);
  // Two amounts in one clause are steps: which of them holds, a person has to say.
  const isSeveral = (text.match(/扣\s*\d/g) ?? []).length > 1;
  if (isSeveral) return { text };
  if (Number.isNaN(amount))
    return ALL.test(text) && points > 0 ? { text, kind: 'fixed', amount: points } : { text };
  if (taken <= 0 || taken > points) return { text };
  if (EACH_MISSING.test(text)) return { text, kind: 'per_missing', amount: taken };
  return { text, kind: EACH.test(text) ? 'per_finding' : 'fixed', amount: taken };
}

/** @param extra the column 追加扣除 */
export function readRules(text: string, extra: string, points: number): Rule[] {
  return [text, extra]
    .flatMap((cell) => cell.split(PARTS))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => readRule(part, points));
}
