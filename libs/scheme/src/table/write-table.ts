import { formatPoints } from '../points';
import type { Rule, Scheme, SchemeGroup, SchemeItem, SchemeSection } from '../scheme';
import { gateRows, gradeRows } from './write-grades';
import { both, floor, origin, ownId, type Cells } from './cells';
import { carriedScheme, notCarried } from './carried';
import { conditionRows } from './conditions-sheet';
import { readinessCells } from './readiness-columns';
import {
  CONDITIONS,
  GATES,
  GENERAL,
  GRADES,
  NOTES_SHEET,
  SCORING,
  SOURCES,
  type ScoringKey,
  type TableColumn,
  type TableSheetSpec,
} from './columns';
import {
  FIELDS,
  FORMS,
  KINDS,
  LANGUAGES,
  LEVELS,
  MODES,
  NOT_APPLICABLE,
  NO_TEXT,
  PROVENANCE,
  RULE_KINDS,
  STAR,
  YES_NO,
  type FieldKey,
} from './vocabulary';

/** A sheet to be written: heads and rows of text, one text for each column. */
export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface SchemeTable {
  /** Lines of the first sheet: how to fill in the table, and what it does not carry. */
  readonly notes: { readonly name: string; readonly lines: readonly string[] };
  readonly sheets: readonly WrittenSheet[];
}

type ScoringCells = Cells<ScoringKey>;

export const sheetOf = <K extends string>(
  spec: TableSheetSpec<K>,
  rows: readonly Cells<K>[],
): WrittenSheet => ({
  name: spec.name,
  columns: spec.columns,
  rows: rows.map((cells) => spec.columns.map(({ key }) => cells[key] ?? '')),
});

type GeneralCells = Cells<(typeof GENERAL.columns)[number]['key']>;

export const field = (key: FieldKey, value: string, valueEn = ''): GeneralCells => ({
  field: FIELDS[key].word,
  value,
  valueEn,
  help: FIELDS[key].help,
});

const generalRows = (scheme: Scheme): GeneralCells[] => {
  const { policies } = scheme;
  const terms = Object.entries(scheme.terms).map(([name, word]) => `${name}=${word}`);
  return [
    field('id', scheme.id),
    field('version', scheme.version),
    field('title', ...both(scheme.title)),
    field('kind', KINDS[scheme.kind]),
    field('basis', scheme.basis.join('\n')),
    field('validFrom', scheme.validFrom ?? ''),
    field('validUntil', scheme.validUntil ?? ''),
    field('supersededBy', scheme.supersededBy ?? ''),
    field('languages', scheme.languages.map((language) => LANGUAGES[language]).join('、')),
    field('basicPoints', formatPoints(scheme.basicPoints)),
    field('bonusPoints', formatPoints(scheme.bonusPoints)),
    field('notApplicable', NOT_APPLICABLE[policies.notApplicable]),
    field('notApplicableNeedsApproval', YES_NO[`${policies.notApplicableNeedsApproval}`]),
    field('star', STAR[policies.star]),
    field('tablePoints', floor(scheme.tablePoints)),
    field('form', scheme.form === undefined ? '' : FORMS[scheme.form]),
    field('isHistorical', scheme.isHistorical ? YES_NO.true : ''),
    field('targetGrades', (scheme.targetGrades ?? []).join('、')),
    ...thresholdRows(scheme),
    ...(terms.length === 0 ? [''] : terms).map((term) => field('term', term)),
    ...(scheme.notes.length === 0 ? [{ 'zh-CN': '' }] : scheme.notes).map((note) =>
      field('note', ...both(note)),
    ),
  ];
};

const thresholdRows = ({ readiness }: Scheme): GeneralCells[] => [
  field('monthsBack', readiness === undefined ? '' : String(readiness.monthsBack)),
  field('metFromPercent', readiness === undefined ? '' : String(readiness.metFromPercent)),
  field('partlyFromPercent', readiness === undefined ? '' : String(readiness.partlyFromPercent)),
  field('thresholdsFrom', readiness === undefined ? '' : PROVENANCE[readiness.provenance]),
  field('thresholdsSource', readiness?.source ?? ''),
];

