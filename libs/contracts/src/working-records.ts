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

export const implementations: RecordKind = {
  id: 'implementations',
  label: wording('标准实施记录', 'Implementation records'),
  hint: wording(
    '每项标准怎样投入实施：准备、发放、宣贯、现场执行情况和存在的问题。',
    'How each standard was put to work: preparation, issue, carrying out on site, problems.',
  ),
  titleField: 'standard',
  dateField: 'startedOn',
  fields: [
    standard('standard', '标准号', 'Standard', {
      isRequired: required,
      column: 20,
      synonyms: ['标准编号', '实施标准', '标准代号'],
    }),
    text('standardTitle', '标准名称', 'Title', { column: 24, synonyms: ['名称'] }),
    day('startedOn', '实施日期', 'In use since', {
      isRequired: required,
      column: 11,
      synonyms: ['开始实施日期', '日期', '时间'],
    }),
    department({ synonyms: ['实施部门', '责任部门', '部门'] }),
    text('scope', '实施范围', 'Where', {
      width: 'quarter',
      synonyms: ['范围', '适用岗位', '实施岗位'],
    }),
    one('state', '实施情况', 'State', {
      column: 11,
      choices: [
        choice('preparing', '准备中', 'In preparation'),
        choice('full', '全面实施', 'Fully in use'),
        choice('partly', '部分实施', 'Partly in use'),
        choice('stopped', '停止实施', 'No longer in use'),
      ],
      synonyms: ['执行情况', '状态', '实施状态'],
    }),
    long('preparation', '实施准备', 'Preparation', {
      synonyms: ['准备情况', '条件准备', '实施措施'],
    }),
    long('finding', '执行情况与问题', 'Findings', {
      column: 24,
      synonyms: ['存在问题', '问题', '实施效果', '执行记录'],
    }),
    person('recorder', '记录人', 'Recorded by', {
      width: 'quarter',
      synonyms: ['填写人', '记录者'],
    }),
    note,
  ],
};

export const inspections: RecordKind = {
  id: 'inspections',
  label: wording('监督检查记录', 'Inspection records'),
  hint: wording(
    '对标准实施情况的监督检查：检查人、日期、标准和条款、发现的问题、整改和验证。',
    'Inspections of how standards are followed: by whom, when, which clause, found, corrected.',
  ),
  titleField: 'subject',
  dateField: 'inspectedOn',
  fields: [
    text('subject', '检查项目', 'Subject', {
      isRequired: required,
      width: 'wide',
      column: 22,
      synonyms: ['检查内容', '项目', '检查事项'],
    }),
    day('inspectedOn', '检查日期', 'Date', {
      isRequired: required,
      column: 11,
      synonyms: ['日期', '时间', '检查时间'],
    }),
    person('inspector', '检查人', 'Inspector', {
      width: 'quarter',
      column: 11,
      synonyms: ['检查人员', '检查员'],
    }),
    text('department', '受检部门', 'Department inspected', {
      width: 'half',
      column: 12,
      synonyms: ['被检部门', '被检查部门', '责任部门', '部门'],
    }),
    standard('standard', '标准号', 'Standard', {
      column: 17,
      synonyms: ['检查依据', '标准编号', '依据标准'],
    }),
    text('clause', '条款', 'Clause', { width: 'quarter', synonyms: ['标准条款', '条款号'] }),
    one('verdict', '结果', 'Verdict', {
      column: 9,
      choices: [
        choice('conforms', '符合', 'Conforms'),
        choice('minor', '轻微不符合', 'Minor nonconformity'),
        choice('major', '严重不符合', 'Major nonconformity'),
        choice('advice', '建议改进', 'Suggestion'),
      ],
      synonyms: ['检查结果', '判定', '结论'],
    }),
    long('finding', '发现的问题', 'Found', {
      column: 24,
      synonyms: ['问题', '检查发现', '存在问题', '检查情况'],
    }),
    long('correction', '整改措施', 'Correction', { synonyms: ['整改', '整改情况', '纠正措施'] }),
    person('owner', '整改责任人', 'Correction by', { synonyms: ['责任人', '整改人'] }),
    day('dueOn', '整改期限', 'Due on', { synonyms: ['要求完成日期', '完成期限'] }),
    day('correctedOn', '整改完成日期', 'Corrected on', {
      synonyms: ['完成日期', '整改日期', '关闭日期'],
      notBefore: { field: 'inspectedOn', code: 'before_inspection' },
    }),
    person('verifiedBy', '验证人', 'Verified by', { width: 'quarter', synonyms: ['复查人'] }),
    note,
  ],
};

