import type { RecordKindId } from '@liangxing/contracts';
import { renderRecordsPdf } from '@liangxing/dossier/render';
import { documentFonts } from '../../../kernel/fonts';
import type { StoredRecord } from '../record';
import { recordsDocument, type ListDate, type ListOwner } from '../records-document';

export interface PrintedRecords {
  readonly kind: RecordKindId;
  /** JSON of records, as the repository tells them. */
  readonly records: string;
  /** null: of all years. */
  readonly year: number | null;
  readonly owner: ListOwner;
  readonly date: ListDate;
}

/** A list, or a year of it, as the bytes of a PDF. */
export async function printRecords(printed: PrintedRecords): Promise<Uint8Array> {
  const { kind, year, owner, date } = printed;
  const records = JSON.parse(printed.records) as Pick<StoredRecord, 'fields'>[];
  const document = recordsDocument(kind, records, year, owner, date);
  return renderRecordsPdf(document, { fonts: await documentFonts() });
}
