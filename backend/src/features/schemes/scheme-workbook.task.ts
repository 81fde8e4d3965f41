/** A scheme's table as a workbook. Text cells only, except amounts: a cell that begins like a formula stays text. */
import { cellText } from '@liangxing/contracts';
import Excel from 'exceljs';
import type { SchemeTable, TableColumn, WrittenSheet } from '@liangxing/scheme/loader';

const isAmount = (column: TableColumn | undefined, text: string): boolean =>
  column?.kind === 'number' && /^\d+(\.\d+)?$/.test(text);

function addSheet(workbook: Excel.Workbook, { name, columns, rows }: WrittenSheet): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, kind }) => ({
    width,
    style: {
      ...(kind === 'text' ? { numFmt: '@' } : {}),
      alignment: { vertical: 'top', wrapText: true },
    },
  }));
  const head = sheet.addRow(columns.map((column) => column.head));
  head.font = { bold: true };
  head.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEAF1F6' } };
  });
  for (const row of rows) {
    const added = sheet.addRow(
      row.map((text, index) => {
        if (text === '') return null;
        return isAmount(columns[index], text) ? Number(text) : cellText(text);
      }),
    );
    if (['部分', '加分部分', '分项'].includes(row[0] ?? '')) added.font = { bold: true };
  }
}

/** 说明, then the sheets of the table. */
export async function writeSchemeWorkbook({ notes, sheets }: SchemeTable): Promise<Uint8Array> {
  const workbook = new Excel.Workbook();
  const guide = workbook.addWorksheet(notes.name);
  guide.columns = [{ width: 120, style: { alignment: { wrapText: true, vertical: 'top' } } }];
  for (const line of notes.lines) guide.addRow([cellText(line)]);
  guide.getRow(1).font = { bold: true };
  for (const sheet of sheets) addSheet(workbook, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
