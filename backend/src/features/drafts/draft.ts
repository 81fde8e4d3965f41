import type { DraftState, NamedPerson, WordField } from '@liangxing/contracts';
import type { DraftKind } from '@liangxing/dossier';
import type { RequestContext } from '../../kernel';
import type { WordRow } from './word/word-rows.repository';

/** What people write about a standard that the enterprise makes itself. Days are `YYYY-MM-DD`. */
export interface DraftContent {
  readonly kind: DraftKind;
  /** Id of an outline; empty: chapters only. */
  readonly outlineId: string;
  readonly title: string;
  readonly englishTitle: string;
  /** Empty while not given. */
  readonly number: string;
  readonly replacesNumber: string;
  readonly department: string;
  readonly drafters: readonly NamedPerson[];
}

export interface Draft extends DraftContent {
  readonly id: string;
  readonly version: number;
  /** Its entry in the register; null where a person has removed that. */
  readonly standardId: string | null;
  readonly replacesDraft: string | null;
  readonly state: DraftState;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly withdrawnOn: string | null;
  readonly updatedAt: Date;
}

/** What its cover bears, as its entry in the register has it. */
export interface DraftClassification {
  readonly ccs: string;
  readonly ics: string;
}

export const UNCLASSIFIED: DraftClassification = { ccs: '', ics: '' };

/** One step of its life, as told by a person. */
export interface DraftStep {
  readonly number: number;
  readonly state: DraftState;
  /** The day on which it happened, not the one on which it was recorded. */
  readonly on: string;
  /** Who decided. */
  readonly by: string;
  /** The member whom `by` means, where that is known. */
  readonly byUserId: string | null;
  readonly note: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** Whoever acts as the one who decided; whoever works by a grant is no member, and stays a name. */
export const ownName = ({
  userId,
  userName,
  grant,
}: Pick<RequestContext, 'userId' | 'userName' | 'grant'>): Pick<DraftStep, 'by' | 'byUserId'> => ({
  by: userName,
  byUserId: grant === null ? userId : null,
});

export interface NumberingSetting {
  /** 0: nobody has set it yet. */
  readonly version: number;
  readonly pattern: string;
  readonly classes: Readonly<Record<DraftKind, string>>;
}

export const DEFAULT_CLASSES: NumberingSetting['classes'] = {
  technical: 'J',
  management: 'G',
  post: 'Z',
};

/** Wanted name of its Word file. */
export const draftFileName = ({ number, title }: Pick<Draft, 'number' | 'title'>): string =>
  `${`${number} ${title}`.trim()}.docx`;

/** A draft with its steps and its Word files, the newest first. */
export interface DraftView {
  readonly draft: Draft;
  readonly steps: readonly DraftStep[];
  readonly files: readonly WordRow[];
  /** Fields of the newest file of which nothing is known yet. */
  readonly emptyFields: readonly WordField[];
}
