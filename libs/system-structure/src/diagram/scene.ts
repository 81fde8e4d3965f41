/**
 * A drawing made of boxes, lines and text runs; a renderer needs no knowledge of structures.
 * Unit: point (1/72 inch). Origin: top left, y grows downwards.
 */

export type BoxStyle =
  /** 企业方针目标 and the two boxes beside it. */
  | 'driver'
  /** The frame 企业标准体系; it holds other boxes. */
  | 'frame'
  /** Level 1: 技术标准体系. */
  | 'body'
  /** The outline of a body's block; it holds the cards of its sub-systems. */
  | 'block'
  /** Level 2: upright box, code above, name set vertically below. */
  | 'subsystem'
  /** Level 3: one tall box with a line "code name" per leaf. */
  | 'leaves';

export interface SceneBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly style: BoxStyle;
  /** The box's text as people read it, one entry per line; for copying, search and tests. */
  readonly lines: readonly string[];
  readonly orientation: 'horizontal' | 'vertical';
  /** Code of the node shown; absent for drivers and frame. For `leaves`: code of the parent. */
  readonly node?: string;
}

export interface SceneLine {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Dashed: a relation. Solid: a direct connection. */
  readonly dashed: boolean;
}

/** One run of text at its place; vertical names come as one run per character. */
export interface SceneText {
  readonly text: string;
  /** Left edge, middle or right edge of the run, by `anchor`. */
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly isBold: boolean;
  /** Turned clockwise about (x, y), degrees; Latin names in upright boxes. */
  readonly rotation?: 90;
  /** Index of the box that holds the run. */
  readonly box: number;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Said by a screen reader, and the alternative text in the PDF. */
  readonly title: string;
  readonly boxes: readonly SceneBox[];
  readonly lines: readonly SceneLine[];
  readonly texts: readonly SceneText[];
}

/** Width of `text` in points at a font size in points. */
export type MeasureText = (text: string, size: number, isBold: boolean) => number;

/**
 * Widths without a font: a Chinese character is one em, other characters 0.56 em.
 * Good enough for layout where no font is at hand.
 */
export const approximateTextWidth: MeasureText = (text, size) => {
  let ems = 0;
  for (const char of text) ems += (char.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.56;
  return ems * size;
};
