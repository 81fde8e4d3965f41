import { TABLE_NOTES, tableNotes, type OtherTable, type TableNote } from '@liangxing/tables';
import type { Sheet } from '@liangxing/spreadsheet';
import type { ReadTable } from './read-rows';

const OWN_NOTES = [
  'columns_to_choose',
  'looks_like_laws',
  'looks_like_scoring',
  'looks_like_key_values',
  /** How many rows. */
  'several_numbers',
  'numbers_proposed',
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
