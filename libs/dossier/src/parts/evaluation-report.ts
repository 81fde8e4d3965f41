import { drawPareto } from '../charts/pareto';
import { paretoBars } from '../charts/pareto-bars';
import { drawRadar, type RadarAxis } from '../charts/radar';
import { longDate, orDash, points, routeFloors, share, shortDate } from '../format';
import { caption, heading, paragraph, startPart } from '../pdf/flow';
import type { PageFrame } from '../pdf/page-frame';
import { drawTable } from '../pdf/table';
import type { DossierSnapshot } from '../snapshot';
import { conclusionSentence, gateSentence, gradeSentence } from './grade-sentences';
import { provisionalSentence, supersededSentence } from './notices';
import { always, type DossierPart } from './part';
import { drawBonus, drawDeductions, drawUnmet, itemsOf } from './item-lists';
import { drawResultTables } from './result-tables';
import { improvementSentence, nonconformitySentence } from './open-matters';
import { evidenceSentence } from './records';
import { drawSignatures } from './signatures';
import { systemSentence } from './system-sentence';

type Draw = (frame: PageFrame, snapshot: DossierSnapshot) => Generator<void>;

function* drawPurpose(frame: PageFrame, { evaluation, scheme }: DossierSnapshot): Generator<void> {
  paragraph(
    frame,
    evaluation.purpose === ''
      ? '评价企业标准体系的适宜性、充分性和有效性，查找不足并改进，确认是否具备申请条件。'
      : evaluation.purpose,
  );
  paragraph(
    frame,
    // The enterprise's report: our ids and versions of schemes say nothing to its reader.
    `评价依据：${scheme.basis.join('；')}。评价方案：${scheme.title}。${scheme.entered === undefined ? '' : `${scheme.entered}。`}`,
  );
  const notices = [scheme.notApplicableRule, ...scheme.sources.map((source) => `来源：${source}`)];
  for (const notice of notices) if (notice !== '') paragraph(frame, notice);
}

function* drawEnterprise(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const { enterprise } = snapshot;
  const facts = [
    enterprise.industryName === ''
      ? ''
      : `所属行业为${enterprise.industryName}（${enterprise.industryCode}）`,
    enterprise.employees === null ? '' : `职工 ${enterprise.employees} 人`,
    enterprise.technicalStaff === null ? '' : `其中技术人员 ${enterprise.technicalStaff} 人`,
    enterprise.products.length === 0 ? '' : `主要产品（服务）为${enterprise.products.join('、')}`,
  ].filter((fact) => fact !== '');
  paragraph(frame, `${[enterprise.name, ...facts].join('，')}。`);
}

function* drawOrganisation(
  frame: PageFrame,
  { standardization }: DossierSnapshot,
): Generator<void> {
  const { body, head, staff, objectives, systemEffectiveOn } = standardization;
  const sentences = [
    body === '' ? '' : `标准化管理机构为${body}`,
    head === '' ? '' : `标准化负责人为${head}`,
    staff.length === 0 ? '' : `专（兼）职标准化人员 ${staff.length} 人`,
    objectives.length === 0 ? '' : `制定标准化目标 ${objectives.length} 项`,
    systemEffectiveOn ? `标准体系自${longDate(systemEffectiveOn)}起实施` : '',
  ].filter((sentence) => sentence !== '');
  paragraph(
    frame,
    sentences.length === 0 ? '企业尚未登记标准化组织信息。' : `${sentences.join('；')}。`,
  );
}

function* drawSystemFigures(frame: PageFrame, { system }: DossierSnapshot): Generator<void> {
  paragraph(frame, systemSentence(system));
}

function* drawHow(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const { evaluation, evidence } = snapshot;
  const period =
    evaluation.startedOn || evaluation.finishedOn
      ? `评价于${longDate(evaluation.startedOn)}至${longDate(evaluation.finishedOn)}进行。`
      : '';
  paragraph(frame, `${period}${evaluation.method}`);
  paragraph(frame, evaluation.sampling);
  paragraph(frame, `评价所用${evidenceSentence(evidence)}，见证实材料清单。`);
  if (evaluation.team.length === 0) return;
  yield* drawTable(frame, {
    caption: '自我评价组',
    columns: [
      { heading: '姓名', weight: 25, align: 'center' },
      { heading: '组内职务', weight: 30, align: 'center' },
      { heading: '部门', weight: 45 },
    ],
    rows: evaluation.team.map(({ name, role, department }) => ({
      cells: [name, orDash(role), orDash(department)],
    })),
  });
}

