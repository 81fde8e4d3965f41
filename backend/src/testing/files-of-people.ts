/** Tables as people really keep them, each in its smallest form, for every door at which files come in. */
import type { Sheet, SheetRow, Spreadsheet } from '@liangxing/spreadsheet';

export const sheetOf = (
  rows: readonly (readonly string[])[],
  name = '一',
  marks: readonly Partial<SheetRow>[] = [],
  more: Partial<Sheet> = {},
): Sheet => ({
  name,
  isHidden: false,
  rows: rows.map((cells, at) => ({
    number: at + 1,
    cells: cells.map((cell) => (cell === '' ? undefined : cell)),
    ...marks[at],
  })),
  ...more,
});

export const workbookOf = (...sheets: readonly Sheet[]): Spreadsheet => ({
  encoding: 'xlsx',
  sheets,
});

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');

export const REGISTER = [
  ['序号', '标准编号', '标准名称', '发布日期', '实施日期', '状态'],
  ['1', 'GB/T 191-2008', '包装储运图示标志', '2008-04-01', '2008-10-01', '现行'],
  ['2', 'GB/T 1.1-2020', '标准化工作导则 第1部分', '2020-03-31', '2020-10-01', '现行'],
  ['3', 'GB/T 8170-2008', '数值修约规则', '2008-07-16', '2009-01-01', '现行'],
] as const;

export const LAWS = [
  ['序号', '法律法规名称', '文号', '颁布机关', '实施日期', '状态'],
  ['1', '中华人民共和国产品质量法', '主席令第22号', '全国人大常委会', '2018-12-29', '现行有效'],
  ['2', '中华人民共\ufffd\ufffd国认证认可条例', '国务院令第390号', '〃', '2023-07-20', '现行有效'],
  ['3', '企业标准化促进办法', '总局令第83号', '市场监管总局', '2024.01.01 (修订)', '现行有效'],
] as const;

export const SCORING = [
  ['序号', '要素', '考评内容', '标准分值', '评分办法', '追加扣除'],
  ['1', '目标', '制定年度目标并分解', '10', '未制定不得分；未分解扣 5 分', ''],
  ['2', '目标', '定期考核', '10', '每缺一次扣 2 分', ''],
  ['', '目标', '小计', '20', '', ''],
  ['3', '机构', '设置机构并任命', '20', '未设置不得分', '未设置的，另扣 10 分'],
  ['', '机构', '小计', '20', '', ''],
  ['', '', '总计', '40', '', ''],
] as const;

export const KEY_VALUES = ['GB 47372-2026', 'GB 12021.4-2026'].flatMap((number) => [
  ['标准名称 ：移动电源安全技术规范'],
  [`标准编号 ：${number}`],
  ['标准状态 ：即将实施'],
]);

/** A list of problems: nothing of it is known anywhere. */
export const PROBLEMS = [
  ['系统升级之问题汇总'],
  ['序号', '问题或功能要求', '提出人'],
  ['1', '报表导出后格式不对', '张工'],
  ['2', '审批流程应可以退回到任一步', '张工'],
] as const;
