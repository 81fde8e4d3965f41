/** Text whose name claims to be a workbook. */
import { SpreadsheetProblem, type Spreadsheet } from '@liangxing/spreadsheet';
import { claimsWorkbook } from '@liangxing/tables';
import { bestSheet } from './choose-sheets';
import { recogniseTable } from './recognise-columns';

/**
 * A real register that was only named wrongly is read as the text it is (the preview shows its encoding); any other
 * text is no table and must not look like one.
 * @throws SpreadsheetProblem spreadsheet_wrong_type
 */
export function refuseMisnamedText(fileName: string, { encoding, sheets }: Spreadsheet): void {
  if (!claimsWorkbook(fileName, encoding)) return;
  const sheet = sheets[bestSheet(sheets)];
  const table = sheet && recogniseTable(sheet);
  const isRegister =
    table !== undefined &&
    table.headerRow > 0 &&
    table.columns.length >= 2 &&
    table.columns.some(({ field }) => field === 'number' || field === 'title');
  if (!isRegister) throw new SpreadsheetProblem('spreadsheet_wrong_type', { found: 'TXT' });
}
