import { LONGEST_TEXT, tracedCanonicalText } from './canonical-text';
import { hasRadicals } from './cjk-radicals';
import { isDigit, type WorkMeter } from './cursor';
import { readMetered } from './parse-standard-number';
import { finish, StandardReader, type PlacedReading } from './read-standard';
import { readingNote, type NumberRemark, type ReadingNote } from './remarks/number-remark';
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
const REPLACING_BEFORE = /(?:代替|替代|取代|替换|被|原|REPLACES|SUPERSEDES)[^\p{L}\p{N}]{0,3}$/iu;
const ENDS_LIST = /[;。)\]】]/u;
/** `安监总局令 第 3 号` and the like count laws, not standards. */
const COUNTS_OTHER = /^ ?[号条款章]/u;
const SHORTEST_UNDATED = 3;

/** An undated number is told from `AS 4` or `SH 1` by its slash or its length. */
function isTold({ draft, end }: PlacedReading, text: string): boolean {
  if (COUNTS_OTHER.test(text.slice(end, end + 2))) return false;
  const digits = [...draft.number].filter((char) => isDigit(char)).length;
  return draft.year !== undefined || draft.code.includes('/') || digits >= SHORTEST_UNDATED;
}

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

/** The first number that the text is about: not one that it says to be replaced. */
function firstNumber(text: string, beginning: number, meter: WorkMeter): PlacedReading | undefined {
  let replacedUpTo: number | undefined;
  for (const reading of new StandardReader(meter).along(text, beginning)) {
    const isListed =
      replacedUpTo !== undefined && !ENDS_LIST.test(text.slice(replacedUpTo, reading.at));
    if (isListed || REPLACING_BEFORE.test(text.slice(Math.max(0, reading.at - 14), reading.at)))
      replacedUpTo = reading.end;
    else if (isTold(reading, text)) return reading;
  }
  return undefined;
}

/** File names: `GB_T 19001-2016_质量手册`. Sign for sign, so that all places stay. */
function withoutUnderscores(text: string): string {
  return text
    .replaceAll(/(?<![A-Za-z\d])([A-Za-z]{1,4}\d{0,4})_(?=[TZ][ _\d])/gu, '$1/')
    .replaceAll(/(?<![A-Za-z\d])([QT])_(?=[A-Za-z])/gu, '$1/')
    .replaceAll('_', ' ');
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
  const plain = firstNumber(canonical, beginning.at, meter);
  const mended =
    plain === undefined && canonical.includes('_')
      ? firstNumber(withoutUnderscores(canonical), beginning.at, meter)
      : undefined;
  const reading = plain ?? mended;
  if (reading === undefined) return undefined;
  const at = origins[reading.at] ?? 0;
  const end = origins[reading.end] ?? text.length;
  const isAtBeginning = reading.at <= beginning.at;
  const notes: ReadingNote[] = [];
  if (mended !== undefined) notes.push(readingNote('underscore_read_as_slash'));
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
