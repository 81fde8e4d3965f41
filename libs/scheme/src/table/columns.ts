/** The sheets of a scheme's workbook: what each column is called, and how wide it stands. */

/** `text`: also numbers such as 1.10 stay as typed. `number`: points or per cent. */
export interface TableColumn<K extends string = string> {
  readonly key: K;
  readonly head: string;
  readonly width: number;
  readonly kind: 'text' | 'number';
}

export interface TableSheetSpec<K extends string = string> {
  readonly name: string;
  readonly columns: readonly TableColumn<K>[];
  /** Heads without which the sheet cannot be read. */
  readonly required: readonly K[];
}

const text = <K extends string>(key: K, head: string, width: number): TableColumn<K> => ({
  key,
  head,
  width,
  kind: 'text',
});
const number = <K extends string>(key: K, head: string, width: number): TableColumn<K> => ({
  key,
  head,
  width,
  kind: 'number',
});

/** The first sheet speaks to people only; it is not read. */
export const NOTES_SHEET = '说明';

export const GENERAL = {
  name: '方案',
  columns: [
    text('field', '栏目', 20),
    text('value', '内容', 60),
    text('valueEn', '英文', 50),
    text('help', '填写说明', 70),
  ],
  required: ['field', 'value'],
} as const satisfies TableSheetSpec;

export const SOURCES = {
  name: '来源文件',
  columns: [text('id', '编号', 18), text('title', '名称', 60), text('note', '备注', 60)],
  required: ['id', 'title'],
} as const satisfies TableSheetSpec;

export const GRADES = {
  name: '等级',
  columns: [
    text('grade', '等级', 10),
    text('route', '条件编号', 10),
    number('basic', '基本分不低于', 14),
    number('bonus', '加分不低于', 14),
    number('total', '总分不低于', 14),
    text('size', '企业规模', 18),
    text('industry', '行业类别', 18),
    text('provenance', '来源', 12),
    text('source', '来源文件', 18),
  ],
  required: ['grade', 'basic', 'total', 'provenance'],
} as const satisfies TableSheetSpec;

export const GATES = {
  name: '限制条件',
  columns: [
    text('id', '编号', 14),
    text('kind', '方式', 12),
    text('sections', '适用部分', 24),
    text('items', '否决项目', 24),
    number('percent', '得分率不低于（%）', 18),
    text('rules', '否决的扣分标准', 24),
    text('capAt', '最高可评等级', 14),
    text('text', '说明', 50),
    text('textEn', '说明（英文）', 50),
    text('provenance', '来源', 12),
    text('source', '来源文件', 18),
  ],
  required: ['id', 'sections', 'percent', 'text', 'provenance'],
} as const satisfies TableSheetSpec;

/** 申请条件; absent in workbooks of before. */
export const CONDITIONS = {
  name: '申请条件',
  columns: [
    text('id', '编号', 14),
    text('clause', '条款', 20),
    text('text', '条件', 50),
    text('textEn', '条件（英文）', 50),
    text('proof', '常见证明材料', 44),
    text('proofEn', '常见证明材料（英文）', 44),
    text('provenance', '来源', 12),
    text('source', '来源文件', 18),
  ],
  required: ['text', 'provenance'],
} as const satisfies TableSheetSpec;

export const SCORING = {
  name: '评价表',
  columns: [
    text('level', '类别', 10),
    text('id', '编号', 9),
    text('clause', '条款', 20),
    text('title', '评价项目', 24),
    text('topic', '评价内容', 26),
    text('asked', '评价要求', 44),
    number('points', '规定得分', 9),
    text('star', '※', 5),
    text('ruleId', '规则编号', 9),
    text('ruleKind', '扣分方式', 14),
    text('ruleText', '扣分标准', 44),
    text('optionId', '档次编号', 9),
    text('option', '档次', 28),
    number('percent', '比率不低于（%）', 14),
    number('amount', '扣分（加分）', 12),
    number('max', '最多', 8),
    text('evidence', '常见证实材料', 36),
    text('provenance', '来源', 11),
    text('source', '来源文件', 14),
    text('ruleProvenance', '扣分标准的来源', 14),
    text('ruleSource', '扣分标准的来源文件', 18),
    text('sameFact', '同一事实的其他扣分标准', 22),
    text('mostDirect', '最直接', 8),
    text('mode', '评分方式', 10),
    number('factor', '系数', 7),
    text('beyond', '追加扣除', 9),
    text('subsystem2003', '对应子体系（2003）', 18),
    text('area2017', '对应领域（2017）', 18),
    text('nodes', '对应体系节点', 16),
    text('records', '对应工作记录', 16),
    text('need', '必备程度', 10),
    text('checks', '检查内容', 20),
    text('objective', '效果目标', 26),
    text('titleEn', '评价项目（英文）', 24),
    text('topicEn', '评价内容（英文）', 26),
    text('askedEn', '评价要求（英文）', 40),
    text('ruleTextEn', '扣分标准（英文）', 40),
    text('optionEn', '档次（英文）', 26),
    text('evidenceEn', '常见证实材料（英文）', 36),
    text('objectiveEn', '效果目标（英文）', 26),
  ],
  required: [
    'level',
    'id',
    'title',
    'topic',
    'asked',
    'points',
    'ruleKind',
    'ruleText',
    'amount',
    'provenance',
  ],
} as const satisfies TableSheetSpec;

export type KeysOf<S extends TableSheetSpec> = S['columns'][number]['key'];
export type ScoringKey = KeysOf<typeof SCORING>;

/** Sheets that are read, in their order. */
export const TABLE_SHEETS: readonly TableSheetSpec[] = [
  GENERAL,
  SOURCES,
  CONDITIONS,
  GRADES,
  GATES,
  SCORING,
];

/** 1 → `A`, 27 → `AA`: a column as spreadsheet programs name it. */
export const columnLetter = (position: number): string => {
  let letters = '';
  for (let rest = position; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};
