import type { MeasureText, SceneBox, SceneText } from './scene';

/** Sizes that all parts of one drawing share, in points. */
export interface DiagramSizes {
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly padding: number;
  readonly gap: number;
  readonly measure: MeasureText;
}

export interface PlacedText extends Omit<SceneText, 'box'> {
  readonly box?: undefined;
}

export interface DrawnBox {
  readonly box: SceneBox;
  readonly texts: readonly PlacedText[];
}

/** Breaks a text where it no longer fits; Latin words and codes stay whole where they can. */
export function wrapText(text: string, width: number, sizes: DiagramSizes): readonly string[] {
  const pieces = text.match(/[\u0021-\u2e7f]+|[^\u0021-\u2e7f]/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const grown = line + piece;
    const fits = sizes.measure(grown.trim(), sizes.fontSize, false) <= width;
    if (line === '' || fits) line = grown;
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

/** One tall box with a line "code name" per leaf, lines set from the left. */
export function leavesBox(
  frame: Pick<SceneBox, 'x' | 'y' | 'w' | 'h' | 'style' | 'node'>,
  wrapped: readonly (readonly string[])[],
  lines: readonly string[],
  sizes: DiagramSizes,
): DrawnBox {
  const texts: PlacedText[] = wrapped.flat().map((text, index) => ({
    text,
    x: frame.x + sizes.padding,
    y: frame.y + sizes.padding + index * sizes.lineHeight + sizes.fontSize,
    size: sizes.fontSize,
    anchor: 'start',
    isBold: false,
  }));
  return { box: { ...frame, lines, orientation: 'horizontal' }, texts };
}
