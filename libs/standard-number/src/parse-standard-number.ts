import { canonicalText, LONGEST_TEXT, upperLatin } from './canonical-text';
import { hasRadicals } from './cjk-radicals';
import { isHan, type WorkMeter } from './cursor';
import { formatStandardNumber, identityOf } from './format-standard-number';
import { invalidNumber } from './invalid-reasons';
import { isInternalDocument, readOfficialDocument, readPlan } from './read-other-reference';
import { finish, StandardReader } from './read-standard';
import { isFailure, type Draft, type Failure } from './reading';
import { readingNote, type NumberRemark, type ReadingNote } from './remarks/number-remark';
import { holdsLookAlikes, partLeadingRemarks, readMended } from './repair-reading';
import type { InvalidReason, ParseResult } from './standard-number';

/** What a text says, part by part. No letter and no digit of it is lost between the three. */
export interface NumberReading {
  readonly number: ParseResult;
  /** What stands beside the number, in the order of the text. */
  readonly remarks: readonly NumberRemark[];
  /** What had to be put right to read the number; empty for most. */
  readonly notes: readonly ReadingNote[];
}

const NONE: readonly never[] = [];

function draftOf(text: string, meter: WorkMeter): Draft | undefined {
  const reading = new StandardReader(meter).begin(text);
  return reading === undefined || isFailure(reading) ? undefined : reading.draft;
}

/**
 * The number that `text` would be with a slash or blank for its first hyphen: GB-T 19001 → GB/T 19001. Asked only where
 * it does not read as it stands (Q/302Z-211.005 does).
 */
function repairedFileName(text: string, meter: WorkMeter): Draft | undefined {
  const at = text.indexOf('-');
  if (at < 1 || at > 6) return undefined;
  return ['/', ' ']
    .map((sign) => draftOf(text.slice(0, at) + sign + text.slice(at + 1), meter))
    .find((draft) => draft?.year !== undefined);
}

/** `代替GB/T 19001-2008`: what follows the Chinese words, when it is a number. */
function afterLeadingWords(text: string, meter: WorkMeter): Draft | undefined {
  let start = 0;
  while (start < text.length && (isHan(text[start] ?? '') || ' :('.includes(text[start] ?? '')))
    start += 1;
  return start === 0 ? undefined : draftOf(text.slice(start), meter);
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
  const draft = draftOf(canonicalText(printed), meter);
  if (draft === undefined) return undefined;
  return identityOf(draft) === identityOf(failure.repaired) ? printed : undefined;
}

const invalidOf = (failure: Failure, original: string, meter: WorkMeter): ParseResult =>
  invalidNumber(failure.reason, original, repairOf(failure, meter));

/** `GB/T 1-2020、GB/T 2-2021`: a number with another one behind it. */
function holdsSeveral(text: string, meter: WorkMeter): boolean {
  const found = new StandardReader(meter, 1).along(text, 0);
  return found.next().done === false && found.next().done === false;
}

function parseOther(
  text: string,
  original: string,
  failure: Failure | undefined,
  meter: WorkMeter,
): ParseResult {
  const upper = upperLatin(text);
  const fileName = repairedFileName(upper, meter);
  if (fileName !== undefined)
    return invalidOf({ reason: 'file_name_form', repaired: fileName }, original, meter);
  // QC-01, JB-QP-3: letters of a sector, but a company's own number.
  const isOwnNumber = failure === undefined || failure.reason === 'missing_number';
  const internal = { kind: 'internal', normalized: upper, original } as const;
  if (isOwnNumber && !upper.includes('/') && isInternalDocument(upper)) return internal;
  if (failure?.reason === 'trailing_text' && holdsSeveral(text, meter))
    return invalidOf({ ...failure, reason: 'several_numbers' }, original, meter);
  if (failure !== undefined) return invalidOf(failure, original, meter);
  const follower = afterLeadingWords(text, meter);
  if (follower !== undefined)
    return invalidOf({ reason: 'leading_text', repaired: follower }, original, meter);
  return isInternalDocument(upper) ? internal : invalidNumber(reasonOf(upper), original);
}

