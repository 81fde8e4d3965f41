import { FOREIGN_PUBLISHERS, INTERNATIONAL_PUBLISHERS } from './code-tables';
import { Cursor, isAlphanumeric, isDigit, isLetter } from './cursor';
import { expandYear, isFailure, type Draft, type Failure, type Reading } from './reading';

const DOCUMENT_TYPES = new Set([
  'TS',
  'TR',
  'PAS',
  'IS',
  'GUIDE',
  'DIS',
  'FDIS',
  'CD',
  'IWA',
  'CWA',
  'SPEC',
  'STD',
  'RP',
  'R',
]);
/** Members that put their own letters before an adopted standard: BS EN ISO. */
const ADOPTERS = new Set([
  'BS',
  'DIN',
  'NF',
  'EN',
  'UNE',
  'UNI',
  'NEN',
  'JIS',
  'KS',
  'PD',
  'PREN',
  'CNS',
]);
/** Publishers that join the year by a hyphen; two of them write two digits. */
const HYPHEN_YEAR = new Set([
  'ASTM',
  'ASME',
  'ANSI',
  'API',
  'AWS',
  'IEEE',
  'UL',
  'SAE',
  'NFPA',
  'MSS',
  'NEMA',
  'GOST',
  'MIL-STD',
  'IPC',
]);
const SHORT_YEAR = new Set(['ASTM', 'ASME', 'GOST']);
const DUAL_NUMBER = new Set(['ASTM', 'AWS', 'ASME']);
/** Publishers that part their documents by a slash: SAE J1939/71. */
const SLASH_PART = new Set(['SAE']);
const EUROPEAN = new Set(['EN', 'CEN', 'CENELEC', 'ETSI', 'HD', 'PREN']);
const SHOWN: Readonly<Record<string, string>> = {
  GUIDE: 'Guide',
  SPEC: 'Spec',
  STD: 'Std',
  PREN: 'prEN',
};

const isPublisher = (word: string): boolean =>
  INTERNATIONAL_PUBLISHERS.has(word) || FOREIGN_PUBLISHERS.has(word);

/** Letters of a publisher; three names hold a hyphen. */
function takeWord(cursor: Cursor): string {
  for (const name of ['ITU-T', 'ITU-R', 'MIL-STD']) if (cursor.take(name)) return name;
  const start = cursor.position;
  const word = cursor.takeLetters();
  // ASTMD638: the letter of the designation sticks to the publisher.
  const isGlued = (word.startsWith('ASTM') || word.startsWith('ASME')) && word.length === 5;
  if (isGlued) cursor.position = start + 4;
  return isGlued ? word.slice(0, 4) : word;
}

/** Publisher words in a row with the document type: BS EN ISO, ISO/IEC TS, ISO/IEC/IEEE. */
function readWords(cursor: Cursor): string[] {
  const words: string[] = [];
  for (;;) {
    const start = cursor.position;
    if (words.length > 0 && !cursor.take('/') && !cursor.take(' ')) return words;
    const word = takeWord(cursor);
    const isType = words.length > 0 && DOCUMENT_TYPES.has(word);
    if ((!isType && !isPublisher(word)) || (words.length > 0 && words.includes(word))) {
      cursor.position = start;
      return words;
    }
    words.push(word);
  }
}

function codeOf(words: readonly string[]): string {
  let code = '';
  words.forEach((word, index) => {
    const before = words[index - 1];
    const isType = index > 0 && DOCUMENT_TYPES.has(word);
    const isSlashType =
      isType && index === 1 && before === 'ISO' && word !== 'GUIDE' && word !== 'R';
    const isSlash = isType ? isSlashType : before !== undefined && !ADOPTERS.has(before);
    const separator = before === undefined ? '' : isSlash ? '/' : ' ';
    code += separator + (SHOWN[word] ?? word);
  });
  return code;
}

function familyOf(words: readonly string[]): Pick<Draft, 'family' | 'level'> {
  const [first = ''] = words;
  if (first === 'ISO') return { family: 'iso', level: 'international' };
  if (first === 'IEC') return { family: 'iec', level: 'international' };
  if (INTERNATIONAL_PUBLISHERS.has(first))
    return { family: 'international', level: 'international' };
  if (EUROPEAN.has(first)) return { family: 'european', level: 'foreign' };
  if (first === 'ASTM') return { family: 'astm', level: 'foreign' };
  return { family: 'foreign', level: 'foreign' };
}

/** True where the year of such a code stands after a hyphen (ASTM D638-22), not a colon. */
export function joinsYearByHyphen(code: string): boolean {
  const [first = ''] = code.split(/[ /]/u);
  return HYPHEN_YEAR.has(first);
}

