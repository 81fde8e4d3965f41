import type { StandardFields, StandardSort } from './standard';

/** A column of the register, left to right; words are `standards.columns.<key>`. */
export interface GridColumn {
  readonly key: 'position' | 'status' | 'problems' | Exclude<keyof StandardFields, 'statusClaimed'>;
  /** Least width in pixels; columns that grow share what is left. */
  readonly width: number;
  /** Its share of the room that is left. */
  readonly grows?: number;
  readonly edit?: 'text' | 'date' | 'choice';
  readonly sort?: StandardSort;
  /** Shown where nobody has chosen: always, where there is room, or never. */
  readonly shown: 'always' | 'wide' | 'never';
}

export const GRID_COLUMNS: readonly GridColumn[] = [
  { key: 'position', width: 48, sort: 'position', shown: 'always' },
  { key: 'systemCode', width: 76, edit: 'text', sort: 'systemCode', shown: 'always' },
  { key: 'number', width: 154, edit: 'text', sort: 'number', shown: 'always' },
  { key: 'title', width: 140, grows: 3, edit: 'text', sort: 'title', shown: 'always' },
  { key: 'level', width: 52, shown: 'wide' },
  { key: 'status', width: 72, edit: 'choice', shown: 'always' },
  { key: 'problems', width: 112, grows: 1, shown: 'always' },
  { key: 'issuedOn', width: 92, edit: 'date', sort: 'issuedOn', shown: 'never' },
  { key: 'inForceOn', width: 92, edit: 'date', sort: 'inForceOn', shown: 'always' },
  { key: 'department', width: 104, edit: 'text', sort: 'department', shown: 'wide' },
  { key: 'withdrawnOn', width: 92, edit: 'date', shown: 'never' },
  { key: 'statusCheckedOn', width: 92, edit: 'date', shown: 'never' },
  { key: 'statusSource', width: 120, edit: 'text', shown: 'never' },
  { key: 'kind', width: 72, edit: 'choice', shown: 'never' },
  { key: 'adoptedNumber', width: 140, edit: 'text', shown: 'never' },
  { key: 'adoptionDegree', width: 84, edit: 'choice', shown: 'never' },
  { key: 'replacesNumber', width: 150, edit: 'text', shown: 'never' },
  { key: 'citedNumbers', width: 150, edit: 'text', shown: 'never' },
  { key: 'ccs', width: 76, edit: 'text', shown: 'never' },
  { key: 'ics', width: 104, edit: 'text', shown: 'never' },
  { key: 'englishTitle', width: 180, edit: 'text', shown: 'never' },
  { key: 'isPlanned', width: 72, shown: 'never' },
  { key: 'note', width: 180, edit: 'text', shown: 'never' },
];
export type ColumnKey = GridColumn['key'];

const CHOICE_WIDTH = 28;

/**
 * The columns that are shown, in their order. Number and title are what a row is known by: they cannot be left out.
 * @param chosen null where nobody has chosen
 */
export function shownColumns(
  chosen: readonly string[] | null,
  isNarrow: boolean,
): readonly GridColumn[] {
  return GRID_COLUMNS.filter(({ key, shown }) => {
    if (key === 'number' || key === 'title') return true;
    if (chosen !== null) return chosen.includes(key);
    return shown === 'always' || (shown === 'wide' && !isNarrow);
  });
}

/** Tracks of the CSS grid, and the least width of all of them in pixels. */
export function tracksOf(columns: readonly GridColumn[]): {
  readonly tracks: string;
  readonly width: number;
} {
  const tracks = columns.map(({ width, grows }) =>
    grows ? `minmax(${width}px, ${grows}fr)` : `${width}px`,
  );
  return {
    tracks: [`${CHOICE_WIDTH}px`, ...tracks].join(' '),
    width: columns.reduce((sum, { width }) => sum + width, CHOICE_WIDTH),
  };
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads in the grid, or undefined when it does not move.
 * @param rows rows on a screenful, for PageUp and PageDown
 */
export function moveInGrid(
  key: string,
  from: CellPlace,
  size: { readonly rows: number; readonly columns: number; readonly screenful: number },
): CellPlace | undefined {
  const row = (to: number) => Math.max(0, Math.min(size.rows - 1, to));
  const column = (to: number) => Math.max(0, Math.min(size.columns - 1, to));
  switch (key) {
    case 'ArrowUp':
      return { ...from, row: row(from.row - 1) };
    case 'ArrowDown':
      return { ...from, row: row(from.row + 1) };
    case 'ArrowLeft':
      return { ...from, column: column(from.column - 1) };
    case 'ArrowRight':
      return { ...from, column: column(from.column + 1) };
    case 'PageUp':
      return { ...from, row: row(from.row - size.screenful) };
    case 'PageDown':
      return { ...from, row: row(from.row + size.screenful) };
    case 'Home':
      return { ...from, column: 0 };
    case 'End':
      return { ...from, column: size.columns - 1 };
    default:
      return undefined;
  }
}
