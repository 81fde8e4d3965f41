/** How a catalogue entry is found: identity, series, order, and the forms that a search compares. No I/O. */
import {
  formatStandardNumber,
  parseStandardNumber,
  seriesOf,
  type ParseResult,
} from '@liangxing/standard-number';
import { naturalKey, squeezedNumber } from '../standards/pure';

export interface CatalogueKeys {
  readonly identityKey: string;
  readonly seriesKey: string;
  readonly number: string;
  readonly numberKey: string;
  readonly searchNumber: string;
  readonly searchSerial: string;
  readonly level: string;
  readonly isPlan: boolean;
}

/** Keys of a number as it stands in a table; null where it names no standard and no plan. */
export function keysOf(parsed: ParseResult): CatalogueKeys | null {
  if (parsed.kind !== 'standard' && parsed.kind !== 'plan') return null;
  const isPlan = parsed.kind === 'plan';
  const searchNumber = squeezedNumber(parsed.normalized);
  const code = parsed.kind === 'standard' ? squeezedNumber(parsed.code) : '';
  return {
    identityKey: parsed.normalized,
    seriesKey: parsed.kind === 'standard' ? seriesOf(parsed) : parsed.normalized,
    number: parsed.kind === 'standard' ? formatStandardNumber(parsed) : parsed.normalized,
    numberKey: naturalKey(parsed.normalized),
    searchNumber,
    searchSerial: searchNumber.startsWith(code) ? searchNumber.slice(code.length) : searchNumber,
    level: parsed.level,
    isPlan,
  };
}

/** Identity of a number in any spelling, or null. */
export function identityOfText(text: string): string | null {
  return keysOf(parseStandardNumber(text))?.identityKey ?? null;
}

/** A title without blanks and signs: what a search by words compares. */
function squeezedTitle(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Latin letters and digits are in nearly every title; one of them alone narrows nothing. */
const isTelling = (character: string): boolean => !/^[a-z0-9]$/.test(character);

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

/** What a title is found by: every two neighbouring characters and every single telling one, each once. */
export function titleGramsOf(searchTitle: string): string[] {
  const grams = searchTitle.split('|').flatMap((squeezed) => {
    const characters = [...squeezed];
    return [...characters.filter(isTelling), ...pairsOf(characters)];
  });
  return [...new Set(grams)];
}

/** Those that a title with this word must have: its pairs, or the one telling character that it is. */
export function wordGramsOf(word: string): string[] {
  const characters = [...word];
  return characters.length > 1 ? [...new Set(pairsOf(characters))] : characters.filter(isTelling);
}

/** Both titles as they are searched; the stroke keeps a word from reaching over from one into the other. */
export function searchTitleOf(title: string, englishTitle: string): string {
  return [squeezedTitle(title), squeezedTitle(englishTitle)].filter(Boolean).join('|');
}

interface SearchTerms {
  /** Squeezed; a number begins with it, or the serial of a number does. Empty: not a search by number. */
  readonly number: string;
  /** Squeezed; all of them occur in the title. */
  readonly words: readonly string[];
  /** The code of numbers or a word of the title: `AQ`, `GB/T`, `quality`. Squeezed; '' where it can be told. */
  readonly code: string;
}

const ASCII = /^[\x20-\x7e]+$/;
const NUMBER_BEGINS = /^[a-z]{0,8}[0-9]/;
const CODE = /^[a-z]{1,6}(\/[a-z]{0,6})?$/i;

/** What a person typed into the search field: a number or its code, words of a title, a number and words. */
export function searchTermsOf(text: string): SearchTerms {
  const plain = text.normalize('NFKC').trim();
  const parsed = parseStandardNumber(plain);
  if (parsed.kind === 'standard' || parsed.kind === 'plan')
    return { number: squeezedNumber(parsed.normalized), words: [], code: '' };
  if (CODE.test(plain)) return { number: '', words: [], code: squeezedNumber(plain) };
  const pieces = plain.split(/\s+/u);
  const other = pieces.findIndex((piece) => !ASCII.test(piece));
  const ahead = other < 0 ? pieces : pieces.slice(0, other);
  const number = squeezedNumber(ahead.join(''));
  const isNumber = NUMBER_BEGINS.test(number);
  const words = (isNumber ? pieces.slice(ahead.length) : pieces).map(squeezedTitle).filter(Boolean);
  return { number: isNumber ? number : '', words, code: '' };
}
