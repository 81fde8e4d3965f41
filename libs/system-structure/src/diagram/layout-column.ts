import type { MeasureText, SceneBox, SceneText } from './scene';

/** Sizes that all parts of one drawing share, in points. */
export interface DiagramSizes {
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly padding: number;
  readonly gap: number;
  readonly measure: MeasureText;
}

interface PlacedText extends Omit<SceneText, 'box'> {
  readonly box?: undefined;
}

export interface DrawnBox {
  readonly box: SceneBox;
  readonly texts: readonly PlacedText[];
}

/** A mark at the end of a line may stand out by this much: its ink is in the left half of its cell. */
const OUTSTANDING_EMS = 0.4;

/** Pieces that stay whole: Latin words and codes that fit a line, else single characters. */
function piecesOf(text: string, width: number, { measure, fontSize }: DiagramSizes): string[] {
  const pieces = text.match(/[\u0021-\u2e7f]+|[^\u0021-\u2e7f]/gu) ?? [];
  return pieces.flatMap((piece) => (measure(piece, fontSize, false) > width ? [...piece] : piece));
}

/**
 * Breaks a text where it no longer fits; Latin words and codes stay whole where they can.
 * @param hang room that every line but the first leaves at its beginning
 */
export function wrapText(
  text: string,
  width: number,
  sizes: DiagramSizes,
  hang = 0,
): readonly string[] {
  const { measure, fontSize } = sizes;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, width - hang, sizes)) {
    const grown = line + piece;
    const out = '、，'.includes(piece) ? OUTSTANDING_EMS * fontSize : 0;
    const room = width - (lines.length === 0 ? 0 : hang) + out;
    if (line === '' || measure(grown.trim(), fontSize, false) <= room) line = grown;
    else {
      // A mark of punctuation never begins a line: the sign before it comes along.
      const chars = [...line];
      const taken = '、，）)'.includes(piece) && chars.length > 1 ? chars.pop() : undefined;
      lines.push(chars.join('').trim());
      line = (taken ?? '') + piece;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** How far the second and further lines of a leaf stand in, in points. */
export const leafHang = ({ fontSize }: DiagramSizes): number => fontSize * 0.5;

/** A box with centred horizontal lines. */
export function horizontalBox(
  frame: Pick<SceneBox, 'x' | 'y' | 'w' | 'h' | 'style' | 'node'>,
  lines: readonly string[],
  sizes: DiagramSizes,
  isBold: boolean,
): DrawnBox {
  const top = frame.y + (frame.h - lines.length * sizes.lineHeight) / 2;
  const texts = lines.map((text, index) => ({
    text,
    x: frame.x + frame.w / 2,
    y: top + index * sizes.lineHeight + sizes.fontSize,
    size: sizes.fontSize,
    anchor: 'middle' as const,
    isBold,
  }));
  return { box: { ...frame, lines, orientation: 'horizontal' }, texts };
}

/** Height of an upright box for a name of so many characters, with code above and count below. */
export function uprightHeight(characters: number, hasCount: boolean, sizes: DiagramSizes): number {
  return (characters + 1 + (hasCount ? 1 : 0)) * sizes.lineHeight + 2 * sizes.padding;
}

/** An upright box: code above, name set vertically, count at the foot. */
export function uprightBox(
  frame: Pick<SceneBox, 'x' | 'y' | 'w' | 'h' | 'style' | 'node'>,
  content: { readonly code: string; readonly name: string; readonly count?: string },
  sizes: DiagramSizes,
): DrawnBox {
  const middle = frame.x + frame.w / 2;
  const base = { size: sizes.fontSize, anchor: 'middle' as const };
  const first = frame.y + sizes.padding + sizes.fontSize;
  const runs: PlacedText[] = [{ ...base, text: content.code, x: middle, y: first, isBold: true }];
  const isLatin = /^[\u0000-\u02ff]+$/u.test(content.name);
  if (isLatin) {
    const y = first + sizes.lineHeight - sizes.fontSize / 2;
    const x = middle - sizes.fontSize / 3;
    runs.push({ ...base, text: content.name, x, y, anchor: 'start', isBold: false, rotation: 90 });
  } else {
    [...content.name].forEach((text, index) => {
      // The marks 、 and ， sit in the upper right of their cell in vertical setting.
      const shift = text === '、' || text === '，' ? sizes.fontSize / 2 : 0;
      const y = first + (index + 1) * sizes.lineHeight - shift;
      runs.push({ ...base, text, x: middle + shift, y, isBold: false });
    });
  }
  if (content.count !== undefined) {
    const y = frame.y + frame.h - sizes.padding - sizes.fontSize * 0.2;
    runs.push({ ...base, text: content.count, x: middle, y, isBold: false });
  }
  const lines = [
    content.code,
    content.name,
    ...(content.count === undefined ? [] : [content.count]),
  ];
  return { box: { ...frame, lines, orientation: 'vertical' }, texts: runs };
}

/** One tall box with a line "code name" per leaf; what a leaf needs more stands in. */
export function leavesBox(
  frame: Pick<SceneBox, 'x' | 'y' | 'w' | 'h' | 'style' | 'node'>,
  wrapped: readonly (readonly string[])[],
  lines: readonly string[],
  sizes: DiagramSizes,
): DrawnBox {
  const set = wrapped.flatMap((lines) =>
    lines.map((text, line) => ({ text, indent: line === 0 ? 0 : leafHang(sizes) })),
  );
  const texts: PlacedText[] = set.map(({ text, indent }, index) => ({
    text,
    x: frame.x + sizes.padding + indent,
    y: frame.y + sizes.padding + index * sizes.lineHeight + sizes.fontSize,
    size: sizes.fontSize,
    anchor: 'start',
    isBold: false,
  }));
  return { box: { ...frame, lines, orientation: 'horizontal' }, texts };
}
