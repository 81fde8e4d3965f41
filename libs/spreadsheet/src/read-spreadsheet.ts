/** Bytes → sheets of text rows. The one door to the readers; a reader of another format stands behind it too. */
import { CellTally } from './cell-tally';
import { readCsv } from './csv-reader';
import { fileKindOf } from './file-kind';
import { SPREADSHEET_LIMITS, type SpreadsheetLimits } from './limits';
import { fillMergedCells } from './merged-cells';
import { isOpenDocument, readOds } from './ods-reader';
import { PackageParts } from './package-parts';
import type { Sheet, Spreadsheet } from './sheet';
import { SheetReader } from './sheet-reader';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { readWorkbook } from './workbook-parts';

async function readXlsx(parts: PackageParts, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  const workbook = await readWorkbook(parts, limits);
  const tally = new CellTally(limits);
  const sheets: Sheet[] = [];
  for (const { name, part, isHidden } of workbook.index.sheets) {
    const reader = new SheetReader(name, workbook, tally);
    await parts.scan(part, reader);
    const { rows: read, uncounted } = reader.end();
    const { rows, overlapping } = fillMergedCells(read, reader.merges, tally, name);
    sheets.push({
      name,
      isHidden,
      rows,
      ...(reader.hasMoreColumns ? { hasMoreColumns: true } : {}),
      ...(overlapping > 0 ? { overlappingMerges: overlapping } : {}),
      ...(uncounted.length > 0 ? { uncountedFormulas: uncounted } : {}),
      ...(workbook.index.is1904 ? { is1904: true } : {}),
    });
  }
  return { encoding: 'xlsx', sheets };
}

/** Bytes of an old workbook → the same as .xlsx; rejects where that cannot be had. */
export type Moderniser = (bytes: Buffer) => Promise<Buffer>;

async function readOld(
  bytes: Buffer,
  limits: SpreadsheetLimits,
  modernise: Moderniser | undefined,
): Promise<Spreadsheet> {
  if (!modernise) throw new SpreadsheetProblem('spreadsheet_old_xls');
  const parts = await PackageParts.open(await modernise(bytes), limits);
  return { ...(await readXlsx(parts, limits)), encoding: 'xls' };
}

async function readKind(
  bytes: Buffer,
  limits: SpreadsheetLimits,
  modernise: Moderniser | undefined,
): Promise<Spreadsheet> {
  const kind = fileKindOf(bytes);
  if (kind === 'text') return readCsv(bytes, limits);
  if (kind === 'old') return readOld(bytes, limits, modernise);
  const parts = await PackageParts.open(bytes, limits);
  return isOpenDocument(parts) ? readOds(parts, limits) : readXlsx(parts, limits);
}

/**
 * Reads an .xlsx, .ods, .csv, and with `modernise` an .xls, by its content, whatever its name says. Time grows with
 * what is within the limits, not with what a file claims; still it is work for a thread of its own.
 * @throws SpreadsheetProblem with a code and the place for everything that is not such a file or is beyond `limits`
 */
export async function readSpreadsheet(
  bytes: Buffer,
  limits: SpreadsheetLimits = SPREADSHEET_LIMITS,
  modernise?: Moderniser,
): Promise<Spreadsheet> {
  if (bytes.length > limits.bytes)
    throw new SpreadsheetProblem('spreadsheet_too_large', {
      bytes: bytes.length,
      limit: limits.bytes,
    });
  const spreadsheet = await readKind(bytes, limits, modernise);
  if (spreadsheet.sheets.every(({ rows }) => rows.length === 0))
    throw new SpreadsheetProblem('spreadsheet_without_rows');
  return spreadsheet;
}
