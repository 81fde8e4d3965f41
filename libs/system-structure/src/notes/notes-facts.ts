import type { ListedStandard, StructureTree } from '../structure';
import type { StructureCounts } from '../structure-counts';
import type { SystemFigures } from '../system-figures';

/** What the system knows of an enterprise and its standards; unknown texts are empty. */
export interface NotesFacts {
  readonly enterpriseName: string;
  readonly industryName: string;
  readonly products: readonly string[];
  readonly policy: string;
  readonly standardizationBody: string;
  /** Other management systems in use: 质量管理体系（GB/T 19001）. */
  readonly managementSystems: readonly string[];
  /** `2026-03-01`; null while not released. */
  readonly releasedOn: string | null;
  readonly effectiveOn: string | null;
  readonly tree: StructureTree;
  /** Numbers of the standards that the structure follows. */
  readonly basis: readonly string[];
  /** The rows of the list, and the essential documents that are missing. */
  readonly standards: readonly ListedStandard[];
  /** Sub-systems left out, each with its reason. */
  readonly trimmed: readonly {
    readonly code: string;
    readonly name: string;
    readonly reason: string;
  }[];
  /** Existing standards that adopt an international or foreign one. */
  readonly adopting: number;
  /** Laws and rules in the list of laws. */
  readonly laws: number;
}

export interface Analysis {
  readonly facts: NotesFacts;
  readonly counts: StructureCounts;
  readonly figures: SystemFigures;
}

export const MOST_NAMED = 8;

/** Titles that hold a 、 themselves are parted by ；. */
export const joined = (titles: readonly string[]): string =>
  titles.join(titles.some((title) => title.includes('、')) ? '；' : '、');

/** `甲、乙、丙等 12 项`; with another measure word `个`. */
export function named(titles: readonly string[], most = MOST_NAMED, measure = '项'): string {
  const shown = joined(titles.slice(0, most));
  return titles.length > most
    ? `${shown}等 ${titles.length} ${measure}`
    : `${shown}，共 ${titles.length} ${measure}`;
}

/** Without the full stop, to stand in a longer sentence. */
export const clause = (text: string): string => text.trim().replace(/[。；;.]+$/u, '');

export const paragraphs = (...texts: readonly string[]): string =>
  texts.filter((text) => text !== '').join('\n');
