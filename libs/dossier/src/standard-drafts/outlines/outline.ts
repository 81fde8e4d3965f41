import type { DraftBlock, DraftChapter, DraftKind, DraftTerm } from '../standard-draft';

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

/** Title and what stands below it: sentences, or entries of a list. */
export type Clause = readonly [title: string, items: readonly string[]];

interface Head {
  readonly title: string;
  readonly lays: string;
  readonly applies: string;
  readonly references?: readonly (readonly [number: string, title: string])[];
  readonly terms?: readonly (readonly [term: string, english: string, definition: string])[];
}

const text = (content: string): DraftBlock => ({ kind: 'text', text: content });
const list = (items: readonly string[]): DraftBlock => ({ kind: 'list', items });

/** Every list has a sentence that leads to it (GB/T 1.1-2020, 列项). */
const CHECKED = '检查与考核按下列规定进行：';

/** One sentence stands alone, several are entries after a lead sentence. */
function blocksOf(lead: string, items: readonly string[]): readonly DraftBlock[] {
  const [only] = items;
  if (items.length === 1 && only !== undefined)
    return [text(/[。】]$/u.test(only) ? only : `${only}。`)];
  return [text(lead), list(items)];
}

const clauses = (lead: (title: string) => string, rows: readonly Clause[]) =>
  rows.map(([title, items]) => ({ title, blocks: blocksOf(lead(title), items) }));

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
    readonly checks: readonly string[];
    readonly records: readonly string[];
  },
): DraftOutline {
  return {
    ...headOf(id, 'management', content),
    chapters: [
      { title: '职责', blocks: [], clauses: clauses((who) => `${who}负责：`, content.duties) },
      {
        title: '管理内容与要求',
        blocks: [],
        clauses: clauses((what) => `${what}应符合下列要求：`, content.content),
      },
      { title: '检查与考核', blocks: blocksOf(CHECKED, content.checks) },
      {
        title: '报告与记录',
        blocks: [text('实施本文件形成下列记录，保存期不少于【3】年：'), list(content.records)],
      },
    ],
  };
}

/** 职责与权限, 任职资格, 工作内容与要求, 检查与考核 (posts at decision, management and operation level). */
export function post(
  id: string,
  content: Head & {
    readonly duties: readonly string[];
    readonly powers: readonly string[];
    readonly qualification: readonly string[];
    readonly work: readonly Clause[];
    readonly checks: readonly string[];
  },
): DraftOutline {
  return {
    ...headOf(id, 'post', content),
    chapters: [
      {
        title: '职责与权限',
        blocks: [],
        clauses: [
          { title: '职责', blocks: [text('本岗位负责：'), list(content.duties)] },
          { title: '权限', blocks: [text('本岗位有权：'), list(content.powers)] },
        ],
      },
      {
        title: '任职资格',
        blocks: [text('任职人员应具备下列条件：'), list(content.qualification)],
      },
      {
        title: '工作内容与要求',
        blocks: [],
        clauses: clauses((what) => `${what}应做到：`, content.work),
      },
      { title: '检查与考核', blocks: blocksOf(CHECKED, content.checks) },
    ],
  };
}

/**
 * 职责权限, 工作范围, 作业流程, 作业规范, 周期工作事项, 条件触发事项: the contents by which post standards of the 2017
 * form are usually written, also as work instruction or handbook.
 */
export function postWork(
  id: string,
  content: Head & {
    readonly duties: readonly string[];
    readonly powers: readonly string[];
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
      {
        title: '职责权限',
        blocks: [],
        clauses: [
          { title: '职责', blocks: [text('本岗位负责：'), list(content.duties)] },
          { title: '权限', blocks: [text('本岗位有权：'), list(content.powers)] },
        ],
      },
      { title: '工作范围', blocks: [text('本岗位的工作包括：'), list(content.scope)] },
      { title: '作业流程', blocks: [text('作业按下列顺序进行：'), list(content.flow)] },
      {
        title: '作业规范',
        blocks: [],
        clauses: clauses((what) => `${what}应做到：`, content.rules),
      },
      {
        title: '周期工作事项',
        blocks: [text('下列工作按周期完成并记录：'), list(content.periodic)],
      },
      {
        title: '条件触发事项',
        blocks: [text('发生下列情况时，按规定处置：'), list(content.triggered)],
      },
    ],
  };
}

/** Chapters as the subject asks for them (GB/T 1.1-2020). */
export function technical(
  id: string,
  content: Head & {
    readonly chapters: readonly (readonly [title: string, clauses: readonly Clause[]])[];
  },
): DraftOutline {
  return {
    ...headOf(id, 'technical', content),
    chapters: content.chapters.map(([title, rows]) => ({
      title,
      blocks: [],
      clauses: clauses((what) => `${what}应符合下列要求：`, rows),
    })),
  };
}
