import type { NotePoint } from './system-documents';

/** What a person says of one point; without a text the program's draft is taken. */
export interface NoteContent {
  readonly text: string | null;
  readonly isConfirmed: boolean;
}

export function noteOf(
  documents: { readonly notes: readonly NotePoint[] },
  id: string,
): NoteContent {
  const point = documents.notes.find((one) => one.id === id);
  return { text: point?.text ?? null, isConfirmed: point?.state === 'confirmed' };
}

/** Somebody changed another point or a column: the same text goes over the newer version. */
export function mergeNotes(
  base: NoteContent,
  mine: NoteContent,
  theirs: NoteContent,
): NoteContent | null {
  return theirs.text === base.text || theirs.text === mine.text ? mine : null;
}

/** How many points a person stands for. */
export function confirmedCount(points: readonly NotePoint[]): number {
  return points.filter(({ state }) => state === 'confirmed').length;
}
