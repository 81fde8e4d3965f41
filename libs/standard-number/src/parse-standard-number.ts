import { canonicalText, LONGEST_NUMBER, upperLatin } from './canonical-text';
import { Cursor, isHan, type WorkMeter } from './cursor';
import { formatStandardNumber, identityOf } from './format-standard-number';
import { invalidNumber } from './invalid-reasons';
import { readChineseNumber } from './read-chinese-number';
import { readCompanyNumber } from './read-company-number';
import { readForeignNumber } from './read-foreign-number';
import { isInternalDocument, readOfficialDocument, readPlan } from './read-other-reference';
import { readTail } from './read-tail';
import { isFailure, type Draft, type Failure, type Reading } from './reading';
import type { InvalidReason, ParseResult, StandardNumber } from './standard-number';

const READERS = [readCompanyNumber, readChineseNumber, readForeignNumber];
/** An adopted number stands in a number, and nothing stands in an adopted number. */
const DEEPEST_ADOPTION = 1;

function finish(draft: Draft, original: string): StandardNumber {
  return { ...draft, normalized: identityOf(draft), original };
}

function readStandard(text: string, meter: WorkMeter, depth: number): Reading {
  const readWhole = (rest: string): StandardNumber | undefined => {
    if (depth >= DEEPEST_ADOPTION) return undefined;
    const reading = readStandard(rest, meter, depth + 1);
    return reading === undefined || isFailure(reading) ? undefined : finish(reading, rest);
  };
  for (const read of READERS) {
    const cursor = new Cursor(text, meter);
    const reading = read(cursor);
    if (reading === undefined) continue;
    return isFailure(reading) ? reading : readTail(cursor, reading, readWhole);
  }
  return undefined;
}

/** The number that `text` would be with `sign` in place of its first hyphen: GB-T 19001 → GB/T 19001. */
function repairedFileName(text: string, meter: WorkMeter): Draft | undefined {
  for (const sign of ['-', '_']) {
    const at = text.indexOf(sign);
    if (at < 1 || at > 6) continue;
    for (const replacement of ['/', ' ']) {
      const reading = readStandard(text.slice(0, at) + replacement + text.slice(at + 1), meter, 0);
      const isDated = reading !== undefined && !isFailure(reading) && reading.year !== undefined;
      if (isDated) return reading;
    }
  }
  return undefined;
}

/** `代替GB/T 19001-2008`: what follows the Chinese words, when it is a number. */
function afterLeadingWords(text: string, meter: WorkMeter): Draft | undefined {
  let start = 0;
  while (start < text.length && (isHan(text[start] ?? '') || ' :('.includes(text[start] ?? '')))
    start += 1;
  if (start === 0) return undefined;
  const reading = readStandard(text.slice(start), meter, 0);
  return reading === undefined || isFailure(reading) ? undefined : reading;
}

/** `19001`, `19001-2016`, `1.1-2020`: a number, but of which code? */
function lacksCode(text: string): boolean {
  const [serial = '', year, ...more] = text.split('-');
  const isSerial =
    serial !== '' && [...serial].every((char) => (char >= '0' && char <= '9') || char === '.');
  const isYear =
    year === undefined ||
    (year.length === 4 && [...year].every((char) => char >= '0' && char <= '9'));
  return isSerial && isYear && more.length === 0;
}

/** The repair to offer: only what reads as the very number it was printed from. */
function repairOf(failure: Failure, meter: WorkMeter): string | undefined {
  if (failure.repaired === undefined) return undefined;
  const printed = formatStandardNumber(failure.repaired);
  const reading = readStandard(upperLatin(canonicalText(printed)), meter, 0);
  if (reading === undefined || isFailure(reading)) return undefined;
  return identityOf(reading) === identityOf(failure.repaired) ? printed : undefined;
}

const invalidOf = (failure: Failure, original: string, meter: WorkMeter): ParseResult =>
  invalidNumber(failure.reason, original, repairOf(failure, meter));

function parseOther(
  text: string,
  original: string,
  failure: Failure | undefined,
  meter: WorkMeter,
): ParseResult {
  const fileName = repairedFileName(text, meter);
  if (fileName !== undefined)
    return invalidOf({ reason: 'file_name_form', repaired: fileName }, original, meter);
  // QC-01, JB-QP-3: letters of a sector, but a company's own number.
  const isOwnNumber = failure === undefined || failure.reason === 'missing_number';
  if (isOwnNumber && !text.includes('/') && isInternalDocument(text)) {
    return { kind: 'internal', normalized: text, original };
  }
  if (failure !== undefined) return invalidOf(failure, original, meter);
  const follower = afterLeadingWords(text, meter);
  if (follower !== undefined)
    return invalidOf({ reason: 'leading_text', repaired: follower }, original, meter);
  if (isInternalDocument(text)) return { kind: 'internal', normalized: text, original };
  return invalidNumber(reasonOf(text), original);
}

function reasonOf(text: string): InvalidReason {
  if (lacksCode(text)) return 'missing_code';
  const isCodeLike = text.length > 4 && text[2] === '/' && (text[3] === 'T' || text[3] === 'Z');
  return isCodeLike ? 'unknown_code' : 'not_a_number';
}

/** For tests: the result with the number of characters looked at. */
export function parseCountingWork(original: string): { result: ParseResult; steps: number } {
  const meter: WorkMeter = { steps: 0 };
  const text = upperLatin(canonicalText(original));
  meter.steps += original.length;
  return { result: parseCanonical(text, original, meter), steps: meter.steps };
}

function parseCanonical(text: string, original: string, meter: WorkMeter): ParseResult {
  if (text === '') return invalidNumber('empty', original);
  if (text.length > LONGEST_NUMBER) return invalidNumber('too_long', original);
  const other = readPlan(text) ?? readOfficialDocument(text);
  if (other !== undefined) return { ...other, original };
  const reading = readStandard(text, meter, 0);
  if (reading !== undefined && !isFailure(reading)) return finish(reading, original);
  return parseOther(text, original, reading, meter);
}

/**
 * Says what a text in a "standard number" column is: a standard, a plan, an official document, a
 * company's own document, or none of them with the reason and perhaps a repair to offer.
 * Never throws; the work is linear in the length of the text.
 */
export function parseStandardNumber(original: string): ParseResult {
  return parseCountingWork(original).result;
}

/**
 * The identity of what the text names, to compare and to search by: canonical signs, upper case code,
 * full year, no adoption. Texts that are no number come back with canonical signs. Idempotent.
 * To print a number use `formatStandardNumber`.
 */
export function normalizeStandardNumber(text: string): string {
  return parseStandardNumber(text).normalized;
}
