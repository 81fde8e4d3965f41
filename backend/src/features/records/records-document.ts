import { recordKind, recordText, type RecordKindId } from '@liangxing/contracts';
import type { RecordsDocument } from '@liangxing/dossier';
import type { StoredRecord } from './record';

export interface ListOwner {
  readonly name: string;
  readonly shortName: string;
  readonly isSample: boolean;
}

/** The newest change dates the file: the same list makes the same file on any day. */
export interface ListDate {
  /** The organization's day of it. */
  readonly day: string;
  /** ISO instant. */
  readonly instant: string;
}

/** A list as it is printed: columns for the short fields, the others below their row. Pure. */
export function recordsDocument(
  kind: RecordKindId,
  records: readonly Pick<StoredRecord, 'fields'>[],
  year: number | null,
  owner: ListOwner,
  date: ListDate,
): RecordsDocument {
  const { label, fields } = recordKind(kind);
  const shown = fields.filter(({ column }) => column !== undefined);
  const rest = fields.filter(({ column }) => column === undefined);
  const period = year === null ? '' : `${year} 年，`;
  return {
    enterpriseName: owner.name,
    shortName: owner.shortName,
    title: label.zh,
    subtitle: `${period}共 ${records.length} 条`,
    date: date.day,
    createdAt: `${date.instant.slice(0, 19)}Z`,
    producer: '良行',
    isSample: owner.isSample,
    columns: shown.map(({ label: { zh }, column = 10, type }) => ({
      heading: zh,
      weight: column,
      ...(type === 'date' ? { align: 'center' as const } : {}),
      ...(type === 'number' ? { align: 'right' as const } : {}),
    })),
    rows: records.map(({ fields: values }) => ({
      cells: shown.map((field) => recordText(field, values[field.id] ?? null, 'zh')),
      more: rest.flatMap((field) => {
        const text = recordText(field, values[field.id] ?? null, 'zh');
        return text === '' ? [] : [`${field.label.zh}：${text.replace(/\n+/g, ' ')}`];
      }),
    })),
  };
}
