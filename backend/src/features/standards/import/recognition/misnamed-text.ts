/** Text whose name claims to be a workbook. */
import { SpreadsheetProblem, type Spreadsheet } from '@liangxing/spreadsheet';
import { bestSheet } from './choose-sheets';
import { recogniseTable } from './recognise-columns';

const claimsWorkbook = (fileName: string, encoding: string): boolean =>
  !['xlsx', 'ods'].includes(encoding) && /\.xls[a-z]?$/i.test(fileName);

/** Note above the preview: by its name a workbook, read as text in this encoding. */
export interface ReadAsText {
  readonly rowNumber: 0;
  readonly kind: 'read_as_text';
  readonly text: string;
}

/** @param encoding as the reader found it */
export function misnamedNotes(fileName: string, encoding: string): readonly ReadAsText[] {
  if (!claimsWorkbook(fileName, encoding)) return [];
  return [{ rowNumber: 0, kind: 'read_as_text', text: encoding.toUpperCase() }];
}

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
