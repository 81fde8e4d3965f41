/** A file of the catalogue as it is handed on: rows as JSON, some thousand to a text. No server, no database. */
import type { SpreadsheetLimits } from '@liangxing/spreadsheet';
import { sha256Of } from '../../../kernel/pure';
import { readTable } from '../../../kernel/table-files';
import { readCatalogueTable, type CatalogueRow, type RowProblem } from './read-catalogue-table';

/** Rows that are written, and looked up, at once. */
const ROWS_PER_BATCH = 5_000;

export interface CatalogueFile {
  readonly sha256: string;
  readonly count: number;
  /** `CatalogueRow[]` each. */
  readonly batches: readonly string[];
  readonly problems: readonly RowProblem[];
}

export function inBatches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / ROWS_PER_BATCH) }, (_, batch) =>
    items.slice(batch * ROWS_PER_BATCH, (batch + 1) * ROWS_PER_BATCH),
  );
}

export const rowsOf = (batch: string): CatalogueRow[] => JSON.parse(batch) as CatalogueRow[];

/** @throws SpreadsheetProblem, CatalogueTableError */
export async function readCatalogueFile(
  bytes: Buffer,
  limits: SpreadsheetLimits,
): Promise<CatalogueFile> {
  const { sheets } = await readTable(bytes, limits);
  const { rows, problems } = readCatalogueTable(sheets);
  return {
    sha256: sha256Of(bytes),
    count: rows.length,
    batches: inBatches(rows).map((batch) => JSON.stringify(batch)),
    problems,
  };
}
