/** An old workbook (.xls, .et) on stdin → the same as .xlsx on stdout. Run by `kernel/table-files`, within its bounds. */
import { modernWorkbook } from '@liangxing/spreadsheet/old-workbook';
import { readFileSync, writeFileSync } from 'node:fs';
import { ASKS_PASSWORD } from './kernel/confined/exit-codes';

const [STDIN, STDOUT] = [0, 1];

const modern = modernWorkbook(readFileSync(STDIN));
if (modern) writeFileSync(STDOUT, modern);
else process.exitCode = ASKS_PASSWORD;
