import { LONGEST_TEXT, tracedCanonicalText } from './canonical-text';
import { hasRadicals } from './cjk-radicals';
import type { WorkMeter } from './cursor';
import { firstNumber } from './first-number';
import { readMetered } from './parse-standard-number';
import { finish } from './read-standard';
import {
  readingNote,
  type NumberRemark,
  type ReadingNote,
  type ReadingNoteCode,
} from './remarks/number-remark';
import { partLeadingRemarks } from './repair-reading';
import type { StandardNumber } from './standard-number';
import { titleAround } from './title-around-number';

/** A standard number in a longer text, parted from the words around it. */
export interface FoundNumber {
  readonly number: StandardNumber;
  readonly remarks: readonly NumberRemark[];
  readonly notes: readonly ReadingNote[];
  /** Where the number with its remarks begins and ends in the text as given. */
  readonly at: number;
  readonly end: number;
  /** Nothing but signs or a list number stands before it. */
  readonly isAtBeginning: boolean;
  /** The words around it, as given: of `《…》（DB15/T 4192-2025）的通知` all but the brackets. */
  readonly title: string;
}

/** Signs and a list number, `1.` or `(2)`, before the first word. */
const BEFORE_FIRST_WORD = /^[^\p{L}\p{N}]*(?:\d{1,3}[.、)][^\p{L}\p{N}]*)?/u;

/** Where the first word stands, behind signs, a list number, and remarks such as 【废止】. */
function beginningOf(
  text: string,
  meter: WorkMeter,
): { at: number; remarks: readonly NumberRemark[] } {
  const parted = partLeadingRemarks(text, meter);
  const isTold = parted?.remarks.every(({ kind }) => kind !== 'other') === true;
  if (parted !== undefined && isTold && text.endsWith(parted.rest))
    return { at: text.length - parted.rest.length, remarks: parted.remarks };
  return { at: BEFORE_FIRST_WORD.exec(text)?.[0].length ?? 0, remarks: [] };
}

/** A text put right so that a number shows, with every sign up to its end in its old place. */
interface MendedText {
  readonly text: string;
  readonly note: ReadingNoteCode;
}

/** File names: `GB_T 19001-2016_质量手册`. */
function withoutUnderscores(text: string): MendedText | undefined {
  if (!text.includes('_')) return undefined;
  const mended = text
    .replaceAll(/(?<![A-Za-z\d])([A-Za-z]{1,4}\d{0,4})_(?=[TZ][ _\d])/gu, '$1/')
    .replaceAll(/(?<![A-Za-z\d])([QT])_(?=[A-Za-z])/gu, '$1/')
    .replaceAll('_', ' ');
  return { text: mended, note: 'underscore_read_as_slash' };
}

const GLUED_TITLE =
  /^[A-Z][^-]{2,24}-(?:19|20)\d{2}(?=\d{1,4}(?:\.\d{1,3})? ?(?:[kKmM]?[VWA]|[kKM]?Hz|m{1,2})|[A-Z]{2,8}[\p{Script=Han}/])/u;

/** `DL/T 307-20101000kV交流架空`: the year has four digits, and the next ones count kilovolts. */
function withoutGluedTitle(text: string, beginning: number): MendedText | undefined {
  const number = GLUED_TITLE.exec(text.slice(beginning))?.[0];
  if (number === undefined) return undefined;
  const mended = text.slice(0, beginning + number.length);
  return { text: mended, note: 'title_parted_from_year' };
}

function wholeText(text: string, meter: WorkMeter): FoundNumber | undefined {
  const { number, remarks, notes } = readMetered(text, meter);
  if (number.kind !== 'standard') return undefined;
  return { number, remarks, notes, at: 0, end: text.length, isAtBeginning: true, title: '' };
}

/** For tests: `findStandardNumber` that counts the characters it looks at. */
export function findMetered(text: string, meter: WorkMeter): FoundNumber | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const whole = wholeText(text, meter);
  return whole ?? findWithin(text, meter);
}

function findWithin(text: string, meter: WorkMeter): FoundNumber | undefined {
  const { text: canonical, origins } = tracedCanonicalText(text);
  if (canonical.length > LONGEST_TEXT) return undefined;
  const beginning = beginningOf(canonical, meter);
  const glued = withoutGluedTitle(canonical, beginning.at);
  const plain = firstNumber(glued?.text ?? canonical, beginning.at, meter);
  const spaced = plain === undefined ? withoutUnderscores(canonical) : undefined;
  // An undated number is too little to read a sign as another one.
  const reading = spaced === undefined ? plain : firstNumber(spaced.text, -1, meter);
  if (reading === undefined) return undefined;
  const mended = spaced ?? glued;
  const at = origins[reading.at] ?? 0;
  const end = origins[reading.end] ?? text.length;
  const isAtBeginning = reading.at <= beginning.at;
  const notes: ReadingNote[] = [];
  if (mended !== undefined) notes.push(readingNote(mended.note));
  if (hasRadicals(text)) notes.push(readingNote('radicals_replaced'));
  return {
    number: finish(reading.draft, text.slice(at, end).trim()),
    remarks: isAtBeginning ? [...beginning.remarks, ...reading.remarks] : reading.remarks,
    notes,
    at,
    end,
    isAtBeginning,
    title: titleAround(isAtBeginning ? '' : text.slice(0, at), text.slice(end)),
  };
}

/**
 * Finds the standard number that a text begins with or holds, and parts it from the title. A text
 * above `LONGEST_TEXT` is not read. Numbers of laws and decrees are none; neither is a number that
 * the text only says to be replaced.
 */
export function findStandardNumber(text: string): FoundNumber | undefined {
  return findMetered(text, { steps: 0 });
}
