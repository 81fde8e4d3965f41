import type { BodyReport, ReportedItem } from '../evaluation-report/evaluation-report';

const item = (at: number): ReportedItem => ({
  ...{
    itemId: `5.${at}`,
    clause: `5.${at}.1`,
    topic: { 'zh-CN': `标准实施的策划和准备第 ${at} 项要求` },
  },
  ...{
    sectionId: at < 20 ? 's1' : 's2',
    most: 1_000,
    note: at % 4 === 0 ? '抽查三份记录，其中一份没有日期，其余符合要求。' : '',
  },
  ...{ differed: at === 8, reason: at === 8 ? '以现场记录为准' : '' },
  self: { state: 'assessed', points: 1_000 },
  settled:
    at === 5 ? { state: 'not_applicable', points: null } : { state: 'assessed', points: 800 },
});

/** Everything that a report can hold. */
export const report: BodyReport = {
  ...{ caseNumber: '2026-0012', bodyName: '江南标准化评价中心', targetGrade: 'AAAA' },
  enterprise: {
    ...{ name: '苏州良佳精密机械有限公司', creditCode: '91320500MA1EXAMP0X' },
    ...{ address: '江苏省苏州市工业园区示例路 1 号', products: ['精密轴承', '机床主轴'] },
  },
  dossier: { number: 2, code: '7K2M-9Q4T-XB3D-0FHZ' },
  scheme: {
    ...{ id: 'gsp-2004', title: { 'zh-CN': 'GB/T 19273-2003 评分表' }, kind: 'scored' },
    sections: [
      { id: 's1', title: { 'zh-CN': '标准体系' } },
      { id: 's2', title: { 'zh-CN': '标准实施' } },
      { id: 's3', title: { 'zh-CN': '没有项目的部分' } },
    ],
  },
  team: [
    { name: '李强', role: 'lead' },
    { name: '赵敏', role: 'assessor' },
    { name: '孙工', role: 'expert' },
  ],
  plan: {
    ...{ purpose: '评价标准化良好行为是否达到申请的等级', scope: '精密轴承的设计、制造和服务' },
    ...{
      basis: 'GB/T 15496、GB/T 19273',
      method: '查阅文件、面谈、现场观察',
      sampling: '各部门不少于三份记录',
    },
    ...{ from: '2026-11-20', to: '2026-11-21', team: [] },
    agenda: [
      {
        day: '2026-11-20',
        from: '09:00',
        to: '09:30',
        department: '',
        content: '首次会议',
        assessors: [],
      },
      {
        day: '2026-11-20',
        from: '09:30',
        to: '12:00',
        department: '技术部',
        content: '标准体系、标准制定',
        assessors: ['李强', '赵敏'],
      },
    ],
  },
  items: Array.from({ length: 40 }, (_, at) => item(at + 1)),
  score: { grade: 'AAA', total: 43_100, readiness: null, isProvisional: false },
  self: { grade: 'AAAA', total: 46_000, readiness: null, isProvisional: false },
  findings: [
    {
      ...{
        number: 1,
        severity: 'minor',
        itemId: '5.4',
        text: '工艺文件 Q/LJ 0301 现场使用的是作废版本。',
      },
      ...{ cause: '换版后没有收回旧文件', correction: '收回旧文件并核对各工位' },
      verified: { by: '赵敏', on: '2026-11-28', note: '查看了回收记录' },
    },
    {
      ...{ number: 2, severity: 'observation', itemId: '5.8', text: '培训计划可以细化到岗位。' },
      ...{ cause: '', correction: '', verified: null },
    },
  ],
  conclusion: {
    ...{ summary: '标准体系完整，主要标准得到实施，实施记录可以追溯。' },
    ...{ strengths: '工艺标准与设备操作标准衔接好。', improvements: '加强对作废文件的控制。' },
    ...{ recommendation: 'grant', grade: 'AAA' },
  },
  handedOver: { by: '李强', on: '2026-11-30' },
};

const NO_SCORE = { grade: null, total: null, readiness: 7_250, isProvisional: true } as const;

/** As little as a report can hold, by a scheme without points. */
export const bare: BodyReport = {
  ...report,
  ...{ plan: null, findings: [], score: NO_SCORE, self: NO_SCORE },
  enterprise: {
    name: '苏州良佳精密机械制造（集团）股份有限公司长三角一体化示范区智能装备分公司',
    creditCode: '',
    address: '',
    products: [],
  },
  scheme: {
    ...report.scheme,
    kind: 'readiness',
    title: { 'zh-CN': 'GB/T 19273-2017《企业标准化工作 评价与改进》' },
  },
  items: report.items.slice(0, 3).map((one, at) => ({
    ...{ ...one, most: null, note: '', self: { state: 'met', points: null } },
    settled: { state: at === 0 ? 'partly' : 'met', points: null },
  })),
  conclusion: { summary: '', strengths: '', improvements: '', recommendation: 'refuse', grade: '' },
};
