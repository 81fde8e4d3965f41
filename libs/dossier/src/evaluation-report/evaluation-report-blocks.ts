import type { FindingSeverity, TeamRole } from '@liangxing/contracts';
import {
  headingBlock as heading,
  paragraphBlock as paragraph,
  remarkBlock as remark,
  tableBlock as table,
  type ReportBlock,
} from '../blocks/blocks';
import { longDate, orDash, points, share } from '../format';
import type { PlainRow } from '../system-documents/plain-tables';
import type {
  BodyReport,
  ReportedFinding,
  ReportedItem,
  ReportedScore,
  ReportedState,
} from './evaluation-report';
import { sectionRows } from './section-sums';

const ROLES: Readonly<Record<TeamRole, string>> = {
  lead: '组长',
  assessor: '评价员',
  expert: '技术专家',
};

const SEVERITIES: Readonly<Record<FindingSeverity, string>> = {
  major: '严重不符合',
  minor: '一般不符合',
  observation: '观察项',
};

const STATES: Readonly<Record<ReportedState['state'], string>> = {
  unanswered: '未评价',
  assessed: '已评价',
  not_established: '未建立',
  not_applicable: '不适用',
  met: '符合',
  partly: '部分符合',
  not_met: '不符合',
};

const or = (text: string, otherwise: string): string => (text.trim() === '' ? otherwise : text);

function labelled(rows: readonly (readonly [string, string])[]): ReportBlock {
  return table(
    [
      { heading: '项目', weight: 22 },
      { heading: '内容', weight: 78 },
    ],
    rows.map(([label, value]) => [label, orDash(value)]),
  );
}

function general({ enterprise, scheme, targetGrade, dossier, ...report }: BodyReport) {
  return labelled([
    ['企业名称', enterprise.name],
    ['统一社会信用代码', enterprise.creditCode],
    ['地址', enterprise.address],
    ['产品与服务', enterprise.products.join('、')],
    ['申请等级', targetGrade === '' ? '' : `${targetGrade} 级`],
    ['评价依据', scheme.title['zh-CN']],
    ['申请材料', `第 ${dossier.number} 版，验证码 ${dossier.code}`],
    ['评价组织', report.bodyName],
    ['受理编号', report.caseNumber],
  ]);
}

function planned({ plan, team }: BodyReport): readonly ReportBlock[] {
  const members = table(
    [
      { heading: '姓名', weight: 50 },
      { heading: '组内职责', weight: 50 },
    ],
    team.map(({ name, role }) => [name, ROLES[role]]),
  );
  if (plan === null) return [paragraph('本次评价没有留存评价计划。'), members];
  const { from, to, agenda } = plan;
  const days = from === to ? longDate(from) : `${longDate(from)}至${longDate(to)}`;
  return [
    labelled([
      ['评价目的', plan.purpose],
      ['评价范围', plan.scope],
      ['评价准则', plan.basis],
      ['评价方法', plan.method],
      ['抽样', plan.sampling],
      ['评价日期', days],
    ]),
    members,
    ...(agenda.length === 0
      ? []
      : [
          table(
            [
              { heading: '时间', weight: 26 },
              { heading: '部门', weight: 18 },
              { heading: '内容', weight: 36 },
              { heading: '评价人员', weight: 20 },
            ],
            agenda.map((line) => [
              `${line.day} ${line.from}–${line.to}`,
              or(line.department, '全体'),
              line.content,
              line.assessors.join('、'),
            ]),
          ),
        ]),
  ];
}

function process({ items, findings, plan }: BodyReport): ReportBlock {
  const differing = items.filter(({ differed }) => differed).length;
  const asked = findings.filter(({ severity }) => severity !== 'observation');
  const verified = asked.filter((finding) => finding.verified !== null).length;
  const sentences = [
    plan === null ? '' : '评价组按企业确认的评价计划进行了文件评价和现场评价。',
    `共评价 ${items.length} 项。`,
    differing === 0
      ? '评价人员对各项的意见一致。'
      : `评价人员对其中 ${differing} 项意见不同，由组长说明理由后确定。`,
    findings.length === 0
      ? '没有开具不符合项。'
      : `开具不符合项 ${asked.length} 项、观察项 ${findings.length - asked.length} 项；` +
        `不符合项中已验证整改 ${verified} 项。`,
  ];
  return paragraph(sentences.join(''));
}

/** In words: `431 分，AAA 级`. */
function scoreText({ grade, total, readiness, isProvisional }: ReportedScore): string {
  const parts = [
    ...(total === null ? [] : [`${points(total)} 分`]),
    ...(readiness === null ? [] : [`符合率 ${share(readiness)}`]),
    ...(grade === null ? [] : [`${grade} 级`]),
  ];
  const text = parts.length === 0 ? '—' : parts.join('，');
  return isProvisional ? `${text}（尚有未评价的项）` : text;
}

function sums(report: BodyReport): readonly ReportBlock[] {
  const isScored = report.scheme.kind === 'scored';
  return [
    table(
      [
        { heading: '评价部分', weight: 46 },
        { heading: '项数', weight: 12, align: 'right' },
        ...(isScored ? [{ heading: '满分', weight: 14, align: 'right' } as const] : []),
        { heading: isScored ? '自评得分' : '自评符合', weight: 18, align: 'right' },
        { heading: isScored ? '评价得分' : '评价符合', weight: 18, align: 'right' },
      ],
      sectionRows(report),
    ),
    labelled([
      ['企业自我评价', scoreText(report.self)],
      ['本次评价', scoreText(report.score)],
    ]),
    ...(isScored
      ? []
      : [remark('所用方案不计分，符合情况按项统计；等级由评价组织依据评价结果作出决定。')]),
  ];
}

