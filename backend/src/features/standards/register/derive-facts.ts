/** What follows from a record: identity, level, keys to search and sort by, problems. No clock. */
import {
  parseStandardNumber,
  standardNumbersIn,
  type ParseResult,
} from '@liangxing/standard-number';
import type { NumberKind, RegisterLevel, StandardProblem, StandardRecord } from './standard-record';

export interface StandardFacts {
  readonly numberKind: NumberKind;
  /** Identity of the standard; null where the text is no number. */
  readonly normalizedNumber: string | null;
  readonly level: RegisterLevel;
  /** Equal for rows that mean the same thing, also where there is no number. */
  readonly identityKey: string;
  readonly numberKey: string;
  readonly systemCodeKey: string;
  readonly searchNumber: string;
  readonly replacesKeys: readonly string[];
  readonly problems: readonly StandardProblem[];
}

const ZEROS = '0'.repeat(12);

/** Digit runs padded, so that plain comparison puts 1.2 before 1.10. */
export function naturalKey(text: string): string {
  return text
    .toUpperCase()
    .replace(/0*(\d+)/g, (_, digits: string) =>
      digits.length < 12 ? ZEROS.slice(digits.length) + digits : digits,
    );
}

/** A number without its signs: what a search by any spelling compares. */
export function squeezedNumber(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase().replace(/[^a-z\d]+/g, '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const LEVEL_ORDER = [
  'national',
  'sector',
  'local',
  'group',
  'enterprise',
  'international',
  'foreign',
  'other',
];

/** Numbers in a cell such as `GB/T 1-1990、GB/T 2-1991`. */
function numbersIn(text: string): readonly string[] {
  return text === '' ? [] : standardNumbersIn(text).map(({ normalized }) => normalized);
}

function levelOf(parsed: ParseResult | undefined, told: RegisterLevel): RegisterLevel {
  if (parsed?.kind === 'standard' || parsed?.kind === 'plan') return parsed.level;
  return told;
}

function numberProblems(parsed: ParseResult): StandardProblem[] {
  if (parsed.kind === 'plan') return [{ field: 'number', code: 'number_is_plan' }];
  if (parsed.kind === 'standard' && parsed.year === undefined)
    return [{ field: 'number', code: 'number_undated' }];
  if (parsed.kind !== 'invalid') return [];
  const { repair } = parsed;
  return [
    repair === undefined
      ? { field: 'number', code: 'number_invalid', params: { reason: parsed.reason } }
      : { field: 'number', code: 'number_repairable', params: { reason: parsed.reason, repair } },
  ];
}

function dateProblems(record: StandardRecord): StandardProblem[] {
  const { issuedOn, inForceOn, withdrawnOn } = record;
  const problems: StandardProblem[] = [];
  if (issuedOn !== null && inForceOn !== null && inForceOn < issuedOn)
    problems.push({ field: 'inForceOn', code: 'in_force_before_issue' });
  const start = inForceOn ?? issuedOn;
  if (withdrawnOn !== null && start !== null && withdrawnOn < start)
    problems.push({ field: 'withdrawnOn', code: 'withdrawn_before_start' });
  return problems;
}

function problemsOf(record: StandardRecord, parsed: ParseResult | undefined): StandardProblem[] {
  const problems = parsed ? numberProblems(parsed) : [];
  if (record.title === '') problems.push({ field: 'title', code: 'title_missing' });
  const adopted =
    record.adoptedNumber === '' ? undefined : parseStandardNumber(record.adoptedNumber);
  if (adopted?.kind === 'invalid')
    problems.push({ field: 'adoptedNumber', code: 'adopted_number_unread' });
  return [...problems, ...dateProblems(record)];
}

export type UncheckedClaim = Pick<StandardRecord, 'statusClaimed' | 'statusCheckedOn' | 'level'>;

/**
 * 现行 without the day on which somebody looked it up: 待查. Of its own standards the company itself knows what is in
 * force. `unchecked` in `register-filter.ts` says the same of rows.
 */
export function isUncheckedClaim({
  statusClaimed,
  statusCheckedOn,
  level,
}: UncheckedClaim): boolean {
  return statusClaimed === 'current' && statusCheckedOn === null && level !== 'enterprise';
}

/** Everything derived from one record. Pure; the same record gives the same facts. */
export function deriveFacts(record: StandardRecord): StandardFacts {
  const parsed = record.number === '' ? undefined : parseStandardNumber(record.number);
  const isNumber = parsed !== undefined && parsed.kind !== 'invalid';
  const normalizedNumber = isNumber ? parsed.normalized : null;
  const level = levelOf(parsed, record.level);
  const written = parsed?.normalized ?? '';
  const squeezed = squeezedNumber(written);
  return {
    numberKind: parsed?.kind ?? 'none',
    normalizedNumber,
    level,
    identityKey: normalizedNumber ?? `!${written}|${record.title}`,
    numberKey: written === '' ? '~' : `${LEVEL_ORDER.indexOf(level)} ${naturalKey(written)}`,
    systemCodeKey: record.systemCode === '' ? '~' : naturalKey(record.systemCode),
    searchNumber: `${squeezed} ${written === record.number ? squeezed : squeezedNumber(record.number)}`,
    replacesKeys: numbersIn(record.replacesNumber),
    problems: problemsOf(record, parsed),
  };
}
