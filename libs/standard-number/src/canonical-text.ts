/** Longest text read as a number; real ones stay below 80 characters. */
export const LONGEST_NUMBER = 200;

const DASHES = new Set('-‐‑‒–—―−－﹣⁃─━﹘'.split(''));
/** Signs that look like a dash and are typed for one between digits. */
const DASHES_BETWEEN_DIGITS = new Set(['一', 'ー', '_']);
const SLASHES = new Set(['/', '∕', '⁄', '╱', '⧸']);
const COLONS = new Set([':', '∶', '︰', '﹕', 'ː']);
const TILDES = new Set(['~', '〜', '∼', '˜', '～']);
const OPENING = new Set(['(', '（', '﹙']);
const CLOSING = new Set([')', '）', '﹚']);
/** Zero-width and soft characters that spreadsheets and web pages leave behind. */
const INVISIBLE = new Set([
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200e',
  '\u200f',
]);
/** Marks that wrap or end a number without belonging to it. */
const WRAPPING = new Set('《》“”‘’\'"`;；,，。、.*'.split(''));
/** Blanks next to these carry no meaning. */
const TIGHT = new Set(['/', '-', ':', '~', '.', '+']);

function isBlank(char: string): boolean {
  return char.trim() === '' || char === '\u3000' || char === '\u00a0';
}

/** One sign in its canonical form: half width, one dash, one slash, one colon; letter case is kept. */
function canonicalChar(char: string): string {
  if (INVISIBLE.has(char)) return '';
  if (isBlank(char) || char === '\u0085') return ' ';
  if (DASHES.has(char)) return '-';
  if (SLASHES.has(char)) return '/';
  if (COLONS.has(char)) return ':';
  if (TILDES.has(char)) return '~';
  if (OPENING.has(char)) return '(';
  if (CLOSING.has(char)) return ')';
  if (char === 'ε' || char === 'Ε') return 'ε';
  const code = char.charCodeAt(0);
  if (code < 0xff01 || code > 0xff5e) return char;
  const narrow = String.fromCharCode(code - 0xfee0);
  return narrow === char ? char : canonicalChar(narrow);
}

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

/** Signs replaced, dashes and blanks collapsed, blanks beside separators dropped. */
function collapse(text: string): string[] {
  const out: string[] = [];
  for (const raw of text) {
    const char = canonicalChar(raw);
    const last = out[out.length - 1];
    if (char === '') continue;
    if (char === ' ' && (last === undefined || last === ' ' || TIGHT.has(last))) continue;
    if (char === '-' && last === '-') continue;
    if (TIGHT.has(char) && last === ' ') {
      out.pop();
      if (char === '-' && out[out.length - 1] === '-') continue;
    }
    out.push(char);
  }
  return out;
}

function restoreDashes(chars: string[]): void {
  for (let i = 1; i + 1 < chars.length; i += 1) {
    const char = chars[i];
    if (char !== undefined && DASHES_BETWEEN_DIGITS.has(char)) {
      if (isDigit(chars[i - 1]) && isDigit(chars[i + 1])) chars[i] = '-';
    }
  }
}

/** Canonical already: ASCII letters, digits and brackets, single signs and blanks only between them. Most numbers are. */
const PLAIN = /^[A-Za-z\d()](?:[A-Za-z\d()]|[ /.:~+-](?=[A-Za-z\d()]))*$/;

/**
 * The text with canonical signs, one pass over it: full width to half width, every dash to `-`, blanks
 * collapsed, wrapping marks removed. Idempotent. Letter case stays.
 */
export function canonicalText(text: string): string {
  return text.length <= LONGEST_NUMBER && PLAIN.test(text) ? text : canonicalAnew(text);
}

function canonicalAnew(text: string): string {
  const chars = collapse(text);
  restoreDashes(chars);
  let from = 0;
  let to = chars.length;
  const isLoose = (char: string | undefined): boolean =>
    char !== undefined && (char === ' ' || WRAPPING.has(char));
  while (from < to && isLoose(chars[from])) from += 1;
  while (to > from && isLoose(chars[to - 1])) to -= 1;
  return chars.slice(from, to).join('');
}

/** Latin letters to upper case, nothing else, so that no sign changes its length. */
export function upperLatin(text: string): string {
  return text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
}
