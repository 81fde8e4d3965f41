/** The register as a file. Text only: a cell that begins like a formula stays text in both forms. */
import { cellText } from '@liangxing/contracts';
import { withGuard } from '@liangxing/spreadsheet';
import Excel from 'exceljs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { EXPORT_COLUMNS, EXPORT_NOTES, type ExportedRow } from './register-table';

/** A workbook: 说明, then 标准台账. */
export async function writeXlsx(rows: readonly ExportedRow[]): Promise<Buffer> {
  const stream = new PassThrough();
  const collected = buffer(stream);
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const notes = workbook.addWorksheet('说明');
  notes.columns = [{ width: 110 }];
  for (const note of EXPORT_NOTES) notes.addRow([note]).commit();
  notes.commit();
  const sheet = workbook.addWorksheet('标准台账', {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 3 }],
  });
  sheet.columns = EXPORT_COLUMNS.map(({ width }) => ({ width, style: { numFmt: '@' } }));
  const head = sheet.addRow(EXPORT_COLUMNS.map((column) => column.head));
  head.font = { bold: true };
  head.commit();
  for (const [index, row] of rows.entries()) {
    const cells = EXPORT_COLUMNS.map(({ value }) => cellText(value(row, index)));
    sheet.addRow(cells.map((cell) => (cell === '' ? null : cell))).commit();
  }
  sheet.commit();
  await workbook.commit();
  return collected;
}

const quoted = (text: string): string =>
  /[",;\t\r\n|，']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** UTF-8 with mark, so that Excel opens it as such. */
export function writeCsv(rows: readonly ExportedRow[]): Buffer {
  const lines = EXPORT_NOTES.map(quoted);
  lines.push(EXPORT_COLUMNS.map(({ head }) => head).join(','));
  for (const [index, row] of rows.entries()) {
    lines.push(EXPORT_COLUMNS.map(({ value }) => quoted(withGuard(value(row, index)))).join(','));
  }
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}
