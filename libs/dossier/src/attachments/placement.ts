/** `a b c d e f` of a PDF matrix: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Turns a page as its /Rotate says (clockwise) and moves it to the origin: what a reader shows. */
export const upright = ({ left, bottom, right, top }: Box, rotation: number): Matrix => {
  if (rotation === 90) return [0, -1, 1, 0, -bottom, right];
  if (rotation === 180) return [-1, 0, 0, -1, right, top];
  if (rotation === 270) return [0, 1, -1, 0, top, -left];
  return [1, 0, 0, 1, -left, -bottom];
};

/** Lays a picture's unit square on `width` × `height` (as shown) so that it stands upright. */
export const uprightPicture = (width: number, height: number, orientation: number): Matrix => {
  const turns: Readonly<Record<number, Matrix>> = {
    2: [-width, 0, 0, height, width, 0],
    3: [-width, 0, 0, -height, width, height],
    4: [width, 0, 0, -height, 0, height],
    5: [0, -height, -width, 0, width, height],
    6: [0, -height, width, 0, 0, height],
    7: [0, height, width, 0, 0, 0],
    8: [0, height, -width, 0, width, 0],
  };
  return turns[orientation] ?? [width, 0, 0, height, 0, 0];
};

/** Where `box` stands after `matrix`: the rectangle around its corners. */
export const boundsOf = ({ left, bottom, right, top }: Box, [a, b, c, d, e, f]: Matrix): Box => {
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ] as const;
  const across = corners.map(([x, y]) => a * x + c * y + e);
  const upwards = corners.map(([x, y]) => b * x + d * y + f);
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    bottom: Math.min(...upwards),
    top: Math.max(...upwards),
  };
};

/** Moves and stretches one rectangle onto another (ISO 32000-1, 12.5.5: how an annotation shows itself). */
export const onto = (from: Box, to: Box): Matrix | null => {
  const width = from.right - from.left;
  const height = from.top - from.bottom;
  if (width <= 0 || height <= 0) return null;
  const across = (to.right - to.left) / width;
  const upwards = (to.top - to.bottom) / height;
  return [across, 0, 0, upwards, to.left - from.left * across, to.bottom - from.bottom * upwards];
};

/** Operands as a content stream writes them, never in exponents. */
export const operands = (matrix: Matrix): string =>
  matrix.map((value) => String(Number(value.toFixed(5)))).join(' ');
