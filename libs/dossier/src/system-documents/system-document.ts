import type { IsoDate } from '@liangxing/scheme';
import type { Scene } from '@liangxing/system-structure';
import type { StandardList, StatisticsTable } from '../snapshot';

/** The documents of a standard system (GB/T 13016-2018, GB/T 13017-2018). */
export const SYSTEM_DOCUMENT_KINDS = ['diagram', 'list', 'statistics', 'notes'] as const;
export type SystemDocumentKind = (typeof SYSTEM_DOCUMENT_KINDS)[number];

export const SYSTEM_DOCUMENT_TITLES: Readonly<Record<SystemDocumentKind, string>> = {
  diagram: '企业标准体系结构图',
  list: '企业标准体系标准明细表',
  statistics: '企业标准体系标准统计表',
  notes: '企业标准体系编制说明',
};

/** What stands in place of a 明细表 without standards. */
export const EMPTY_LIST = '尚未登记标准。';

/** One point of the 编制说明 as printed. */
interface PrintedPoint {
  readonly title: string;
  /** Paragraphs, separated by line breaks. */
  readonly text: string;
  /** `draft`: written by the program, nobody has confirmed it; printed with a mark. */
  readonly state: 'draft' | 'edited' | 'confirmed';
  /** What a person still has to add. */
  readonly asks: readonly string[];
}

/** A node of the structure with the figures of its branch. */
export interface PrintedNode {
  readonly code: string;
  readonly name: string;
  /** 0: a body of the system. */
  readonly depth: number;
  readonly expected: number;
  readonly existing: number;
}

/** What a printed document of the standard system shows, frozen: plain JSON, ready to print. */
export interface SystemDocument {
  readonly enterpriseName: string;
  readonly shortName: string;
  /** `产品实现、基础保障、岗位标准体系` */
  readonly systemName: string;
  /** Day of the figures. */
  readonly date: IsoDate;
  /** UTC instant, the file's creation date. */
  readonly createdAt: string;
  /** Name and version of the program: `良行 0.1.0`. */
  readonly producer: string;
  readonly isSample: boolean;
  readonly diagrams: readonly { readonly title: string; readonly scene: Scene }[];
  /** In the order of the tree. */
  readonly nodes: readonly PrintedNode[];
  readonly list: StandardList;
  readonly statistics: readonly StatisticsTable[];
  readonly notes: readonly PrintedPoint[];
}

const MARKS: Readonly<Record<PrintedPoint['state'], string>> = {
  draft: '（草稿，待确认）',
  edited: '（已修改，待确认）',
  confirmed: '',
};

/** `国内外相关标准概况（草稿，待确认）` */
export const markedTitle = ({ title, state }: Pick<PrintedPoint, 'title' | 'state'>): string =>
  `${title}${MARKS[state]}`;

/** `3　国内外相关标准概况（草稿，待确认）` */
export const pointTitle = (point: PrintedPoint, index: number): string =>
  `${index + 1}　${markedTitle(point)}`;

/** What a person still has to add, as one sentence; empty where there is nothing. */
export const pointAsks = ({ asks, state }: PrintedPoint): string =>
  asks.length === 0 || state === 'confirmed' ? '' : `［待补充：${asks.join('；')}］`;
