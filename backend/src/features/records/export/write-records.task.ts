import type { RecordKindId, Wording } from '@liangxing/contracts';
import type { StoredRecord } from '../record';
import { writeRecordsXlsx } from './write-records-xlsx';

export interface WrittenRecords {
  readonly kind: RecordKindId;
  /** JSON of records, as the repository tells them. */
  readonly records: string;
  readonly side: keyof Wording;
}

/** A list as the bytes of a workbook. */
export async function writeRecords({ kind, records, side }: WrittenRecords): Promise<Uint8Array> {
  const rows = JSON.parse(records) as Pick<StoredRecord, 'id' | 'fields'>[];
  return writeRecordsXlsx(kind, rows, side);
}
