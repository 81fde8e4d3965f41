import type { MoveRow } from './system';

/** What a person chose by row: keys of the new form; an empty list leaves the standards out. */
export type MoveChoices = Readonly<Record<string, readonly string[]>>;

/** Where the standards of a row go: a choice goes before the proposal. */
export function targetOf(row: MoveRow, choices: MoveChoices): readonly string[] {
  return choices[row.id] ?? row.toKey;
}

/** Rows with standards for which nobody has said yet where they go. */
export function openRows(rows: readonly MoveRow[], choices: MoveChoices): readonly MoveRow[] {
  return rows.filter(
    (row) => row.standards.length > 0 && row.toKey.length === 0 && choices[row.id] === undefined,
  );
}

/** How many standards find a place in the new form, each once. */
export function movedCount(rows: readonly MoveRow[], choices: MoveChoices): number {
  const moved = new Set<string>();
  for (const row of rows) {
    if (targetOf(row, choices).length > 0) for (const id of row.standards) moved.add(id);
  }
  return moved.size;
}
