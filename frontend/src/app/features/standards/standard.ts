export const STANDARD_LEVELS = [
  'national',
  'sector',
  'local',
  'group',
  'enterprise',
  'international',
  'foreign',
  'other',
] as const;
export type StandardLevel = (typeof STANDARD_LEVELS)[number];

export const STANDARD_STATUSES = [
  'upcoming',
  'current',
  'replaced',
  'withdrawn',
  'unknown',
] as const;
export type StandardStatus = (typeof STANDARD_STATUSES)[number];
export type ClaimedStatus = Exclude<StandardStatus, 'unknown'>;

export interface StandardProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A row of the register as the server gives it; level, status and problems are derived there. */
export interface Standard {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly systemCode: string;
  readonly number: string;
  readonly normalizedNumber: string | null;
  readonly level: StandardLevel;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly status: StandardStatus;
  readonly statusClaimed: ClaimedStatus | null;
  readonly department: string;
  readonly note: string;
  readonly problems: readonly StandardProblem[];
  readonly evidenceCount: number;
}

/** What a person may write; what is left out stays as it is. */
export interface StandardChange {
  readonly systemCode?: string;
  readonly number?: string;
  readonly title?: string;
  readonly issuedOn?: string | null;
  readonly inForceOn?: string | null;
  readonly statusClaimed?: ClaimedStatus | null;
  readonly statusCheckedOn?: string | null;
  readonly department?: string;
  readonly note?: string;
}

export type EditableField =
  'systemCode' | 'number' | 'title' | 'issuedOn' | 'inForceOn' | 'status' | 'department';

export const STANDARD_SORTS = [
  'position',
  'systemCode',
  'number',
  'title',
  'issuedOn',
  'inForceOn',
  'department',
  'updatedAt',
] as const;
export type StandardSort = (typeof STANDARD_SORTS)[number];

export interface StandardQuery {
  readonly q: string;
  readonly level: StandardLevel | '';
  readonly status: StandardStatus | '';
  readonly systemCode: string;
  readonly department: string;
  readonly problem: string;
  readonly sort: StandardSort;
}

export const EVERY_STANDARD: StandardQuery = {
  q: '',
  level: '',
  status: '',
  systemCode: '',
  department: '',
  problem: '',
  sort: 'position',
};

export interface StandardPage {
  readonly total: number;
  readonly rows: readonly Standard[];
}
