/** How a body numbers its certificates: its short code before what the pattern makes of year and running number. */
export interface CertificateNumbering {
  /** May be empty. */
  readonly shortCode: string;
  /** With `{year}` and `{number:4}`, four being how many digits there are at least. */
  readonly pattern: string;
}

export const USUAL_NUMBER_PATTERN = '{year}-{number:4}';

const NUMBER = /\{number(?::([1-9]))?\}/;
const YEAR = /\{year\}/g;

/** Whether a pattern has one running number, and nothing in braces that is not known. */
export function isNumberPattern(pattern: string): boolean {
  const rest = pattern.replace(NUMBER, '').replace(YEAR, '');
  return NUMBER.test(pattern) && !/[{}]/.test(rest) && pattern.trim() === pattern;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What stands before and behind the running number in a year. */
export function aroundNumber(
  { shortCode, pattern }: CertificateNumbering,
  year: string,
): { readonly before: string; readonly after: string; readonly digits: number } {
  const text = pattern.replace(YEAR, year);
  const [token = '', digits = '1'] = NUMBER.exec(text) ?? [];
  const [start = '', after = ''] = text.split(token);
  const before = shortCode === '' ? start : `${shortCode}-${start}`;
  return { before, after, digits: Number(digits) };
}

/**
 * The number behind all that were given in this year by this rule; others do not count.
 * @param given numbers of certificates, in any order
 * @param year `2026`
 */
export function nextCertificateNumber(
  numbering: CertificateNumbering,
  year: string,
  given: readonly string[],
): string {
  const { before, after, digits } = aroundNumber(numbering, year);
  const known = new RegExp(`^${escaped(before)}(\\d{1,12})${escaped(after)}$`);
  const largest = given.reduce(
    (most, each) => Math.max(most, Number(known.exec(each)?.[1] ?? 0)),
    0,
  );
  return `${before}${String(largest + 1).padStart(digits, '0')}${after}`;
}
