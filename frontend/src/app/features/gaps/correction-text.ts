import {
  type Language,
  type Rule,
  type Scheme,
  type SchemeItem,
  findRule,
  indexItems,
  textIn,
} from '@liangxing/scheme';
import type { Correction } from '@liangxing/scoring';
import type { Sentence } from './sentence';

type Described = Pick<Correction, 'itemId' | 'kind' | 'ruleId' | 'target'>;

/** Texts end where a sentence of ours goes on; of counted ones the unit (“，每项”) goes too, for the count is said. */
const bare = (text: string, isCounted = false): string => {
  const ended = text.replace(/[。；，.;,]+$/, '');
  if (!isCounted) return ended;
  return ended.replace(/，\s*每缺[^，]{0,6}$/, '缺失').replace(/[，,]\s*(每|each)[^，,]{0,8}$/, '');
};

/**
 * What a correction asks for, in words: the sentence `gaps.correction.<kind>` with the rule's own text in it.
 * @param times how often it is done
 */
export function correctionText(
  scheme: Scheme,
  correction: Described,
  times: number,
  language: Language,
): Sentence {
  const item = indexItems(scheme).get(correction.itemId)?.item;
  return item
    ? itemCorrectionText(item, correction, times, language)
    : { key: `gaps.correction.${correction.kind}`, params: { text: correction.itemId, times } };
}

export function itemCorrectionText(
  item: SchemeItem,
  { kind, ruleId, target }: Described,
  times: number,
  language: Language,
): Sentence {
  const key = `gaps.correction.${kind}`;
  const rule = ruleId === null ? undefined : findRule(item, ruleId);
  if (!rule) return { key, params: { text: bare(textIn(item.topic, language)), times } };
  const isCounted = kind === 'undo_each' || kind === 'resample' || kind === 'award_each';
  const text = bare(textIn(rule.text, language), isCounted);
  return { key, params: { text, times, aim: aimOf(rule, target, language) } };
}

/** The same as what is to be found out and mended, for the list of corrective actions: `gaps.finding.<kind>`. */
export function findingOf({ key, params }: Sentence): Sentence {
  return { key: key.replace('gaps.correction.', 'gaps.finding.'), params };
}

/** What a better choice, share or figure is. */
function aimOf(rule: Rule, target: string | null, language: Language): string {
  if (target === null) return '';
  if (rule.kind === 'choice') {
    const choice = rule.choices.find(({ id }) => id === target);
    return choice ? bare(textIn(choice.label, language)) : '';
  }
  if (rule.kind === 'rate') {
    const band = rule.bands[Number(target)];
    return band ? `${band.atLeastPercent}%` : '';
  }
  if (rule.kind === 'band') {
    const [index, measureId] = target.split(':');
    const floor = rule.bands[Number(index)]?.anyOf[measureId ?? ''];
    const measure = rule.measures.find(({ id }) => id === measureId);
    return measure && floor !== undefined
      ? `${textIn(measure.label, language)} ${floor} ${measure.unit}`
      : '';
  }
  return '';
}