const figuresOf = (rule: Rule): ScoringCells => {
  switch (rule.kind) {
    case 'fixed':
      return { ruleKind: RULE_KINDS.fixed, amount: formatPoints(rule.deduct) };
    case 'per_missing':
    case 'per_finding':
      return {
        ruleKind: RULE_KINDS[rule.kind],
        amount: formatPoints(rule.deduct),
        max: floor(rule.max),
      };
    case 'award':
      return {
        ruleKind: RULE_KINDS[rule.perEach ? 'award_each' : 'award'],
        amount: formatPoints(rule.award),
        max: floor(rule.max),
      };
    case 'choice':
    case 'rate':
      return { ruleKind: RULE_KINDS[rule.kind] };
    case 'band':
      return {};
  }
};

const optionRows = (rule: Rule): ScoringCells[] => {
  if (rule.kind === 'choice')
    return rule.choices.map(({ id, label, deduct }) => {
      const [option, optionEn] = both(label);
      return { optionId: id, option, optionEn, amount: formatPoints(deduct) };
    });
  if (rule.kind === 'rate')
    return rule.bands.map(({ atLeastPercent, deduct }) => ({
      percent: String(atLeastPercent),
      amount: formatPoints(deduct),
    }));
  return [];
};

const ruleRows = (rule: Rule): ScoringCells[] => {
  const [ruleText, ruleTextEn] = both(rule.text);
  const { provenance: ruleProvenance, source: ruleSource } = origin(rule);
  const first = {
    ruleId: ownId(rule.id),
    ...figuresOf(rule),
    ...{ ruleText, ruleTextEn },
    sameFact: (rule.sameFactAs ?? []).join('、'),
    mostDirect: rule.mostDirect ? YES_NO.true : '',
    beyond: rule.beyondItem ? YES_NO.true : '',
  };
  return [{ ...first, ruleProvenance, ruleSource }, ...optionRows(rule)];
};

const itemRows = (item: SchemeItem, usualMode: SchemeItem['mode']): ScoringCells[] => {
  const [topic, topicEn] = both(item.topic);
  const [asked, askedEn] = both(item.asked);
  const [rule, ...further] = item.rules.flatMap(ruleRows);
  const head: ScoringCells = {
    level: LEVELS.item,
    id: item.id,
    clause: item.clause ?? '',
    topic,
    topicEn,
    asked,
    askedEn,
    points: item.points === 0 ? '' : formatPoints(item.points),
    star: item.star ? '※' : '',
    nodes: (item.nodes ?? []).join('\n'),
    records: (item.records ?? []).join('\n'),
    ...readinessCells(item),
    mode: item.mode === usualMode ? '' : MODES[item.mode],
    evidence: item.evidence.map((entry) => entry['zh-CN']).join('\n'),
    evidenceEn: item.evidence.some(({ en }) => en !== undefined)
      ? item.evidence.map(({ en }) => en ?? NO_TEXT).join('\n')
      : '',
    ...origin(item),
  };
  return [{ ...head, ...rule }, ...further];
};

const headRow = (level: string, part: SchemeSection | SchemeGroup): ScoringCells => {
  const [title, titleEn] = both(part.title);
  return {
    level,
    id: part.id,
    title,
    titleEn,
    points: floor(part.points),
    factor: floor(part.factor),
    ...origin(part),
  };
};

const sectionRows = (section: SchemeSection, kind: Scheme['kind']): ScoringCells[] => {
  const mode = kind === 'readiness' ? 'readiness' : section.bonus ? 'earn' : 'deduct';
  return [
    headRow(section.bonus ? LEVELS.bonus : LEVELS.section, section),
    ...section.groups.flatMap((group) => [
      {
        ...headRow(LEVELS.group, group),
        subsystem2003: group.subsystem2003 ?? '',
        area2017: group.area2017 ?? '',
      },
      ...group.items.flatMap((item) => itemRows(item, mode)),
    ]),
  ];
};

