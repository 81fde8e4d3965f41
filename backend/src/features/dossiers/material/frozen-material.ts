import type { IsoDate, Scheme } from '@liangxing/scheme';
import type { ItemAnswer, Measured, ReadinessFacts } from '@liangxing/scoring';
import type { PrimarySystemSource, RegisterEntry } from '../../systems/pure';
import type { Attachment } from '../attachments/attachment';
import type { AnswerMaterial, DossierMaterial, EvidenceMaterial } from '../dossier-material';

export const MATERIAL_FORMAT = 'liangxing-material';

/** Raised when a field changes its meaning or a new one is needed; whoever reads refuses what it does not know. */
export const MATERIAL_VERSION = 1;

/**
 * What is submitted: facts, complete in themselves, as plain JSON. Enough to score again and to print again where
 * there is no database, in another tenant, years later. Nothing in it follows from the rest: score, grade, places in
 * the tree and the print are derived. Dates are `YYYY-MM-DD`, unknown texts are empty, unknown dates and figures null.
 * Released versions are kept by `testing/material-v1.json`: what is written there is read for ever.
 */
export interface FrozenMaterial extends MaterialContent {
  readonly format: typeof MATERIAL_FORMAT;
  readonly version: typeof MATERIAL_VERSION;
  readonly issue: FrozenIssue;
  /** The hash is that of the document's canonical JSON, lower-case hex. */
  readonly scheme: { readonly document: Scheme; readonly sha256: string };
}

/** Of which copy of the dossier it is the material. */
export interface FrozenIssue {
  /** 1, 2, …: version for its assessment. */
  readonly number: number;
  /** UTC instant of the order, as `Date.toISOString` writes it; gives the date on the cover. */
  readonly createdAt: string;
  readonly code: string;
  readonly verifyUrl: string;
  /** Name and version of the product. */
  readonly producer: string;
}

/** The facts of an assessment, whichever copy is made of them. */
export interface MaterialContent extends Pick<
  DossierMaterial,
  | 'isSample'
  | 'profile'
  | 'facts'
  | 'assessment'
  | 'conditions'
  | 'heldNodes'
  | 'actions'
  | 'laws'
  | 'selfDeclarations'
  | 'correctedDuties'
> {
  /** By which the status of each standard was told, and everything was checked. */
  readonly day: IsoDate;
  readonly scheme: { readonly document: Scheme };
  /** As people gave them, each item once. */
  readonly answers: readonly FrozenAnswer[];
  /** What was known of readiness items by itself; null where points are given. */
  readonly readiness: ReadinessFacts | null;
  /** The primary system as the enterprise built it; null: it has built none yet. */
  readonly system: FrozenSystem | null;
  /** The register in its order. */
  readonly standards: readonly Omit<RegisterEntry, 'nodes'>[];
  readonly evidence: readonly FrozenEvidence[];
  /** In order. */
  readonly attachments: readonly Attachment[];
}

export interface FrozenAnswer extends Omit<AnswerMaterial, 'answer'> {
  /** null: nobody has judged the item, or it was taken back. */
  readonly answer: ItemAnswer | null;
  readonly measured: Measured | null;
}

export interface FrozenSystem extends Omit<PrimarySystemSource, 'places'> {
  /** Keys of its nodes by standard, the main one first; what is placed nowhere is left out. */
  readonly places: readonly { readonly id: string; readonly nodes: readonly string[] }[];
}

/** The file itself lies in the store, held under its key for as long as the dossier stands. */
export interface FrozenEvidence extends EvidenceMaterial {
  readonly mediaType: string;
  readonly storageKey: string;
}
