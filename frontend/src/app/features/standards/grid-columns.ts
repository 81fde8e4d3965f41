import type { EditableField, StandardSort } from './standard';

/** A column of the register, left to right; words are `standards.columns.<key>`. */
export interface GridColumn {
  readonly key: 'position' | 'level' | 'problems' | EditableField;
  /** Track of the CSS grid. */
  readonly width: string;
  readonly edit?: 'text' | 'date' | 'status';
  readonly sort?: StandardSort;
  /** Left out on narrow screens. */
  readonly isWide?: boolean;
}

export const GRID_COLUMNS: readonly GridColumn[] = [
  { key: 'position', width: '52px', sort: 'position' },
  { key: 'systemCode', width: '96px', edit: 'text', sort: 'systemCode' },
  { key: 'number', width: '172px', edit: 'text', sort: 'number' },
  { key: 'title', width: 'minmax(200px, 1fr)', edit: 'text', sort: 'title' },
  { key: 'level', width: '76px' },
  { key: 'status', width: '88px', edit: 'status' },
  { key: 'issuedOn', width: '100px', edit: 'date', sort: 'issuedOn', isWide: true },
  { key: 'inForceOn', width: '100px', edit: 'date', sort: 'inForceOn' },
  { key: 'department', width: '110px', edit: 'text', sort: 'department', isWide: true },
  { key: 'problems', width: '120px', isWide: true },
];

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
