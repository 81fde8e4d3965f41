import type { FaceName, Faces } from './faces';
import { breakLines, type Line } from './line-breaking';
import { shapeText, type ShapedText } from './shape-text';

/** How a piece of text is set. Sizes and widths are points. */
export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  readonly isTabular?: boolean;
}

/** A line ready to be drawn. */
export interface SetLine {
  readonly shaped: ShapedText;
  readonly line: Line;
  readonly style: TextStyle;
  /** First-line indent in points. */
  readonly indent: number;
}

/** Sets text in a width; line breaks in it part paragraphs, `indent` (points) moves each one's first line. */
export const setText = (
  faces: Faces,
  text: string,
  style: TextStyle,
  width: number,
  indent = 0,
): SetLine[] => {
  const perEm = 1000 / style.size;
  return text.split('\n').flatMap((paragraph) => {
    const shaped = shapeText(paragraph, style.face, faces, style.isTabular);
    return breakLines(shaped, width * perEm, indent * perEm).map((line, index) => ({
      shaped,
      line,
      style,
      indent: index === 0 ? indent : 0,
    }));
  });
};