export const declarations: RecordKind = {
  id: 'declarations',
  label: wording('企业标准自我声明公开', 'Self-declarations'),
  hint: wording(
    '上市产品和服务执行的标准在公共服务平台上的公开情况，一种产品对应一项标准一行。只登记对外提供的产品和服务。',
    'Standards declared publicly for products and services on the market: one row per pair.',
  ),
  titleField: 'product',
  dateField: 'declaredOn',
  isStanding: true,
  fields: [
    text('product', '产品（服务）名称', 'Product or service', {
      isRequired: required,
      column: 22,
      synonyms: ['产品名称', '产品', '服务名称', '产品/服务名称', '产品(服务)名称'],
    }),
    text('model', '规格型号', 'Models', { synonyms: ['型号', '规格', '型号规格'] }),
    standard('standard', '执行标准号', 'Standard', {
      isRequired: required,
      column: 19,
      synonyms: ['标准号', '标准编号', '执行标准', '企业标准编号'],
    }),
    text('standardTitle', '标准名称', 'Title of the standard', {
      column: 22,
      synonyms: ['企业标准名称', '名称'],
    }),
    day('declaredOn', '公开日期', 'Declared on', {
      column: 11,
      synonyms: ['声明日期', '公开时间', '自我声明日期'],
    }),
    text('channel', '公开渠道', 'Where', {
      width: 'half',
      synonyms: ['公开平台', '渠道', '平台', '公开方式'],
    }),
    one('state', '状态', 'State', {
      column: 9,
      choices: [
        choice('pending', '待公开', 'To be declared'),
        choice('declared', '已公开', 'Declared'),
        choice('updated', '已更新', 'Updated'),
        choice('withdrawn', '已废止', 'Withdrawn'),
      ],
      synonyms: ['公开状态', '声明状态'],
    }),
    long('indexes', '公开的指标', 'Indexes declared', {
      synonyms: ['主要指标', '功能指标和性能指标', '指标', '技术指标'],
    }),
    text('address', '公开网址或编号', 'Address or number', {
      width: 'wide',
      synonyms: ['网址', '链接', '声明编号', '公开编号'],
    }),
    note,
  ],
};

export const appointments: RecordKind = {
  id: 'appointments',
  label: wording('机构与任命文件', 'Appointments'),
  hint: wording(
    '成立标准化委员会（领导小组）、任命标准化负责人和人员的文件。机构、方针和目标本身在企业信息中填写。',
    'Documents that set up the body and appoint people. Body, policy, objectives stand in the profile.',
  ),
  titleField: 'title',
  dateField: 'issuedOn',
  isStanding: true,
  fields: [
    text('title', '文件名称', 'Title', {
      isRequired: required,
      width: 'wide',
      column: 30,
      synonyms: ['名称', '标题', '任命文件'],
    }),
    text('documentNumber', '文号', 'Document number', {
      width: 'quarter',
      column: 16,
      synonyms: ['发文字号', '文件号', '文件编号'],
    }),
    one('kind', '类别', 'Kind', {
      column: 10,
      choices: [
        choice('body', '机构设立', 'Setting up the body'),
        choice('appointment', '人员任命', 'Appointment'),
        choice('duty', '职责分工', 'Division of duties'),
        choice('change', '机构、人员调整', 'Change'),
        choice('other', '其他', 'Other'),
      ],
      synonyms: ['文件类别', '类型'],
    }),
    day('issuedOn', '发文日期', 'Issued on', {
      isRequired: required,
      column: 11,
      synonyms: ['日期', '签发日期', '任命日期', '发布日期'],
    }),
    person('signedBy', '签发人', 'Signed by', {
      width: 'quarter',
      column: 11,
      synonyms: ['批准人', '签署人'],
    }),
    person('person', '被任命人', 'Appointed', {
      column: 16,
      synonyms: ['姓名', '人员', '任命人员'],
    }),
    text('post', '职务', 'Post', { synonyms: ['岗位', '任命职务'] }),
    day('endedOn', '终止日期', 'Ended on', {
      synonyms: ['免职日期', '失效日期'],
      notBefore: { field: 'issuedOn', code: 'before_issue' },
    }),
    long('content', '主要内容', 'Content', { synonyms: ['内容', '职责', '文件内容'] }),
    note,
  ],
};

export const meetings: RecordKind = {
  id: 'meetings',
  label: wording('标准化会议记录', 'Meetings'),
  hint: wording(
    '标准化委员会、标准审查和体系评审等会议：时间、主持人、议题、决议和落实情况。',
    'Meetings of the standardization body and reviews: subject, decisions, carrying out.',
  ),
  titleField: 'title',
  dateField: 'heldOn',
  fields: [
    text('title', '会议名称', 'Title', {
      isRequired: required,
      width: 'wide',
      column: 28,
      synonyms: ['名称', '会议主题', '会议'],
    }),
    day('heldOn', '会议日期', 'Date', {
      isRequired: required,
      column: 11,
      synonyms: ['时间', '日期', '会议时间', '召开时间'],
    }),
    one('kind', '类别', 'Kind', {
      column: 10,
      choices: [
        choice('body', '标准化工作会议', 'Meeting of the body'),
        choice('review', '标准审查会', 'Review of standards'),
        choice('system', '体系评审、管理评审', 'Review of the system'),
        choice('other', '其他', 'Other'),
      ],
      synonyms: ['会议类别', '类型'],
    }),
    text('place', '地点', 'Place', { width: 'quarter', synonyms: ['会议地点'] }),
    person('chair', '主持人', 'Chair', { width: 'quarter', column: 10, synonyms: ['主持'] }),
    figure('people', '参加人数', 'Participants', { column: 8, synonyms: ['人数', '参会人数'] }),
    text('audience', '参加人员', 'Who took part', {
      width: 'wide',
      synonyms: ['与会人员', '参会人员'],
    }),
    long('agenda', '议题', 'Subjects', { synonyms: ['会议议题', '会议内容', '内容'] }),
    long('decisions', '决议', 'Decisions', {
      column: 26,
      synonyms: ['会议决议', '结论', '决定事项'],
    }),
    long('followUp', '落实情况', 'Carried out', { synonyms: ['决议落实', '完成情况'] }),
    note,
  ],
};