/** The designation: `60068-2-1`, `D638-22`, `A106/A106M-19A`, `B 0205-1`, `G.652`. */
function takeDesignation(cursor: Cursor, publisher: string): string {
  const start = cursor.position;
  const letter = cursor.peek();
  // JIS B 0205, SAE J 1939: class letter and digits apart.
  if (isLetter(letter) && cursor.peek(1) === ' ' && isDigit(cursor.peek(2))) cursor.position += 2;
  // A slash joins designations, A106/A106M, and never what follows the year.
  let hasHyphen = false;
  while (!cursor.isAtEnd) {
    const char = cursor.peek();
    const next = cursor.peek(1);
    const isDual = DUAL_NUMBER.has(publisher) && isLetter(next) && isDigit(cursor.peek(2));
    const isPart = SLASH_PART.has(publisher) && isDigit(next);
    const isSlashed = char === '/' && !hasHyphen && (isDual || isPart);
    const isJoined = (char === '.' || char === '-') && isAlphanumeric(next);
    if (!isAlphanumeric(char) && !isSlashed && !isJoined) break;
    hasHyphen ||= char === '-';
    cursor.position += 1;
  }
  return cursor.text.slice(start, cursor.position);
}

interface YearMark {
  readonly yearText: string;
  readonly year: number;
  readonly editionLetter?: string;
  readonly epsilon?: number;
}

/** `2015`, and for ASTM `22`, `19A`, `13E1`. */
function yearMarkOf(segment: string, publisher: string): YearMark | undefined {
  let length = 0;
  while (isDigit(segment[length])) length += 1;
  const yearText = segment.slice(0, length);
  const year = expandYear(yearText);
  if (year === undefined || (length === 2 && !SHORT_YEAR.has(publisher))) return undefined;
  const rest = segment.slice(length);
  if (rest === '') return { yearText, year };
  if (publisher !== 'ASTM') return undefined;
  const hasLetter = isLetter(rest[0] ?? '') && !isDigit(rest[1]);
  const epsilonText = hasLetter ? rest.slice(1) : rest;
  const isEpsilon =
    epsilonText.length === 2 && epsilonText.startsWith('E') && isDigit(epsilonText[1]);
  if (epsilonText !== '' && !isEpsilon) return undefined;
  return {
    yearText,
    year,
    ...(hasLetter ? { editionLetter: (rest[0] ?? '').toLowerCase() } : {}),
    ...(isEpsilon ? { epsilon: Number(epsilonText[1]) } : {}),
  };
}

/** ASTM after the year: `(2021)`, then `E1` or `ε1`. */
function withReapproval(cursor: Cursor, draft: Draft): Draft {
  const start = cursor.position;
  let result = draft;
  cursor.skipBlank();
  if (cursor.take('(')) {
    const year = expandYear(cursor.takeDigits());
    if (year === undefined || !cursor.take(')')) {
      cursor.position = start;
      return draft;
    }
    result = { ...result, reapprovedYear: year };
  } else cursor.position = start;
  if (
    (cursor.peek() === 'E' || cursor.peek() === 'ε') &&
    isDigit(cursor.peek(1)) &&
    !isDigit(cursor.peek(2))
  ) {
    cursor.position += 1;
    result = { ...result, epsilon: Number(cursor.takeDigits()) };
  }
  return result;
}

function readColonYear(cursor: Cursor, draft: Draft): Draft | Failure {
  const yearText = cursor.takeDigits();
  const year = expandYear(yearText);
  if (year === undefined) return { reason: 'bad_year' };
  const dated = { ...draft, year, yearText };
  if (cursor.peek() !== '-' || !isDigit(cursor.peek(1))) return dated;
  cursor.take('-');
  const month = cursor.takeDigits();
  const isMonth = month.length === 2 && Number(month) >= 1 && Number(month) <= 12;
  return isMonth ? { ...dated, month } : { reason: 'bad_year', repaired: dated };
}

function withNumber(draft: Draft, segments: readonly string[]): Draft {
  // IPC-A-610: the hyphens belong to the designation.
  if (draft.joint === '-') return { ...draft, number: segments.join('-') };
  const [number = '', ...parts] = segments;
  return { ...draft, number, ...(parts.length === 0 ? {} : { part: parts.join('-') }) };
}

/**
 * Reads an international, regional or foreign number: ISO, IEC, EN and its national adoptions, ASTM …
 * @returns undefined where no publisher is known, so that internal numbers like `AS-QP-01` stay what they are
 */
export function readForeignNumber(cursor: Cursor): Reading {
  const start = cursor.position;
  const words = readWords(cursor);
  const [publisher = ''] = words;
  const isHyphened = publisher === 'MIL-STD' || publisher === 'IPC';
  const joint = isHyphened && cursor.take('-') ? '-' : undefined;
  if (joint === undefined) cursor.skipBlank();
  const designation = words.length === 0 ? '' : takeDesignation(cursor, publisher);
  const isNumbered = [...designation].some((char) => isDigit(char));
  if (!isNumbered || designation.startsWith('-') || designation.startsWith('.')) {
    cursor.position = start;
    return undefined;
  }
  const segments = designation.split('-');
  const base: Draft = {
    kind: 'standard',
    ...familyOf(words),
    code: codeOf(words),
    ...(joint === undefined ? {} : { joint }),
    number: '',
  };
  if (cursor.take(':')) return readColonYear(cursor, withNumber(base, segments));
  const mark = segments.length > 1 ? yearMarkOf(segments.at(-1) ?? '', publisher) : undefined;
  if (mark === undefined) return withNumber(base, segments);
  const dated = { ...withNumber(base, segments.slice(0, -1)), ...mark };
  return publisher === 'ASTM' && !isFailure(dated) ? withReapproval(cursor, dated) : dated;
}
