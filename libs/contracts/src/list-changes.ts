/** A piece of a list: `count` rows from the `from`-th of the earlier list on, as they are there, then rows that are not. */
export interface ListPiece<Row> {
  readonly from: number;
  readonly count: number;
  readonly rows: readonly Row[];
}

interface MadePiece<Row> extends ListPiece<Row> {
  readonly rows: Row[];
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

function isSameRow<Row extends object>(a: Row, b: Row): boolean {
  return (Object.keys(b) as (keyof Row)[]).every((key) => isSame(a[key], b[key]));
}

/**
 * A list told by what differs from an earlier one, for whoever has that: short where little has changed.
 * @param before rows of plain data; empty: the list is told whole
 * @param keyOf finds the earlier row; of several with one key the last one is compared
 */
export function listChanges<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): MadePiece<Row>[] {
  const places = new Map(before.map((row, at) => [keyOf(row), at]));
  const pieces: (MadePiece<Row> & { count: number })[] = [];
  for (const row of after) {
    const piece = pieces.at(-1);
    const at = places.get(keyOf(row));
    const known = at === undefined ? undefined : before[at];
    if (at === undefined || known === undefined || !isSameRow(known, row)) {
      if (piece === undefined) pieces.push({ from: 0, count: 0, rows: [row] });
      else piece.rows.push(row);
    } else if (piece?.rows.length === 0 && piece.from + piece.count === at) piece.count += 1;
    else pieces.push({ from: at, count: 1, rows: [] });
  }
  return pieces;
}

/** The list of which `listChanges` told what differs from `before`. */
export function changedList<Row>(before: readonly Row[], pieces: readonly ListPiece<Row>[]): Row[] {
  return pieces.flatMap(({ from, count, rows }) => [...before.slice(from, from + count), ...rows]);
}
