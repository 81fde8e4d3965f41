import type { NotePoint } from './system-documents';

export type Typed = Readonly<Partial<Record<string, string>>>;

/** Texts by point that are not with the server yet, each with the stored one that it was made upon. */
export interface KeptNotes {
  readonly typed: Typed;
  readonly bases: Typed;
}

/** The stored texts of those points that somebody else wrote in since: neither replaces the other unasked. */
export function changedByOthers(
  points: readonly Pick<NotePoint, 'id' | 'text'>[],
  { typed, bases }: KeptNotes,
): Typed {
  const changed = points.filter(
    ({ id, text }) => typed[id] !== undefined && text !== bases[id] && text !== typed[id],
  );
  return Object.fromEntries(changed.map(({ id, text }) => [id, text]));
}

/** What stands in the field of a point: what was typed and is not saved yet, else what is stored. */
export function shownText(point: NotePoint, typed: Typed): string {
  return typed[point.id] ?? point.text;
}

/** How many points a person stands for. */
export function confirmedCount(points: readonly NotePoint[]): number {
  return points.filter(({ state }) => state === 'confirmed').length;
}

/** Without what is saved now; what was typed on meanwhile stays. */
export function withoutSaved(typed: Typed, id: string, saved: string): Typed {
  if (typed[id] !== saved) return typed;
  return Object.fromEntries(Object.entries(typed).filter(([key]) => key !== id));
}
