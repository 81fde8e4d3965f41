import type {
  DraftBlock,
  DraftChapter,
  DraftClause,
  DraftKind,
  DraftTerm,
} from '../standard-draft';

/** What a draft of a common enterprise standard begins with; texts are our own, 【…】 is to be filled. */
export interface DraftOutline {
  readonly id: string;
  readonly kind: DraftKind;
  readonly title: string;
  /** 本文件规定了… */
  readonly lays: string;
  /** 本文件适用于… */
  readonly applies: string;
  readonly references: readonly { readonly number: string; readonly title: string }[];
  readonly terms: readonly DraftTerm[];
  readonly chapters: readonly DraftChapter[];
}

/**
 * A sentence (ends with 。), a sentence that leads (ends with ：) or the list that it leads to. The
 * lead is written per clause: none fits them all (GB/T 1.1-2020, 列项).
 */
export type Body = readonly (string | readonly string[] | DraftBlock)[];

/** 4.1 with its title and what stands below it. */
export type Clause = readonly [title: string, ...body: Body];

interface Head {
  readonly title: string;
  readonly lays: string;
  readonly applies: string;
  readonly references?: readonly (readonly [number: string, title: string])[];
  readonly terms?: readonly (readonly [term: string, english: string, definition: string])[];
}

const blocksOf = (body: Body): readonly DraftBlock[] =>
  body.map((part) => {
    if (typeof part === 'string') return { kind: 'text', text: part };
    return 'kind' in part ? part : { kind: 'list', items: part };
  });

const clausesOf = (rows: readonly Clause[]): readonly DraftClause[] =>
  rows.map(([title, ...body]) => ({ title, blocks: blocksOf(body) }));

/** A table of three rows to be filled; sentences name it 表1, 表2 … in the order of the document. */
export const table = (caption: string, ...columns: readonly string[]): DraftBlock => ({
  kind: 'table',
  caption,
  columns,
  rows: Array.from({ length: 3 }, () => columns.map(() => '【　】')),
});

/** A chapter of sentences and lists without clauses: a single clause is none (GB/T 1.1-2020, 条). */
export const chapter = (title: string, ...body: Body): DraftChapter => ({
  title,
  blocks: blocksOf(body),
});

/** A chapter of two clauses or more. */
export const parted = (title: string, ...clauses: readonly Clause[]): DraftChapter => ({
  title,
  blocks: [],
  clauses: clausesOf(clauses),
});

const headOf = (id: string, kind: DraftKind, head: Head) => ({
  id,
  kind,
  title: head.title,
  lays: head.lays,
  applies: head.applies,
  references: (head.references ?? []).map(([number, title]) => ({ number, title })),
  terms: (head.terms ?? []).map(([term, english, definition]) => ({ term, english, definition })),
});

/** 职责, 管理内容与要求, 检查与考核, 报告与记录. */
export function management(
  id: string,
  content: Head & {
    readonly duties: readonly Clause[];
    readonly content: readonly Clause[];
    readonly checks: Body;
    readonly records: readonly string[];
  },
): DraftOutline {
  return {
    ...headOf(id, 'management', content),
    chapters: [
      parted('职责', ...content.duties),
      parted('管理内容与要求', ...content.content),
      chapter('检查与考核', ...content.checks),
      chapter('报告与记录', '实施本文件应形成下列记录，保存期不应少于【3】年：', content.records),
    ],
  };
}

interface Competence {
  readonly duties: readonly string[];
  readonly powers: readonly string[];
}

const competence = (title: string, { duties, powers }: Competence): DraftChapter =>
  parted(title, ['职责', '本岗位负责：', duties], ['权限', '本岗位有权：', powers]);

/** 职责与权限, 任职资格, 工作内容与要求, 检查与考核 (posts at decision, management and operation level). */
export function post(
  id: string,
  content: Head &
    Competence & {
      readonly qualification: readonly string[];
      readonly work: readonly Clause[];
      readonly checks: Body;
    },
): DraftOutline {
  return {
    ...headOf(id, 'post', content),
    chapters: [
      competence('职责与权限', content),
      chapter('任职资格', '任职人员应具备下列条件：', content.qualification),
      parted('工作内容与要求', ...content.work),
      chapter('检查与考核', ...content.checks),
    ],
  };
}

/**
 * 职责权限, 工作范围, 作业流程, 作业规范, 周期工作事项, 条件触发事项: the contents by which post standards of the 2017
 * form are usually written, also as work instruction or handbook.
 */
export function postWork(
  id: string,
  content: Head &
    Competence & {
      readonly scope: readonly string[];
      readonly flow: readonly string[];
      readonly rules: readonly Clause[];
      readonly periodic: readonly string[];
      readonly triggered: readonly string[];
    },
): DraftOutline {
  return {
    ...headOf(id, 'post', content),
    chapters: [
      competence('职责权限', content),
      chapter('工作范围', '本岗位的工作范围包括：', content.scope),
      chapter('作业流程', '作业应按下列顺序进行：', content.flow),
      parted('作业规范', ...content.rules),
      chapter('周期工作事项', '下列工作应按周期完成并记录：', content.periodic),
      chapter('条件触发事项', '出现下列情况时，应按相应要求处置：', content.triggered),
    ],
  };
}

/** Chapters as the subject asks for them (GB/T 1.1-2020). */
export const technical = (
  id: string,
  content: Head & { readonly chapters: readonly DraftChapter[] },
): DraftOutline => ({ ...headOf(id, 'technical', content), chapters: content.chapters });
