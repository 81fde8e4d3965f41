import {
  type RecordFields,
  type RecordKindId,
  type RecordValue,
  recordKind,
} from '@liangxing/contracts';
import type { TableNote } from '../../core/tables/table-note';

/** How a file is to be read where it may be read in several ways. */
export interface FileReadingChoices {
  readonly sheet?: string;
  readonly leavesOutHidden?: boolean;
  readonly leavesOutStruck?: boolean;
  readonly anyway?: boolean;
}

/** An entry of a list as the server gives it. */
export interface ListRecord {
  readonly id: string;
  readonly version: number;
  readonly kind: RecordKindId;
  /** 1, 2, … within its list. */
  readonly number: number;
  readonly fields: RecordFields;
  readonly updatedAt: string;
  readonly updatedByName: string;
}

export interface RecordsPage {
  readonly total: number;
  readonly rows: readonly ListRecord[];
}

export interface RecordCount {
  readonly kind: RecordKindId;
  readonly total: number;
  readonly years: readonly { readonly year: number; readonly count: number }[];
}

export interface RecordEvidence {
  readonly evidenceId: string;
  readonly title: string;
  readonly revision: number;
  readonly itemIds: readonly string[];
}

export interface RecordImportProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A spreadsheet on its way into a list. */
export interface RecordImport {
  readonly id: string;
  readonly state: 'previewed' | 'committed' | 'undone';
  readonly fileName: string;
  readonly columns: readonly { readonly head: string; readonly field: string | null }[];
  /** Sheets that were read, and those with the same columns. */
  readonly sheets: readonly string[];
  readonly alike: readonly string[];
  readonly notes: readonly TableNote[];
  readonly rows: readonly {
    readonly sheet: string;
    readonly remarks: readonly string[];
    readonly rowNumber: number;
    readonly action: 'insert' | 'update' | 'unchanged' | 'error';
    readonly title: string;
    readonly problems: readonly RecordImportProblem[];
  }[];
  readonly summary: {
    readonly rows: number;
    readonly toInsert: number;
    readonly toUpdate: number;
    readonly unchanged: number;
    readonly errors: number;
  };
  readonly written: number;
}

/** What was typed of a record and is not stored yet. `version` 0: it is new. */
export interface RecordDraft {
  readonly id: string | null;
  readonly version: number;
  readonly fields: RecordFields;
}

/** A typed text as the value of a field; a figure that is none stays text, so that the server names it. */
export function typedValue(kind: RecordKindId, fieldId: string, text: string): RecordValue {
  const type = recordKind(kind).fields.find(({ id }) => id === fieldId)?.type;
  if (type === 'date') return text === '' ? null : text;
  if (type !== 'number') return text;
  const plain = text.trim();
  if (plain === '') return null;
  return Number.isFinite(Number(plain)) ? Number(plain) : plain;
}

export function isSameRecord(left: RecordFields, right: RecordFields): boolean {
  const ids = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...ids].every((id) => (left[id] ?? '') === (right[id] ?? ''));
}

/** Where an unfinished record waits on this machine. */
export function draftKey(
  userId: string,
  organizationId: string,
  kind: RecordKindId,
  id: string | null,
): string {
  return `record:${userId}:${organizationId}:${kind}:${id ?? 'new'}`;
}
