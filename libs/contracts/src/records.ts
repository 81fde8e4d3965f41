import { FIRST_YEAR, isCalendarDay, isPlausibleDay } from './days';
import type { FieldCode } from './field-messages';
import type { RecordField, RecordKind } from './record-kind';
import { RECORD_KINDS } from './record-kinds';

export type RecordKindId = keyof typeof RECORD_KINDS;
export type RecordValue = string | number | null;
/** A value per field of the kind: empty text, or null for a day and a number, where nothing is known. */
export type RecordFields = Readonly<Record<string, RecordValue>>;

export const RECORD_KIND_IDS = Object.keys(RECORD_KINDS) as readonly RecordKindId[];

export const RECORD_TEXT_LIMITS = { text: 200, long_text: 4_000, standard: 200 } as const;
const LARGEST_NUMBER = 1_000_000_000;

export function isRecordKind(id: string): id is RecordKindId {
  return Object.hasOwn(RECORD_KINDS, id);
}

export function recordKind(id: RecordKindId): RecordKind {
  return RECORD_KINDS[id];
}

/** What an untouched field holds. */
function emptyValue({ type }: RecordField): RecordValue {
  return type === 'date' || type === 'number' ? null : '';
}

export function emptyRecord(kind: RecordKindId): RecordFields {
  return Object.fromEntries(recordKind(kind).fields.map((field) => [field.id, emptyValue(field)]));
}

export interface RecordProblem {
  /** Id of the field. */
  readonly field: string;
  readonly code: FieldCode;
  readonly parameters?: Readonly<Record<string, string | number>>;
}

function dayProblem({ id }: RecordField, value: unknown): RecordProblem | undefined {
  if (!isCalendarDay(value)) return { field: id, code: 'not_date' };
  return isPlausibleDay(value)
    ? undefined
    : { field: id, code: 'year_out_of_range', parameters: { n: FIRST_YEAR } };
}

function textProblem(
  { id, type, choices }: RecordField,
  value: unknown,
): RecordProblem | undefined {
  if (typeof value !== 'string') return { field: id, code: 'not_text' };
  if (type === 'choice')
    return value === '' || choices?.some((choice) => choice.id === value)
      ? undefined
      : { field: id, code: 'not_one_of' };
  const n = RECORD_TEXT_LIMITS[type === 'long_text' ? 'long_text' : 'text'];
  return value.length > n ? { field: id, code: 'too_long', parameters: { n } } : undefined;
}

function numberProblem({ id }: RecordField, value: unknown): RecordProblem | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return { field: id, code: 'not_number' };
  if (value < 0) return { field: id, code: 'too_small', parameters: { n: 0 } };
  return value > LARGEST_NUMBER
    ? { field: id, code: 'too_large', parameters: { n: LARGEST_NUMBER } }
    : undefined;
}

function valueProblem(field: RecordField, value: unknown): RecordProblem | undefined {
  if (value === null || value === '')
    return field.isRequired ? { field: field.id, code: 'required' } : undefined;
  if (field.type === 'number') return numberProblem(field, value);
  return field.type === 'date' ? dayProblem(field, value) : textProblem(field, value);
}

/** Everything that is wrong with a record; an empty list where it can be stored. */
export function recordProblems(
  kind: RecordKindId,
  given: Readonly<Record<string, unknown>>,
): readonly RecordProblem[] {
  const { fields } = recordKind(kind);
  const unknown = Object.keys(given)
    .filter((id) => !fields.some((field) => field.id === id))
    .map((field): RecordProblem => ({ field, code: 'unknown_field' }));
  const wrong = fields.flatMap((field) => valueProblem(field, given[field.id] ?? null) ?? []);
  const isWrong = (id: string): boolean => wrong.some(({ field }) => field === id);
  const turned = fields.flatMap(({ id, notBefore }): RecordProblem[] => {
    if (notBefore === undefined || isWrong(id) || isWrong(notBefore.field)) return [];
    const [from, to] = [given[notBefore.field], given[id]];
    const isTurned = typeof from === 'string' && typeof to === 'string' && from && to && to < from;
    return isTurned ? [{ field: id, code: notBefore.code }] : [];
  });
  return [...unknown, ...wrong, ...turned];
}

/** The record with every field of its kind, unknown ones left out. Only for values without problems. */
export function wholeRecord(
  kind: RecordKindId,
  given: Readonly<Record<string, unknown>>,
): RecordFields {
  return Object.fromEntries(
    recordKind(kind).fields.map((field) => {
      const value = given[field.id];
      const isGiven = typeof value === 'number' || (typeof value === 'string' && value !== '');
      return [field.id, isGiven ? value : emptyValue(field)];
    }),
  );
}

/** A value as people read it: the choice's label, the day, the text. */
export function recordText(field: RecordField, value: RecordValue, language: 'zh' | 'en'): string {
  if (value === null) return '';
  if (field.type !== 'choice') return String(value);
  return field.choices?.find(({ id }) => id === value)?.label[language] ?? '';
}
