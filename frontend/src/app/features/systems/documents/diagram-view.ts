/** How a drawing is shown: the factor on its own size. */
export const ZOOM_STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The next step up or down from any factor. */
export function zoomed(factor: number, way: 'in' | 'out'): number {
  const epsilon = 0.001;
  const next =
    way === 'in'
      ? ZOOM_STEPS.find((step) => step > factor + epsilon)
      : [...ZOOM_STEPS].reverse().find((step) => step < factor - epsilon);
  return next ?? factor;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A hand is never quite still: up to so many pixels a press is a click. */
const STILL = 4;

/** Whether the paper was moved between press and release; such a release is no click on a box. */
export const wasDragged = (from: Point, to: Point): boolean =>
  Math.hypot(to.x - from.x, to.y - from.y) > STILL;

/** The factor at which a drawing fills a width, within what can be read. */
export function fitting(width: number, drawing: number): number {
  const [least] = ZOOM_STEPS;
  return drawing <= 0 ? 1 : Math.min(2, Math.max(least, width / drawing));
}
