import { recordKind, type RecordKindId } from '@liangxing/contracts';
import { SPREADSHEET_LIMITS } from '@liangxing/spreadsheet';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import { readFile } from 'node:fs/promises';
import { readRecordRows, type ReadRecord } from './read-record-rows';
import { recogniseHeads, type HeadColumn } from './recognise-heads';

export interface RecordFile {
  readonly columns: readonly HeadColumn[];
  /** Whether a column holds what every record needs. */
  readonly hasTitle: boolean;
  readonly count: number;
  /** Empty where the file cannot be taken. */
  readonly rows: readonly ReadRecord[];
}

/** The rows of a list from a file; more than `most` are counted only. */
export async function readRecordFile(input: {
  readonly path: string;
  readonly maxBytes: number;
  readonly kind: RecordKindId;
  readonly most: number;
}): Promise<RecordFile> {
  const { kind, most } = input;
  const limits = { ...SPREADSHEET_LIMITS, bytes: input.maxBytes };
  const { sheets } = await readSpreadsheet(await readFile(input.path), limits);
  const recognised = recogniseHeads(kind, sheets);
  const { columns } = recognised;
  const hasTitle = columns.some(({ field }) => field === recordKind(kind).titleField);
  const rows = hasTitle ? readRecordRows(kind, recognised) : [];
  return { columns, hasTitle, count: rows.length, rows: rows.length > most ? [] : rows };
}
