import type {
  EnterpriseSize,
  Gate,
  IndustryKind,
  Need,
  Provenance,
  SchemeForm,
  SchemeItem,
  SchemePolicies,
} from '../scheme';

/** The words of the workbook for the values of a scheme. A word stands for exactly one value. */
export type Vocabulary<V extends string> = Readonly<Record<V, string>>;

export const PROVENANCE: Vocabulary<Provenance> = {
  entered: '录自原表',
  house: '自拟',
  verified: '已核实',
};
export const LEVELS: Vocabulary<'section' | 'bonus' | 'group' | 'item'> = {
  section: '部分',
  bonus: '加分部分',
  group: '分项',
  item: '项目',
};
/** An award for each one is written as a way of its own. A `band` rule has no word: the table does not carry it. */
export type TableRuleKind =
  'fixed' | 'per_missing' | 'per_finding' | 'choice' | 'rate' | 'award' | 'award_each';
export const RULE_KINDS: Vocabulary<TableRuleKind> = {
  fixed: '扣分',
  per_missing: '每缺一项扣分',
  per_finding: '每发现一处扣分',
  choice: '分档扣分',
  rate: '按比率扣分',
  award: '加分',
  award_each: '每一项加分',
};
export const MODES: Vocabulary<SchemeItem['mode']> = {
  deduct: '扣分制',
  earn: '加分制',
  readiness: '不计分',
};
export const NEEDS: Vocabulary<Need> = { essential: '必备', usual: '通常', innovative: '创新' };
/** `sampled` is an operation check of which some are looked at. */
export const CHECKS: Vocabulary<'document' | 'operation' | 'sampled' | 'effect'> = {
  document: '文件',
  operation: '执行',
  sampled: '执行（抽样）',
  effect: '效果',
};
export const KINDS: Vocabulary<'scored' | 'readiness'> = { scored: '计分', readiness: '不计分' };
export const YES_NO: Vocabulary<'true' | 'false'> = { true: '是', false: '否' };
export const NOT_APPLICABLE: Vocabulary<SchemePolicies['notApplicable']> = {
  full_marks: '按满分计',
  reweight: '不评，其余项目权重相应提高',
  exclude: '不计入',
};
export const STAR: Vocabulary<SchemePolicies['star']> = {
  none: '无',
  not_required: 'A级和AA级的非必备条件',
};
export const FORMS: Vocabulary<SchemeForm> = { '2003': '2003版', '2017': '2017版' };
export const GATE_KINDS: Vocabulary<Gate['kind']> = {
  section_share: '部分得分率',
  veto: '否决',
};
export const SIZES: Vocabulary<EnterpriseSize> = { large: '大型', medium: '中型', small: '小型' };
export const INDUSTRIES: Vocabulary<IndustryKind> = {
  industry: '工业',
  agriculture: '农业',
  services: '服务业',
};
export const LANGUAGES: Vocabulary<'zh-CN' | 'en'> = { 'zh-CN': '中文', en: '英文' };

/** Holds the line of an entry that was not translated. */
export const NO_TEXT = '—';

/** Spaces and the width of characters do not tell words apart. */
export const plain = (word: string): string =>
  word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The value of a word, or `undefined`. */
export const valueOf = <V extends string>(words: Vocabulary<V>, word: string): V | undefined =>
  (Object.keys(words) as V[]).find((value) => plain(words[value]) === plain(word));

/** Fields of the sheet 方案, in their order. `term` and `note` may stand in several rows. */
export const FIELDS = {
  id: {
    word: '方案编号',
    help: '小写字母、数字和连字符，例如 js-2025；同一编号再次发布即为新版本',
  },
  version: { word: '版本', help: '由系统编号，不必填写' },
  title: { word: '方案名称', help: '必填' },
  kind: { word: '类型', help: '计分；不计分（只检查准备情况）' },
  basis: { word: '依据', help: '必填；一行写一个标准或文件，单元格内换行' },
  validFrom: { word: '生效日期', help: '例如 2025-01-01，可不填' },
  validUntil: { word: '失效日期', help: '不再有效的第一天，可不填' },
  supersededBy: { word: '代替本方案的文件', help: '可不填' },
  languages: { word: '语言', help: '中文；或 中文、英文（此时各英文栏必填）' },
  basicPoints: { word: '基本分满分', help: '必填，等于各部分规定得分之和，例如 400' },
  bonusPoints: { word: '加分满分', help: '必填，没有加分写 0' },
  notApplicable: { word: '不适用项', help: Object.values(NOT_APPLICABLE).join('；') },
  notApplicableNeedsApproval: {
    word: '不适用须经同意',
    help: '是；否。“是”：没有批准人、日期和文号的不适用不予接受',
  },
  star: { word: '※的含义', help: Object.values(STAR).join('；') },
  tablePoints: {
    word: '折算前满分',
    help: '各基本部分规定得分之和与基本分满分不同时填写，例如 1000：基本分＝实得分÷（折算前满分－不适用项规定得分）×基本分满分',
  },
  form: { word: '标准体系结构', help: '2003版；2017版。可不填' },
  isHistorical: { word: '历史方案', help: '是；否。“是”：只作对照，不再据此评价。可不填' },
  targetGrades: {
    word: '可申请的等级',
    help: '从低到高，例如 A、AA、AAA、AAAA、AAAAA；不填即方案所评的各等级',
  },
  monthsBack: {
    word: '证据有效期（月）',
    help: '只用于不计分的方案：评价之日前多少个月内的记录和证实材料算数，例如 12。可不填',
  },
  metFromPercent: { word: '符合不低于（%）', help: '抽样时的界限，例如 95。与证据有效期同时填写' },
  partlyFromPercent: {
    word: '部分符合不低于（%）',
    help: '抽样时的界限，例如 70。与证据有效期同时填写',
  },
  thresholdsFrom: { word: '界限的来源', help: '录自原表；自拟。不填即自拟' },
  thresholdsSource: { word: '界限的来源文件', help: '来源文件的编号，可不填' },
  term: { word: '用语', help: '可不填；写法 代号=用语，例如 post_standard=岗位标准' },
  note: { word: '附注', help: '可不填；一行一条，随自我评价报告打印' },
} as const;
export type FieldKey = keyof typeof FIELDS;
