import {
  type RecordFields,
  type RecordKindId,
  type RecordValue,
  recordKind,
} from '@liangxing/contracts';
import type { RecordCountDto, RecordDto, RecordImportDto } from '../../core/api/generated/openapi';

export type ListRecord = RecordDto;
export type RecordCount = RecordCountDto;
export type RecordImport = RecordImportDto;

/** How a file is to be read where it may be read in several ways. */
export interface FileReadingChoices {
  readonly sheet?: string;
  readonly leavesOutHidden?: boolean;
  readonly leavesOutStruck?: boolean;
  readonly anyway?: boolean;
}

/** Members whom names in a record mean, by field; null: a name alone. */
export type RecordAccounts = Readonly<Record<string, string | null>>;

/** What a person writes in a record. */
export interface RecordContent {
  readonly fields: RecordFields;
  readonly accounts: RecordAccounts;
}

/** What was typed of a record and is not stored yet. `version` 0: it is new. Older ones know no accounts. */
export interface RecordDraft {
  readonly id: string | null;
  readonly version: number;
  readonly fields: RecordFields;
  readonly accounts?: RecordAccounts;
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

/** The accounts of a kept draft; one that knows none has those of the names that stand there still. */
export function accountsOf(draft: RecordDraft, stored: RecordContent): RecordAccounts {
  if (draft.accounts) return draft.accounts;
  const stands = ([id]: [string, unknown]) => draft.fields[id] === stored.fields[id];
  return Object.fromEntries(Object.entries(stored.accounts).filter(stands));
}

export function isSameRecord(left: RecordContent, right: RecordContent): boolean {
  return isSame(left.fields, right.fields) && isSame(left.accounts, right.accounts);
}

function isSame(left: RecordFields, right: RecordFields): boolean {
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
