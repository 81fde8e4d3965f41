import { SPREADSHEET_LIMITS, type Sheet } from '@liangxing/spreadsheet';
import type { OtherTable } from './other-tables';
import type { ReadTable } from './read-rows';

/** Kinds of notes above the preview that speak of a whole sheet, and what their text says. */
export const SHEET_NOTES = [
  /** The last column read. */
  'columns_left_out',
  /** How many merged ranges. */
  'merges_ignored',
  /** Sheet, columns and counts: `台账!A(3)、E(2)`. */
  'formulas_without_result',
  /** How many rows. */
  'rows_hidden',
  'rows_struck',
  'columns_to_choose',
  'looks_like_laws',
  'looks_like_scoring',
  'looks_like_key_values',
] as const;

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

const note = (kind: SheetNote['kind'], text: string | number): SheetNote => ({
  rowNumber: 0,
  kind,
  text: String(text),
});

/** True where nothing is read before a person has chosen the columns. */
export const isHeld = ({
  notes,
}: {
  readonly notes: readonly { readonly kind: string }[];
}): boolean =>
  notes.some(({ kind }) => Object.values(OTHER_TABLE_NOTES).some((held) => held === kind));

export const otherTableNote = (other: OtherTable): SheetNote => note(OTHER_TABLE_NOTES[other], '');

export function sheetNotes(
  sheet: Sheet,
  { hidden, struck }: Pick<ReadTable, 'hidden' | 'struck'>,
): SheetNote[] {
  const { hasMoreColumns, overlappingMerges = 0, uncountedFormulas = [] } = sheet;
  const formulas = uncountedFormulas.map(({ column, count }) => `${column}(${count})`);
  return [
    ...(hasMoreColumns ? [note('columns_left_out', SPREADSHEET_LIMITS.columns)] : []),
    ...(overlappingMerges > 0 ? [note('merges_ignored', overlappingMerges)] : []),
    ...(formulas.length > 0
      ? [note('formulas_without_result', `${sheet.name}!${formulas.join('、')}`)]
      : []),
    ...(hidden > 0 ? [note('rows_hidden', hidden)] : []),
    ...(struck > 0 ? [note('rows_struck', struck)] : []),
  ];
}
