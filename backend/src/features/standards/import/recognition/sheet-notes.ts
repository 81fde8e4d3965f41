import { TABLE_NOTES, tableNotes, type OtherTable, type TableNote } from '@liangxing/tables';
import type { Sheet } from '@liangxing/spreadsheet';
import { isUncheckedClaim, type UncheckedClaim } from '../../register/derive-facts';
import type { ReadTable } from './read-rows';

const OWN_NOTES = [
  /** How many rows are said to be in force without a day on which that was looked up. */
  'claims_unchecked',
  'columns_to_choose',
  'looks_like_laws',
  'looks_like_scoring',
  'looks_like_key_values',
  /** How many rows. */
  'several_numbers',
  'numbers_proposed',
  /** How many rows get codes of classification from the catalogue. */
  'classified_by_catalogue',
] as const;

/** Kinds of notes above the preview that speak of a whole sheet, and what their text says. */
export const SHEET_NOTES = [...TABLE_NOTES, ...OWN_NOTES] as const;

/** Note above the preview about a sheet: what was not read as it stands, what a person should decide. */
export interface SheetNote {
  readonly rowNumber: 0;
  readonly kind: (typeof SHEET_NOTES)[number];
  readonly text: string;
}

const OTHER_TABLE_NOTES: Readonly<Record<OtherTable, SheetNote['kind']>> = {
  laws: 'looks_like_laws',
  scoring: 'looks_like_scoring',
  key_values: 'looks_like_key_values',
  unknown: 'columns_to_choose',
};

/** True where nothing is read before a person has chosen the columns. */
export const isHeld = ({
  notes,
}: {
  readonly notes: readonly { readonly kind: string }[];
}): boolean =>
  notes.some(({ kind }) => Object.values(OTHER_TABLE_NOTES).some((held) => held === kind));

export const otherTableNote = (other: OtherTable): SheetNote => ({
  rowNumber: 0,
  kind: OTHER_TABLE_NOTES[other],
  text: '',
});

/** Said once for the whole file: beside nearly every row it would hide what is wrong with the few. */
export function uncheckedNotes(rows: readonly UncheckedClaim[]): SheetNote[] {
  const count = rows.filter(isUncheckedClaim).length;
  return count === 0 ? [] : [{ rowNumber: 0, kind: 'claims_unchecked', text: String(count) }];
}

export function sheetNotes(
  sheet: Sheet,
  read: Pick<ReadTable, 'hidden' | 'struck' | 'several'>,
): (TableNote | SheetNote)[] {
  const several: SheetNote = {
    rowNumber: 0,
    kind: 'several_numbers',
    text: String(read.several),
  };
  return [...tableNotes(sheet, read), ...(read.several > 0 ? [several] : [])];
}
