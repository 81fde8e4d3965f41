import { LAST_YEAR } from './days';
import type { Wording } from './error-text';

const wording = (zh: string, en: string): Wording => ({ zh, en });

/** What can be wrong with one value of a request; `{n}`, `{m}` are the numbers of the rule. */
export const FIELD_MESSAGES = {
  unknown_field: wording('没有这一项', 'There is no such field'),
  required: wording('必填', 'Required'),
  not_text: wording('应为文字', 'Must be text'),
  text_broken: wording(
    '含有无法保存的字符，请删除后重新输入',
    'Holds a character that cannot be stored; type it again',
  ),
  not_number: wording('应为数字', 'Must be a number'),
  not_integer: wording('应为整数', 'Must be a whole number'),
  not_boolean: wording('应为是或否', 'Must be true or false'),
  not_list: wording('应为列表', 'Must be a list'),
  not_object: wording('格式不正确', 'Must be an object'),
  not_date: wording('应为 YYYY-MM-DD 形式的日期', 'Must be a date like 2026-01-31'),
  year_out_of_range: wording(
    `年份应在 {n} 至 ${LAST_YEAR} 之间，请核对`,
    `The year must be from {n} to ${LAST_YEAR}; check it`,
  ),
  not_email: wording('邮箱格式不正确', 'Must be an e-mail address'),
  month_not_reported: wording(
    '请选择本月或过去两年之内的月份，形式为 2026-11',
    'Choose this month or one of the last two years, like 2026-11',
  ),
  view_name_taken: wording(
    '已有同名的视图，请换一个名称',
    'Another view has this name; choose a different one',
  ),
  second_default_view: wording(
    '只能有一个默认视图，请取消其中一个',
    'Only one view opens the page; take the mark from one of them',
  ),
  has_link: wording(
    '不能含网址、域名或邮箱，请删去',
    'Must not hold a web address, a domain or an e-mail address',
  ),
  password_blank: wording(
    '不能只含空格，请用容易记住的几个词',
    'Must not be blanks only; take a few words that you remember',
  ),
  password_common: wording(
    '太常见，容易被猜到；请改用几个不相关的词，如一句只有您知道的话',
    'Is among those that are tried first; take a few words that have nothing to do with each other',
  ),
  password_personal: wording(
    '不能用自己的姓名、邮箱或本产品的名称；请改用几个不相关的词',
    'Must not be your name, your address or the name of this product; take a few unrelated words',
  ),
  password_repeated: wording(
    '是重复或连续的字符，容易被猜到；请改用几个不相关的词',
    'Is a repetition or a row of keys; take a few words that have nothing to do with each other',
  ),
  password_guessable: wording(
    '容易被猜到；请再加一两个不相关的词',
    'Is easily guessed; add one or two words that have nothing to do with it',
  ),
  not_number_pattern: wording(
    '须含一个 {number:4}（4 为位数），可含 {year}，不能含其他花括号',
    'Needs one {number:4}, four being the digits; may have {year}, and no other braces',
  ),
  not_uuid: wording('编号格式不正确', 'Must be an id'),
  level_not_known: wording(
    '国家级、省级只用于历史方案；请清空',
    'National and provincial level belong to historical schemes only; leave it empty',
  ),
  not_the_name: wording(
    '与单位名称不一致，请照原样输入',
    'Is not the name of the organization; type it as it is written',
  ),
  not_one_of: wording('不在可选范围内', 'Is not one of the allowed values'),
  too_short: wording('至少 {n} 个字符', 'At least {n} characters'),
  too_long: wording('最多 {n} 个字符', 'At most {n} characters'),
  too_few: wording('至少 {n} 项', 'At least {n} entries'),
  too_many: wording('最多 {n} 项', 'At most {n} entries'),
  too_small: wording('不能小于 {n}', 'Must not be less than {n}'),
  too_large: wording('不能大于 {n}', 'Must not be more than {n}'),
  not_unique: wording('有重复项', 'Has entries twice'),
  invalid: wording('不正确', 'Is not right'),
  in_future: wording('不能晚于今天', 'Must not be after today'),
  before_today: wording('不能早于今天', 'Must not be before today'),
  before_receipt: wording('不能早于收到日期', 'Must not be before the day of receipt'),
  before_certificate: wording('不能早于发证日期', 'Must not be before the certificate was issued'),
  no_braces: wording('不能含花括号', 'Must not have braces'),
  before_issue: wording('不能早于发布日期', 'Must not be before the day of issue'),
  before_start: wording('不能早于开始日期', 'Must not be before the day of its start'),
  engagement_too_long: wording(
    '自开始日期起最长 {n} 年，到期前可以延期',
    'At most {n} years from its first day; it can be extended before its end',
  ),
  before_inspection: wording('不能早于检查日期', 'Must not be before the day of the inspection'),
  before_last_step: wording('不能早于上一步的日期', 'Must not be before the last step'),
  numbering_empty: wording(
    '请填写编号规则，不超过 80 个字符',
    'Write a rule of at most 80 characters',
  ),
  numbering_unknown_placeholder: wording(
    '不认识 {piece}；可用 {类别}、{体系编号}、{序号:4}、{年}',
    '{piece} is not known; there are {class}, {node}, {serial:4}, {year}',
  ),
  numbering_unclosed_placeholder: wording('有一个 { 没有对应的 }', 'A { has no }'),
  numbering_no_serial: wording('缺少 {序号}', 'There is no {serial}'),
  numbering_several_serials: wording('{序号} 只能有一个', 'There is more than one {serial}'),
  numbering_no_year: wording('缺少 {年}', 'There is no {year}'),
  numbering_repeated_placeholder: wording(
    '同一个占位符只能用一次',
    'A placeholder may stand only once',
  ),
  numbering_digits_out_of_range: wording('序号的位数应为 1 至 6', 'A serial has 1 to 6 digits'),
  numbering_not_separable: wording(
    '相邻的两个占位符之间要有分隔符，如“-”',
    'Two placeholders side by side need a sign between them, like "-"',
  ),
  numbering_not_an_enterprise_number: wording(
    '得到的 {piece} 不是企业标准编号，应以 Q/ 和企业代号开头',
    '{piece} is no number of an enterprise standard; it begins with Q/ and a code',
  ),
  not_enterprise_number: wording(
    '应为企业标准编号，如 Q/企业代号 J0101-2026',
    'Must be the number of an enterprise standard, like Q/CODE J0101-2026',
  ),
  ccs_malformed: wording(
    '“{piece}”不是中国标准文献分类号：应为一个字母（不用 I、O）加两位数字，如 J72；几个之间用“/”隔开',
    '“{piece}” is no CCS code: a letter other than I and O with two digits, like J72; several are parted by “/”',
  ),
  ics_malformed: wording(
    '“{piece}”不是国际标准分类号：应如 23、23.060 或 23.060.01；几个之间用“;”隔开',
    '“{piece}” is no ICS code: like 23, 23.060 or 23.060.01; several are parted by “;”',
  ),
  credit_code_length: wording(
    '统一社会信用代码应为 18 位',
    'A unified social credit code has 18 characters',
  ),
  credit_code_character: wording(
    '统一社会信用代码只含数字和大写字母，且不用 I、O、Z、S、V',
    'Only digits and capital letters other than I, O, Z, S and V',
  ),
  credit_code_check_digit: wording(
    '校验位不符，请核对是否录错',
    'The check character does not fit; look for a typing mistake',
  ),
  unknown_state: wording('没有这种判定', 'There is no such state'),
  state_not_allowed: wording('该项不能这样判定', 'The item cannot take this state'),
  bonus_not_applicable: wording('加分项没有“不适用”', 'A bonus item cannot be not applicable'),
  approval_incomplete: wording(
    '确认信息不全：机构、日期、文件号都要填写',
    'The approval needs who, when and the document',
  ),
  approval_not_allowed: wording(
    '只有不适用的项才有确认',
    'Only a not-applicable item has an approval',
  ),
  reason_required: wording('不适用必须写明理由', 'Not applicable needs a reason'),
  override_reason_required: wording(
    '与系统得出的结论不同时，须写明理由',
    'To judge otherwise than what follows needs a reason',
  ),
  measured_not_asked: wording(
    '计分项目不填抽查数和实际值',
    'An item with points has no sample and no figure',
  ),
  sample_malformed: wording('抽查数和符合数应为非负整数', 'Must be whole numbers from 0'),
  sample_conforming_out_of_range: wording(
    '符合数不能大于抽查数',
    'No more can conform than were looked at',
  ),
  answer_malformed: wording('评分内容格式不正确', 'The answer is malformed'),
  unknown_rule: wording('该项没有这条评分规则', 'The item has no such rule'),
  fixed_not_boolean: wording('应为是或否', 'Must be true or false'),
  count_not_whole: wording('应为整数', 'Must be a whole number'),
  count_negative: wording('不能为负数', 'Must not be negative'),
  count_too_large: wording('不能大于 {detail}', 'Must not be more than {detail}'),
  award_given_twice: wording('该加分只能计一次', 'This award counts once'),
  unknown_choice: wording('没有这个选项', 'There is no such choice'),
  rate_malformed: wording('应填分子和分母两个整数', 'Needs two whole numbers: part and whole'),
  rate_whole_not_positive: wording('分母应大于 0', 'The whole must be above 0'),
  rate_part_out_of_range: wording(
    '分子应在 0 与分母之间',
    'The part must be between 0 and the whole',
  ),
  band_malformed: wording('应填数字', 'Must be a number'),
  unknown_measure: wording('没有这个指标', 'There is no such figure'),
  measure_negative: wording('不能为负数', 'Must not be negative'),
  not_a_member: wording(
    '不是本企业的成员，请从成员中选择，或只填姓名',
    'Is no member of this organization: choose a member, or write the name alone',
  ),
  not_industry: wording(
    '应为 GB/T 4754 的门类字母，或字母加两位大类代码，如 C、C34',
    'Must be a letter of GB/T 4754, or one with its division, like C or C34',
  ),
  agenda_outside_days: wording('不在评价日期之内', 'Is not among the days of the evaluation'),
  agenda_time: wording('应为 24 小时制的时间，如 09:00', 'Must be a time like 09:00'),
  agenda_time_order: wording('结束时间应晚于开始时间', 'Must be after the time at which it begins'),
  agenda_nobody: wording('请至少安排一名评价人员', 'Name at least one of the team'),
  agenda_not_in_team: wording('安排的人员不在评价组中', 'Names somebody who is not in the team'),
  agenda_twice_at_once: wording(
    '有人在同一时间另有安排，请错开',
    'Names somebody who is elsewhere at that time',
  ),
  agenda_first_meeting: wording(
    '日程应有一次首次会议，并排在最前',
    'Needs one first meeting, before everything else',
  ),
  agenda_closing_meeting: wording(
    '日程应有一次末次会议，并排在最后',
    'Needs one closing meeting, behind everything else',
  ),
  meeting_day: wording(
    '请填写召开日期，不晚于今天',
    'Write the day on which it was held, not after today',
  ),
  meeting_place: wording('请填写会议地点', 'Write its place'),
  meeting_nobody_of_body: wording(
    '请登记评价组至少一名参会人员',
    'Name at least one of the team who was there',
  ),
  meeting_nobody_of_enterprise: wording(
    '请登记企业至少一名参会人员',
    'Name at least one of the enterprise who was there',
  ),
  too_many_links: wording(
    '只能关联一个评价项、一项标准或一项整改措施',
    'Name one item, one standard or one corrective action',
  ),
} as const satisfies Readonly<Record<string, Wording>>;

export type FieldCode = keyof typeof FIELD_MESSAGES;
