/** A name as it was typed, and the stored one that it was typed over. */
export interface TypedName {
  readonly title: string;
  readonly over: string;
}

/** How a stored name stands to a typed one after somebody changed the evaluation meanwhile. */
export type NameStanding = 'stored' | 'untouched' | 'renamed';

/**
 * `stored`: it is there already (the answer was lost). `untouched`: something else of the evaluation was changed, its name
 * is still the one that was typed over, or one that this page has stored itself. `renamed`: another person renamed it.
 */
export function standingOf(
  { title, over }: TypedName,
  now: string,
  ownBefore?: string,
): NameStanding {
  if (now === title.trim()) return 'stored';
  return now === over || now === ownBefore ? 'untouched' : 'renamed';
}
