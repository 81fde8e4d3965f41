import { Cursor, isLetter } from './cursor';
import { readChineseCode, type CodeHead } from './read-chinese-code';
import { rangeYear, takesRangeSign } from './read-range';
import { expandYear, isFailure, type Draft, type Failure, type Reading } from './reading';

interface Serial {
  readonly number: string;
  readonly part?: string;
}

const isPlaceholder = (char: string): boolean => char === 'X' || char === '×' || char === '□';

function takeRevisionLetter(cursor: Cursor): string {
  return isLetter(cursor.peek()) && !isLetter(cursor.peek(1)) ? cursor.takeLetters() : '';
}

/** `19001`, `9001C`, `1094.16`, `3060.2.2`; with a letter before where the code has such (TSG D0001). */
function readSerial(cursor: Cursor, hasLetterPrefix: boolean): Serial | undefined {
  const prefix = hasLetterPrefix ? cursor.takeLetters() : '';
  if (prefix !== '') cursor.skipBlank();
  const digits = cursor.takeDigits();
  if (digits === '') return undefined;
  const number = prefix + digits + takeRevisionLetter(cursor);
  const parts: string[] = [];
  while (cursor.peek() === '.' && cursor.peek(1) >= '0' && cursor.peek(1) <= '9') {
    cursor.take('.');
    parts.push(cursor.takeDigits() + takeRevisionLetter(cursor));
  }
  return parts.length === 0 ? { number } : { number, part: parts.join('.') };
}

/** What follows `~`: `5000.15`, `15` (a part of the same number), `.15`, or the code again. */
function readRangeEnd(cursor: Cursor, head: CodeHead, from: Serial): Serial | undefined {
  if (isLetter(cursor.peek()) && !repeatsCode(cursor, head)) return undefined;
  const isPartOnly = cursor.take('.');
  const end = readSerial(cursor, head.hasLetterPrefix);
  if (end === undefined) return undefined;
  const isPartOfSame = isPartOnly || (from.part !== undefined && end.part === undefined);
  if (!isPartOfSame || from.part === undefined) return isPartOnly ? undefined : end;
  return end.part === undefined ? { number: from.number, part: end.number } : undefined;
}

/** Steps over the code where it is said again, in any of its spellings. */
function repeatsCode(cursor: Cursor, head: CodeHead): boolean {
  const start = cursor.position;
  const again = readChineseCode(cursor);
  if (again !== undefined && !isFailure(again) && again.code === head.code) cursor.skipBlank();
  else if (head.hasLetterPrefix) cursor.position = start;
  else return false;
  return true;
}

/** The end of a range behind a dated number: `GB 5009.1-2016~GB 5009.10-2021`. */
function readDatedRange(cursor: Cursor, draft: Draft, head: CodeHead, from: Serial): Draft {
  const start = cursor.position;
  if (draft.year === undefined || draft.range !== undefined || !takesRangeSign(cursor))
    return draft;
  const end = readRangeEnd(cursor, head, from);
  const isDated = end !== undefined && cursor.take('-');
  const year = isDated ? rangeYear(draft, cursor.takeDigits()) : {};
  if (end !== undefined && year !== undefined) return { ...draft, range: { ...end, ...year } };
  cursor.position = start;
  return draft;
}

/** Middle groups of an old or construction number: `05-1426` in GSB 05-1426-2001. */
function readHyphenGroups(cursor: Cursor): string[] {
  const groups: string[] = [];
  while (cursor.peek() === '-') {
    let ahead = 1;
    while (cursor.peek(ahead) >= '0' && cursor.peek(ahead) <= '9') ahead += 1;
    if (ahead === 1 || cursor.peek(ahead) !== '-') return groups;
    cursor.take('-');
    groups.push(cursor.takeDigits());
  }
  return groups;
}

function withHyphenGroups(draft: Draft, groups: readonly string[]): Draft {
  const tail = draft.part === undefined ? groups : [`${draft.part}-${groups[0] ?? ''}`];
  const { part: _part, ...rest } = draft;
  return draft.part === undefined
    ? { ...rest, number: [draft.number, ...tail].join('-') }
    : { ...rest, number: `${draft.number}.${draft.part}-${groups.join('-')}` };
}

function withDottedParts(draft: Draft, groups: readonly string[]): Draft {
  const part = [...(draft.part === undefined ? [] : [draft.part]), ...groups].join('.');
  return { ...draft, part };
}

/** The year after `-` (or a mistaken `:`), or why there is none. */
function readYear(cursor: Cursor, draft: Draft, head: CodeHead): Draft | Failure {
  const isColon = cursor.peek() === ':';
  if (!cursor.take('-') && !cursor.take(':')) return draft;
  const yearText = cursor.takeDigits();
  if (isPlaceholder(cursor.peek())) return { reason: 'placeholder' };
  const year = expandYear(yearText);
  if (year === undefined) return { reason: 'bad_year' };
  const dated = { ...draft, year, yearText };
  if (isColon && !head.takesColon) return { reason: 'wrong_year_separator', repaired: dated };
  return dated;
}

function readGroupsAndYear(cursor: Cursor, plain: Draft, head: CodeHead): Draft | Failure {
  const groups = readHyphenGroups(cursor);
  if (groups.length === 0) return readYear(cursor, plain, head);
  const dated = readYear(cursor, withHyphenGroups(plain, groups), head);
  if (isFailure(dated) || head.takesHyphenNumber || dated.yearText?.length === 2) return dated;
  const repaired = {
    ...withDottedParts(plain, groups),
    ...(dated.year === undefined ? {} : { year: dated.year }),
    ...(dated.yearText === undefined ? {} : { yearText: dated.yearText }),
  };
  return { reason: 'hyphen_part', repaired };
}

/**
 * Reads a national, military, metrology, sector, local or association number up to its year.
 * The cursor stands after it when a draft is returned.
 */
export function readChineseNumber(cursor: Cursor): Reading {
  const head = readChineseCode(cursor);
  if (head === undefined || isFailure(head)) return head;
  cursor.skipBlank();
  if (isPlaceholder(cursor.peek())) return { reason: 'placeholder' };
  const serial = readSerial(cursor, head.hasLetterPrefix);
  if (serial === undefined) return { reason: 'missing_number' };
  const draft: Draft = {
    kind: 'standard',
    family: head.family,
    level: head.level,
    code: head.code,
    ...(head.obligation === undefined ? {} : { obligation: head.obligation }),
    ...serial,
  };
  if (!takesRangeSign(cursor)) {
    const dated = readGroupsAndYear(cursor, draft, head);
    return isFailure(dated) ? dated : readDatedRange(cursor, dated, head, serial);
  }
  const range = readRangeEnd(cursor, head, serial);
  if (range === undefined) return { reason: 'bad_range' };
  return readYear(cursor, { ...draft, range }, head);
}
