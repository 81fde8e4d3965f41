/** What a report says of a month, from the figures that are kept and the work that left a trace. No I/O. */
import {
  AREA_WORDINGS,
  AREAS,
  plusMonths,
  reachedShare,
  type DueKind,
  type PortfolioClient,
} from '@liangxing/contracts';
import type { ClientReport, ReportFigure, ReportMove, ReportSection } from '@liangxing/dossier';
import type { ClientMonth, DueOfClient } from '../portfolio';
import type { DoneWork, ReportedAction, WorkKind } from './client-work.repository';

const WORK_NAMES: Readonly<Record<WorkKind, string>> = {
  answer: '评价项目作答',
  standard: '登记标准',
  draft: '企业标准批准、实施',
  evidence: '证实材料',
  record: '台账记录',
  action: '新立整改事项',
  dossier: '生成申请材料',
};

/** Without actions, which have a table of their own. */
const AHEAD: Readonly<Record<Exclude<DueKind, 'action'>, (title: string) => string>> = {
  evidence: (title) => `证实材料“${title}”有效期届满`,
  standard_begins: (title) => `${title} 开始实施`,
  standard_ends: (title) => `${title} 废止`,
  assessment_ends: (title) => `“${title}”计划完成`,
};

const MOST_PEOPLE = 5;

/** What is known of a client in one month. */
export interface MonthOfClient {
  readonly client: PortfolioClient;
  readonly isSample: boolean;
  readonly consultancyName: string;
  /** `2026-11` */
  readonly month: string;
  /** Today, `YYYY-MM-DD`. */
  readonly day: string;
  readonly createdAt: string;
  readonly producer: string;
  readonly months: readonly ClientMonth[];
  readonly done: readonly DoneWork[];
  readonly finished: readonly ReportedAction[];
  readonly due: readonly ReportedAction[];
  readonly ahead: readonly DueOfClient[];
}

interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly now: number | null | undefined;
  readonly before: number | null | undefined;
}

const shown = (value: number): string => String(Math.round(value * 100) / 100);

function figureOf({ name, unit, now, before }: Measure): readonly ReportFigure[] {
  if (now === null || now === undefined) return [];
  const text = (value: number): string => `${shown(value)}${unit}`;
  if (before === null || before === undefined)
    return [{ name, before: null, now: text(now), change: '' }];
  const difference = Math.round((now - before) * 100) / 100;
  const change =
    difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${text(Math.abs(difference))}`;
  return [{ name, before: text(before), now: text(now), change }];
}

/** Points and grade, or readiness; of the evaluation that is worked on now only where it still is the same one. */
function levelFigures(
  now: ClientMonth | undefined,
  before: ClientMonth | undefined,
): ReportFigure[] {
  const [current, earlier] = [now?.assessment, before?.assessment];
  if (!current) return [];
  const same = earlier?.schemeId === current.schemeId ? earlier : undefined;
  if (current.kind === 'readiness')
    return [...figureOf({ name: '就绪度', unit: '%', now: current.share, before: same?.share })];
  const grade = current.grade ?? '未达等级';
  return [
    ...figureOf({
      name: '总分',
      unit: ' 分',
      now: current.total / 100,
      before: same && same.total / 100,
    }),
    {
      name: '对应等级',
      before: same === undefined ? null : (same.grade ?? '未达等级'),
      now: grade,
      change: same !== undefined && (same.grade ?? '未达等级') !== grade ? '有变化' : '',
    },
  ];
}

/** What is known only of today. */
function figuresOfToday({ parts }: PortfolioClient): readonly ReportFigure[] {
  const { assessment, system } = parts;
  const essential = assessment?.readiness;
  return [
    ...(essential
      ? [plain('必备项达标', `${essential.essentialMet}/${essential.essential} 项`)]
      : []),
    ...(assessment ? [plain('已评价项目', `${assessment.answered}/${assessment.items} 项`)] : []),
    ...figureOf({ name: '体系完整率', unit: '%', now: system?.completeness, before: undefined }),
  ];
}

const plain = (name: string, now: string): ReportFigure => ({
  name,
  before: null,
  now,
  change: '',
});

/** What is kept of today only says nothing of a month that is over. */
const isRunning = ({ month, day }: MonthOfClient): boolean => day.startsWith(month);

function figures(known: MonthOfClient): readonly ReportFigure[] | null {
  const { client, month, months } = known;
  const opened = new Set(client.readable);
  if (
    !(['assessment', 'improvements', 'register', 'system'] as const).some((one) => opened.has(one))
  )
    return null;
  const of = (which: string): ClientMonth | undefined =>
    months.find((each) => each.month.slice(0, 7) === which);
  const [now, before] = [of(month), of(plusMonths(`${month}-01`, -1).slice(0, 7))];
  return [
    ...levelFigures(now, before),
    ...(isRunning(known) ? figuresOfToday(client) : []),
    ...figureOf({ name: '逾期整改', unit: ' 项', now: now?.overdue, before: before?.overdue }),
    ...figureOf({
      name: '已被代替或废止而仍在用的标准',
      unit: ' 项',
      now: now?.expired,
      before: before?.expired,
    }),
  ];
}

function sections(known: MonthOfClient): readonly ReportSection[] {
  const { parts } = known.client;
  if (!isRunning(known) || !parts.assessment || reachedShare(parts.assessment) === null) return [];
  return parts.assessment.sections.flatMap(({ title, share }) =>
    share === null ? [] : [{ title: title['zh-CN'], before: null, now: share * 100 }],
  );
}

function moveOf({ kind, count, examples, people }: DoneWork): ReportMove {
  const named = people.slice(0, MOST_PEOPLE);
  const more = people.length > named.length ? [`等 ${people.length} 人`] : [];
  return { what: WORK_NAMES[kind], count, examples, people: [...named, ...more] };
}

export function clientReportOf(known: MonthOfClient): ClientReport {
  const { client, consultancyName, month, day, isSample, createdAt, producer } = known;
  const opened = new Set(client.readable);
  const actions = <Told>(told: Told): Told | null => (opened.has('improvements') ? told : null);
  return {
    enterpriseName: client.name,
    shortName: '',
    consultancyName,
    month,
    date: day,
    createdAt,
    producer,
    isSample,
    figures: figures(known),
    sections: sections(known),
    moved: known.done.map(moveOf),
    finished: actions(known.finished.map((each) => ({ ...each, isOverdue: false }))),
    due: actions(
      known.due.map((each) => ({ ...each, isOverdue: each.on !== null && each.on < day })),
    ),
    ahead: known.ahead.flatMap(({ kind, dueOn, title }) =>
      kind === 'action' ? [] : [{ on: dueOn, what: AHEAD[kind](title) }],
    ),
    closedAreas: AREAS.filter((area) => !opened.has(area)).map((area) => AREA_WORDINGS[area].zh),
  };
}
