import type { IsoDate, LocalizedText } from '@liangxing/scheme';

/** Why an essential document does not count: nowhere, only planned, out of force, or without a place in the system. */
export type MissingBecause = 'missing' | 'planned' | 'outdated' | 'unplaced';

/** What one structure node, with everything below it, holds. */
export interface NodeFacts {
  /** As items name it: `CP1.1`. */
  readonly key: string;
  /** As the enterprise shows it. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly isTrimmed: boolean;
  /** Standards that stand there: in force, and replaced or withdrawn. */
  readonly inForce: number;
  readonly outdated: number;
  /** Essential documents that are expected there and do not count yet. */
  readonly missing: readonly { readonly title: LocalizedText; readonly because: MissingBecause }[];
}

/** Proofs of one kind: all, those of the last months on the day of the evaluation, the newest day. */
export interface Proofs {
  readonly total: number;
  readonly inTime: number;
  readonly newestOn: IsoDate | null;
}

/** What the product knows of one item by itself. */
export interface ItemFacts {
  /** The item's nodes that the system has; null: no system is built yet. */
  readonly nodes: readonly NodeFacts[] | null;
  /** Files that serve the item. */
  readonly files: Proofs;
  /** The lists that the item asks for. */
  readonly records: Proofs;
}

/** The same for a whole evaluation. */
export interface ReadinessFacts {
  /** Day on which it is judged. */
  readonly day: IsoDate;
  readonly items: Readonly<Record<string, ItemFacts>>;
}

export const noProofs: Proofs = { total: 0, inTime: 0, newestOn: null };
export const noFacts: ItemFacts = { nodes: null, files: noProofs, records: noProofs };
