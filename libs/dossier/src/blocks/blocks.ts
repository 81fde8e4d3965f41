import type { PlainTable } from '../system-documents/plain-tables';

/** A piece of a report, the same on paper and in Word. */
export type ReportBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'remark'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PlainTable }
  | { readonly kind: 'signatures'; readonly lines: readonly SignatureOfReport[] };

/** A line to sign on: as what, and whose name stands below it. */
export interface SignatureOfReport {
  readonly role: string;
  readonly name: string;
}

export const headingBlock = (text: string): ReportBlock => ({ kind: 'heading', text });
export const paragraphBlock = (text: string): ReportBlock => ({ kind: 'paragraph', text });
export const remarkBlock = (text: string): ReportBlock => ({ kind: 'remark', text });
export const tableBlock = (
  columns: PlainTable['columns'],
  rows: readonly (readonly string[])[],
): ReportBlock => ({
  kind: 'table',
  table: { columns, rows: rows.map((cells) => ({ kind: 'body', cells })) },
});
