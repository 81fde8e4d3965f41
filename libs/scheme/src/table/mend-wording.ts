import type { ProblemText, SchemeProblem } from '../pack/problem';
import { GENERAL } from './columns';
import { FIELDS } from './vocabulary';

interface Wording {
  readonly message: ProblemText;
  readonly mend: ProblemText;
}

/** Mends that speak of the pack's keys, in the words of the workbook instead. */
const MENDS: Partial<Record<SchemeProblem['code'], ProblemText>> = {
  readiness_points: {
    'zh-CN': '计分的项目写上规定得分；不计分的项目清空规定得分，“评分方式”写“不计分”。',
    en: 'Give 规定得分 to an item that counts; empty it and write 不计分 under 评分方式 for one that does not.',
  },
  readiness_misplaced: {
    'zh-CN': '计分的项目清空“必备程度”和“检查内容”；计分的方案清空证据有效期和两个界限。',
    en: 'Empty 必备程度 and 检查内容 of an item that counts, and the thresholds of a scheme with points.',
  },
  readiness_thresholds: {
    'zh-CN': '“部分符合不低于”写得不大于“符合不低于”。',
    en: 'Make 部分符合不低于 at most 符合不低于.',
  },
  check_without_nodes: {
    'zh-CN': '在“对应体系节点”中写上节点编号，或从“检查内容”中去掉“文件”。',
    en: 'Name the nodes under 对应体系节点, or take 文件 out of 检查内容.',
  },
  source_unknown: {
    'zh-CN': '在工作表“来源文件”中加上这个编号，或改正写法。',
    en: 'Add this number to the sheet 来源文件, or correct it.',
  },
  route_empty: {
    'zh-CN': '至少写上基本分、加分、总分分数线中的一个。',
    en: 'Give at least one of the floors: basic, bonus or total.',
  },
  bands_end: {
    'zh-CN': '在最后加一档，“比率不低于（%）”写 0。',
    en: 'Add a last step with 0 under 比率不低于（%）.',
  },
  kind_in_mode: {
    'zh-CN':
      '基本部分的项目用扣分的方式，加分部分的项目用“加分”或“每一项加分”；或填写该项的“评分方式”。',
    en: 'Use ways that take points in basic parts, 加分 or 每一项加分 in bonus parts; or fill in 评分方式 of the item.',
  },
  validity: {
    'zh-CN': '核对两个日期：失效日期是不再有效的第一天。',
    en: 'Check both dates: 失效日期 is the first day on which it no longer holds.',
  },
  text_missing: {
    'zh-CN': '补上对应的英文栏；或把工作表“方案”的“语言”改为“中文”。',
    en: 'Fill in the matching English column, or set 语言 on the sheet 方案 to 中文 alone.',
  },
  same_fact_unknown: {
    'zh-CN': '写“项目编号-规则编号”，例如 2.8.1-a，多条以顿号分开；加分标准和本条自身不能写。',
    en: 'Write item and rule, such as 2.8.1-a, several apart by 、; neither an award nor the rule itself.',
  },
  same_fact_one_sided: {
    'zh-CN': '在对方的“同一事实的其他扣分标准”中也写上本条，或在这里去掉对方。',
    en: 'Name this rule in 同一事实的其他扣分标准 of the other one too, or take the other one out here.',
  },
  most_direct_unclear: {
    'zh-CN': '互为同一事实的扣分标准中，至多一条在“最直接”中写“是”。',
    en: 'Of deductions for the same fact at most one has 是 under 最直接.',
  },
  factor_place: {
    'zh-CN': '系数只写在基本部分或其分项中的一处。',
    en: 'Give 系数 to a basic part or to its groups, not to both, and not to bonus parts.',
  },
  weights_mixed: {
    'zh-CN': '“不适用项”改为“不计入”，或清空“系数”和“折算前满分”。',
    en: 'Set 不适用项 to 不计入, or empty 系数 and 折算前满分.',
  },
  beyond_item: {
    'zh-CN': '清空“追加扣除”；按次追加扣除的写上“最多”。',
    en: 'Empty 追加扣除, or give 最多 where it is taken for each one.',
  },
  structure: {
    'zh-CN': '对照模板改正这一处；分档扣分至少两档。',
    en: 'Correct this place by the template; 分档扣分 needs at least two steps.',
  },
};

const NAMES: Readonly<Record<string, ProblemText>> = {
  basicPoints: { 'zh-CN': FIELDS.basicPoints.word, en: 'The basic part' },
  bonusPoints: { 'zh-CN': FIELDS.bonusPoints.word, en: 'The bonus part' },
  tablePoints: { 'zh-CN': FIELDS.tablePoints.word, en: '折算前满分' },
  basic: { 'zh-CN': '基本分分数线', en: 'basic' },
  bonus: { 'zh-CN': '加分分数线', en: 'bonus' },
  total: { 'zh-CN': '总分分数线', en: 'total' },
  per_missing: { 'zh-CN': '每缺一项扣分', en: '每缺一项扣分' },
  per_finding: { 'zh-CN': '每发现一处扣分', en: '每发现一处扣分' },
  fixed: { 'zh-CN': '扣分', en: '扣分' },
  choice: { 'zh-CN': '分档扣分', en: '分档扣分' },
  rate: { 'zh-CN': '按比率扣分', en: '按比率扣分' },
  award: { 'zh-CN': '加分', en: '加分' },
  deduct: { 'zh-CN': '扣分制', en: '扣分制' },
  earn: { 'zh-CN': '加分制', en: '加分制' },
  readiness: { 'zh-CN': '不计分', en: '不计分' },
  need: { 'zh-CN': '必备程度', en: '必备程度' },
  checks: { 'zh-CN': '检查内容', en: '检查内容' },
  nodes: { 'zh-CN': '对应体系节点', en: '对应体系节点' },
  sources: { 'zh-CN': '来源文件', en: '来源文件' },
};

/** Keys of a pack do not stand in a workbook: they are named by its heads. */
const renamed = (text: string, language: keyof ProblemText): string =>
  text.replace(/\b[A-Za-z_]+\b/g, (word) =>
    Object.hasOwn(NAMES, word) ? (NAMES[word]?.[language] ?? word) : word,
  );

const SHAPE: ProblemText = {
  'zh-CN': '这里的内容不完整或写法不对。',
  en: 'What stands here is incomplete or not written as it should be.',
};

/** A problem of the pack said for someone who sees a workbook. */
export const wordingFor = ({ code, message, mend }: SchemeProblem): Wording => ({
  message:
    code === 'structure'
      ? SHAPE
      : {
          'zh-CN': renamed(message['zh-CN'], 'zh-CN').replace(/ (?=的|规定)|(?<=的) /g, ''),
          en: renamed(message.en, 'en'),
        },
  mend: MENDS[code] ?? mend,
});

export const wholeTable = { sheet: GENERAL.name, row: null, column: null, head: null } as const;
