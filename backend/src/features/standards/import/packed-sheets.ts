/** What of a file waits in the database: its sheets, for another mapping or a register that changed. Gzipped JSON. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import { gunzipSync, gzipSync } from 'node:zlib';

export const packSheets = (sheets: readonly Sheet[]): Uint8Array =>
  gzipSync(JSON.stringify(sheets), { level: 1 });

/** JSON knows no holes: empty cells come back as null. */
type StoredRow = Omit<SheetRow, 'cells'> & { readonly cells: readonly (string | null)[] };

export function unpackSheets(packed: Uint8Array): Sheet[] {
  const stored = JSON.parse(gunzipSync(packed).toString()) as (Omit<Sheet, 'rows'> & {
    readonly rows: readonly StoredRow[];
  })[];
  return stored.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell ?? undefined) })),
  }));
}
