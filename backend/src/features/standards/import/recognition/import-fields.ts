/** The fields that a column can carry, and the words by which companies head them. */
import { headerKey } from '@liangxing/tables';

export const IMPORT_FIELDS = [
  'number',
  'numberCode',
  'numberYear',
  'title',
  'systemCode',
  'category',
  'englishTitle',
  'level',
  'issuedOn',
  'inForceOn',
  'withdrawnOn',
  'status',
  'statusCheckedOn',
  'statusSource',
  'department',
  'kind',
  'adoptedNumber',
  'adoptionDegree',
  'replacesNumber',
  'citedNumbers',
  'ccs',
  'ics',
  'isPlanned',
  'checkedStatus',
  'checkedStatusOn',
  'note',
  'id',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

interface FieldDescription {
  readonly zh: string;
  readonly en: string;
  /** Heads that mean exactly this; compared after `headerKey`. */
  readonly words: readonly string[];
  /** Parts of heads that mean it where nothing fits exactly. */
  readonly parts: readonly string[];
}

const field = (zh: string, en: string, words: string, parts = ''): FieldDescription => ({
  zh,
  en,
  words: [zh, en, ...words.split('|')].map(headerKey).filter((word) => word !== ''),
  parts: parts
    .split('|')
    .map(headerKey)
    .filter((part) => part !== ''),
});

export const FIELD_DESCRIPTIONS: Readonly<Record<ImportField, FieldDescription>> = {
  number: field(
    '标准号',
    'Standard number',
    '标准编号|标准代号|标准号码|标准代号及编号|标准代号和编号|现行标准号|现行标准编号|标准文号|文件编号|文件号|标准文件号|standardno|stdno|standard|number|no',
    '标准号|标准编号|标准代号|standardno|standardnumber',
  ),
  numberCode: field('标准代号（与顺序号分列）', 'Code of a number in several columns', ''),
  numberYear: field('年代号（与顺序号分列）', 'Year of a number in several columns', '年代号'),
  title: field(
    '标准名称',
    'Title',
    '名称|题名|标准题名|中文名称|标准中文名称|文件名称|标准名|standardtitle|standardname|name|chinesetitle',
    '标准名称|名称|题名|title',
  ),
  systemCode: field(
    '体系编号',
    'System code',
    '体系代码|体系号|体系表编号|体系表代码|分类号|分类代码|分类编号|标准体系编号|标准体系代码|体系序号|层次编号|systemno',
    '体系编号|体系代码|体系表|分类号',
  ),
  category: field(
    '体系类别',
    'Category',
    '类别|分类|子体系|子体系名称|所属体系|体系名称|标准类别|所属子体系|体系分类',
    '子体系|体系类别|所属体系',
  ),
  englishTitle: field('英文名称', 'English title', '标准英文名称|英文题名|外文名称', '英文'),
  level: field('标准级别', 'Level', '级别|标准层级|层级|宜定级别|标准等级|标准性质级别', '级别'),
  issuedOn: field(
    '发布日期',
    'Issue date',
    '颁布日期|批准日期|发布时间|发布年月|发布|issuedate|issued',
    '发布日|颁布|发布时间',
  ),
  inForceOn: field(
    '实施日期',
    'In force from',
    '施行日期|生效日期|执行日期|实施时间|实施年月|实施|开始实施日期|effectivedate|implementationdate|inforce',
    '实施日|施行|生效|执行日|实施时间|effective',
  ),
  withdrawnOn: field(
    '废止日期',
    'Withdrawn on',
    '作废日期|失效日期|废止时间|停用日期|withdrawaldate',
    '废止日|作废日|失效',
  ),
  status: field(
    '状态',
    'Status',
    '标准状态|现行状态|有效性|时效性|有效状态|是否现行|是否有效',
    '状态|有效性',
  ),
  statusCheckedOn: field(
    '查新日期',
    'Checked on',
    '确认日期|查新时间|核查日期|有效性确认日期|状态核对日期',
    '查新日|查新时间',
  ),
  statusSource: field('查新来源', 'Source', '状态来源|查询来源|信息来源|确认依据', '查新来源'),
  department: field(
    '责任部门',
    'Department',
    '归口部门|主管部门|责任单位|归口单位|管理部门|实施部门|使用部门|执行部门|主责部门|部门|dept|owner',
    '部门|责任单位|归口|department',
  ),
  kind: field('标准种类', 'Kind', '种类|标准类型|类型|对象类别', '种类'),
  adoptedNumber: field(
    '采用国际标准号',
    'Adopted standard',
    '采用国际标准|采标号|采标情况|采用的国际标准|对应国际标准|采用的或相应的国际国外标准号|采用的或相应的国际国外标准|采用标准|国际标准号|采用国际标准标准号|采用国际国外标准号',
    '采用国际|采标|国际国外|对应国际',
  ),
  adoptionDegree: field(
    '采用程度',
    'Degree of adoption',
    '采标程度|一致性程度|采用关系|程度|对应程度|采用国际标准程度',
    '程度',
  ),
  replacesNumber: field(
    '被代替标准号',
    'Replaces',
    '代替标准|代替标准号|被代替标准|被替代标准|被替代标准号|替代标准|替代标准号|原标准号|代替|replaced',
    '代替|替代|replaces',
  ),
  citedNumbers: field(
    '引用标准编号',
    'Cited standards',
    '引用标准|引用标准号|规范性引用文件|引用文件',
    '引用',
  ),
  ccs: field(
    '中国标准文献分类号',
    'CCS',
    '中国标准文献分类|中国标准分类号|中国标准分类|中标分类号|中标分类|中标号|ccs分类号|ccs分类|ccs号|ccs代码|分类号ccs|ccscode',
    '中国标准文献分类|中国标准分类|中标分类|ccs分类|分类号ccs',
  ),
  ics: field(
    '国际标准分类号',
    'ICS',
    '国际标准分类|国际分类号|ics分类号|ics分类|ics号|ics代码|分类号ics|icscode',
    '国际标准分类|国际分类|ics分类|分类号ics',
  ),
  isPlanned: field('拟制定', 'Planned', '是否拟制定|计划制定|制定计划|待制定', '拟制定'),
  checkedStatus: field('查新结果', 'Found by the check', ''),
  checkedStatusOn: field('查新结果日期', 'Day of the check', ''),
  note: field('备注', 'Note', '说明|附注|备考|remark|remarks|notes|comment', '备注'),
  id: field('良行标识', 'Liangxing id', ''),
};

/** Heads that are known and carry nothing to keep. */
export const IGNORED_HEADS = new Set(
  [
    '序号',
    '序',
    '行号',
    '编号序号',
    '#',
    'index',
    'seq',
    'item',
    '页数',
    '份数',
    '单价',
    '价格',
  ].map(headerKey),
);
/** Heads whose meaning the content decides. */
export const AMBIGUOUS_HEADS = new Set(['编号', '代号', '代码', '号', 'code', 'no'].map(headerKey));
