import { orDash, points } from '../format';
import { paragraph } from '../pdf/flow';
import type { PageFrame } from '../pdf/page-frame';
import { drawTable } from '../pdf/table';
import type { DossierSnapshot, ScoringItem } from '../snapshot';

/** Items of the basic or of the bonus sections, in the scheme's order. */
export const itemsOf = ({ scoring }: DossierSnapshot, bonus: boolean): ScoringItem[] =>
  scoring
    .filter((section) => section.bonus === bonus)
    .flatMap((section) => section.groups.flatMap((group) => group.items));

/** Where points were lost, item by item, with the rules that applied. */
export function* drawDeductions(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const lost = itemsOf(snapshot, false).filter((item) => item.deducted > 0);
  if (lost.length === 0) {
    paragraph(frame, '各评分项均未扣分。');
    return;
  }
  yield* drawTable(frame, {
    caption: '扣分项一览',
    columns: [
      { heading: '编号', weight: 9 },
      { heading: '评价内容', weight: 25 },
      { heading: '扣分', weight: 8, align: 'right' },
      { heading: '扣分情况', weight: 58 },
    ],
    size: 8.5,
    rows: lost.map((item) => ({
      cells: [
        item.id,
        item.topic,
        points(item.deducted),
        item.rules
          .filter((rule) => rule.taken > 0)
          .map((rule) => rule.text + (rule.detail === '' ? '' : `（${rule.detail}）`))
          .concat(item.state === 'not_established' ? ['应有而未建立，该项不得分'] : [])
          .concat(item.finding === '' ? [] : [item.finding])
          .join('；'),
      ],
    })),
  });
}

/** Bonus items that earned points, with their proof. */
export function* drawBonus(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const earned = itemsOf(snapshot, true).filter((item) => item.earned > 0);
  if (earned.length === 0) {
    paragraph(frame, '没有加分项。');
    return;
  }
  yield* drawTable(frame, {
    columns: [
      { heading: '编号', weight: 10 },
      { heading: '加分内容', weight: 42 },
      { heading: '最高分', weight: 10, align: 'right' },
      { heading: '得分', weight: 10, align: 'right' },
      { heading: '证实材料', weight: 28 },
    ],
    size: 8.5,
    rows: earned.map((item) => ({
      cells: [
        item.id,
        item.topic,
        points(item.points),
        points(item.earned),
        orDash(item.evidenceNumbers.join('、')),
      ],
    })),
  });
}

const unmetStates: Readonly<Partial<Record<ScoringItem['state'], string>>> = {
  partly: '部分符合',
  not_met: '不符合',
};

/** Readiness schemes: what is not met yet. */
export function* drawUnmet(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const unmet = itemsOf(snapshot, false).filter((item) => unmetStates[item.state]);
  if (unmet.length === 0) {
    paragraph(frame, '已自查的项目均符合。');
    return;
  }
  yield* drawTable(frame, {
    columns: [
      { heading: '编号', weight: 9 },
      { heading: '评价内容', weight: 32 },
      { heading: '结论', weight: 12, align: 'center' },
      { heading: '情况', weight: 47 },
    ],
    size: 8.5,
    rows: unmet.map((item) => ({
      cells: [item.id, item.topic, unmetStates[item.state] ?? '', orDash(item.finding)],
    })),
  });
}
