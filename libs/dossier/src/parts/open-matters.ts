import { points } from '../format';
import type { DossierSnapshot, ScoringItem } from '../snapshot';

/** Items that the evaluation found short: points lost, or met in part or not at all. */
export const shortItems = ({ scoring }: Pick<DossierSnapshot, 'scoring'>): ScoringItem[] =>
  scoring
    .filter(({ bonus }) => !bonus)
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
    .filter(({ state, deducted }) => state === 'partly' || state === 'not_met' || deducted > 0);

/** Items that nobody has answered yet. */
const openItems = ({ scoring }: Pick<DossierSnapshot, 'scoring'>): ScoringItem[] =>
  scoring
    .filter(({ bonus }) => !bonus)
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
    .filter(({ state }) => state === 'unanswered');

type Told = Pick<DossierSnapshot, 'scoring' | 'corrections' | 'scheme'>;

/** Short items for which no corrective action is registered. */
export const withoutAction = (snapshot: Told): ScoringItem[] => {
  const corrected = new Set(snapshot.corrections.map(({ itemId }) => itemId));
  return shortItems(snapshot).filter(({ id }) => !corrected.has(id));
};

const named = (items: readonly ScoringItem[]): string => {
  const shown = items
    .slice(0, 8)
    .map(({ id }) => id)
    .join('、');
  return items.length > 8 ? `${shown} 等` : shown;
};

/** ` 14 项未完全符合（部分符合 7 项、不符合 7 项）`, `扣分的 43 项（共扣 26.5 分）`. */
const shortText = (snapshot: Told, items: readonly ScoringItem[]): string => {
  if (snapshot.scheme.kind === 'readiness') {
    const partly = items.filter(({ state }) => state === 'partly').length;
    return ` ${items.length} 项未完全符合（部分符合 ${partly} 项、不符合 ${items.length - partly} 项）`;
  }
  const lost = items.reduce((sum, { deducted }) => sum + deducted, 0);
  return `扣分 ${items.length} 项（共扣 ${points(lost)} 分）`;
};

const stateText = ({ corrections }: Told): string => {
  const states = new Map<string, number>();
  for (const { stateName } of corrections) states.set(stateName, (states.get(stateName) ?? 0) + 1);
  return [...states].map(([state, count]) => `${state} ${count} 项`).join('、');
};

/** What the evaluation found, and how much of it is in hand: never “nothing” while an item is short or open. */
export const nonconformitySentence = (snapshot: Told): string => {
  const { corrections } = snapshot;
  const short = shortItems(snapshot);
  const open = openItems(snapshot);
  const left = withoutAction(snapshot);
  const sentences = [
    short.length === 0 ? '' : `本次自我评价发现${shortText(snapshot, short)}。`,
    corrections.length === 0
      ? ''
      : `已登记不符合与改进事项 ${corrections.length} 项，其中${stateText(snapshot)}；原因、措施和验证情况见“整改措施”部分。`,
    left.length === 0 ? '' : `其中 ${left.length} 项（${named(left)}）尚未登记整改措施。`,
    open.length === 0 ? '' : `另有 ${open.length} 项尚未评价。`,
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? '本次自我评价没有发现不符合。' : sentences.join('');
};

/** Before the list of measures, or in its place. */
export const improvementSentence = (snapshot: Told): string => {
  const left = withoutAction(snapshot);
  if (left.length > 0)
    return `尚有 ${left.length} 项（${named(left)}）需要确定整改措施、责任人和完成期限，完成前标准体系的符合性不能认为已得到证实。`;
  if (snapshot.corrections.length > 0) return '';
  return openItems(snapshot).length > 0
    ? '完成全部项目的评价后确定改进措施。'
    : '按年度计划继续监督检查，保持标准体系持续有效。';
};

/** In place of the list of measures where none is registered. */
export const noMeasuresSentence = (snapshot: Told): string => {
  const left = withoutAction(snapshot);
  if (left.length > 0)
    return `尚未登记整改措施。本次自我评价发现${shortText(snapshot, left)}，应逐项登记原因、措施、责任人和期限。`;
  return openItems(snapshot).length > 0
    ? '尚未登记整改措施；还有项目没有评价。'
    : '本次自我评价没有需要整改的事项。';
};
