/** What of a file waits in the database: its sheets for another mapping, its rows for the commit. Gzipped JSON. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ReadRow } from './recognition/read-rows';

const pack = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 1 });
/** What an update of the database packed is plain JSON. */
const unpack = (packed: Uint8Array): unknown =>
  JSON.parse((packed[0] === 0x1f ? gunzipSync(packed) : Buffer.from(packed)).toString());

export const packSheets = (sheets: readonly Sheet[]): Uint8Array => pack(sheets);

/** JSON knows no holes: empty cells come back as null. */
type StoredRow = Omit<SheetRow, 'cells'> & { readonly cells: readonly (string | null)[] };

export function unpackSheets(packed: Uint8Array): Sheet[] {
  const stored = unpack(packed) as (Omit<Sheet, 'rows'> & {
    readonly rows: readonly StoredRow[];
  })[];
  return stored.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell ?? undefined) })),
  }));
}

/** Without the cells: what was made of them is what counts. */
export const packRows = (rows: readonly ReadRow[]): Uint8Array =>
  pack(rows.map((row) => ({ ...row, values: {} })));

export const unpackRows = (packed: Uint8Array): ReadRow[] => unpack(packed) as ReadRow[];