function reasonOf(text: string): InvalidReason {
  if (lacksCode(text)) return 'missing_code';
  const isCodeLike = text.length > 4 && text[2] === '/' && (text[3] === 'T' || text[3] === 'Z');
  return isCodeLike ? 'unknown_code' : 'not_a_number';
}

const alone = (number: ParseResult): NumberReading => ({ number, remarks: NONE, notes: NONE });

/** ※ GB/T …, 【废止】GB/T …, (GB/T …): the number without what stands before or around it. */
function parseBehindRemarks(
  text: string,
  original: string,
  meter: WorkMeter,
): NumberReading | undefined {
  const parted = partLeadingRemarks(text, meter);
  if (parted === undefined) return undefined;
  const reading = parseStandard(parted.rest, original, meter);
  return reading === undefined || isFailure(reading)
    ? undefined
    : { ...reading, remarks: [...parted.remarks, ...reading.remarks] };
}

/** The text as the number of a standard, also where its signs had to be put right. */
function parseStandard(
  text: string,
  original: string,
  meter: WorkMeter,
  upper = upperLatin(text),
): NumberReading | Failure | undefined {
  const reading = new StandardReader(meter).begin(text, 'whole', upper);
  const isPlain = reading !== undefined && !isFailure(reading);
  const mended = isPlain && !holdsLookAlikes(reading) ? undefined : readMended(text, meter);
  if (mended === undefined)
    return isPlain
      ? { number: finish(reading.draft, original), remarks: reading.remarks, notes: NONE }
      : reading;
  const { draft, remarks, notes } = mended;
  return { number: finish(draft, original), remarks, notes };
}

function parseCanonical(text: string, original: string, meter: WorkMeter): NumberReading {
  if (text === '') return alone(invalidNumber('empty', original));
  if (text.length > LONGEST_TEXT) return alone(invalidNumber('too_long', original));
  const upper = upperLatin(text);
  const other = readPlan(upper) ?? readOfficialDocument(upper);
  if (other !== undefined) return alone({ ...other, original });
  const reading = parseStandard(text, original, meter, upper);
  if (reading !== undefined && !isFailure(reading)) return reading;
  return (
    parseBehindRemarks(text, original, meter) ?? alone(parseOther(text, original, reading, meter))
  );
}

/** As `readStandardNumber`, counting the characters looked at. */
export function readMetered(original: string, meter: WorkMeter): NumberReading {
  meter.steps += original.length;
  const reading = parseCanonical(canonicalText(original), original, meter);
  if (reading.number.kind !== 'standard' || !hasRadicals(original)) return reading;
  return { ...reading, notes: [...reading.notes, readingNote('radicals_replaced')] };
}

/**
 * Reads the text of a "standard number" cell: the number, the remarks beside it (reaffirmed, in
 * English, replaces …, withdrawn), and what had to be put right to read it. Never throws; the work
 * is linear in the length of the text, and a text above `LONGEST_TEXT` is not read.
 */
export function readStandardNumber(original: string): NumberReading {
  return readMetered(original, { steps: 0 });
}

/**
 * Says what a text in a "standard number" column is: a standard, a plan, an official document, a
 * company's own document, or none of them with the reason and perhaps a repair to offer. Remarks
 * beside the number are left aside; `readStandardNumber` tells them. Never throws.
 */
export function parseStandardNumber(original: string): ParseResult {
  return readStandardNumber(original).number;
}

/**
 * The identity of what the text names, to compare and to search by: canonical signs, upper case code,
 * full year, no adoption, no remarks. Texts that are no number come back with canonical signs. Idempotent.
 * To print a number use `formatStandardNumber`.
 */
export function normalizeStandardNumber(text: string): string {
  return parseStandardNumber(text).normalized;
}
