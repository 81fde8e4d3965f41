import type { IsoDate } from '@liangxing/scheme';
import { printedNumber } from '@liangxing/standard-number';
import type { Places } from '@liangxing/system-structure';

/** An entry of the register as lists, counts and checks need it. */
export interface RegisterEntry {
  readonly id: string;
  readonly position: number;
  readonly systemCode: string;
  /** Codes of its nodes in the structure, the main one first; null where there is no structure. */
  readonly nodes: readonly string[] | null;
  /** As documents print it, however it was typed. */
  readonly number: string;
  readonly title: string;
  readonly level: string;
  readonly kind: string | null;
  readonly issuedOn: IsoDate | null;
  readonly inForceOn: IsoDate | null;
  readonly withdrawnOn: IsoDate | null;
  readonly status: string;
  readonly department: string;
  readonly adoptedNumber: string;
  readonly adoptionDegree: string | null;
  readonly replacesNumber: string;
  readonly citedNumbers: string;
  readonly note: string;
  readonly isPlanned: boolean;
  readonly problems: number;
}

/**
 * Entries from the text that the database told.
 * @param places codes by standard id in the enterprise's own system; null: it has none
 */
export function entriesOf(text: string, places: Places | null): RegisterEntry[] {
  const rows = JSON.parse(text) as Omit<RegisterEntry, 'nodes'>[];
  return rows.map((row) => ({
    ...row,
    number: printedNumber(row.number),
    nodes: places === null ? null : (places.get(row.id) ?? []),
  }));
}
