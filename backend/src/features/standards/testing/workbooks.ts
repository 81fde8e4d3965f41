/** Workbooks for the tests, made as companies make them. */
import Excel from 'exceljs';

export async function workbook(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  shape?: (book: Excel.Workbook) => void,
): Promise<Buffer> {
  const book = new Excel.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row] as Excel.CellValue[]);
  }
  shape?.(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export function upload(bytes: Buffer | string, name = '台账.xlsx'): FormData {
  const form = new FormData();
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
  return form;
}
