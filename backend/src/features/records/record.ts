import type { RecordFields, RecordKindId } from '@liangxing/contracts';
import type { Accounts } from '../organizations';

/** One entry of a list: a law, a training, an inspection. */
export interface StoredRecord {
  readonly id: string;
  readonly version: number;
  readonly kind: RecordKindId;
  /** 1, 2, … within its list. */
  readonly number: number;
  readonly fields: RecordFields;
  readonly updatedAt: Date;
  readonly updatedByName: string;
}

/** With the members whom its names mean, by the ids of their fields. */
export interface ShownRecord extends StoredRecord {
  readonly accounts: Accounts;
}

export interface RecordFilter {
  /** Part of any text of the record. */
  readonly q?: string | undefined;
  readonly year?: number | undefined;
}

/** How many records a list has, in all and by the year of its day. */
export interface RecordCount {
  readonly kind: RecordKindId;
  readonly total: number;
  readonly years: readonly { readonly year: number; readonly count: number }[];
}
