import type { TemplateKind } from '@liangxing/contracts';
import type { Scheme } from '@liangxing/scheme';
import type { StructureTemplateId, SystemNode } from '@liangxing/system-structure';
import type { AskedDraft, NumberingSetting, WordRow } from '../drafts';

/** A structure with all of its trims and own nodes; it places no standard. */
export interface StructureContent {
  readonly basis: StructureTemplateId;
  readonly nodes: readonly SystemNode[];
}

/** `{企业代号}` in the pattern stands for the code of each client. */
export type NumberingContent = Pick<NumberingSetting, 'pattern' | 'classes'>;

export interface PreparedDraft extends Pick<
  AskedDraft,
  'kind' | 'outlineId' | 'title' | 'englishTitle' | 'department' | 'node'
> {
  /** Number of its Word file among those of the template; none: its Word file is made of the outline. */
  readonly file?: number | null | undefined;
}

/** What is usually found, and what helps. */
export interface PreparedAction {
  readonly finding: string;
  readonly cause: string;
  readonly measure: string;
  /** Person-days; null: not known. */
  readonly effort: number | null;
}

export interface TemplateContents {
  readonly structure: StructureContent;
  readonly numbering: NumberingContent;
  readonly drafts: readonly PreparedDraft[];
  readonly actions: readonly PreparedAction[];
  readonly scheme: Scheme;
}

/** The content of one kind: that field alone is there. */
export type TemplateContent = {
  readonly [Kind in TemplateKind]: Readonly<Pick<TemplateContents, Kind>>;
}[TemplateKind];

export interface TemplateHead {
  readonly id: string;
  readonly version: number;
  readonly kind: TemplateKind;
  readonly name: string;
  readonly note: string;
  /** Nodes, drafts, actions or items of it; 1 for a rule. */
  readonly entries: number;
  readonly isArchived: boolean;
  readonly updatedAt: Date;
  readonly updatedByName: string;
}

export interface Template extends TemplateHead {
  readonly content: TemplateContent;
  /** Word files of its lines. */
  readonly files: readonly WordRow[];
}