const stateText = ({ state, points: got }: ReportedState): string =>
  got === null || state === 'not_applicable' ? STATES[state] : points(got);

function remarksOf({ note, differed, reason }: ReportedItem): string {
  return [note, differed && reason !== '' ? `确定理由：${reason}` : '']
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** What is asked, and where: a clause names a standard and is too long for a column of its own. */
const contentOf = ({ itemId, clause, topic }: ReportedItem): string =>
  [topic['zh-CN'], clause === itemId ? '' : clause].filter((text) => text !== '').join('\n');

/** Every item, section by section; who reads it finds what differs in its own column. */
function itemTable({ scheme, items }: BodyReport): ReportBlock {
  const known = new Set(scheme.sections.map(({ id }) => id));
  const rowsOf = (some: readonly ReportedItem[]): readonly PlainRow[] =>
    some.map((item) => ({
      kind: 'body',
      cells: [
        item.itemId,
        contentOf(item),
        ...(scheme.kind === 'scored' ? [item.most === null ? '—' : points(item.most)] : []),
        stateText(item.self),
        stateText(item.settled),
        remarksOf(item),
      ],
    }));
  const rows = scheme.sections.flatMap(({ id, title }): readonly PlainRow[] => {
    const some = items.filter(({ sectionId }) => sectionId === id);
    if (some.length === 0) return [];
    return [{ kind: 'section', cells: [title['zh-CN']] }, ...rowsOf(some)];
  });
  const others = items.filter(({ sectionId }) => !known.has(sectionId));
  return {
    kind: 'table',
    table: {
      columns: [
        { heading: '项目', weight: 9 },
        { heading: '内容', weight: 36 },
        ...(scheme.kind === 'scored'
          ? [{ heading: '满分', weight: 8, align: 'right' } as const]
          : []),
        { heading: '自评', weight: 11, align: 'right' },
        { heading: '评价', weight: 11, align: 'right' },
        { heading: '评价记录', weight: 29 },
      ],
      rows: [...rows, ...rowsOf(others)],
    },
  };
}

function verifiedText({ severity, verified }: ReportedFinding): string {
  if (verified === null) return severity === 'observation' ? '不要求验证' : '未验证';
  const note = verified.note.trim() === '' ? '' : `：${verified.note}`;
  return `${verified.by}，${verified.on}${note}`;
}

function findings({ findings: found }: BodyReport): readonly ReportBlock[] {
  if (found.length === 0) return [paragraph('本次评价没有开具不符合项和观察项。')];
  return [
    table(
      [
        { heading: '序号', weight: 7, align: 'right' },
        { heading: '性质', weight: 13 },
        { heading: '事实', weight: 30 },
        { heading: '原因与整改', weight: 30 },
        { heading: '验证', weight: 20 },
      ],
      found.map((finding) => {
        const { cause, correction } = finding;
        const answered = [
          cause.trim() === '' ? '' : `原因：${cause}`,
          correction.trim() === '' ? '' : `整改：${correction}`,
        ].filter((text) => text !== '');
        return [
          String(finding.number),
          `${SEVERITIES[finding.severity]}\n${finding.itemId}`,
          finding.text,
          orDash(answered.join('\n')),
          verifiedText(finding),
        ];
      }),
    ),
  ];
}

function conclusion({ conclusion: said, scheme, targetGrade }: BodyReport) {
  const grade = or(said.grade, scheme.kind === 'readiness' ? targetGrade : '');
  const recommended =
    said.recommendation === 'grant'
      ? `评价组建议通过${grade === '' ? '' : `，等级为 ${grade} 级`}。`
      : '评价组建议不予通过。';
  return [
    paragraph(or(said.summary, '评价组没有另写评价综述。')),
    ...(said.strengths.trim() === '' ? [] : [paragraph(`值得肯定：${said.strengths}`)]),
    ...(said.improvements.trim() === '' ? [] : [paragraph(`改进建议：${said.improvements}`)]),
    paragraph(recommended),
    remark('本报告是评价组的意见；是否通过由评价组织中未参加评价的人员复核后决定。'),
  ];
}

function signatures({ team, handedOver }: BodyReport): readonly ReportBlock[] {
  return [
    paragraph(`评价组于${longDate(handedOver.on)}由${handedOver.by}将评价结果提交复核。`),
    { kind: 'signatures', lines: team.map(({ name, role }) => ({ role: ROLES[role], name })) },
  ];
}

/** The report in its order (GB/T 19273-2017, annex B); nothing here depends on the form in which it is printed. */
export function evaluationReportBlocks(report: BodyReport): readonly ReportBlock[] {
  return [
    heading('一、基本情况'),
    general(report),
    heading('二、评价计划与评价组'),
    ...planned(report),
    heading('三、评价过程'),
    process(report),
    heading('四、评价结果'),
    ...sums(report),
    heading('五、逐项结果'),
    itemTable(report),
    heading('六、不符合项与整改'),
    ...findings(report),
    heading('七、评价结论'),
    ...conclusion(report),
    heading('八、签署'),
    ...signatures(report),
  ];
}
