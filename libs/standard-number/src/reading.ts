import type { InvalidReason, StandardNumber } from './standard-number';

/** A standard number while it is being read. */
export type Draft = Omit<StandardNumber, 'normalized' | 'original'>;

/** The text is of this family but not well formed; `repaired` is what was probably meant. */
export interface Failure {
  readonly reason: InvalidReason;
  readonly repaired?: Draft;
}

/** Undefined: the text is not of the family that the reader knows. */
export type Reading = Draft | Failure | undefined;

/**
 * How much of a text a number takes. `whole`: all of it, anything else is a failure; `open`: itself
 * and its remarks, other text may follow; `dated`: so too, where it has a year; `bare`: itself alone.
 */
export type Extent = 'whole' | 'open' | 'dated' | 'bare';

export function isFailure(reading: object | undefined): reading is Failure {
  return reading !== undefined && 'reason' in reading;
}

/** Full year of a two- or four-digit text, or undefined. 50 to 99 belong to the last century. */
export function expandYear(text: string): number | undefined {
  const year = Number(text);
  if (text.length === 4) return year >= 1900 && year <= 2099 ? year : undefined;
  if (text.length === 2) return year >= 50 ? 1900 + year : 2000 + year;
  return undefined;
}
