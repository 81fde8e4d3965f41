import type { Scheme } from '@liangxing/scheme';
import { schemeFromTable, SchemeTableError, type TableProblem } from '@liangxing/scheme/loader';
import { SPREADSHEET_LIMITS } from '@liangxing/spreadsheet';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import { readFile } from 'node:fs/promises';

/** The scheme that a workbook holds, or everything that is wrong with it. */
export async function readSchemeFile(input: {
  readonly path: string;
  readonly maxBytes: number;
}): Promise<Scheme | readonly TableProblem[]> {
  const limits = { ...SPREADSHEET_LIMITS, bytes: input.maxBytes };
  const { sheets } = await readSpreadsheet(await readFile(input.path), limits);
  try {
    return schemeFromTable(sheets);
  } catch (error) {
    if (error instanceof SchemeTableError) return error.problems;
    throw error;
  }
}
