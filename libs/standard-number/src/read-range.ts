import type { Cursor } from './cursor';
import { isDigit } from './cursor';
import { expandYear, type Draft } from './reading';
import type { NumberRange } from './standard-number';

export const takesRangeSign = (cursor: Cursor): boolean => cursor.take('~') || cursor.take('至');

/** The code, and the class of an enterprise number, said again before the last serial of a range. */
function skipRepeatedCode(cursor: Cursor, draft: Draft): void {
  const code = draft.code.toUpperCase();
  if (cursor.take(code) || cursor.take(code.replace('/', ''))) cursor.skipBlank();
  if (draft.classCode !== undefined && cursor.take(draft.classCode)) cursor.skipBlank();
}

/** Whether the year of the end says anything: the same year is that of all of them. */
export function rangeYear(
  draft: Draft,
  yearText: string,
): Pick<NumberRange, 'year' | 'yearText'> | undefined {
  const year = expandYear(yearText);
  if (year === undefined) return undefined;
  return year === draft.year ? {} : { year, yearText };
}

/** What belongs behind the year of one number, not of several. */
const isSingled = (draft: Draft): boolean =>
  [
    draft.range,
    draft.amendments,
    draft.adoption,
    draft.editionYear,
    draft.version,
    draft.month,
    draft.editionLetter,
    draft.reapprovedYear,
    draft.epsilon,
  ].some((fact) => fact !== undefined);

/** `005`, `1.5`, `.5`: the serial that ends the range. */
function readEnd(cursor: Cursor, draft: Draft): NumberRange | undefined {
  skipRepeatedCode(cursor, draft);
  const isForeign = draft.level === 'international' || draft.level === 'foreign';
  const sign = isForeign ? '-' : '.';
  const isPartOnly = cursor.take(sign);
  const groups = [cursor.takeDigits()];
  while (cursor.peek() === sign && isDigit(cursor.peek(1)) && cursor.take(sign))
    groups.push(cursor.takeDigits());
  if (groups[0] === '' || (isPartOnly && draft.part === undefined)) return undefined;
  if (draft.isFoodSafety === true) cursor.take('S');
  const isPartOfSame = isPartOnly || (draft.part !== undefined && groups.length === 1);
  const [number = '', ...parts] = isPartOfSame ? [draft.number, ...groups] : groups;
  return { number, ...(parts.length === 0 ? {} : { part: parts.join(sign) }) };
}

/**
 * Reads the end of a range behind a number of any family: `~005`, `~Q/ABC 005-2020`, `~1.5`, `~2:2015`.
 * @returns undefined where no end follows; the cursor has not moved then
 */
export function readRange(cursor: Cursor, draft: Draft): Draft | undefined {
  const start = cursor.position;
  const end = isSingled(draft) || !takesRangeSign(cursor) ? undefined : readEnd(cursor, draft);
  const ranged = end === undefined ? undefined : withEnd(cursor, draft, end);
  if (ranged === undefined) cursor.position = start;
  return ranged;
}

/** The range with the year that follows its end: that of all, or of the last one. */
function withEnd(cursor: Cursor, draft: Draft, end: NumberRange): Draft | undefined {
  if (!cursor.take('-') && !cursor.take(':')) return { ...draft, range: end };
  const yearText = cursor.takeDigits();
  const year = expandYear(yearText);
  if (year === undefined) return undefined;
  if (draft.year === undefined) return { ...draft, range: end, year, yearText };
  return { ...draft, range: year === draft.year ? end : { ...end, year, yearText } };
}
