/** What a company keeps about one standard; every other fact is derived from it. */

export const CLAIMED_STATUSES = ['upcoming', 'current', 'replaced', 'withdrawn'] as const;
export type ClaimedStatus = (typeof CLAIMED_STATUSES)[number];

export const REGISTER_STATUSES = [...CLAIMED_STATUSES, 'unknown'] as const;
export type RegisterStatus = (typeof REGISTER_STATUSES)[number];

export const REGISTER_LEVELS = [
  'national',
  'sector',
  'local',
  'group',
  'enterprise',
  'international',
  'foreign',
  'other',
] as const;
export type RegisterLevel = (typeof REGISTER_LEVELS)[number];

export const REGISTER_KINDS = [
  'basic',
  'method',
  'product',
  'component',
  'material',
  'safety',
  'other',
] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

export const REGISTER_DEGREES = ['IDT', 'MOD', 'NEQ'] as const;
export type RegisterDegree = (typeof REGISTER_DEGREES)[number];

export const NUMBER_KINDS = [
  'standard',
  'plan',
  'document',
  'internal',
  'invalid',
  'none',
] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** Dates are `YYYY-MM-DD`. Texts are tidy; an empty text means nothing is told. */
export interface StandardRecord {
  readonly systemCode: string;
  readonly number: string;
  readonly title: string;
  readonly englishTitle: string;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly withdrawnOn: string | null;
  /** What the company or its source says; the status shown is derived from it and the dates. */
  readonly statusClaimed: ClaimedStatus | null;
  /** Day on which the status was looked up; without it a claim 现行 is not believed. */
  readonly statusCheckedOn: string | null;
  readonly statusSource: string;
  readonly department: string;
  readonly kind: RegisterKind | null;
  readonly adoptedNumber: string;
  readonly adoptionDegree: RegisterDegree | null;
  readonly replacesNumber: string;
  readonly citedNumbers: string;
  /** 中国标准文献分类号, `J72/J79`. */
  readonly ccs: string;
  /** 国际标准分类号, `23.060.01; 25.040`. */
  readonly ics: string;
  readonly note: string;
  readonly isPlanned: boolean;
  /** Level for what has no number that tells it (laws, own documents); otherwise ignored. */
  readonly level: RegisterLevel;
}

export const EMPTY_RECORD: StandardRecord = {
  systemCode: '',
  number: '',
  title: '',
  englishTitle: '',
  issuedOn: null,
  inForceOn: null,
  withdrawnOn: null,
  statusClaimed: null,
  statusCheckedOn: null,
  statusSource: '',
  department: '',
  kind: null,
  adoptedNumber: '',
  adoptionDegree: null,
  replacesNumber: '',
  citedNumbers: '',
  ccs: '',
  ics: '',
  note: '',
  isPlanned: false,
  level: 'other',
};

export const RECORD_FIELDS = Object.keys(EMPTY_RECORD) as readonly (keyof StandardRecord)[];

/** Something about a row that deserves a look; texts by code in `standard-problem-texts.ts`. */
export interface StandardProblem {
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
