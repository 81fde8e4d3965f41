import type { BilingualText } from '../structure';

/** The ten points of a 编制说明, in their order (GB/T 13016-2018 and GB/T 13017-2018). */
export const COMPILATION_POINTS = [
  { id: 'background', title: { 'zh-CN': '编制背景', en: 'Background' } },
  {
    id: 'basis',
    title: { 'zh-CN': '编制目标、依据和原则', en: 'Aims, basis and principles' },
  },
  {
    id: 'survey',
    title: { 'zh-CN': '国内外相关标准概况', en: 'Related standards at home and abroad' },
  },
  { id: 'division', title: { 'zh-CN': '体系划分的原则', en: 'Principle of the division' } },
  {
    id: 'subsystems',
    title: { 'zh-CN': '各子体系的内容和范围', en: 'Content and scope of each sub-system' },
  },
  { id: 'overlaps', title: { 'zh-CN': '交叉及处理', en: 'Overlaps and how they are handled' } },
  {
    id: 'support',
    title: { 'zh-CN': '需要其他体系配套的内容', en: 'What other systems must provide' },
  },
  {
    id: 'gaps',
    title: {
      'zh-CN': '统计分析、薄弱环节和重点',
      en: 'Statistics, weak points and priorities',
    },
  },
  { id: 'plan', title: { 'zh-CN': '制修订规划建议', en: 'Proposed plan of work' } },
  { id: 'other', title: { 'zh-CN': '其他', en: 'Other' } },
] as const satisfies readonly { readonly id: string; readonly title: BilingualText }[];

export type CompilationPointId = (typeof COMPILATION_POINTS)[number]['id'];

/** What a person wrote or confirmed for one point. */
interface WrittenPoint {
  readonly text: string;
  /** Absent until a person stands for the text. */
  readonly confirmed?: { readonly by: string; readonly on: string } | undefined;
}

export type WrittenNotes = Readonly<Partial<Record<CompilationPointId, WrittenPoint>>>;

/** A point as drafted from the figures of the day. */
export interface DraftedPoint {
  readonly id: CompilationPointId;
  /** Paragraphs, separated by line breaks. */
  readonly text: string;
  /** What only a person can add; empty where the draft is whole. */
  readonly asks: readonly string[];
}

export interface CompilationPoint {
  readonly id: CompilationPointId;
  readonly title: BilingualText;
  readonly text: string;
  /** What only a person can add; told until the point is confirmed. */
  readonly asks: readonly string[];
  /**
   * `draft`: as the program drafted it; `edited`: a person changed it, nobody confirmed it yet;
   * `confirmed`: a person stands for it.
   */
  readonly state: 'draft' | 'edited' | 'confirmed';
  readonly confirmed: { readonly by: string; readonly on: string } | null;
  /** Sentences that a person took over whose figures are others by now, as they would be drafted today. */
  readonly outdated: readonly string[];
}

const withoutFigures = (sentence: string): string => sentence.replaceAll(/\d+(?:\.\d+)?/gu, '#');

/** Drafted paragraphs that were taken over word by word, but for their figures. */
function outdatedIn(written: string, drafted: string): readonly string[] {
  const taken = written.split('\n');
  const shapes = new Set(taken.map(withoutFigures));
  return drafted
    .split('\n')
    .filter((now) => shapes.has(withoutFigures(now)) && !taken.includes(now));
}

/**
 * Puts what people wrote over the draft. A written point never changes with the figures; a draft
 * does, so that it stays true until someone takes it over.
 */
export function compilationPoints(
  drafted: readonly DraftedPoint[],
  written: WrittenNotes,
): readonly CompilationPoint[] {
  return COMPILATION_POINTS.map(({ id, title }) => {
    const draft = drafted.find((point) => point.id === id);
    const own = written[id];
    const asks = draft?.asks ?? [];
    if (own === undefined) {
      const text = draft?.text ?? '';
      return { id, title, text, asks, state: 'draft', confirmed: null, outdated: [] };
    }
    const { text, confirmed } = own;
    const outdated = outdatedIn(text, draft?.text ?? '');
    return confirmed === undefined
      ? { id, title, text, asks, state: 'edited', confirmed: null, outdated }
      : { id, title, text, asks: [], state: 'confirmed', confirmed, outdated };
  });
}
