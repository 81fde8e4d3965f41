import { say } from '@liangxing/contracts';
import { findItem, listItems, textIn, type Language, type Scheme } from '@liangxing/scheme';
import type { ItemState } from '@liangxing/scoring';
import type { AnswerContent } from '../assessments';

/** What is known of a readiness item: its state, judged or derived, and what was written of it. */
export interface ReadinessOfItem {
  readonly state: ItemState | null;
  readonly finding: string;
  readonly responsible: string;
  readonly responsibleUserId: string | null;
  readonly evidenceCount: number;
}

/** One item of an entered table with what it would take over; a person confirms it. */
export interface CarriedItem {
  readonly itemId: string;
  /** The readiness items that serve it, as they were mapped. */
  readonly from: readonly string[];
  readonly content: AnswerContent;
  /** Files that serve those items; one may serve several. */
  readonly evidenceCount: number;
}

/** Longest finding that is stored. */
const longest = 4000;

const words = {
  met: { zh: '符合', en: 'met' },
  partly: { zh: '部分符合', en: 'partly met' },
  not_met: { zh: '不符合', en: 'not met' },
  not_applicable: { zh: '不适用', en: 'not applicable' },
} as const;

const hasWord = (state: ItemState | null): state is keyof typeof words =>
  state !== null && state in words;

/**
 * What an evaluation by an entered table takes over from one of readiness. Where every serving item is met, nothing is
 * deducted; where all do not apply, neither does the item; everything else is left to be judged, with what was found.
 * An item that earns its points, and one that nobody mapped, takes over no judgement.
 */
export function carriedAnswers(
  table: Scheme,
  readiness: Scheme,
  known: ReadonlyMap<string, ReadinessOfItem>,
  language: Language,
): readonly CarriedItem[] {
  return listItems(table).flatMap(({ item, section }): CarriedItem[] => {
    const from = (item.readinessItems ?? []).filter((id) => known.has(id));
    const facts = from.flatMap((id) => known.get(id) ?? []);
    const evidenceCount = facts.reduce((sum, fact) => sum + fact.evidenceCount, 0);
    const lines = from.flatMap((id) => lineOf(id, readiness, known.get(id), language));
    if (lines.length === 0 && evidenceCount === 0) return [];
    const mayJudge = item.mode === 'deduct' && !section.bonus;
    const state = mayJudge ? stateOf(facts) : 'unanswered';
    const finding = lines.join('\n').slice(0, longest);
    const person = facts.find(({ responsible }) => responsible !== '');
    const content: AnswerContent = {
      ...{ state, rules: {}, approval: null, measured: null, finding },
      responsible: person?.responsible ?? '',
      responsibleUserId: person?.responsibleUserId ?? null,
      reason: state === 'not_applicable' ? finding : '',
    };
    return [{ itemId: item.id, from, content, evidenceCount }];
  });
}

function stateOf(facts: readonly ReadinessOfItem[]): AnswerContent['state'] {
  const states = new Set(facts.map(({ state }) => state));
  if (states.size !== 1) return 'unanswered';
  if (states.has('met')) return 'assessed';
  return states.has('not_applicable') ? 'not_applicable' : 'unanswered';
}

/** `准备情况 1.2.3 企业标准化方针：符合。已发布。`; nothing where nothing is known. */
function lineOf(
  id: string,
  readiness: Scheme,
  fact: ReadinessOfItem | undefined,
  language: Language,
): readonly string[] {
  const finding = fact?.finding.trim() ?? '';
  const state = fact?.state ?? null;
  if (finding === '' && !hasWord(state)) return [];
  const item = findItem(readiness, id);
  const topic = item === undefined ? '' : textIn(item.topic, language);
  const judged = hasWord(state) ? say(words[state], language) : '';
  const wording = { zh: '准备情况 {id} {topic}：{said}', en: 'Readiness {id} {topic}: {said}' };
  const said = [judged, finding]
    .filter((part) => part !== '')
    .join(language === 'en' ? '. ' : '。');
  return [say(wording, language, { id, topic, said })];
}
