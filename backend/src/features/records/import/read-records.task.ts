import type { RecordKindId } from '@liangxing/contracts';
import { SPREADSHEET_LIMITS } from '@liangxing/spreadsheet';
import { readFile } from 'node:fs/promises';
import { readTable } from '../../../kernel/table-files';
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
  const spreadsheet = await readTable(await readFile(input.path), limits);
  const file = readRecordSheets(input.kind, input.fileName, spreadsheet, input.choices);
  return file.count > input.most ? { ...file, rows: [] } : file;
}
