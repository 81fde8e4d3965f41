/** Tables from files, for tasks of threads and for commands: the process that answers people never reads one. */
import {
  SpreadsheetProblem,
  type Spreadsheet,
  type SpreadsheetLimits,
} from '@liangxing/spreadsheet';
import { readSpreadsheet, type Moderniser } from '@liangxing/spreadsheet/read';
import { join } from 'node:path';
import { ASKS_PASSWORD, UNREADABLE } from './confined/exit-codes';
import { ConfinedFailure, runConfined, type ConfinedBounds } from './confined/run-confined';

/** Built beside the program that runs this (`backend/build.mjs`). */
const CONVERTER = join(import.meta.dirname, 'convert-workbook.js');
/**
 * A workbook of 50,000 rows has 11 MB and takes 7 s and some 400 MB beyond what Node asks for; one of some kB takes half a
 * second, unless it is damaged so that it never ends.
 */
const boundsOf = (bytes: number): ConfinedBounds => ({
  cpuSeconds: 3 + Math.ceil(bytes / 2 ** 20),
  addressSpaceKiB: 2_500_000,
  wallSeconds: 30,
  outputBytes: 200 * 2 ** 20,
});
/** The workbook's fault; where it could not even be begun, ours. */
const REFUSALS: readonly (number | undefined)[] = [ASKS_PASSWORD, UNREADABLE, undefined];

const modernise: Moderniser = async (bytes) => {
  try {
    return await runConfined(CONVERTER, bytes, boundsOf(bytes.length));
  } catch (error) {
    if (!(error instanceof ConfinedFailure) || !REFUSALS.includes(error.exitCode)) throw error;
    throw new SpreadsheetProblem(
      error.exitCode === ASKS_PASSWORD ? 'spreadsheet_encrypted' : 'spreadsheet_old_xls',
    );
  }
};

/**
 * Reads an .xlsx, .xls, .et, .ods or .csv by its content.
 * @throws SpreadsheetProblem with a code and the place
 */
export const readTable = (bytes: Buffer, limits: SpreadsheetLimits): Promise<Spreadsheet> =>
  readSpreadsheet(bytes, limits, modernise);
