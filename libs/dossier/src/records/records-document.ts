import type { IsoDate } from '@liangxing/scheme';
import type { PlainColumn } from '../system-documents/plain-tables';

/** A list of the enterprise as printed: laws, trainings, inspections. Plain JSON, ready to print. */
export interface RecordsDocument {
  readonly enterpriseName: string;
  readonly shortName: string;
  /** `标准化培训记录` */
  readonly title: string;
  /** What of the list it shows: `2026 年，共 12 条`. */
  readonly subtitle: string;
  /** Day of the newest change. */
  readonly date: IsoDate;
  /** UTC instant, the file's creation date. */
  readonly createdAt: string;
  /** Name and version of the program. */
  readonly producer: string;
  readonly isSample: boolean;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly RecordsRow[];
}

export interface RecordsRow {
  /** One per column. */
  readonly cells: readonly string[];
  /** What the columns have no room for, `label：text`; below the row, over its whole width. */
  readonly more: readonly string[];
}
