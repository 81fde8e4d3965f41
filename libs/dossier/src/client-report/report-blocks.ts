import { longDate, orDash, share, shortDate } from '../format';
import {
  headingBlock as heading,
  paragraphBlock as paragraph,
  remarkBlock as remark,
  tableBlock as tableOf,
  type ReportBlock,
} from '../blocks/blocks';
import type { ClientReport, ReportAction, ReportMove, ReportSection } from './client-report';

const NOT_OPENED = '企业未开放有关内容，本报告不作反映。';

/** `2026-11` → `2026年11月` */
export function monthName(month: string): string {
  const [year, number] = month.split('-');
  return `${year ?? ''}年${Number(number)}月`;
}

function standing({ figures }: ClientReport): readonly ReportBlock[] {
  if (figures === null) return [paragraph(NOT_OPENED)];
  if (figures.length === 0) return [paragraph('企业尚未开展自我评价。')];
  return [
    tableOf(
      [
        { heading: '指标', weight: 30 },
        { heading: '上月末', weight: 22, align: 'right' },
        { heading: '本月', weight: 22, align: 'right' },
        { heading: '变化', weight: 22, align: 'right' },
      ],
      figures.map(({ name, before, now, change }) => [name, before ?? '—', now, orDash(change)]),
    ),
    ...(figures.some(({ before }) => before === null)
      ? [remark('“—”表示上月末没有留存数据。')]
      : []),
  ];
}

function sectionTable(sections: readonly ReportSection[]): readonly ReportBlock[] {
  if (sections.length === 0) return [];
  const hasBefore = sections.some(({ before }) => before !== null);
  return [
    tableOf(
      [
        { heading: '评价部分', weight: 52 },
        ...(hasBefore ? [{ heading: '上月末得分率', weight: 22, align: 'right' } as const] : []),
        { heading: '本月得分率', weight: 22, align: 'right' },
      ],
      sections.map(({ title, before, now }) => [
        title,
        ...(hasBefore ? [before === null ? '—' : share(before)] : []),
        share(now),
      ]),
    ),
  ];
}

function movedLine({ what, count, examples, people }: ReportMove): readonly string[] {
  const named = examples.length < count && examples.length > 0 ? '等' : '';
  return [what, String(count), `${examples.join('、')}${named}`, people.join('、')];
}

function moved({ moved: moves }: ClientReport): readonly ReportBlock[] {
  if (moves.length === 0) return [paragraph('本月没有新的工作记录。')];
  return [
    tableOf(
      [
        { heading: '工作', weight: 20 },
        { heading: '数量', weight: 9, align: 'right' },
        { heading: '内容', weight: 45 },
        { heading: '人员', weight: 22 },
      ],
      moves.map(movedLine),
    ),
  ];
}

function actionTable(
  actions: readonly ReportAction[],
  day: string,
  state: (action: ReportAction) => string,
): ReportBlock {
  return tableOf(
    [
      { heading: '整改事项', weight: 52 },
      { heading: '责任人', weight: 16 },
      { heading: day, weight: 16, align: 'center' },
      { heading: '状态', weight: 14, align: 'center' },
    ],
    actions.map((action) => [
      action.title,
      orDash(action.owner),
      shortDate(action.on),
      state(action),
    ]),
  );
}

function finished({ finished: done }: ClientReport): readonly ReportBlock[] {
  if (done === null) return [paragraph(NOT_OPENED)];
  if (done.length === 0) return [paragraph('本月没有验证关闭的整改事项。')];
  return [actionTable(done, '验证日期', () => '已关闭')];
}

function due({ due: open }: ClientReport): readonly ReportBlock[] {
  if (open === null) return [paragraph(NOT_OPENED)];
  if (open.length === 0) return [paragraph('没有待办的整改事项。')];
  const late = open.filter(({ isOverdue }) => isOverdue).length;
  const sum =
    late === 0
      ? `待办整改事项 ${open.length} 项，均未逾期。`
      : `待办整改事项 ${open.length} 项，其中 ${late} 项已逾期，请优先处理。`;
  return [
    paragraph(sum),
    actionTable(open, '完成期限', ({ isOverdue }) => (isOverdue ? '已逾期' : '进行中')),
  ];
}

function ahead({ ahead: dates }: ClientReport): readonly ReportBlock[] {
  if (dates.length === 0) return [paragraph('近期没有其他到期事项。')];
  return [
    tableOf(
      [
        { heading: '日期', weight: 18, align: 'center' },
        { heading: '事项', weight: 80 },
      ],
      dates.map(({ on, what }) => [on, what]),
    ),
  ];
}

/** The report in its order; nothing here depends on the form in which it is printed. */
export function reportBlocks(report: ClientReport): readonly ReportBlock[] {
  const { consultancyName, month, date, closedAreas } = report;
  return [
    paragraph(
      `${consultancyName}就贵单位标准化良好行为创建工作报告如下，期间为${monthName(month)}，数据截至${longDate(date)}。`,
    ),
    heading('一、目前水平'),
    ...standing(report),
    ...sectionTable(report.sections),
    heading('二、本月进展'),
    ...moved(report),
    heading('三、本月关闭的整改事项'),
    ...finished(report),
    heading('四、待办整改事项'),
    ...due(report),
    heading('五、近期安排'),
    ...ahead(report),
    ...(closedAreas.length === 0
      ? []
      : [remark(`企业未开放：${closedAreas.join('、')}。以上不含这些内容。`)]),
  ];
}
