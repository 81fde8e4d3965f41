/** A company of a journey: what its people would type, and the register that they keep in a workbook. */
import ExcelJS from 'exceljs';

const DAY = 86_400_000;

/** A day before today, as the forms take it. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

/** What the application form cannot do without, by field of the profile. */
export const REQUIRED_PROFILE: Readonly<Record<string, string>> = {
  creditCode: '913205050000LJDT79',
  address: '江苏省苏州市高新区试验路 2 号',
  industryName: '泵及真空设备制造',
  legalRepresentative: '沈试验',
  contactName: '王质量',
  contactPhone: '0512-00000000',
  systemReleasedOn: '2025-01-10',
  systemEffectiveOn: '2025-02-01',
};

const OWN_TITLES = [
  '标准化方针和目标管理规定',
  '企业品牌管理规定',
  '标准化管理办法',
  '标准实施监督检查与自我评价管理规定',
  '劳动组织管理规定',
  '劳动合同管理规定',
  '绩效考核管理规定',
  '薪酬福利管理规定',
  '员工培训管理规定',
  '财务预算管理规定',
  '会计核算管理规定',
  '成本和资金管理规定',
  '内部审计管理规定',
  '设备设施管理规定',
  '质量控制管理规定',
  '测量设备管理规定',
  '质量改进与管理评审规定',
  '安全生产责任制',
  '安全生产应急管理规定',
  '职业健康管理规定',
  '环境保护管理规定',
  '能源管理规定',
  '法律法规识别与合规管理规定',
  '文件和档案管理规定',
  '知识产权管理规定',
  '信息系统管理规定',
  '行政事务管理规定',
  '后勤保卫管理规定',
  '不锈钢离心泵',
  '产品策划控制程序',
  '产品设计开发控制程序',
  '设计更改控制程序',
  '生产计划管理规定',
  '采购控制程序',
  '叶轮机械加工工艺规程',
  '离心泵出厂检验规程',
  '不合格品控制程序',
  '产品标识和包装规范',
  '市场营销策划管理规定',
  '顾客合同评审程序',
  '产品交付管理规定',
  '产品维修服务规范',
  '顾客投诉处理程序',
  '总经理工作标准',
  '副总经理工作标准',
  '部门负责人工作标准',
  '技术员工作标准',
  '电焊工（特种作业）操作标准',
  '数控车工操作标准',
];

const OUTSIDE = [
  ['GB/T 191-2008', '包装储运图示标志'],
  ['GB/T 8170-2008', '数值修约规则与极限数值的表示和判定'],
  ['GB/T 15496-2017', '企业标准体系 要求'],
  ['GB/T 2828.1-2012', '计数抽样检验程序 第1部分'],
  ['GB 2894-2008', '安全标志及其使用导则'],
  ['JB/T 8097-1999', '泵的振动测量与评价方法'],
] as const;

/** Name of the own standard that was released, by a slip of the pen, after it took effect. */
export const SLIPPED = '能源管理规定';
const PLANNED = '泵用电机能效内控标准';

/** Own standards in force, standards of others, one that is planned, and one row twice. */
export async function companyRegister(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('标准明细');
  sheet.addRow(['企业标准明细表']);
  sheet.addRow(['序号', '标准编号', '标准名称', '发布日期', '实施日期', '责任部门', '状态']);
  let row = 0;
  const add = (...cells: string[]) => sheet.addRow([(row += 1), ...cells]);
  for (const [number, title] of OUTSIDE) add(number, title, '', '', '技术部', '');
  add('GB/T 191-2008', '包装储运图示标志', '', '', '技术部', '');
  for (const [index, title] of OWN_TITLES.entries()) {
    const number = `Q/HXB ${String(index + 1).padStart(3, '0')}-2025`;
    const issued = title === SLIPPED ? '2025-03-01' : '2025-01-10';
    add(number, title, issued, '2025-02-01', '质量部', '现行');
  }
  add('Q/HXB 050-2027', PLANNED, '', '', '技术部', '拟制定');
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Of the self-evaluation report, by field. */
export const REPORT: Readonly<Record<string, string>> = {
  started: daysAgo(20),
  finished: daysAgo(5),
  team: '沈试验，组长\n李管理，组员',
  purpose: '查找不足并改进，确认是否具备申请条件。',
  method: '查阅文件和记录，现场核对，与岗位人员面谈。',
  sampling: '每个子体系抽查近一年的记录。',
  conclusion: '评价组按项目逐项核对，所列问题已登记整改措施，完成后再行验证。',
};

/** What the server knows of the items of an evaluation. */
export interface ReadinessView {
  readonly items: readonly { readonly itemId: string }[];
  readonly facts: Readonly<
    Record<string, { readonly nodes: readonly { readonly inForce: number }[] | null }>
  >;
}

const UNMET = ['1.3.5', '1.4.4'];
const PARTLY = ['1.8.6', '2.9.2'];
const NOT_APPLICABLE = ['1.5.2', '1.5.3', '1.5.4', '2.6.3'];

/** Nothing in force stands where the item would be laid down. */
export function isBare(id: string, { facts }: ReadinessView): boolean {
  const nodes = facts[id]?.nodes ?? [];
  const isOfSystem = nodes.length > 0 && !NOT_APPLICABLE.includes(id);
  return isOfSystem && nodes.every(({ inForce }) => inForce === 0);
}

/** What an honest team finds: nothing is met that nothing lays down. */
export function judged(id: string, readiness: ReadinessView): string {
  if (NOT_APPLICABLE.includes(id)) return 'not_applicable';
  if (UNMET.includes(id) || isBare(id, readiness)) return 'not_met';
  return PARTLY.includes(id) ? 'partly' : 'met';
}
