import { movesFrom, movesOf, verbsOf } from './moves-of';
import { plusDays, plusMonths } from './days';

/** The life of a certificate as its body decides it; that its last day is over follows from the day. */
export const CERTIFICATE_STATES = ['valid', 'suspended', 'withdrawn'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** Every move there is, by its verb: the whole table. */
export const CERTIFICATE_MOVES = movesOf('certificates', CERTIFICATE_STATES, {
  suspend: { from: ['valid'], to: 'suspended' },
  restore: { from: ['suspended'], to: 'valid' },
  withdraw: { from: ['valid', 'suspended'], to: 'withdrawn' },
});
export type CertificateMove = keyof typeof CERTIFICATE_MOVES;
export const CERTIFICATE_VERBS: readonly CertificateMove[] = verbsOf(CERTIFICATE_MOVES);

/** As the register shows it. */
export const CERTIFICATE_STANDINGS = [...CERTIFICATE_STATES, 'expired'] as const;
export type CertificateStanding = (typeof CERTIFICATE_STANDINGS)[number];

/** What can change in a certificate beside its state: a narrower scope, as a new edition. */
export const CERTIFICATE_CHANGES = ['issued', ...CERTIFICATE_VERBS, 'reduce'] as const;
export type CertificateChange = (typeof CERTIFICATE_CHANGES)[number];

/**
 * How a certificate stands on a day: who withdrew it said more than its last day does.
 * @param validUntil its last day, `YYYY-MM-DD`
 */
export function certificateStanding(
  state: CertificateState,
  validUntil: string,
  today: string,
): CertificateStanding {
  return state !== 'withdrawn' && validUntil < today ? 'expired' : state;
}

/** What can be done with it on a day; nothing once it has ended. */
export function certificateMovesFrom(standing: CertificateStanding): readonly CertificateMove[] {
  return standing === 'expired' ? [] : movesFrom(CERTIFICATE_MOVES, standing);
}

/** Whether its scope can still be reduced. */
export const isReducible = (standing: CertificateStanding): boolean =>
  standing === 'valid' || standing === 'suspended';

/** The last day of a certificate that is issued on `issuedOn` for whole years. */
export const lastDayOf = (issuedOn: string, years: number): string =>
  plusDays(plusMonths(issuedOn, 12 * years), -1);

/** Yearly, the last year without: a new evaluation follows then. Days `YYYY-MM-DD`. */
export const surveillanceDays = (issuedOn: string, years: number): readonly string[] =>
  Array.from({ length: Math.max(0, years - 1) }, (_, index) =>
    plusMonths(issuedOn, 12 * (index + 1)),
  );

/** How many months before its last day a certificate's renewal (复评) should be applied for: least, as usual, most. */
export const RENEWAL_MONTHS = { least: 1, usual: 6, most: 12 } as const;

/**
 * From which day on the renewal of a certificate should be applied for: so many months before the day after its last one,
 * and not before it is issued. Days `YYYY-MM-DD`.
 */
export function renewalDay(issuedOn: string, validUntil: string, months: number): string {
  const day = plusMonths(plusDays(validUntil, 1), -months);
  return day < issuedOn ? issuedOn : day;
}

/** Whether a certificate can be renewed: also after its last day, and not where it was withdrawn. */
export const isRenewable = (state: CertificateState): boolean => state !== 'withdrawn';

/** What a surveillance (监督评价) found. */
export const SURVEILLANCE_RESULTS = ['passed', 'conditions', 'failed'] as const;
export type SurveillanceResult = (typeof SURVEILLANCE_RESULTS)[number];

/** How many days before a surveillance its enterprise is told. */
export const SURVEILLANCE_NOTICE_DAYS = 60;

/** Days for which a decision is made public (公示): at least, as usual, at most. */
export const PUBLICITY_DAYS = { least: 5, usual: 7, most: 30 } as const;

/** Whole years of a certificate: at least, as usual, at most. */
export const CERTIFICATE_YEARS = { least: 1, usual: 3, most: 5 } as const;

/** What the second person says of a result, what is decided, and how an appeal ends: moves of a case. */
export const REVIEW_VERDICTS = ['pass_review', 'return_to_team'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];
export const DECISIONS = ['grant', 'refuse'] as const;
export type Decision = (typeof DECISIONS)[number];
export const OBJECTION_VERDICTS = ['upheld', 'dismissed'] as const;
export type ObjectionVerdict = (typeof OBJECTION_VERDICTS)[number];
export const APPEAL_VERDICTS = ['uphold_appeal', 'dismiss_appeal'] as const;
export type AppealVerdict = (typeof APPEAL_VERDICTS)[number];

/** Most signs of what people write here. */
export const CERTIFICATE_LIMITS = {
  ...{ scope: 500, text: 4_000, number: 60, pattern: 60, shortCode: 20 },
  ...{ name: 100, contact: 200, about: 200, search: 100 },
} as const;

/**
 * The grades that can be granted where one is recommended: it, and those below it.
 * @param lowestFirst grades of the scheme in their order
 * @returns lowest first; none where the recommended one is none of them
 */
export function grantableGrades(
  lowestFirst: readonly string[],
  recommended: string,
): readonly string[] {
  return lowestFirst.slice(0, lowestFirst.indexOf(recommended) + 1);
}
