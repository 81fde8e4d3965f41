import type { StandardRecord } from '../standards';

export const VERIFIED_RESULTS = ['current', 'replaced', 'withdrawn'] as const;
export type VerifiedResult = (typeof VERIFIED_RESULTS)[number];

/** What a person found at an official site. */
export interface Finding {
  readonly result: VerifiedResult;
  /** Number of the standard that replaces it; '' where none was told. */
  readonly replacedBy: string;
  /** `YYYY-MM-DD` */
  readonly checkedOn: string;
  readonly source: string;
  /** The picture of it, kept as evidence. */
  readonly evidenceId: string | null;
}

/** What a row said of its state. */
export type StateBefore = Pick<
  StandardRecord,
  'statusClaimed' | 'statusCheckedOn' | 'statusSource'
>;

export interface Verification extends Finding {
  readonly id: string;
  readonly standardId: string;
  readonly identityKey: string;
  readonly number: string;
  readonly verifiedAt: Date;
  readonly verifiedByName: string;
  readonly undoneAt: Date | null;
  readonly undoneByName: string | null;
}

export interface StoredVerification extends Verification {
  /** `standardId` names a watched standard that no row of the register was. */
  readonly isWatched: boolean;
  /** Null with what was noted before this was kept. */
  readonly before: StateBefore | null;
}
