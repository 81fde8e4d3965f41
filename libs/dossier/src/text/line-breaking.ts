import { isLeftHalfMark } from './character-classes';
import type { ShapedText } from './shape-text';

/** One line of a shaped text: glyphs `from` (inclusive) to `to` (exclusive), end blanks left out. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Width in thousandths of the em; a full-width mark at the end counts half, its right half is white. */
  readonly width: number;
  readonly isLast: boolean;
}

const isSpace = (shaped: ShapedText, index: number): boolean =>
  shaped.glyphs[index]?.characterClass === 'space';

/** How much white the glyph carries at its right edge, which may hang over the line's end. */
const hangingWhite = (shaped: ShapedText, index: number): number => {
  const glyph = shaped.glyphs[index];
  if (!glyph) return 0;
  const advance = shaped.advances[index] ?? 0;
  if (glyph.natural === 1000 && isLeftHalfMark(glyph.codePoint)) return Math.max(0, advance - 500);
  return Math.max(0, advance - Math.max(glyph.natural, 558));
};

const preferredInside = new Set([...'/-_.:—'].map((character) => character.codePointAt(0)));

/** A word longer than the line: break after a separator if there is one, else where the line is full. */
const breakInside = (shaped: ShapedText, from: number, overflow: number): number => {
  for (let index = overflow - 1; index > from + 1; index -= 1) {
    if (preferredInside.has(shaped.glyphs[index - 1]?.codePoint)) return index;
  }
  for (let index = overflow; index > from + 1; index -= 1) {
    const isClosing = shaped.glyphs[index]?.characterClass === 'close';
    const isAfterOpening = shaped.glyphs[index - 1]?.characterClass === 'open';
    if (!isClosing && !isAfterOpening) return index;
  }
  return Math.max(from + 1, overflow);
};

const skipSpaces = (shaped: ShapedText, index: number): number => {
  let position = index;
  while (position < shaped.glyphs.length && isSpace(shaped, position)) position += 1;
  return position;
};

const lineOf = (shaped: ShapedText, from: number, breakAt: number, isLast: boolean): Line => {
  let to = breakAt;
  while (to > from && isSpace(shaped, to - 1)) to -= 1;
  let width = 0;
  for (let index = from; index < to; index += 1) width += shaped.advances[index] ?? 0;
  if (to > from) width -= hangingWhite(shaped, to - 1);
  return { from, to, width, isLast };
};

/**
 * Breaks a paragraph into lines, greedily, by the Chinese rules (禁则): no line begins with a closing
 * mark, none ends with an opening one, words, figures and standard numbers stay whole where a line
 * can hold them. Widths in thousandths of the em. Linear in the length of the text.
 */
export const breakLines = (shaped: ShapedText, width: number, firstLineIndent = 0): Line[] => {
  const lines: Line[] = [];
  const { glyphs, advances, breaks } = shaped;
  let from = skipSpaces(shaped, 0);
  let room = width - firstLineIndent;
  let used = 0;
  let lastBreak = from;
  let index = from;
  while (index < glyphs.length) {
    if (index > from && breaks[index] === 1) lastBreak = index;
    used += advances[index] ?? 0;
    const overflows =
      used - hangingWhite(shaped, index) > room + 0.01 && !isSpace(shaped, index) && index > from;
    if (!overflows) {
      index += 1;
      continue;
    }
    const breakAt = lastBreak > from ? lastBreak : breakInside(shaped, from, index);
    lines.push(lineOf(shaped, from, breakAt, false));
    from = skipSpaces(shaped, breakAt);
    index = from;
    lastBreak = from;
    used = 0;
    room = width;
  }
  if (from < glyphs.length || lines.length === 0) {
    lines.push(lineOf(shaped, from, glyphs.length, true));
  } else {
    const last = lines.pop();
    if (last) lines.push({ ...last, isLast: true });
  }
  return lines;
};

/** Gap stretched by justification may not reach what text extraction takes for a blank. */
const MAX_STRETCH = 90;

const isGap = (shaped: ShapedText, index: number, to: number): boolean =>
  index + 1 < to && (shaped.breaks[index + 1] === 1 || isSpace(shaped, index + 1));

/** Places of a line that justification may widen. */
const gapsOf = (shaped: ShapedText, line: Line): number => {
  let gaps = 0;
  for (let index = line.from; index < line.to; index += 1) {
    if (isGap(shaped, index, line.to)) gaps += 1;
  }
  return gaps;
};

/**
 * Extra advance per gap (thousandths of the em) that fills the line to `width`;
 * 0 for the last line of a paragraph and where the gaps would become holes.
 */
export const stretchOf = (shaped: ShapedText, line: Line, width: number): number => {
  if (line.isLast) return 0;
  const gaps = gapsOf(shaped, line);
  if (gaps === 0) return 0;
  const stretch = (width - line.width) / gaps;
  return stretch > 0 && stretch <= MAX_STRETCH ? stretch : 0;
};

export { isGap };
