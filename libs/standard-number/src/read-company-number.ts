import { INTERNATIONAL_PUBLISHERS, SECTOR_CODES } from './code-tables';
import { Cursor, isAlphanumeric, isDigit, isHan, isLetter } from './cursor';
import { expandYear, isFailure, type Draft, type Failure, type Reading } from './reading';

interface Body {
  readonly company: string;
  readonly classCode?: string;
  readonly joint?: NonNullable<Draft['joint']>;
  readonly number: string;
  readonly part?: string;
  readonly isFoodSafety?: boolean;
}

interface SplitWord {
  /** What stands before the serial, without the separator. */
  readonly prefix: string;
  readonly separator: '' | '.' | '-';
  /** Digits with dots, a revision letter perhaps. */
  readonly serial: string;
}

/** Takes the serial off the end of a word: `320500ABC001` → 320500ABC + 001, `JS.01.001` → JS + 01.001. */
function splitSerial(word: string): SplitWord | undefined {
  let end = word.length;
  if (end > 1 && isLetter(word[end - 1] ?? '') && isDigit(word[end - 2])) end -= 1;
  let start = end;
  while (start > 0 && (isDigit(word[start - 1]) || word[start - 1] === '.')) start -= 1;
  const leading = word[start - 1] === '-' ? '-' : word[start] === '.' ? '.' : '';
  const serial = leading === '.' ? word.slice(start + 1) : word.slice(start);
  const prefix = word.slice(0, leading === '-' ? start - 1 : start);
  if (!isDigit(serial[0]) || serial.includes('..')) return undefined;
  return { prefix, separator: leading, serial };
}

function readSerialParts(
  serial: string,
  allowsFoodSafety: boolean,
): Pick<Body, 'number' | 'part' | 'isFoodSafety'> {
  const isFoodSafety = allowsFoodSafety && serial.endsWith('S');
  const plain = isFoodSafety ? serial.slice(0, -1) : serial;
  const dot = plain.indexOf('.');
  return {
    number: dot < 0 ? plain : plain.slice(0, dot),
    ...(dot < 0 ? {} : { part: plain.slice(dot + 1) }),
    ...(isFoodSafety ? { isFoodSafety } : {}),
  };
}

/** Company, class and serial of what stands between the slash and the year. */
function readBody(text: string, isEnterprise: boolean): Body | Failure {
  const words = text.split(' ');
  if (words.length > 2 && words[words.length - 1] === 'S')
    words.splice(-2, 2, `${words[words.length - 2] ?? ''}S`);
  const last = splitSerial(words[words.length - 1] ?? '');
  if (words[0] === '') return { reason: 'missing_body' };
  if (last === undefined) return { reason: 'missing_number' };
  const serial = readSerialParts(last.serial, isEnterprise);
  if (words.length === 1) {
    if (![...last.prefix].some((c) => isLetter(c) || isHan(c))) return { reason: 'missing_body' };
    return {
      company: last.prefix,
      ...(last.separator === '' ? {} : { joint: last.separator }),
      ...serial,
    };
  }
  const company = words[0] ?? '';
  const classCode = [...words.slice(1, -1), last.prefix].filter((word) => word !== '').join(' ');
  if (classCode === '') {
    return { company, ...(last.separator === '' ? {} : { joint: last.separator }), ...serial };
  }
  const joint = last.prefix === '' ? ' ' : last.separator;
  return { company, classCode, joint, ...serial };
}

/** What may follow a year: anything but the rest of a longer number. */
function isYearEnd(cursor: Cursor, ahead: number): boolean {
  const char = cursor.peek(ahead);
  const next = cursor.peek(ahead + 1);
  if (char === 'V') return isDigit(next);
  if (char === '.') return !isDigit(next);
  return !isAlphanumeric(char) && char !== '-' && char !== '_' && char !== '&';
}

/** Digits after the separator at the cursor when they can be the year of `body`. */
function yearAhead(cursor: Cursor, body: string): string {
  let ahead = 1;
  while (isDigit(cursor.peek(ahead))) ahead += 1;
  const digits = cursor.text.slice(cursor.position + 1, cursor.position + ahead);
  if (!isYearEnd(cursor, ahead)) return '';
  const hasSerial = splitSerial(body.split(' ').at(-1) ?? '') !== undefined;
  if (digits.length === 4 && expandYear(digits) !== undefined) return digits;
  return hasSerial ? digits : '';
}

