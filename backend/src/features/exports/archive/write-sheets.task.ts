import Excel from 'exceljs';
import { addTextSheet, type TextColumn } from '../../../kernel/pure';

export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** Sheets of texts as the bytes of one workbook: nothing in it runs. */
export async function writeSheets(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const workbook = new Excel.Workbook();
  for (const { name, columns, rows } of sheets) addTextSheet(workbook, name, columns, rows, true);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
