import type { NotePoint } from './system-documents';

/** What stands in the field of a point: what was typed and is not saved yet, else what is stored. */
export function shownText(
  point: NotePoint,
  typed: Readonly<Partial<Record<string, string>>>,
): string {
  return typed[point.id] ?? point.text;
}

/** How many points a person stands for. */
export function confirmedCount(points: readonly NotePoint[]): number {
  return points.filter(({ state }) => state === 'confirmed').length;
}

/** Without what is saved now; what was typed on meanwhile stays. */
export function withoutSaved(
  typed: Readonly<Partial<Record<string, string>>>,
  id: string,
  saved: string,
): Readonly<Partial<Record<string, string>>> {
  if (typed[id] !== saved) return typed;
  return Object.fromEntries(Object.entries(typed).filter(([key]) => key !== id));
}
