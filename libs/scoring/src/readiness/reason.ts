/** What was found for a check, or what it still lacks. The words are `reasonText`. */
export type ReasonCode =
  | 'no_system'
  | 'nodes_absent'
  | 'nodes_trimmed'
  | 'node_empty'
  | 'document_missing'
  | 'document_planned'
  | 'document_outdated'
  | 'document_unplaced'
  | 'node_outdated'
  | 'documents_held'
  | 'proof_found'
  | 'proof_missing'
  | 'proof_old'
  | 'unproven'
  | 'sample_missing'
  | 'sample_met'
  | 'sample_partly'
  | 'sample_not_met'
  | 'figure_missing'
  | 'effect_reached'
  | 'effect_missed';

export type ReasonParameters = Readonly<Record<string, string | number>>;

export interface Reason {
  readonly code: ReasonCode;
  /** Texts in Chinese; an English one beside it as `title:en`. */
  readonly parameters: ReasonParameters;
}

/** What was found and is as it should be. */
const FOUND: ReadonlySet<ReasonCode> = new Set([
  'documents_held',
  'proof_found',
  'sample_met',
  'effect_reached',
]);

export const isFound = ({ code }: Reason): boolean => FOUND.has(code);

const WORDS: Readonly<Record<ReasonCode, { readonly 'zh-CN': string; readonly en: string }>> = {
  no_system: {
    'zh-CN': '尚未建立标准体系，无法核对文件。',
    en: 'There is no standard system yet in which documents could be found.',
  },
  nodes_absent: {
    'zh-CN': '现有体系中没有节点 {nodes}，结构形式与本方案不同，请自行判断。',
    en: 'The system has no node {nodes}: it has another form. Judge for yourself.',
  },
  nodes_trimmed: {
    'zh-CN': '节点 {nodes} 已裁剪；确实不适用的，请判为不适用。',
    en: 'Node {nodes} was trimmed; where the item does not apply, say so.',
  },
  node_empty: {
    'zh-CN': '“{code} {name}”没有现行标准。',
    en: '"{code} {name}" holds nothing in force.',
  },
  document_missing: {
    'zh-CN': '“{code} {name}”缺少必备的“{title}”。',
    en: '"{code} {name}" lacks the essential "{title}".',
  },
  document_planned: {
    'zh-CN': '“{title}”仍为拟制定。',
    en: '"{title}" is only planned.',
  },
  document_outdated: {
    'zh-CN': '“{title}”已被代替或废止。',
    en: '"{title}" is replaced or withdrawn.',
  },
  document_unplaced: {
    'zh-CN': '“{title}”在标准明细中，尚未归入体系。',
    en: '"{title}" is in the register but has no place in the system.',
  },
  node_outdated: {
    'zh-CN': '“{code} {name}”中有 {count} 项标准已被代替或废止。',
    en: '"{code} {name}" holds {count} replaced or withdrawn.',
  },
  documents_held: {
    'zh-CN': '{nodes} 有现行标准 {count} 项，必备文件齐全。',
    en: '{nodes}: {count} in force, nothing essential is missing.',
  },
  proof_found: {
    'zh-CN': '近 {months} 个月有证实材料 {files} 份、工作记录 {records} 条。',
    en: 'Of the last {months} months: files {files}, records {records}.',
  },
  proof_missing: {
    'zh-CN': '没有证实材料，也没有工作记录。',
    en: 'There is neither evidence nor a record.',
  },
  proof_old: {
    'zh-CN': '证实材料或记录最近的日期是 {newest}，不在近 {months} 个月内。',
    en: 'The newest evidence or record is of {newest}, not of the last {months} months.',
  },
  unproven: {
    'zh-CN': '文件齐全，但没有证实材料或记录，不能判为符合。',
    en: 'Documents are complete, but without evidence the item is not met.',
  },
  sample_missing: {
    'zh-CN': '未填写抽查数和符合数。',
    en: 'How many were looked at, and how many conform, is not entered.',
  },
  sample_met: {
    'zh-CN': '抽查 {looked} 项，符合 {conforming} 项，符合率 {percent}%。',
    en: 'Looked at {looked}, conforming {conforming}: {percent}%.',
  },
  sample_partly: {
    'zh-CN': '抽查 {looked} 项，符合 {conforming} 项，符合率 {percent}%，低于 {met}%。',
    en: 'Looked at {looked}, conforming {conforming}: {percent}%, below {met}%.',
  },
  sample_not_met: {
    'zh-CN': '抽查 {looked} 项，符合 {conforming} 项，符合率 {percent}%，低于 {partly}%。',
    en: 'Looked at {looked}, conforming {conforming}: {percent}%, below {partly}%.',
  },
  figure_missing: {
    'zh-CN': '未填写实际值和目标值（{objective}）。',
    en: 'Figure and objective are not entered ({objective}).',
  },
  effect_reached: {
    'zh-CN': '实际 {figure}{unit}，达到目标（{sign} {objective}{unit}）。',
    en: '{figure}{unit}: the objective ({sign} {objective}{unit}) is reached.',
  },
  effect_missed: {
    'zh-CN': '实际 {figure}{unit}，未达到目标（{sign} {objective}{unit}）。',
    en: '{figure}{unit}: the objective ({sign} {objective}{unit}) is missed.',
  },
};

/** The sentence of a reason for people. */
export function reasonText({ code, parameters }: Reason, language: 'zh-CN' | 'en'): string {
  return WORDS[code][language].replace(/\{(\w+)\}/g, (_all, name: string) =>
    String(parameters[language === 'en' ? `${name}:en` : name] ?? parameters[name] ?? ''),
  );
}
