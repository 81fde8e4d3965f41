import type { IsoDate } from '@liangxing/scheme';

/** Technical standards follow GB/T 1.1; management and post standards the field's own chapters. */
export type DraftKind = 'technical' | 'management' | 'post';

/** What the cover says below the title while the standard is not in force. */
export type DraftStage = 'draft' | 'review' | 'approved' | 'inForce';

/**
 * A draft of an enterprise standard, complete in itself. What only a person can fill stands in
 * 【…】 and is printed on a yellow ground.
 */
export interface StandardDraft {
  readonly kind: DraftKind;
  readonly stage: DraftStage;
  readonly enterpriseName: string;
  /** `Q/SLJD G0301-2026`; empty while not given. */
  readonly number: string;
  readonly replaces: string;
  /** Name of the replaced edition; empty: asked for. */
  readonly replacesTitle: string;
  readonly title: string;
  /** Empty: left out. */
  readonly englishTitle: string;
  /** 国际标准分类号 and 中国标准文献分类号 as the register keeps them; empty: left out. */
  readonly ics: string;
  readonly ccs: string;
  readonly issuedOn: IsoDate | null;
  readonly inForceOn: IsoDate | null;
  readonly foreword: DraftForeword;
  /** What the standard lays down and whom it is for, chapter 1. */
  readonly scope: readonly string[];
  /** Chapter 2; empty: 本文件没有规范性引用文件。 */
  readonly references: readonly { readonly number: string; readonly title: string }[];
  /** Chapter 3; empty: 本文件没有需要界定的术语和定义。 */
  readonly terms: readonly DraftTerm[];
  /** Chapters from 4 on. */
  readonly chapters: readonly DraftChapter[];
  readonly annexes: readonly DraftAnnex[];
}

interface DraftForeword {
  /** 归口部门 */
  readonly department: string;
  readonly drafters: readonly string[];
  /** What changed against the replaced edition; empty: a first edition. */
  readonly changes: readonly string[];
}

export interface DraftTerm {
  readonly term: string;
  readonly english: string;
  readonly definition: string;
}

export interface DraftChapter {
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
  readonly clauses?: readonly DraftClause[];
}

/** 4.1: with a title, or a numbered paragraph without one. */
export interface DraftClause {
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
}

export type DraftBlock =
  | { readonly kind: 'text'; readonly text: string }
  /** a) …；b) …。 */
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

interface DraftAnnex {
  readonly title: string;
  /** 规范性 or 资料性. */
  readonly isNormative: boolean;
  readonly blocks: readonly DraftBlock[];
}
