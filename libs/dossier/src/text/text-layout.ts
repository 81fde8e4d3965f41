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

/** Short texts return again and again in a list (dates, departments, 现行); each is set once per width. */
const SHORT = 24;
const MOST_REMEMBERED = 20_000;

export class TextSetter {
  private readonly remembered = new Map<string, SetLine[]>();

  constructor(private readonly faces: Faces) {}

  /** Sets text in a width; line breaks in it part paragraphs, `indent` moves each one's first line. */
  set(text: string, style: TextStyle, width: number, indent = 0): SetLine[] {
    if (text.length > SHORT) return setText(this.faces, text, style, width, indent);
    const figures = style.isTabular ? 't' : '';
    const key = `${style.face}${style.size}${figures} ${width} ${indent} ${text}`;
    const known = this.remembered.get(key);
    if (known) return known;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    const lines = setText(this.faces, text, style, width, indent);
    this.remembered.set(key, lines);
    return lines;
  }
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
