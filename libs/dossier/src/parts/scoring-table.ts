import { points, share } from '../format';
import { remark, startPart, heading } from '../pdf/flow';
import type { PageFrame } from '../pdf/page-frame';
import { drawTable, type CellParagraph, type TableRow } from '../pdf/table';
import type { DossierSnapshot, ScoringItem, ScoringSection } from '../snapshot';
import { always, type DossierPart } from './part';

const stateNames: Readonly<Record<ScoringItem['state'], string>> = {
  unanswered: '未评价',
  assessed: '',
  not_established: '应有未建立',
  not_applicable: '不适用',
  proposed_not_applicable: '拟不适用（待确认）',
  met: '符合',
  partly: '部分符合',
  not_met: '不符合',
};

/** Beside every figure that was written for this program, so that no row passes for the published table. */
const houseMark = '自拟';

const ruleLine = (rule: ScoringItem['rules'][number]): string =>
  rule.text + (rule.provenance === 'house' ? `〔${houseMark}〕` : '');

const deductionLines = (item: ScoringItem): CellParagraph[] => {
  if (item.rules.length === 0) return [{ text: '—' }];
  const mark = (index: number): string => (item.rules.length > 1 ? `${index + 1}）` : '');
  return item.rules.map((rule, index) =>
    rule.taken > 0
      ? {
          text: `√ ${mark(index)}${ruleLine(rule)}${rule.detail === '' ? '' : `（${rule.detail}）`}`,
          face: 'hei',
        }
      : { text: mark(index) + ruleLine(rule) },
  );
};

const remarkLines = (item: ScoringItem): CellParagraph[] => {
  const lines = [
    item.provenance === 'house' ? houseMark : '',
    stateNames[item.state],
    item.notApplicable,
    item.finding,
    item.evidenceNumbers.length > 0 ? `材料 ${item.evidenceNumbers.join('、')}` : '',
    item.responsible === '' ? '' : `责任：${item.responsible}`,
  ];
  return lines.filter((text) => text !== '').map((text) => ({ text }));
};

const figure = (item: ScoringItem, value: number): string =>
  item.state === 'unanswered' ? '' : points(value);

const itemRow = (item: ScoringItem, group: string, isBonus: boolean): TableRow => ({
  cells: [
    group,
    `${item.id}${item.star ? '※' : ''}\n${item.topic}`,
    item.asked + (item.clause === '' ? '' : `（${item.clause}）`),
    points(item.points),
    { text: deductionLines(item) },
    // Bonus items take nothing: their table has no such column.
    ...(isBonus ? [] : [figure(item, item.deducted)]),
    figure(item, item.earned),
    { text: remarkLines(item) },
  ],
});

const sectionRows = (section: ScoringSection): TableRow[] => {
  const rows = section.groups.flatMap((group) => {
    const items = group.items.map((item) =>
      itemRow(
        item,
        `${group.id === section.id ? '' : `${group.id} `}${group.title}`,
        section.bonus,
      ),
    );
    if (section.groups.length === 1) return items;
    return [
      ...items,
      totalRow(`${group.id} 小计`, group.points, group.items, group.earned, section.bonus),
    ];
  });
  const all = section.groups.flatMap((group) => group.items);
  const label = `${section.title}　${section.bonus ? '加分合计' : '合计'}`;
  return [...rows, totalRow(label, section.points, all, section.earned, section.bonus)];
};

const totalRow = (
  label: string,
  whole: number,
  items: readonly ScoringItem[],
  earned: number,
  isBonus: boolean,
): TableRow => ({
  kind: 'total',
  cells: [
    { text: label, columnSpan: 3, align: 'right' },
    points(whole),
    '',
    ...(isBonus ? [] : [points(items.reduce((sum, item) => sum + item.deducted, 0))]),
    points(earned),
    '',
  ],
});

