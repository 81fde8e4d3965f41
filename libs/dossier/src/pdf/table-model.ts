import type { Ink } from './page-canvas';

export type Align = 'left' | 'center' | 'right';

export interface TableColumn {
  readonly heading: string;
  /** Share of the table's width. */
  readonly weight: number;
  readonly align?: Align;
  /** Equal cells below one another become one tall cell. */
  readonly isMerged?: boolean;
}

export interface CellParagraph {
  readonly text: string;
  readonly face?: 'song' | 'hei';
  readonly colour?: Ink;
}

export interface TableCell {
  readonly text: string | readonly CellParagraph[];
  readonly align?: Align;
  readonly face?: 'song' | 'hei';
  readonly columnSpan?: number;
  readonly colour?: Ink;
  /** A label of a form, tinted and tagged as a heading of its row. */
  readonly isLabel?: boolean;
}

export interface TableRow {
  readonly cells: readonly (string | TableCell)[];
  /** `section`: tinted heading over rows, kept with the next; `total`: set in Hei. */
  readonly kind?: 'body' | 'section' | 'total';
  /** Least height in points, for forms that are filled in by hand. */
  readonly minHeight?: number;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly size?: number;
  readonly leading?: number;
  readonly padding?: number;
  readonly vertical?: 'top' | 'middle';
  /** A form has no row of headings. */
  readonly hasHeader?: boolean;
  /** Name of the table, above it and never parted from it. */
  readonly caption?: string;
  /** Width in points; the text's width if absent. Narrower tables stand in the middle. */
  readonly width?: number;
}
