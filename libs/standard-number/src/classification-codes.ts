/**
 * Codes by which standards are classified: 中国标准文献分类号 (CCS), a letter and two digits, and 国际标准分类号 (ICS),
 * a field, its group and sub-group. A standard has one of each, or several.
 */
export const CLASSIFICATIONS = ['ccs', 'ics'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

interface ReadCodes {
  /** As they are written: `J72`, `23.060.01`; each once, in the order in which they stand. */
  readonly codes: readonly string[];
  /** Pieces that are no such code. */
  readonly unread: readonly string[];
}

/** Longest text that is read; a cell holds a few codes. */
const LONGEST = 500;

/** The 40 fields of ICS, edition 7. */
const ICS_FIELDS = new Set(
  (
    '01 03 07 11 13 17 19 21 23 25 27 29 31 33 35 37 39 43 45 47 ' +
    '49 53 55 59 61 65 67 71 73 75 77 79 81 83 85 87 91 93 95 97'
  ).split(' '),
);

/** One or several codes without anything between them; the classes of CCS go without I and O. */
const CCS_CODES = /^(?:[A-HJ-NP-Z]\d{2})+$/;
const ICS_CODE = /^(\d{2})(?:\.\d{3}(?:\.\d{2})?)?$/;

const BETWEEN = /[/\\|、,;+&\n\r]+/;
/** What is written where there is no code. */
const NONE = /^(?:[-_—–―.]*|暂?无)$/;
const LABEL =
  /^\s*(?:CCS|ICS|中国标准文献分类号?|中国标准分类号?|中标分类号?|国际标准分类号?|分类号)\s*(?:\(?(?:CCS|ICS)\)?)?\s*[::]?/i;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/[。·・•]/gu, '.')
    .replace(LABEL, '')
    .toUpperCase();

function ccsCodes(piece: string): readonly string[] {
  const tight = piece.replace(/[\s.-]/gu, '');
  return CCS_CODES.test(tight) ? (tight.match(/.\d\d/gu) ?? []) : [];
}

function icsCodes(piece: string): readonly string[] {
  return ICS_FIELDS.has(ICS_CODE.exec(piece)?.[1] ?? '') ? [piece] : [];
}

/** Pieces of a text: blanks part the codes of ICS, while in CCS they stand within one, `J 72`. */
function piecesOf(kind: Classification, text: string): readonly string[] {
  const pieces = plain(text).split(BETWEEN);
  if (kind === 'ccs') return pieces;
  return pieces.flatMap((piece) => piece.replace(/\s*\.\s*/gu, '.').split(/\s+/u));
}

/**
 * Codes in a text as people write it: full width, with blanks, behind a label, several of them parted by any sign.
 * Nothing is guessed: what is no code stands in `unread`.
 */
export function readClassification(kind: Classification, text: string): ReadCodes {
  if (text.length > LONGEST) return { codes: [], unread: [text] };
  const codes = new Set<string>();
  const unread: string[] = [];
  for (const piece of piecesOf(kind, text)) {
    const trimmed = piece.trim();
    if (NONE.test(trimmed)) continue;
    const found = kind === 'ccs' ? ccsCodes(trimmed) : icsCodes(trimmed);
    if (found.length === 0) unread.push(trimmed);
    for (const code of found) codes.add(code);
  }
  return { codes: [...codes], unread };
}

/** `J72/J79`, `23.060.01; 25.040`: what is kept; it reads as the same codes again. */
export const writtenClassification = (kind: Classification, codes: readonly string[]): string =>
  codes.join(kind === 'ccs' ? '/' : '; ');

/** As a cover bears it: `J 72/J 79`; that of ICS as it is kept. */
export const printedClassification = (kind: Classification, written: string): string =>
  kind === 'ccs' ? written.replace(/([A-Z])(\d\d)/gu, '$1 $2') : written;

/**
 * The code that a spreadsheet took for a number: 23.060 stands there as 23.06, 01.040 as 1.04. Any other text is
 * answered as it is.
 */
export function withLostZeros(kind: Classification, text: string): string {
  const found = kind === 'ics' ? /^\s*(\d{1,2})(?:\.(\d{1,3}))?\s*$/u.exec(text) : null;
  if (found === null) return text;
  const [, field = '', group] = found;
  const whole = field.padStart(2, '0');
  return group === undefined ? whole : `${whole}.${group.padEnd(3, '0')}`;
}