function endsBody(cursor: Cursor, body: string): boolean {
  const char = cursor.peek();
  if (char === ':' || (char === '(' && body !== '')) return true;
  if (char === ' ') return isHan(cursor.peek(1)) || startsDegree(cursor);
  if (char === '/') return startsOtherNumber(cursor);
  if (char === '-') return yearAhead(cursor, body) !== '';
  return isHan(char) && isDigit(body.at(-1));
}

function startsDegree(cursor: Cursor): boolean {
  const word = cursor.text.slice(cursor.position + 1, cursor.position + 4);
  return word === 'IDT' || word === 'MOD' || word === 'NEQ' || word === 'EQV';
}

function startsOtherNumber(cursor: Cursor): boolean {
  const word = cursor.text.slice(cursor.position + 1, cursor.position + 4);
  return word.startsWith('XG') || INTERNATIONAL_PUBLISHERS.has(word);
}

const isBodyChar = (char: string): boolean =>
  isAlphanumeric(char) || isHan(char) || ' .-/_&()'.includes(char);

/** Q/(GZ)ABC 001: a place or group within the company's code. */
function takeCompanyBrackets(cursor: Cursor): boolean {
  const start = cursor.position;
  cursor.take('(');
  cursor.takeWhile((char) => isAlphanumeric(char) || isHan(char));
  if (cursor.take(')')) return true;
  cursor.position = start;
  return false;
}

function takeBody(cursor: Cursor): string {
  const start = cursor.position;
  while (!cursor.isAtEnd) {
    const body = cursor.text.slice(start, cursor.position);
    if (!isBodyChar(cursor.peek()) || endsBody(cursor, body)) break;
    if (cursor.peek() === '(') {
      if (!takeCompanyBrackets(cursor)) break;
    } else cursor.position += 1;
  }
  return cursor.text.slice(start, cursor.position).trim();
}

/** Q, QG, QJ, Q31 …: the letter Q, at most one more letter, at most two digits, then the slash. */
function readEnterpriseHead(cursor: Cursor): string | undefined {
  const letters = cursor.takeLetters();
  const digits = cursor.takeDigits();
  const isHead = letters.startsWith('Q') && letters.length <= 2 && digits.length <= 2;
  if (!isHead || !cursor.take('/')) return undefined;
  // QC/T 1266: automobile sector, not the company T.
  const isSectorSuffix =
    (cursor.peek() === 'T' || cursor.peek() === 'Z') && !isLetter(cursor.peek(1));
  return isSectorSuffix && Object.hasOwn(SECTOR_CODES, letters) ? undefined : letters + digits;
}

function readYear(cursor: Cursor, draft: Draft): Draft | Failure {
  const isColon = cursor.peek() === ':';
  if (!cursor.take('-') && !cursor.take(':')) return draft;
  const yearText = cursor.takeDigits();
  if (cursor.peek() === 'X' || cursor.peek() === '×') return { reason: 'placeholder' };
  const year = expandYear(yearText);
  if (year === undefined) return { reason: 'bad_year' };
  const dated = { ...draft, year, yearText };
  return isColon ? { reason: 'wrong_year_separator', repaired: dated } : dated;
}

/** Version after the year of an enterprise number: `.V02`. */
function withVersion(cursor: Cursor, draft: Draft): Draft {
  const start = cursor.position;
  if ((cursor.take('.V') || cursor.take(' V') || cursor.take('V')) && isDigit(cursor.peek())) {
    const version = cursor.takeWhile((char) => isDigit(char) || char === '.');
    if (!version.endsWith('.')) return { ...draft, version: `V${version}` };
  }
  cursor.position = start;
  return draft;
}

/**
 * Reads a group number (`T/CAS 115-2015`) or an enterprise number (`Q/SLJD J0101-2022`) up to its
 * year and version. Company codes may end in digits: without a blank the serial is the last run of digits.
 */
export function readCompanyNumber(cursor: Cursor): Reading {
  const start = cursor.position;
  const isGroup = cursor.take('T/');
  const head = isGroup ? 'T' : readEnterpriseHead(cursor);
  if (head === undefined) {
    cursor.position = start;
    return undefined;
  }
  const body = readBody(takeBody(cursor), !isGroup);
  if (isFailure(body)) return body;
  const { company, ...serial } = body;
  const draft: Draft = {
    kind: 'standard',
    family: isGroup ? 'group' : 'enterprise',
    level: isGroup ? 'group' : 'enterprise',
    code: `${head}/${company}`,
    ...serial,
  };
  const dated = readYear(cursor, draft);
  return isGroup || isFailure(dated) ? dated : withVersion(cursor, dated);
}
