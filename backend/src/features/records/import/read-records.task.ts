import type { RecordKindId } from '@liangxing/contracts';
import { SPREADSHEET_LIMITS } from '@liangxing/spreadsheet';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import { readFile } from 'node:fs/promises';
import { readRecordSheets, type RecordFile, type RecordFileChoices } from './read-record-file';

/** The rows of a list from a file; more than `most` are counted only. */
export async function readRecordFile(input: {
  readonly path: string;
  readonly fileName: string;
  readonly maxBytes: number;
  readonly kind: RecordKindId;
  readonly choices: RecordFileChoices;
  readonly most: number;
}): Promise<RecordFile> {
  const limits = { ...SPREADSHEET_LIMITS, bytes: input.maxBytes };
  const spreadsheet = await readSpreadsheet(await readFile(input.path), limits);
  const file = readRecordSheets(input.kind, input.fileName, spreadsheet, input.choices);
  return file.count > input.most ? { ...file, rows: [] } : file;
}
