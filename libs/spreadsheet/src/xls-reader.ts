/** Workbooks of Excel 97–2003 (.xls) and WPS (.et), which SheetJS reads → sheets of text rows. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { wholeText } from '@liangxing/contracts';
import { cellFormatOf, numberText } from './cell-format';
import { CellTally } from './cell-tally';
import type { SpreadsheetLimits } from './limits';
import { fillMergedCells } from './merged-cells';
import type { Sheet, SheetRow, Spreadsheet } from './sheet';
import { SpreadsheetProblem } from './spreadsheet-problem';

/** A row more than may be, so that too many are seen and not cut. */
const READ = {
  type: 'buffer',
  dense: true,
  cellHTML: false,
  cellNF: true,
  cellStyles: true,
} as const;

async function workbookOf(bytes: Buffer, limits: SpreadsheetLimits): Promise<WorkBook> {
  // A megabyte of code, which few files need.
  const { read } = await import('@e965/xlsx');
  try {
    return read(bytes, { ...READ, sheetRows: limits.rows + 1 });
  } catch (error) {
    // Out of the library every error is one of the file; its words are English and for programmers.
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new SpreadsheetProblem('spreadsheet_encrypted');
    throw new SpreadsheetProblem('spreadsheet_damaged', { part: '.xls' });
  }
}

/** Formats as everywhere else here: the library's own texts follow the language of the United States. */
function textOf({ t: type, v: value, w: shown, z: format }: CellObject, is1904: boolean): string {
  if (type === 'n' && typeof value === 'number')
    return numberText(String(value), cellFormatOf(0, String(format ?? 'General')), is1904);
  if (type === 'b') return value === true ? 'TRUE' : 'FALSE';
  if (type === 'e') return shown ?? '';
  return typeof value === 'string' ? value : '';
}

function rowsOf(sheet: WorkSheet, name: string, tally: CellTally, is1904: boolean) {
  const { limits } = tally;
  const rows: SheetRow[] = [];
  let hasMoreColumns = false;
  const data = (sheet['!data'] ?? []) as readonly (
    readonly (CellObject | undefined)[] | undefined
  )[];
  // Holes are passed over: the sheet of a forged file may say that it is as large as can be.
  data.forEach((line, index) => {
    const cells: (string | undefined)[] = [];
    line?.forEach((cell, column) => {
      const text = cell ? wholeText(textOf(cell, is1904)) : '';
      if (text.trim() === '') return;
      if (column >= limits.columns) hasMoreColumns = true;
      else {
        tally.addCell(text, name, index + 1);
        cells[column] = text;
      }
    });
    if (cells.length === 0) return;
    tally.addRow();
    const isHidden = sheet['!rows']?.[index]?.hidden === true;
    rows.push({ number: index + 1, cells, ...(isHidden ? { isHidden } : {}) });
  });
  return { rows, hasMoreColumns };
}

function mergesOf(sheet: WorkSheet, name: string, limit: number) {
  const merges = sheet['!merges'] ?? [];
  if (merges.length > limit)
    throw new SpreadsheetProblem('spreadsheet_too_many_merges', { limit, sheet: name });
  return merges.map(({ s: start, e: end }) => ({
    firstRow: start.r + 1,
    lastRow: end.r + 1,
    firstColumn: start.c + 1,
    lastColumn: end.c + 1,
  }));
}

/** @throws SpreadsheetProblem for a password, damage, and beyond the limits */
export async function readXls(bytes: Buffer, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  const book = await workbookOf(bytes, limits);
  if (book.SheetNames.length > limits.sheets)
    throw new SpreadsheetProblem('spreadsheet_too_many_sheets', { limit: limits.sheets });
  const tally = new CellTally(limits);
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((written, index): Sheet[] => {
    const sheet = book.Sheets[written];
    if (sheet === undefined) return [];
    const name = wholeText(written) || `Sheet${index + 1}`;
    const read = rowsOf(sheet, name, tally, is1904);
    const merges = mergesOf(sheet, name, limits.merges);
    const { rows, overlapping } = fillMergedCells(read.rows, merges, tally, name);
    return [
      {
        name,
        isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
        rows,
        ...(read.hasMoreColumns ? { hasMoreColumns: true as const } : {}),
        ...(overlapping > 0 ? { overlappingMerges: overlapping } : {}),
        ...(is1904 ? { is1904: true as const } : {}),
      },
    ];
  });
  return { encoding: 'xls', sheets };
}