function* drawSection(frame: PageFrame, section: ScoringSection): Generator<void> {
  heading(frame, 2, `${section.id}　${section.title}（${points(section.points)} 分）`, {
    keep: 120,
  });
  yield* drawTable(frame, {
    columns: [
      { heading: '评价项目', weight: 8.5, isMerged: true },
      { heading: '评价内容', weight: 11 },
      { heading: '评价要求', weight: 21 },
      { heading: '规定得分', weight: 5, align: 'right' },
      ...(section.bonus
        ? [{ heading: '加分标准', weight: 33.6 }]
        : [
            { heading: '扣分标准', weight: 29 },
            { heading: '扣分', weight: 4.6, align: 'right' as const },
          ]),
      { heading: '得分', weight: 4.6, align: 'right' },
      { heading: '备注', weight: 16.3 },
    ],
    rows: sectionRows(section),
    size: 8,
    leading: 11.4,
    padding: 2.6,
  });
}

function* drawReadiness(frame: PageFrame, section: ScoringSection): Generator<void> {
  const rate = section.readiness === null ? '' : `（符合率 ${share(section.readiness)}）`;
  heading(frame, 2, `${section.id}　${section.title}${rate}`, { keep: 120 });
  yield* drawTable(frame, {
    columns: [
      { heading: '评价项目', weight: 13, isMerged: true },
      { heading: '评价内容', weight: 20 },
      { heading: '评价要求', weight: 37 },
      { heading: '结论', weight: 10, align: 'center' },
      { heading: '备注', weight: 20 },
    ],
    rows: section.groups.flatMap((group) =>
      group.items.map((item) => ({
        cells: [
          `${group.id} ${group.title}`,
          `${item.id}\n${item.topic}`,
          item.asked + (item.clause === '' ? '' : `（${item.clause}）`),
          stateNames[item.state],
          { text: remarkLines({ ...item, state: 'assessed' }) },
        ],
      })),
    ),
    size: 8,
    leading: 11.4,
    padding: 2.6,
  });
}

const houseRemark = `标有“${houseMark}”的项目和条文由本系统编写，不是正式公布的文本。`;

const hasHouse = ({ scoring }: DossierSnapshot): boolean =>
  scoring.some(({ groups }) =>
    groups.some(({ items }) =>
      items.some(
        (item) =>
          item.provenance === 'house' ||
          item.rules.some(({ provenance }) => provenance === 'house'),
      ),
    ),
  );

/** The sums and how the table is read, before its first row: never a page of their own at the end. */
function* drawTotals(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const { result } = snapshot;
  yield* drawTable(frame, {
    hasHeader: false,
    width: 420,
    columns: [1, 2, 3].map(() => ({ heading: '', weight: 1, align: 'center' as const })),
    rows: [
      {
        kind: 'total',
        cells: [
          `基本分 ${points(result.basic)}`,
          `加分 ${points(result.bonus)}`,
          `总分 ${points(result.total)}`,
        ],
      },
    ],
    size: 10.5,
    padding: 6,
  });
  remark(
    frame,
    '“√”为本次评价执行的扣分（加分）；每项扣分以规定得分为限；带“※”的项目不是 A 级和 AA 级的必备条件。' +
      (hasHouse(snapshot) ? houseRemark : ''),
  );
}

/** 评分表 in the eight columns of the printed form, sections with subtotals, on landscape pages. */
export const scoringTable: DossierPart = {
  title: ({ scheme }) => (scheme.kind === 'readiness' ? '自查表' : '自我评价评分表'),
  isShown: always,
  *draw(frame, snapshot: DossierSnapshot, title) {
    const isReadiness = snapshot.scheme.kind === 'readiness';
    startPart(frame, title, 'landscape');
    if (!isReadiness) yield* drawTotals(frame, snapshot);
    for (const section of snapshot.scoring) {
      yield* isReadiness ? drawReadiness(frame, section) : drawSection(frame, section);
    }
    if (isReadiness && hasHouse(snapshot)) remark(frame, houseRemark);
  },
};
