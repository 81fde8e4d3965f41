import { upperLatin } from './canonical-text';
import { isAlphanumeric, isDigit, isLetter, type WorkMeter } from './cursor';

/** Places in one text at which a number is looked for; a text with more of them is no sentence. */
const MOST_STARTS = 40;
/** A digit is in reach of a code: `BS EN ISO 9001`, `T/CAS 115`. */
const LONGEST_CODE = 40;

/** For each place of a text, where the next digit stands; infinity where none does. */
function nextDigits(text: string): readonly number[] {
  const next = new Array<number>(text.length);
  let digit = Number.POSITIVE_INFINITY;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (isDigit(text[at])) digit = at;
    next[at] = digit;
  }
  return next;
}

/**
 * Where in a canonical text a number may begin: at a word of Latin letters that is not the rest of a
 * longer one, with a digit in reach.
 */
export function* numberStarts(written: string, meter: WorkMeter): Generator<number> {
  const text = upperLatin(written);
  const digits = nextDigits(text);
  let left = MOST_STARTS;
  for (let at = 0; at < text.length && left > 0; at += 1) {
    meter.steps += 1;
    const before = text.charAt(at - 1);
    const isRest = isAlphanumeric(before) || before === '-' || before === '/';
    const isInReach = (digits[at] ?? 0) - at <= LONGEST_CODE;
    if (isRest || !isInReach || !isLetter(text.charAt(at))) continue;
    left -= 1;
    yield at;
  }
}
