import {
  choice,
  day,
  department,
  figure,
  long,
  note,
  one,
  person,
  required,
  standard,
  text,
  wording,
} from './record-builders';
import type { RecordKind } from './record-kind';

export const laws: RecordKind = {
  id: 'laws',
  label: wording('法律法规清单', 'Laws and regulations'),
  hint: wording(
    '企业应当遵守的法律、法规、规章和政策文件。它们有文号，没有标准号；强制性标准登记在标准明细中。',
    'Laws, regulations and rules that bind the enterprise. Mandatory standards stand in the register.',
  ),
  titleField: 'title',
  dateField: 'inForceOn',
  isStanding: true,
  fields: [
    text('title', '名称', 'Title', {
      isRequired: required,
      width: 'wide',
      column: 28,
      synonyms: ['法律法规名称', '法规名称', '文件名称', '法律法规'],
    }),
    text('documentNumber', '文号', 'Document number', {
      width: 'quarter',
      column: 16,
      synonyms: ['发布文号', '文件号', '令号'],
    }),
    text('issuer', '发布机关', 'Issued by', {
      width: 'quarter',
      column: 16,
      synonyms: ['颁布机关', '发布单位', '颁布部门', '发布部门'],
    }),
    day('issuedOn', '发布日期', 'Issued on', { synonyms: ['颁布日期', '公布日期'] }),
    day('inForceOn', '施行日期', 'In force since', {
      column: 11,
      synonyms: ['实施日期', '生效日期', '执行日期'],
      notBefore: { field: 'issuedOn', code: 'before_issue' },
    }),
    one('rank', '类别', 'Kind', {
      choices: [
        choice('law', '法律', 'Law'),
        choice('regulation', '行政法规', 'Administrative regulation'),
        choice('local', '地方性法规、规章', 'Local regulation'),
        choice('rule', '部门规章', 'Ministerial rule'),
        choice('policy', '规范性文件', 'Policy document'),
      ],
      synonyms: ['效力级别', '层级', '级别'],
    }),
    department(),
    one('status', '状态', 'Status', {
      column: 9,
      choices: [
        choice('current', '现行有效', 'In force'),
        choice('upcoming', '尚未施行', 'Not yet in force'),
        choice('amended', '已修订', 'Superseded by an amendment'),
        choice('repealed', '已废止', 'Repealed'),
      ],
      synonyms: ['有效性', '时效性', '是否有效'],
    }),
    day('checkedOn', '最近核查日期', 'Last checked on', {
      column: 11,
      synonyms: ['核查日期', '查新日期', '确认日期', '更新日期'],
    }),
    long('clauses', '适用条款', 'Clauses that apply', {
      synonyms: ['适用内容', '相关条款', '适用条款内容'],
    }),
    note,
  ],
};

export const plans: RecordKind = {
  id: 'plans',
  label: wording('年度标准化计划', 'Yearly standardization plan'),
  hint: wording(
    '一年中要制定、修订、实施、宣贯、检查和采用的工作，逐项写明责任部门、起止日期和判定方法。',
    'What is to be made, revised, implemented, trained, inspected and adopted in a year.',
  ),
  titleField: 'content',
  dateField: 'startsOn',
  fields: [
    text('content', '计划内容', 'Content', {
      isRequired: required,
      width: 'wide',
      column: 32,
      synonyms: ['工作内容', '项目', '计划项目', '内容', '项目名称'],
    }),
    one('kind', '类别', 'Kind', {
      column: 9,
      choices: [
        choice('make', '制定', 'New standard'),
        choice('revise', '修订', 'Revision'),
        choice('implement', '实施', 'Implementation'),
        choice('train', '培训', 'Training'),
        choice('inspect', '检查', 'Inspection'),
        choice('adopt', '采标', 'Adoption'),
        choice('other', '其他', 'Other'),
      ],
      synonyms: ['工作类别', '计划类别', '类型'],
    }),
    department(),
    day('startsOn', '开始日期', 'Starts on', {
      isRequired: required,
      column: 11,
      synonyms: ['起始日期', '开始时间', '计划开始'],
    }),
    day('endsOn', '完成日期', 'Due on', {
      column: 11,
      synonyms: ['完成时间', '计划完成', '结束日期', '完成期限'],
      notBefore: { field: 'startsOn', code: 'before_start' },
    }),
    standard('standard', '涉及标准', 'Standard', { synonyms: ['标准号', '标准编号', '相关标准'] }),
    person('person', '责任人', 'Person', { width: 'quarter', synonyms: ['负责人', '承办人'] }),
    one('state', '进度', 'State', {
      column: 9,
      choices: [
        choice('planned', '未开始', 'Not started'),
        choice('running', '进行中', 'Under way'),
        choice('done', '已完成', 'Done'),
        choice('delayed', '延期', 'Delayed'),
        choice('cancelled', '取消', 'Cancelled'),
      ],
      synonyms: ['状态', '完成情况', '进展'],
    }),
    text('criterion', '判定方法', 'How it is judged', {
      width: 'wide',
      synonyms: ['完成标志', '考核方法', '验收方法', '目标'],
    }),
    long('result', '完成结果', 'Result', { synonyms: ['结果', '完成效果', '实际完成'] }),
  ],
};

export const trainings: RecordKind = {
  id: 'trainings',
  label: wording('标准化培训记录', 'Training records'),
  hint: wording(
    '标准化知识培训和标准宣贯：时间、地点、人数、内容、教师和考核结果。签到表等原件作为证实材料上传。',
    'Standardization training and promotion of standards, with attendance and examination.',
  ),
  titleField: 'content',
  dateField: 'heldOn',
  fields: [
    text('content', '培训内容', 'Content', {
      isRequired: required,
      width: 'wide',
      column: 32,
      synonyms: ['内容', '培训主题', '课程', '培训名称', '培训项目'],
    }),
    day('heldOn', '培训日期', 'Date', {
      isRequired: required,
      column: 11,
      synonyms: ['时间', '日期', '培训时间'],
    }),
    text('place', '地点', 'Place', { width: 'quarter', column: 13, synonyms: ['培训地点'] }),
    figure('hours', '学时', 'Hours', { synonyms: ['课时', '培训学时'] }),
    figure('people', '参加人数', 'Participants', {
      column: 8,
      synonyms: ['人数', '培训人数', '参训人数'],
    }),
    text('audience', '培训对象', 'Audience', { synonyms: ['对象', '参加人员', '参训人员'] }),
    person('teacher', '教师', 'Teacher', {
      width: 'quarter',
      column: 11,
      synonyms: ['授课人', '讲师', '主讲人', '授课教师'],
    }),
    department({ synonyms: ['组织部门', '主办部门', '责任部门', '部门'] }),
    standard('standard', '宣贯的标准', 'Standard taught', { synonyms: ['标准号', '涉及标准'] }),
    one('examination', '考核方式', 'Examination', {
      choices: [
        choice('written', '笔试', 'Written'),
        choice('oral', '口试、提问', 'Oral'),
        choice('practice', '实际操作', 'Practical'),
        choice('none', '未考核', 'None'),
      ],
      synonyms: ['考核', '考核形式'],
    }),
    figure('passed', '合格人数', 'Passed', { column: 8, synonyms: ['考核合格人数', '通过人数'] }),
    long('effect', '效果评价', 'Effect', { synonyms: ['评价', '培训效果', '考核结果'] }),
    note,
  ],
};
