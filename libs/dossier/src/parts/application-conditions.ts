import { conditionsState, countConditions, type ConditionAnswer } from '@liangxing/contracts';
import { orDash, shortDate } from '../format';
import { paragraph, remark, startPart } from '../pdf/flow';
import { drawTable } from '../pdf/table';
import type { ConditionRow, DossierSnapshot } from '../snapshot';
import type { DossierPart } from './part';

const answerWords: Readonly<Record<ConditionAnswer, string>> = {
  yes: '满足',
  no: '不满足',
  unanswered: '未确认',
};

/** What the conditions mean for the application and for the grade; empty where the scheme names none. */
function conditionsSentence({
  conditions = [],
  application: { targetGrade },
}: Pick<DossierSnapshot, 'conditions' | 'application'>): string {
  const counts = countConditions(
    conditions.map((_, index) => String(index)),
    new Map(conditions.map(({ answer }, index) => [String(index), answer])),
  );
  const all = `申请条件共 ${counts.total} 条`;
  switch (conditionsState(counts)) {
    case 'none':
      return '';
    case 'unmet':
      return `${all}，其中 ${counts.unmet} 条不满足，暂不具备申请条件；本材料所列得分、等级和准备情况只供内部改进使用。`;
    case 'open':
      return `${all}，尚有 ${counts.unanswered} 条没有确认，申请条件尚未全部确认；在此之前，本材料所列得分、等级和准备情况不作为申请依据。`;
    case 'met':
      return `${all}，经逐条核对均已满足，具备申请条件${targetGrade === '' ? '' : `，申请等级 ${targetGrade} 级`}。`;
  }
}

const cells = (row: ConditionRow, index: number): string[] => [
  String(index + 1),
  row.clause === '' ? row.text : `${row.text}\n${row.clause}`,
  answerWords[row.answer],
  [row.proof, row.evidenceNumbers.length > 0 ? `材料 ${row.evidenceNumbers.join('、')}` : '']
    .filter((text) => text !== '')
    .join('\n') || orDash(''),
  shortDate(row.checkedOn),
];

/** 申请条件: each with its answer, proof and day; absent in dossiers frozen before schemes named any. */
export const applicationConditions: DossierPart = {
  title: () => '申请条件',
  isShown: ({ conditions = [] }) => conditions.length > 0,
  *draw(frame, snapshot, title) {
    startPart(frame, title);
    paragraph(frame, conditionsSentence(snapshot));
    yield* drawTable(frame, {
      columns: [
        { heading: '序号', weight: 6, align: 'right' },
        { heading: '申请条件', weight: 36 },
        { heading: '核对结果', weight: 10, align: 'center' },
        { heading: '证明', weight: 34 },
        { heading: '核对日期', weight: 14, align: 'center' },
      ],
      size: 9,
      vertical: 'middle',
      rows: (snapshot.conditions ?? []).map((row, index) => ({ cells: cells(row, index) })),
    });
    remark(frame, '条件的文字按评价依据的要点编写；以标准原文和评价组织的要求为准。');
  },
};
