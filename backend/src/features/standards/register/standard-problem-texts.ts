/** Words for the problems of rows; `{name}` is a parameter. */
import { FIRST_YEAR, LAST_YEAR, say, type Language, type Wording } from '@liangxing/contracts';
import { TABLE_TEXTS } from '@liangxing/tables';
import type { StandardProblem } from './standard-record';

const w = (zh: string, en: string): Wording => ({ zh, en });

const STANDARD_PROBLEM_TEXTS: Readonly<Record<string, Wording>> = {
  ...TABLE_TEXTS,
  number_is_plan: w(
    '这是标准计划号，不是标准号',
    'This is the number of a plan, not of a standard',
  ),
  number_undated: w('没有年代号，视为最新版本', 'Undated: means the latest edition'),
  number_invalid: w(
    '标准号不完整或无法识别，请核对',
    'The number is incomplete or unknown; check it',
  ),
  number_repairable: w(
    '标准号写法不规范，是否为“{repair}”？',
    'The number is written irregularly; did you mean “{repair}”?',
  ),
  title_missing: w('缺少标准名称', 'The title is missing'),
  adopted_number_unread: w('采用的国际标准号无法识别', 'The adopted number cannot be read'),
  in_force_before_issue: w('实施日期早于发布日期', 'In force before it was issued'),
  withdrawn_before_start: w('废止日期早于实施（发布）日期', 'Withdrawn before it began'),
  text_cut: w('内容超过 {limit} 个字符，已截断', 'Longer than {limit} characters; cut'),
  date_incomplete: w(
    '日期“{value}”不完整，需要年月日；原文记入备注',
    'The date “{value}” is incomplete; kept in the note',
  ),
  date_ambiguous: w(
    '日期“{value}”无法确定年月日的顺序；未导入该日期',
    'The date “{value}” may be read in several ways; left empty',
  ),
  date_impossible: w('日期“{value}”不存在；未导入该日期', 'There is no day “{value}”; left empty'),
  date_out_of_range: w(
    `日期“{value}”的年份不在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间；未导入该日期`,
    `The year of “{value}” is not from ${FIRST_YEAR} to ${LAST_YEAR}; left empty`,
  ),
  date_unread: w('“{value}”不是日期；未导入该日期', '“{value}” is no date; left empty'),
  word_unknown: w(
    '“{value}”不在可识别的取值内，未导入该项',
    '“{value}” is not understood; left empty',
  ),
  number_read: w('{zh}', '{en}'),
  number_joined: w(
    '标准代号与顺序号分在两格，已合并为“{number}”，请核对',
    'The parts of the number stood in two cells; joined to “{number}”',
  ),
  number_in_title: w(
    '名称一格里只有标准号“{number}”，已移到标准号',
    'The cell of the title holds only the number “{number}”; moved',
  ),
  number_of_several: w(
    '同一单元格有多个标准号，已取“{number}”；其余记入备注：{rest}',
    'Several numbers in one cell; “{number}” was taken, the others are in the note: {rest}',
  ),
  number_of_same_cell: w(
    '与第 {row} 行的标准号同在一格，另起一行；名称、日期等照抄该行，请核对',
    'Its number stood in the cell of row {row}; title and days are copied from there, please check',
  ),
  number_accepted: w('标准号“{written}”已按“{number}”填写', '“{written}” was taken as “{number}”'),
  withdrawn_by_number: w(
    '标准号旁注明已作废（停用），按“废止”导入，请核对',
    'A remark beside the number says it is withdrawn; imported as such, please check',
  ),
  withdrawn_by_number_only: w(
    '标准号旁注明已作废（停用），状态列却写“{value}”；状态按“待查”导入，请核对',
    'A remark beside the number says it is withdrawn, its status says “{value}”; imported as to be checked',
  ),
  replaces_unread: w(
    '“{value}”不含标准号，未填入被代替标准号',
    '“{value}” holds no standard number; nothing entered as replaced',
  ),
  ccs_unread: w(
    '“{value}”不全是中国标准文献分类号（一个字母加两位数字，如 J72）；原文记入备注',
    '“{value}” is not all CCS codes (a letter and two digits, like J72); kept in the note',
  ),
  ics_unread: w(
    '“{value}”不全是国际标准分类号（如 23.060 或 23.060.01）；原文记入备注',
    '“{value}” is not all ICS codes (like 23.060 or 23.060.01); kept in the note',
  ),
  ics_zeros: w(
    '国际标准分类号“{value}”被表格软件略去了零，已按“{code}”填写，请核对',
    'The spreadsheet left out zeros of the ICS code “{value}”; taken as “{code}”, please check',
  ),
  row_struck: w(
    '此行有删除线；没有写明状态的按“废止”导入，请核对',
    'This row is struck through; imported as withdrawn unless its status says otherwise',
  ),
  number_with_title: w(
    '标准号与名称写在同一单元格，已拆分为“{number}”和“{title}”，请核对',
    'Number and title stood in one cell; split into “{number}” and “{title}”',
  ),
  category_not_placed: w(
    '类别“{category}”在标准体系结构中找不到，体系编号留空',
    'The category “{category}” is no part of the structure; system code left empty',
  ),
  placed_by_category: w(
    '按类别“{category}”填入体系编号 {code}，请核对',
    'System code {code} taken from the category “{category}”',
  ),
  row_without_number_and_title: w(
    '既没有标准号也没有名称，不能导入',
    'Neither number nor title; cannot be imported',
  ),
  in_register: w('台账中已有该标准', 'The register holds this standard already'),
  repeated_in_file: w('与第 {row} 行重复', 'The same as row {row}'),
  also_in_row: w(
    '与第 {row} 行为同一标准，体系编号不同',
    'The same standard as row {row}, at another place of the system',
  ),
};

/** Message of a problem in a language; an unknown code speaks for itself. */
export function problemMessage(
  problem: Pick<StandardProblem, 'code' | 'params'>,
  language: Language,
): string {
  const wording = STANDARD_PROBLEM_TEXTS[problem.code];
  return wording ? say(wording, language, problem.params ?? {}) : problem.code;
}
