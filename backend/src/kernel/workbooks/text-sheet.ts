import { cellText } from '@liangxing/contracts';
import type { Workbook } from 'exceljs';

export interface TextColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
}

/**
 * One more sheet of texts: nothing in it runs, and its head stays in sight.
 * @param rows texts of the columns; an empty one leaves its cell empty
 * @param isPrinted whether it is a table for paper: landscape, as wide as the page, with its head on each
 */
export function addTextSheet(
  workbook: Workbook,
  name: string,
  columns: readonly TextColumn[],
  rows: Iterable<readonly string[]>,
  isPrinted = false,
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@' } }));
  if (isPrinted)
    Object.assign(sheet.pageSetup, {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    });
  sheet.addRow(columns.map(({ head }) => head)).font = { bold: true };
  for (const texts of rows) {
    const row = sheet.addRow(texts.map((text) => (text === '' ? null : cellText(text))));
    row.alignment = { vertical: 'top', wrapText: true };
  }
}
