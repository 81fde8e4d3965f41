/** What a currency check (查新) shows; the server decides every status. */
export const CURRENCY_STATES = [
  'replaced',
  'withdrawn',
  'ending',
  'upcoming',
  'unpublished',
  'unknown',
  'current',
] as const;
export type CurrencyState = (typeof CURRENCY_STATES)[number];

export const VERIFIED_RESULTS = ['current', 'replaced', 'withdrawn'] as const;
export type VerifiedResult = (typeof VERIFIED_RESULTS)[number];

/** What a person found at an official site. */
export interface Finding {
  readonly result: VerifiedResult;
  readonly replacedBy: string;
  readonly checkedOn: string;
  readonly source: string;
}

export interface Verification extends Finding {
  readonly id: string;
  /** The picture of it among the evidence. */
  readonly evidenceId: string | null;
  readonly verifiedByName: string;
}

export interface VerifiedStandards {
  readonly verified: number;
  readonly left: number;
  /** What was noted anew. */
  readonly ids: readonly string[];
}

export type CurrencyBasis = 'dates' | 'claim' | 'register' | 'none';

export interface Candidate {
  readonly identity: string;
  readonly number: string;
  readonly title: string;
  readonly status: CurrencyState;
  readonly inForceOn: string | null;
  readonly isPartial: boolean;
  /** The catalogue says that it replaces the old one; otherwise it is only a newer edition. */
  readonly isTold: boolean;
  readonly isListed: boolean;
}

export interface CurrencyRow {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly status: CurrencyState;
  readonly basis: CurrencyBasis;
  readonly endsOn: string | null;
  /** 应已实施，待核: called 即将实施 so long ago that it should be in force. */
  readonly isDue: boolean;
  readonly source: string;
  readonly checkedOn: string | null;
  readonly entryId: number | null;
  readonly resolvedNumber: string | null;
  readonly candidates: readonly Candidate[];
  readonly isPlain: boolean;
  /** National, sector, local …: which official site knows it. */
  readonly level: string;
  readonly verified: Verification | null;
}

export interface CurrencyReport {
  readonly day: string;
  readonly notedAt: string | null;
  readonly counts: Readonly<Record<CurrencyState, number>>;
  readonly plain: number;
  readonly total: number;
  readonly rows: readonly CurrencyRow[];
}

export interface CurrencyQuery {
  readonly status: CurrencyState | '';
  readonly q: string;
}

export interface ReplacedStandards {
  readonly replaced: readonly {
    readonly id: string;
    readonly standardId: string;
    readonly oldNumber: string;
    readonly newNumber: string;
  }[];
  readonly left: number;
}

export interface LoggedReplacement {
  readonly id: string;
  readonly standardId: string;
  readonly oldNumber: string;
  readonly oldTitle: string;
  readonly newNumber: string;
  readonly replacedAt: string;
  readonly replacedByName: string;
  readonly undoneAt: string | null;
  readonly undoneByName: string | null;
}

export interface CatalogueEntry {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly isPlan: boolean;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly withdrawnOn: string | null;
  readonly status: CurrencyState;
  readonly basis: CurrencyBasis;
  readonly isDue: boolean;
  readonly statusWord: string;
  readonly source: string;
  readonly checkedOn: string | null;
  readonly replacedBy: readonly string[];
}

export interface CataloguePage {
  readonly rows: readonly CatalogueEntry[];
  readonly isCut: boolean;
}

export interface CatalogueQuery {
  readonly q: string;
  readonly status: CurrencyState | '';
  readonly plans: boolean;
}

/** How loud a state is: red only for what is out of force. */
export function chipOf(status: CurrencyState): '' | 'good' | 'warn' | 'block' {
  if (status === 'replaced' || status === 'withdrawn') return 'block';
  if (status === 'ending' || status === 'upcoming') return 'warn';
  return status === 'current' ? 'good' : '';
}

/** What the chip of a row says: its state, or that it should be in force and is to be looked up. */
export function stateKeyOf({ status, isDue }: Pick<CurrencyRow, 'status' | 'isDue'>): string {
  return isDue ? 'catalogue.due' : `catalogue.states.${status}`;
}

/** What a row offers to replace it by; what the register lists already is named, not offered. */
export function offered(row: CurrencyRow): readonly Candidate[] {
  return row.candidates.filter(({ isListed }) => !isListed);
}

/** States worth a filter: those that occur, and the chosen one. */
export function shownStates(
  counts: CurrencyReport['counts'],
  chosen: CurrencyState | '',
): readonly CurrencyState[] {
  return CURRENCY_STATES.filter((state) => counts[state] > 0 || state === chosen);
}
