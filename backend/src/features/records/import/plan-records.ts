import {
  wholeRecord,
  type RecordFields,
  type RecordKindId,
  type RecordProblem,
} from '@liangxing/contracts';
import type { StoredRecord } from '../record';
import { problemsOf, type ReadRecord } from './read-record-rows';

export const RECORD_ACTIONS = ['insert', 'update', 'unchanged', 'error'] as const;
export type RecordAction = (typeof RECORD_ACTIONS)[number];

/** What a row would do to its list. */
export interface PlannedRecord {
  readonly row: ReadRecord;
  readonly action: RecordAction;
  readonly target: StoredRecord | null;
  /** What would be stored; null where the row is wrong. */
  readonly fields: RecordFields | null;
  readonly problems: readonly RecordProblem[];
}

const keyOf = (fields: RecordFields): string => JSON.stringify(Object.entries(fields).sort());

/**
 * Plans every row in the order of the file. A row with the id of a record changes that record where it tells
 * something else; blank cells keep what is stored. A row that repeats a record word for word adds nothing.
 */
export function planRecords(
  kind: RecordKindId,
  rows: readonly ReadRecord[],
  stored: readonly StoredRecord[],
): PlannedRecord[] {
  const byId = new Map(stored.map((record) => [record.id, record]));
  const known = new Set(stored.map(({ fields }) => keyOf(wholeRecord(kind, fields))));
  return rows.map((row): PlannedRecord => {
    const target = (row.id === null ? undefined : byId.get(row.id)) ?? null;
    // A second row with the same id would be written over the first.
    if (target !== null) byId.delete(target.id);
    const problems = problemsOf(kind, row, target?.fields);
    if (problems.length > 0) return { row, action: 'error', target, fields: null, problems };
    const fields = wholeRecord(kind, { ...target?.fields, ...row.values });
    const key = keyOf(fields);
    const isKnown =
      target === null ? known.has(key) : key === keyOf(wholeRecord(kind, target.fields));
    known.add(key);
    const action = isKnown ? 'unchanged' : target === null ? 'insert' : 'update';
    return { row, action, target, fields, problems };
  });
}
