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

export const STANDARD_KINDS = [
  'basic',
  'method',
  'product',
  'component',
  'material',
  'safety',
  'other',
] as const;
export type StandardKind = (typeof STANDARD_KINDS)[number];

export const ADOPTION_DEGREES = ['IDT', 'MOD', 'NEQ'] as const;
export type AdoptionDegree = (typeof ADOPTION_DEGREES)[number];

export interface StandardProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What a person writes about a standard; texts that say nothing are empty. */
export interface StandardFields {
  readonly systemCode: string;
  readonly number: string;
  readonly title: string;
  readonly englishTitle: string;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly withdrawnOn: string | null;
  readonly statusClaimed: ClaimedStatus | null;
  readonly statusCheckedOn: string | null;
  readonly statusSource: string;
  readonly department: string;
  readonly kind: StandardKind | null;
  readonly adoptedNumber: string;
  readonly adoptionDegree: AdoptionDegree | null;
  readonly replacesNumber: string;
  readonly citedNumbers: string;
  readonly ccs: string;
  readonly ics: string;
  readonly note: string;
  readonly isPlanned: boolean;
  readonly level: StandardLevel;
}

/** A row of the register as the server gives it; level, status and problems are derived there. */
export interface Standard extends StandardFields {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly normalizedNumber: string | null;
  readonly numberKind: string;
  readonly status: StandardStatus;
  readonly problems: readonly StandardProblem[];
  readonly evidenceCount: number;
}

/** What is left out stays as it is. */
export type StandardChange = Partial<StandardFields> & {
  /** Also where the register has that number already. */
  readonly addsNevertheless?: boolean;
};

/** What a change of many standards may write. */
export type SharedChange = Pick<StandardChange, 'department' | 'statusClaimed' | 'statusCheckedOn'>;

/** A status is only believed with the day on which it was looked up: today, in China. */
export function claimOf(statusClaimed: ClaimedStatus | null): SharedChange {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  return { statusClaimed, statusCheckedOn: statusClaimed ? today : null };
}

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
  /** `department`: rows where none is named. */
  readonly missing: 'department' | '';
  readonly problem: string;
  readonly sort: StandardSort;
}

export const EVERY_STANDARD: StandardQuery = {
  q: '',
  level: '',
  status: '',
  systemCode: '',
  department: '',
  missing: '',
  problem: '',
  sort: 'position',
};

export interface StandardPage {
  readonly total: number;
  readonly rows: readonly Standard[];
}

/** What the register can be narrowed to. */
export interface RegisterFacets {
  readonly departments: readonly { readonly name: string; readonly count: number }[];
  /** 现行 without a day of checking. */
  readonly unchecked: number;
}

/** The same standard as it is registered already. */
export interface AlikeStandard {
  readonly id: string;
  readonly likeness: 'same' | 'other_edition';
  readonly number: string;
  readonly title: string;
  readonly systemCode: string;
  readonly status: StandardStatus;
}

/** Standards by id, or all that a filter finds, with their number as it was shown. */
export type Selection =
  | { readonly ids: readonly string[] }
  | { readonly filter: Partial<StandardQuery>; readonly total: number };

export interface RemovedStandard {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly systemCode: string;
  readonly department: string;
  readonly removedAt: string;
  readonly removedBy: string;
}
export interface BinPage {
  readonly total: number;
  readonly days: number;
  readonly rows: readonly RemovedStandard[];
}
