import { readWhole } from '../assessment/typed-numbers';

/** The least and the most that a field takes. */
export interface Within {
  readonly least: number;
  readonly most: number;
}

/**
 * What a person typed as a whole number; full-width digits of a Chinese keyboard are digits. An empty field is no 0.
 * @returns null where it is no whole number from `least` to `most`
 */
export function readWholeWithin(text: string, { least, most }: Within): number | null {
  const { value } = readWhole(text);
  return value !== null && value >= least && value <= most ? value : null;
}
