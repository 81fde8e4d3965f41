/** A drawing made of vectors in its own units, origin at the top left, y downwards; a page scales it to fit. */
export interface DiagramScene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DiagramShape[];
}

export type DiagramShape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [number, number])[];
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold?: boolean;
      readonly anchor?: 'start' | 'middle' | 'end';
    };
