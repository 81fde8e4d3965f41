import {
  isDigit,
  isHan,
  isLatinOrDigit,
  isLeftHalfMark,
  isMeasureWord,
  isRightHalfMark,
  isTrailingMark,
} from './character-classes';
import type { FaceName, Faces, Glyph } from './faces';

/** Glyphs of a text with their set advances (thousandths of the em) and where a line may break. */
export interface ShapedText {
  readonly glyphs: readonly Glyph[];
  /** Advance of each glyph including what spacing adds or takes away. */
  readonly advances: readonly number[];
  /** 1: a line may begin with this glyph. */
  readonly breaks: readonly number[];
}

/** Air between a Chinese character and Latin text; below the gap that text extraction takes for a blank. */
const AIR = 80;
/** Every digit of the Song face is set this wide in tables, so that columns of figures align. */
const TABULAR_DIGIT = 558;

/** `GB/T 19001-2016`, `Q/SLJD J0101-2022`, `ISO 9001:2015`: the blank inside does not break. */
const standardNumber = /[A-Z][A-Z0-9]*(?:\/[A-Z0-9]+)* (?=[A-Z]{0,3} ?\d)/g;
/** A figure and its unit or measure word: `100 kPa`, `3 年`, `路径 2`. */
const figureAndUnit = /\d (?=[A-Za-z%‰℃年月日项分条个名人页次元件份批家级倍路])/g;
const wordAndFigure = /(?:路径|第|共) (?=\d)/g;

const gluedBlanks = (text: string): ReadonlySet<number> => {
  const glued = new Set<number>();
  if (!text.includes(' ')) return glued;
  for (const pattern of [standardNumber, figureAndUnit, wordAndFigure]) {
    for (const match of text.matchAll(pattern)) glued.add(match.index + match[0].length - 1);
  }
  return glued;
};

/** Two full-width marks in a row share one em instead of two. */
const isSqueezed = (left: Glyph, right: Glyph): boolean => {
  if (left.natural !== 1000 || right.natural !== 1000) return false;
  const rightIsMark = isLeftHalfMark(right.codePoint) || isRightHalfMark(right.codePoint);
  if (isLeftHalfMark(left.codePoint)) return rightIsMark;
  return isRightHalfMark(left.codePoint) && isRightHalfMark(right.codePoint);
};

const needsAir = (left: Glyph, right: Glyph): boolean =>
  (isHan(left.codePoint) && isLatinOrDigit(right.codePoint)) ||
  (isLatinOrDigit(left.codePoint) && isHan(right.codePoint));

/** May a line end with `left` and the next begin with `right`? */
const mayBreak = (left: Glyph, right: Glyph): boolean => {
  const before = left.characterClass;
  const after = right.characterClass;
  if (before === 'glue' || after === 'glue' || after === 'space' || after === 'close') return false;
  if (before === 'open' || isTrailingMark(right.codePoint)) return false;
  if (before === 'space') return true;
  if (isDigit(left.codePoint) && isMeasureWord(right.codePoint)) return false;
  return !(before === 'word' && after === 'word');
};

const collect = (text: string, face: FaceName, faces: Faces): Glyph[] => {
  const glued = gluedBlanks(text);
  const glyphs: Glyph[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0x20;
    if (codePoint > 0xffff) index += 1;
    const glyph = faces.glyph(codePoint < 0x20 ? 0x20 : codePoint, face);
    glyphs.push(glued.has(index) ? { ...glyph, characterClass: 'glue' } : glyph);
  }
  return glyphs;
};

/** Looks up the glyphs of one paragraph (no line breaks in it) and fixes spacing and break points. */
export const shapeText = (
  text: string,
  face: FaceName,
  faces: Faces,
  isTabular = false,
): ShapedText => {
  const glyphs = collect(text, face, faces);
  const advances: number[] = [];
  const breaks: number[] = [0];
  glyphs.forEach((glyph, index) => {
    const next = glyphs[index + 1];
    let advance = glyph.natural;
    if (isTabular && glyph.face === 'song' && isDigit(glyph.codePoint)) advance = TABULAR_DIGIT;
    if (next) {
      if (isSqueezed(glyph, next)) advance -= 500;
      else if (needsAir(glyph, next)) advance += AIR;
      breaks.push(mayBreak(glyph, next) ? 1 : 0);
    }
    advances.push(advance);
  });
  return { glyphs, advances, breaks };
};

/** Width of the whole text in thousandths of the em. */
export const shapedWidth = (shaped: ShapedText): number =>
  shaped.advances.reduce((sum, advance) => sum + advance, 0);
