import { isDigit } from './canonical-text';
import { STANDARD_LEVELS, type StandardNumber } from './standard-number';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The run of digits or of other signs that begins at `start`. */
function runAt(text: string, start: number): string {
  let end = start;
  const digits = isDigit(text[start]);
  while (end < text.length && isDigit(text[end]) === digits) end += 1;
  return text.slice(start, end);
}

/** Digit runs compare by value without a limit on length, digits before letters. */
function compareRuns(a: string, b: string): number {
  const bothDigits = isDigit(a[0]) && isDigit(b[0]);
  if (!bothDigits) {
    if (isDigit(a[0]) !== isDigit(b[0])) return isDigit(a[0]) ? -1 : 1;
    return compareText(a, b);
  }
  const left = a.replace(/^0+/u, '');
  const right = b.replace(/^0+/u, '');
  return left.length - right.length || compareText(left, right);
}

/** Natural order of two codes or numbers: 2 before 10, 1.2 before 1.10, shorter before longer. */
export function compareNaturally(a: string, b: string): number {
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const runA = runAt(a, left);
    const runB = runAt(b, right);
    const order = compareRuns(runA, runB);
    if (order !== 0) return order;
    left += runA.length;
    right += runB.length;
  }
  return (left < a.length ? 1 : 0) - (right < b.length ? 1 : 0);
}

/** An undated reference means the latest edition and stands after all dated ones. */
const yearRank = (number: StandardNumber): number => number.year ?? Number.MAX_SAFE_INTEGER;

/**
 * Total order of lists: level, code, class, number, part, year, then the rest of the identity.
 * @returns 0 exactly where both are the same standard
 */
export function compareStandardNumbers(a: StandardNumber, b: StandardNumber): number {
  return (
    STANDARD_LEVELS.indexOf(a.level) - STANDARD_LEVELS.indexOf(b.level) ||
    compareText(a.code, b.code) ||
    compareText(a.classCode ?? '', b.classCode ?? '') ||
    compareNaturally(a.number, b.number) ||
    compareNaturally(a.part ?? '', b.part ?? '') ||
    yearRank(a) - yearRank(b) ||
    compareText(a.normalized, b.normalized)
  );
}

/**
 * True where both texts or numbers name one standard in one edition. Adoption is left aside:
 * GB/T 19001-2016/ISO 9001:2015 is GB/T 19001-2016.
 */
export function isSameStandard(a: StandardNumber, b: StandardNumber): boolean {
  return a.normalized === b.normalized;
}

/** True where `dated` is an edition of what the undated `reference` names (GB/T 19001). */
export function isEditionOf(dated: StandardNumber, reference: StandardNumber): boolean {
  return (
    dated.code === reference.code &&
    (dated.classCode ?? '') === (reference.classCode ?? '') &&
    dated.number === reference.number &&
    dated.part === reference.part
  );
}

/** All identities that one text carries: its own and that of the standard it adopts. */
export function identitiesOf(number: StandardNumber): readonly string[] {
  return number.adoption === undefined
    ? [number.normalized]
    : [number.normalized, number.adoption.number.normalized];
}
