/** By what a row of the register is looked up in the catalogue. No I/O. */
import { parseStandardNumber, seriesOf } from '@liangxing/standard-number';

/** What a row of the register says of its number. */
interface LookedUp {
  readonly number: string;
  readonly numberKind: string;
}

export interface StandardLookup {
  readonly identity: string;
  readonly series: string;
  readonly isDated: boolean;
}

/** Reading a number takes longer than anything else that is done with a row. */
const lookups = new WeakMap<object, StandardLookup | null>();

/** Identity or series that a row of the register is looked up by; null where it names no standard. */
export function lookupOf(standard: LookedUp): StandardLookup | null {
  let lookup = lookups.get(standard);
  if (lookup === undefined) lookups.set(standard, (lookup = readLookup(standard)));
  return lookup;
}

function readLookup(standard: LookedUp): StandardLookup | null {
  if (standard.numberKind !== 'standard') return null;
  const parsed = parseStandardNumber(standard.number);
  if (parsed.kind !== 'standard') return null;
  const isDated = parsed.year !== undefined;
  return { identity: parsed.normalized, series: seriesOf(parsed), isDated };
}

/** Year of an edition; 0 where it names none. */
export const yearOf = (identity: string): number => {
  const parsed = parseStandardNumber(identity);
  return parsed.kind === 'standard' ? (parsed.year ?? 0) : 0;
};
