/** The sheets of a scheme's workbook as people leave them: sums taken out, cells as they are meant. No I/O. */
import { plain, SCORING, TABLE_SHEETS } from '@liangxing/scheme/loader';
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import { isSum, readCell } from '@liangxing/tables';

const HEAD_WITHIN = 20;

const hasHeads = ({ cells }: SheetRow): boolean => {
  const heads = new Set(Array.from(cells, (cell) => plain(cell ?? '')));
  return SCORING.required.every((key) =>
    SCORING.columns.some((column) => column.key === key && heads.has(plain(column.head))),
  );
};

const isNamed = ({ name }: Sheet): boolean =>
  TABLE_SHEETS.some((spec) => plain(spec.name) === plain(name));

/** True where it is our own workbook, filled in or not. */
export const isSchemeWorkbook = (sheets: readonly Sheet[]): boolean =>
  sheets.some((sheet) => isNamed(sheet) || sheet.rows.slice(0, HEAD_WITHIN).some(hasHeads));

/** Radicals and 〃 as they are meant, column by column. */
function meantRows(rows: readonly SheetRow[]): SheetRow[] {
  let above: SheetRow['cells'] = [];
  return rows.map((row) => {
    const cells = row.cells.map((cell, index) =>
      cell === undefined ? undefined : readCell(cell, above[index]).text,
    );
    above = cells;
    return { ...row, cells };
  });
}

/** A .csv has no names of sheets: its one sheet is the scoring table where it has its heads. */
export function prepareSheets(sheets: readonly Sheet[]): Sheet[] {
  const isScoring = (sheet: Sheet): boolean => sheet.rows.slice(0, HEAD_WITHIN).some(hasHeads);
  const isUnnamed = !sheets.some(({ name }) => plain(name) === plain(SCORING.name));
  const found = isUnnamed ? sheets.find(isScoring) : undefined;
  return sheets.map((sheet) => {
    const name = sheet === found ? SCORING.name : sheet.name;
    if (plain(name) !== plain(SCORING.name)) return { ...sheet, rows: meantRows(sheet.rows) };
    const rows = sheet.rows.filter(
      ({ cells }) => !isSum(Array.from(cells, (cell) => cell?.trim() ?? '')),
    );
    return { ...sheet, name, rows: meantRows(rows) };
  });
}