export const GUIDE: readonly string[] = [
  '评价方案表：把手中的评分表填入本工作簿，上传后即可作为本企业的评价方案使用。',
  '“方案”：方案的名称、依据、满分和规则。“来源文件”：所录评分表的名称，供各行引用。',
  '“等级”：达到一个等级的每一种条件写一行，同一等级的各行满足其一即可。“限制条件”：各部分的最低得分率和否决项，没有则留空；写了“最高可评等级”的，不满足时最高评为该等级，没有写的，不评定等级。',
  '“申请条件”：申请评价前必须满足的条件，每条一行，不计分；写成“是”即满足的说法。没有则留空。',
  '“评价表”：先写“部分”或“加分部分”，其下可写“分项”，再写“项目”；项目的第一条扣分标准写在同一行，其余各条逐行写在下面，类别留空。',
  '“分档扣分”“按比率扣分”的各档逐行写在该扣分标准下面；“分档扣分”须有一档扣 0 分，“按比率扣分”的最后一档比率写 0。',
  '分值只写数，不带正负号，最多两位小数。各项合计须等于所在分项、部分和满分。',
  '“系数”写在“部分”或“分项”一行：所得分数乘以系数，规定得分不变。“追加扣除”写“是”的扣分标准不受本项规定得分限制，从总分中扣除。',
  '不计分的项目可写“必备程度”（必备、通常、创新）和“检查内容”（文件、执行、执行（抽样）、效果，以顿号分开）；查文件的写上“对应体系节点”，查效果的写上“效果目标”。',
  '“来源”写“录自原表”或“自拟”；“已核实”只用于随产品提供的方案，导入时改记为“录自原表”。',
  '同一事实会在几个项目扣分的，在“同一事实的其他扣分标准”中互相写明（例如 2.8.1-a），并在应扣的一条写“最直接”；重复扣分时评分表和提交前检查会提醒。',
  '扣分标准的来源留空，即与所在项目相同。编号一经发布不要改作他用，已有的评价按编号引用。',
];

/** A scheme → the sheets of its workbook. `schemeFromTable` reads them back. */
export const schemeTable = (scheme: Scheme): SchemeTable => {
  const missing = notCarried(scheme).map((text) => text['zh-CN']);
  const carried = carriedScheme(scheme);
  return {
    notes: {
      name: NOTES_SHEET,
      lines: [...GUIDE, ...(missing.length === 0 ? [] : ['本表未包括的内容：', ...missing])],
    },
    sheets: [
      sheetOf(GENERAL, generalRows(carried)),
      sheetOf(
        SOURCES,
        carried.sources.map(({ id, title, note }) => ({ id, title, note: note ?? '' })),
      ),
      sheetOf<string>(CONDITIONS, conditionRows(carried)),
      sheetOf(GRADES, gradeRows(carried)),
      sheetOf(GATES, gateRows(carried)),
      sheetOf(
        SCORING,
        carried.sections.flatMap((section) => sectionRows(section, carried.kind)),
      ),
    ],
  };
};

/** Settings that most tables have. */
export const USUAL: Readonly<Partial<Record<FieldKey, string>>> = {
  kind: KINDS.scored,
  languages: LANGUAGES['zh-CN'],
  notApplicable: NOT_APPLICABLE.full_marks,
  notApplicableNeedsApproval: YES_NO.true,
  star: STAR.none,
};

/** A workbook to be filled in: heads, usual settings and no content. */
export const emptySchemeTable = (): SchemeTable => {
  const keys = Object.keys(FIELDS) as FieldKey[];
  return {
    notes: { name: NOTES_SHEET, lines: GUIDE },
    sheets: [
      sheetOf(
        GENERAL,
        keys.map((key) => field(key, USUAL[key] ?? '')),
      ),
      ...[SOURCES, CONDITIONS, GRADES, GATES, SCORING].map((spec) => sheetOf<string>(spec, [])),
    ],
  };
};
