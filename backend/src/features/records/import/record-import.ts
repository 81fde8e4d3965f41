import type { RecordFields, RecordKindId } from '@liangxing/contracts';
import type { SaidOfFile } from './read-record-file';
import type { ReadRecord } from './read-record-rows';
import type { HeadColumn } from './recognise-heads';

export const RECORD_IMPORT_STATES = ['previewed', 'committed', 'undone'] as const;
export type RecordImportState = (typeof RECORD_IMPORT_STATES)[number];

/** What a commit wrote: enough to take it back. */
export interface WrittenRecord {
  readonly id: string;
  /** Null: the import added it. */
  readonly before: RecordFields | null;
  readonly versionAfter: number;
}

export interface RecordImport {
  readonly id: string;
  readonly kind: RecordKindId;
  readonly state: RecordImportState;
  readonly fileName: string;
  readonly columns: readonly HeadColumn[];
  readonly rows: readonly ReadRecord[];
  readonly said: SaidOfFile;
  readonly written: readonly WrittenRecord[];
  readonly createdAt: Date;
  readonly createdByName: string;
}
