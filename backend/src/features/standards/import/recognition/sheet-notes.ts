import { SPREADSHEET_LIMITS, type SheetNotes } from '@liangxing/spreadsheet';

/** Note above the preview about what of a sheet was not read as it stands. */
export interface LeftOut {
  readonly rowNumber: 0;
  readonly kind: 'columns_left_out' | 'merges_ignored';
  /** The last column read; how many merged ranges. */
  readonly text: string;
}

export function sheetNotes({ hasMoreColumns, overlappingMerges = 0 }: SheetNotes): LeftOut[] {
  const notes: LeftOut[] = [];
  if (hasMoreColumns)
    notes.push({ rowNumber: 0, kind: 'columns_left_out', text: `${SPREADSHEET_LIMITS.columns}` });
  if (overlappingMerges > 0)
    notes.push({ rowNumber: 0, kind: 'merges_ignored', text: `${overlappingMerges}` });
  return notes;
}
