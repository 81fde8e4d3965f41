/** Bytes → sheets of text rows. The one door to the readers. */
import { readCsv } from './csv-reader';
import { fileKindOf } from './file-kind';
import { fillMergedCells } from './merged-cells';
import { PackageParts } from './package-parts';
import { SheetReader } from './sheet-reader';
import {
  SPREADSHEET_LIMITS,
  type Sheet,
  type Spreadsheet,
  type SpreadsheetLimits,
} from './spreadsheet';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { readWorkbook } from './workbook-parts';

async function readXlsx(bytes: Buffer, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  const parts = await PackageParts.open(bytes, limits);
  const workbook = await readWorkbook(parts, limits);
  const sheets: Sheet[] = [];
  let rowsLeft = limits.rows;
  for (const { name, part, isHidden } of workbook.index.sheets) {
    const reader = new SheetReader(workbook, { ...limits, rows: rowsLeft });
    await parts.scan(part, reader);
    rowsLeft -= reader.rows.length;
    sheets.push({
      name,
      isHidden,
      rows: fillMergedCells(reader.rows, reader.merges),
      wideMerges: reader.merges.filter(({ firstColumn, lastColumn }) => lastColumn > firstColumn),
    });
  }
  return { encoding: 'xlsx', sheets };
}

/**
 * Reads an .xlsx or .csv by its content, whatever its name says. The event loop is free between pieces of 64 KiB
 * (.xlsx) and 1,000 rows (.csv).
 * @throws SpreadsheetProblem with a code and the place for everything that is not such a file or is beyond `limits`
 */
export async function readSpreadsheet(
  bytes: Buffer,
  limits: SpreadsheetLimits = SPREADSHEET_LIMITS,
): Promise<Spreadsheet> {
  if (bytes.length > limits.bytes)
    throw new SpreadsheetProblem('spreadsheet_too_large', {
      bytes: bytes.length,
      limit: limits.bytes,
    });
  const kind = fileKindOf(bytes);
  const spreadsheet = kind === 'zip' ? await readXlsx(bytes, limits) : await readCsv(bytes, limits);
  if (spreadsheet.sheets.every(({ rows }) => rows.length === 0))
    throw new SpreadsheetProblem('spreadsheet_without_rows');
  return spreadsheet;
}
