import { Cursor, type WorkMeter } from './cursor';
import { StandardReader, type StandardReading } from './read-standard';
import { isFailure } from './reading';
import { readingNote, type NumberRemark, type ReadingNote } from './remarks/number-remark';
import { opensBracket, takeBrackets, takeMarks } from './remarks/read-remarks';
import { classifyRemarks } from './remarks/classify-remark';
import { upperLatin } from './canonical-text';

/** A number that was read only after something was put right or taken aside. */
interface MendedReading extends StandardReading {
  readonly notes: readonly ReadingNote[];
}

/** Sure enough to be taken without asking: the whole text, dated. */
function readDated(text: string, meter: WorkMeter): StandardReading | undefined {
  const reading = new StandardReader(meter).begin(text);
  const isSure = reading !== undefined && !isFailure(reading) && reading.draft.year !== undefined;
  return isSure ? reading : undefined;
}

/** `GB_T 19001-2016`, `Q_SLJD_001-2020`: the sign that file systems allow in place of the slash. */
function withoutUnderscores(text: string, meter: WorkMeter): StandardReading | undefined {
  const at = text.indexOf('_');
  if (at < 1 || at > 6) return undefined;
  const rest = text
    .slice(at + 1)
    .replaceAll('_', ' ')
    .trim();
  return ['/', ' ']
    .map((sign) => readDated(text.slice(0, at) + sign + rest, meter))
    .find((reading) => reading !== undefined);
}

/** `l9OO1`, `2O16`: a run of digits and letters that look like them, and nothing else. */
const LOOK_ALIKES = /(?<![A-Za-z\d])[\dOoIl|]*\d[\dOoIl|]*(?![A-Za-z\d])/gu;
const LONGEST_RUN = 12;

function withDigits(text: string): string {
  return text.replaceAll(LOOK_ALIKES, (run) =>
    run.length > LONGEST_RUN ? run : run.replaceAll(/[Oo]/gu, '0').replaceAll(/[Il|]/gu, '1'),
  );
}

/** ISO and IEC number by digits alone, so that `ISO 9OO1` reads without being one. */
export function holdsLookAlikes({ draft }: StandardReading): boolean {
  return (draft.family === 'iso' || draft.family === 'iec') && /[OIL]/u.test(draft.number);
}

function withLookAlikes(text: string, meter: WorkMeter): StandardReading | undefined {
  const mended = withDigits(text);
  return mended === text ? undefined : readDated(mended, meter);
}

/** Families whose serials are plain digits: only there a blank inside can mean nothing. */
const PLAIN_FAMILIES = new Set(['national', 'military', 'sector', 'local', 'metrology']);
const MOST_DIGITS = 5;

/** `G B/T 1 9001-20 16`. */
function withoutBlanks(text: string, meter: WorkMeter): StandardReading | undefined {
  const squeezed = text.replaceAll(' ', '');
  const reading = squeezed === text ? undefined : readDated(squeezed, meter);
  if (reading === undefined) return undefined;
  const { family, number, part = '' } = reading.draft;
  const isPlain = PLAIN_FAMILIES.has(family) && number.length <= MOST_DIGITS && part.length <= 3;
  return isPlain ? reading : undefined;
}

const MENDERS = [
  ['underscore_read_as_slash', withoutUnderscores],
  ['look_alike_read_as_digit', withLookAlikes],
  ['blanks_inside_removed', withoutBlanks],
] as const;

/** Reads a number that is written with wrong signs, where only one reading is possible. */
export function readMended(text: string, meter: WorkMeter): MendedReading | undefined {
  for (const [code, mend] of MENDERS) {
    const reading = mend(text, meter);
    if (reading !== undefined) return { ...reading, notes: [readingNote(code)] };
  }
  return undefined;
}

/**
 * The marks and brackets before a number: ※ GB/T …, 【废止】GB/T …. A text that stands wholly in
 * brackets is what stands in them.
 */
export function partLeadingRemarks(
  text: string,
  meter: WorkMeter,
): { remarks: readonly NumberRemark[]; rest: string } | undefined {
  const cursor = new Cursor(upperLatin(text), meter, text);
  const remarks: NumberRemark[] = [];
  const reader = new StandardReader(meter, 1);
  const around = { year: undefined, numbersWithin: (words: string) => reader.numbersWithin(words) };
  for (;;) {
    cursor.skipBlank();
    const content = opensBracket(cursor.peek()) ? takeBrackets(cursor) : undefined;
    if (content !== undefined && cursor.isAtEnd && remarks.length === 0)
      return { remarks, rest: content.trim() };
    const taken = content === undefined ? takeMarks(cursor) : undefined;
    if (content !== undefined) remarks.push(...classifyRemarks(content, around));
    else if (taken !== undefined) remarks.push(taken);
    else break;
  }
  const rest = cursor.written.slice(cursor.position).trim();
  return rest === '' || rest === text ? undefined : { remarks, rest };
}