const radarAxes = ({ scoring, scheme }: DossierSnapshot): RadarAxis[] => {
  const basic = scoring.filter((section) => !section.bonus);
  if (scheme.kind === 'readiness') {
    return basic.map(({ title, readiness }) => ({
      label: title,
      share: (readiness ?? 0) / 10000,
      value: readiness === null ? '—' : share(readiness),
    }));
  }
  return basic
    .filter((section) => section.points > 0)
    .map((section) => ({
      label: section.title,
      share: section.earned / section.points,
      value: `${points(section.earned)} / ${points(section.points)}`,
    }));
};

function* drawCharts(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const axes = radarAxes(snapshot);
  const rate = snapshot.scheme.kind === 'readiness' ? '符合率' : '得分率';
  if (axes.length >= 3) {
    const said = axes.map(({ label, value }) => `${label} ${value}`).join('；');
    drawRadar(frame, axes, `各部分${rate}雷达图：${said}`);
    caption(frame, `图 1　各部分${rate}`, 0);
  }
  const bars = snapshot.scheme.kind === 'readiness' ? [] : paretoBars(itemsOf(snapshot, false));
  if (bars.length === 0) return;
  const said = bars.map(({ label, value }) => `${label} 扣 ${points(value)} 分`).join('；');
  drawPareto(frame, bars, `扣分排列图：${said}`);
  caption(frame, '图 2　扣分排列图（按评分项，由大到小）', 0);
}

function* drawNonconformities(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  paragraph(frame, nonconformitySentence(snapshot));
}

function* drawGrade(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  paragraph(frame, gradeSentence(snapshot));
  const { route } = snapshot.result;
  if (route) paragraph(frame, `路径 ${route.number} 的条件：${routeFloors(route)}。`);
  for (const gate of snapshot.result.failedGates) {
    paragraph(frame, gateSentence(gate));
  }
  const { ifApproved } = snapshot.result;
  if (ifApproved) {
    paragraph(
      frame,
      `另有拟不适用项，待确认。如全部获准，基本分为 ${points(ifApproved.basic)}，总分为 ${points(ifApproved.total)}${ifApproved.grade ? `，等级为 ${ifApproved.grade}` : ''}；上述结果未计入。`,
    );
  }
  const notices = [provisionalSentence(snapshot), supersededSentence(snapshot)];
  for (const notice of notices) if (notice !== '') paragraph(frame, notice);
}

function* drawImprovements(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const { corrections } = snapshot;
  const sentence = improvementSentence(snapshot);
  if (sentence !== '') paragraph(frame, sentence);
  if (corrections.length === 0) return;
  yield* drawTable(frame, {
    columns: [
      { heading: '编号', weight: 12 },
      { heading: '改进措施', weight: 50 },
      { heading: '责任人', weight: 20 },
      { heading: '完成期限', weight: 18, align: 'center' },
    ],
    size: 8.5,
    vertical: 'middle',
    rows: corrections.map((row) => ({
      cells: [row.number, row.measure, orDash(row.owner), shortDate(row.dueOn)],
    })),
  });
}

function* drawConclusion(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  paragraph(frame, conclusionSentence(snapshot));
  drawSignatures(frame, snapshot.signatures);
}

interface Chapter {
  readonly name: string;
  readonly draw: Draw;
  /** Height (points) that must follow the heading on its page. */
  readonly keep?: number;
  /** Schemes it belongs to; both if absent. */
  readonly kind?: DossierSnapshot['scheme']['kind'];
}

const chapters: readonly Chapter[] = [
  { name: '评价目的与依据', draw: drawPurpose },
  { name: '企业基本情况', draw: drawEnterprise },
  { name: '标准化组织', draw: drawOrganisation },
  { name: '标准体系概况', draw: drawSystemFigures },
  { name: '评价过程与方法', draw: drawHow },
  { name: '评价结果', draw: drawResultTables },
  { name: '得失分分析', draw: drawCharts, keep: 265, kind: 'scored' },
  { name: '符合率分析', draw: drawCharts, keep: 265, kind: 'readiness' },
  { name: '扣分项', draw: drawDeductions, kind: 'scored' },
  { name: '加分项', draw: drawBonus, kind: 'scored' },
  { name: '未完全符合的项目', draw: drawUnmet, kind: 'readiness' },
  { name: '不符合与整改', draw: drawNonconformities },
  { name: '等级与路径', draw: drawGrade, kind: 'scored' },
  { name: '改进措施', draw: drawImprovements },
  { name: '结论', draw: drawConclusion, keep: 150 },
];

/** 自我评价报告, by the outline usual in the field. */
export const evaluationReport: DossierPart = {
  title: () => '自我评价报告',
  isShown: always,
  *draw(frame, snapshot, title) {
    startPart(frame, title);
    const shown = chapters.filter(({ kind }) => !kind || kind === snapshot.scheme.kind);
    for (const [index, { name, draw, keep }] of shown.entries()) {
      heading(frame, 2, `${index + 1}　${name}`, keep === undefined ? {} : { keep });
      yield* draw(frame, snapshot);
    }
  },
};
