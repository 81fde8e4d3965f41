import type { Scheme, SchemeItem, SchemeSection } from '@liangxing/scheme';
import type { Answers, ItemAnswer, ItemScore, Score } from '@liangxing/scoring';
import type { ScoringItem, ScoringSection } from '../snapshot';
import { answerText, ruleText, takenText } from './rule-texts';

/** What people wrote beside an answer; absent items have nothing. */
export interface ItemNote {
  readonly finding?: string;
  readonly responsible?: string;
  /** Why the item does not apply. */
  readonly reason?: string;
  /** `2.4.3-01`, … in order. */
  readonly evidenceNumbers?: readonly string[];
}

const notApplicableText = (answer: ItemAnswer | undefined, reason: string): string => {
  if (answer?.state !== 'not_applicable') return '';
  const approval = answer.approval
    ? `${answer.approval.by} ${answer.approval.on} ${answer.approval.document}同意`
    : '';
  return [reason, approval].filter((part) => part !== '').join('；');
};

const rulesOf = (
  item: SchemeItem,
  score: ItemScore | undefined,
  answer: ItemAnswer | undefined,
): ScoringItem['rules'] => {
  const taken = new Map(score?.rules.map(({ ruleId, amount }) => [ruleId, amount]));
  return item.rules.map((rule) => {
    const amount = taken.get(rule.id) ?? 0;
    return {
      text: amount > 0 ? takenText(rule, answer?.rules[rule.id]) : ruleText(rule),
      taken: amount,
      detail: amount > 0 ? answerText(rule, answer?.rules[rule.id]) : '',
      ...(rule.provenance === item.provenance ? {} : { provenance: rule.provenance }),
    };
  });
};

const scoringItem = (
  item: SchemeItem,
  score: ItemScore | undefined,
  answer: ItemAnswer | undefined,
  note: ItemNote,
): ScoringItem => ({
  id: item.id,
  clause: item.clause ?? '',
  topic: item.topic['zh-CN'],
  asked: item.asked['zh-CN'],
  points: item.points,
  deducted: score?.deducted ?? 0,
  earned: score?.earned ?? 0,
  state: score?.state ?? 'unanswered',
  star: item.star,
  provenance: item.provenance,
  rules: rulesOf(item, score, answer),
  finding: note.finding ?? '',
  responsible: note.responsible ?? '',
  notApplicable: notApplicableText(answer, note.reason ?? ''),
  evidenceNumbers: note.evidenceNumbers ?? [],
});

/**
 * The filled scoring table of a snapshot: the scheme's text, what was answered and what it scored.
 * `score` must be of the same scheme and answers; `notes` by item id.
 */
export const scoringPart = (
  scheme: Scheme,
  answers: Answers,
  score: Score,
  notes: Readonly<Record<string, ItemNote>> = {},
): ScoringSection[] => {
  const scores = new Map(score.sections.map((section) => [section.sectionId, section]));
  const groupsOf = (section: SchemeSection): ScoringSection['groups'] =>
    section.groups.map((group) => {
      const items = group.items.map((item) =>
        scoringItem(item, score.items[item.id], answers[item.id], notes[item.id] ?? {}),
      );
      const earned = items.reduce((sum, item) => sum + item.earned, 0);
      return { id: group.id, title: group.title['zh-CN'], points: group.points, earned, items };
    });
  return scheme.sections.map((section) => ({
    id: section.id,
    title: section.title['zh-CN'],
    bonus: section.bonus,
    points: section.points,
    earned: scores.get(section.id)?.earned ?? 0,
    readiness: scores.get(section.id)?.readiness ?? null,
    groups: groupsOf(section),
  }));
};
