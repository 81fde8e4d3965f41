import type {
  CandidateDto,
  CurrencyReportDto,
  CurrencyRowDto,
  ReplacementDto,
  WatchedFindingDto,
} from '../../core/api/generated/openapi';

/** What a currency check (查新) shows; the server decides every status. */
export type CurrencyReport = CurrencyReportDto;
export type CurrencyRow = CurrencyRowDto;
type CurrencyState = CurrencyRow['status'];
export type Candidate = CandidateDto;
export type LoggedReplacement = ReplacementDto;
/** What a person found at an official site. */
export type Finding = Required<Omit<WatchedFindingDto, 'evidenceId'>>;
export type VerifiedResult = Finding['result'];

export const CURRENCY_STATES: readonly CurrencyState[] = [
  'replaced',
  'withdrawn',
  'ending',
  'upcoming',
  'unpublished',
  'unknown',
  'current',
];

export const VERIFIED_RESULTS: readonly VerifiedResult[] = ['current', 'replaced', 'withdrawn'];

export interface CurrencyQuery {
  readonly status: CurrencyState | '';
  readonly q: string;
}

export interface CatalogueQuery {
  readonly q: string;
  readonly status: Exclude<CurrencyState, 'unpublished'> | '';
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
