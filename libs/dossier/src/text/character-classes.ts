/**
 * What a character may do at the edge of a line.
 * `ideograph`: lines break on both sides; `open`: never last on a line; `close`: never first on a line;
 * `word`: holds together with its like; `space`: lines break after it; `glue`: a space that never breaks.
 */
export type CharacterClass = 'ideograph' | 'open' | 'close' | 'word' | 'space' | 'glue';

const setOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.codePointAt(0) ?? 0));

const open = setOf('（《〈「『【〔〖［｛“‘([{＜');
/** GB/T 15834-2011, 5: marks that never begin a line; dashes and dots are never torn apart either. */
const close = setOf('，。、；：？！）》〉」』】〕〗］｝”’％‰℃…—～·／)]}＞');
/** Latin marks that follow a word; they break like a word but never begin a line. */
const trailing = setOf(',.;:?!%');

/** Full-width marks whose ink fills the left half: the right half may be taken away. */
const leftHalf = setOf('，。、；：？！）》〉」』】〕〗］｝”’');
/** Full-width marks whose ink fills the right half. */
const rightHalf = setOf('（《〈「『【〔〖［｛“‘');

export const isLeftHalfMark = (codePoint: number): boolean => leftHalf.has(codePoint);
export const isRightHalfMark = (codePoint: number): boolean => rightHalf.has(codePoint);

const isIdeographic = (codePoint: number): boolean =>
  (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
  (codePoint >= 0xac00 && codePoint <= 0xd7af) ||
  (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
  (codePoint >= 0xfe30 && codePoint <= 0xfe4f) ||
  (codePoint >= 0xff00 && codePoint <= 0xffef) ||
  (codePoint >= 0x2460 && codePoint <= 0x27bf) ||
  codePoint >= 0x20000;

/** Class of one code point. */
export const characterClass = (codePoint: number): CharacterClass => {
  if (codePoint === 0x20 || codePoint === 0x9) return 'space';
  if (codePoint === 0xa0 || codePoint === 0x2060) return 'glue';
  if (open.has(codePoint)) return 'open';
  if (close.has(codePoint)) return 'close';
  return isIdeographic(codePoint) ? 'ideograph' : 'word';
};

/** True for a Chinese character proper (not a mark), beside which Latin text gets a sliver of air. */
export const isHan = (codePoint: number): boolean =>
  (codePoint >= 0x3400 && codePoint <= 0x9fff) || codePoint === 0x3007 || codePoint >= 0x20000;

export const isLatinOrDigit = (codePoint: number): boolean =>
  (codePoint >= 0x30 && codePoint <= 0x39) ||
  (codePoint >= 0x41 && codePoint <= 0x5a) ||
  (codePoint >= 0x61 && codePoint <= 0x7a) ||
  (codePoint >= 0xc0 && codePoint <= 0x24f) ||
  (codePoint >= 0x370 && codePoint <= 0x3ff);

export const isDigit = (codePoint: number): boolean => codePoint >= 0x30 && codePoint <= 0x39;

export const isTrailingMark = (codePoint: number): boolean => trailing.has(codePoint);

/** Measure words that stay on the line of their figure: 3 年, 12 项. */
const measures = setOf('年月日项分条个名人页次元份批家级倍');
export const isMeasureWord = (codePoint: number): boolean => measures.has(codePoint);
