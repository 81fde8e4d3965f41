/** An old workbook (.xls, .et) on stdin → the same as .xlsx on stdout. Run by `kernel/table-files`, within its bounds. */
import { modernWorkbook } from '@liangxing/spreadsheet/old-workbook';
import { readFileSync, writeFileSync } from 'node:fs';
import { ASKS_PASSWORD, UNREADABLE } from './kernel/confined/exit-codes';

const [STDIN, STDOUT] = [0, 1];

const old = readFileSync(STDIN);
let modern: Uint8Array | undefined;
try {
  modern = modernWorkbook(old);
  if (modern === undefined) process.exitCode = ASKS_PASSWORD;
} catch {
  process.exitCode = UNREADABLE;
}
if (modern !== undefined) writeFileSync(STDOUT, modern);
