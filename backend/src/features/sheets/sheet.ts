import type { FindingSeverity, Recommendation, SheetState } from '@liangxing/contracts';
import type { AnswerContent } from '../assessments';

/** How an assessor judges one item; `unanswered` takes it back. Nothing of it follows by itself. */
export type ScoredContent = Pick<
  AnswerContent,
  'state' | 'rules' | 'finding' | 'reason' | 'approval' | 'measured'
>;

export interface ScoredAnswer extends ScoredContent {
  readonly itemId: string;
  readonly version: number;
  readonly updatedAt: Date;
}

/** 评分表 of one assessor. */
export interface Sheet {
  readonly userId: string;
  readonly userName: string;
  readonly state: SheetState;
  readonly handedInAt: Date | null;
}

/** What was settled of an item, and why so; no reason: the sheets said the same. */
export interface SettledContent extends Pick<ScoredContent, 'state' | 'rules' | 'approval'> {
  readonly note: string;
  readonly reason: string;
}

export interface SettledItem extends SettledContent {
  readonly itemId: string;
  readonly version: number;
  /** The sheets did not say the same; known from the closing meeting on. */
  readonly differed: boolean;
  readonly settledAt: Date;
  readonly settledByName: string;
}

/** What people write of a finding. */
export interface FindingFields {
  readonly severity: FindingSeverity;
  readonly itemId: string;
  /** A file of the material that shows it. */
  readonly evidenceId: string | null;
  readonly text: string;
  readonly requirement: string;
  readonly department: string;
}

/** A finding that was written without a network, on a device that took the case along. */
export interface FindingOrigin {
  readonly deviceId: string;
  /** Made by the device: what comes twice is stored once. */
  readonly findingId: string;
}

export interface Finding extends FindingFields {
  readonly number: number;
  readonly version: number;
  readonly foundBy: string;
  readonly foundByName: string;
  readonly foundAt: Date;
  readonly sentAt: Date | null;
  /** Null: it was written with a network. */
  readonly deviceId: string | null;
}

export interface FindingFile {
  readonly finding: number;
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly uploadedByName: string;
}

export interface ConclusionFields {
  readonly summary: string;
  readonly strengths: string;
  readonly improvements: string;
  /** Null: nobody has decided yet. */
  readonly recommendation: Recommendation | null;
  /** Empty: none is recommended. */
  readonly grade: string;
}

/** What the team comes to, as far as it is written; version 0: nothing yet. */
export interface Conclusion extends ConclusionFields {
  readonly version: number;
  readonly updatedAt: Date | null;
  readonly updatedByName: string;
}
