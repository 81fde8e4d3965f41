import { ordinaryCharacter } from './cjk-radicals';

/**
 * Longest text in canonical signs, in UTF-16 units, that is read at all: a number with its remarks, or a title that
 * holds one. What is longer is answered at once, so that no text costs more than this one.
 */
export const LONGEST_TEXT = 300;

const DASHES = new Set('-‐‑‒–—―−－﹣⁃─━﹘⁻₋⸺⸻➖'.split(''));
/** Signs that look like a dash and are typed for one between digits. */
const DASHES_BETWEEN_DIGITS = new Set(['一', 'ー', 'ｰ', 'ㄧ', '_']);
const DOTS_BETWEEN_DIGITS = new Set(['·', '•', '・', '。', '｡']);
const SLASHES = new Set(['/', '∕', '⁄', '╱', '⧸', '\\']);
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
  if (code < 0xff01 || code > 0xff5e) return ordinaryCharacter(char);
  const narrow = String.fromCharCode(code - 0xfee0);
  return narrow === char ? char : canonicalChar(narrow);
}

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

/**
 * Signs replaced, dashes and blanks collapsed, blanks beside separators dropped.
 * @param origins filled with the place in `text` that each sign of the answer comes from
 */
function collapse(text: string, origins?: number[]): string[] {
  const out: string[] = [];
  let at = 0;
  for (const raw of text) {
    const origin = at;
    at += raw.length;
    const char = canonicalChar(raw);
    const last = out[out.length - 1];
    if (char === '') continue;
    if (char === ' ' && (last === undefined || last === ' ' || TIGHT.has(last))) continue;
    if (char === '-' && last === '-') continue;
    if (TIGHT.has(char) && last === ' ') {
      out.pop();
      origins?.pop();
      if (char === '-' && out[out.length - 1] === '-') continue;
    }
    out.push(char);
    origins?.push(origin);
  }
  return out;
}

function restoreBetweenDigits(chars: string[]): void {
  for (let i = 1; i + 1 < chars.length; i += 1) {
    const char = chars[i] ?? '';
    const isDash = DASHES_BETWEEN_DIGITS.has(char);
    if (!isDash && !DOTS_BETWEEN_DIGITS.has(char)) continue;
    if (isDigit(chars[i - 1]) && isDigit(chars[i + 1])) chars[i] = isDash ? '-' : '.';
  }
}

/** Canonical already: ASCII letters, digits and brackets, single signs and blanks only between them. Most numbers are. */
const PLAIN = /^[A-Za-z\d()](?:[A-Za-z\d()]|[ /.:~+-](?=[A-Za-z\d()]))*$/;

/**
 * The text with canonical signs, one pass over it: full width to half width, every dash to `-`, blanks
 * collapsed, wrapping marks removed. Idempotent. Letter case stays.
 */
export function canonicalText(text: string): string {
  return text.length <= LONGEST_TEXT && PLAIN.test(text) ? text : canonicalAnew(text);
}

function canonicalAnew(text: string, origins?: number[]): string {
  const chars = collapse(text, origins);
  restoreBetweenDigits(chars);
  let from = 0;
  let to = chars.length;
  const isLoose = (char: string | undefined): boolean =>
    char !== undefined && (char === ' ' || WRAPPING.has(char));
  while (from < to && isLoose(chars[from])) from += 1;
  while (to > from && isLoose(chars[to - 1])) to -= 1;
  const kept = chars.slice(from, to);
  if (origins !== undefined) spreadOrigins(origins, from, kept);
  return kept.join('');
}

/** Origins by sign → origins by UTF-16 unit of the kept signs. */
function spreadOrigins(origins: number[], from: number, kept: readonly string[]): void {
  const bySign = origins.splice(0).slice(from, from + kept.length);
  kept.forEach((sign, at) => {
    const origin = bySign[at] ?? 0;
    origins.push(...Array.from(sign.split(''), () => origin));
  });
}

interface TracedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where the sign stood in the text as given. */
  readonly origins: readonly number[];
}

/** As `canonicalText`, with the way back to the text as given. */
export function tracedCanonicalText(text: string): TracedText {
  const origins: number[] = [];
  return { text: canonicalAnew(text, origins), origins };
}

/** Latin letters to upper case, nothing else, so that no sign changes its length. */
export function upperLatin(text: string): string {
  return text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
}
