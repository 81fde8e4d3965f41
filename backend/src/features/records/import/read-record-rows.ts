import {
  RECORD_TEXT_LIMITS,
  recordKind,
  recordProblems,
  type RecordField,
  type RecordKindId,
  type RecordProblem,
  type RecordValue,
} from '@liangxing/contracts';
import { isUuid } from '../../../kernel/database/uuid';
import { readDate } from '../../standards/pure';
import { tidyRecord } from '../tidy-fields';
import { headKey, ID_COLUMN, type RecognisedSheet } from './recognise-heads';

/** A row of a file: what it tells, what is wrong with it. Blank cells tell nothing. */
export interface ReadRecord {
  readonly rowNumber: number;
  /** The record that the row names. */
  readonly id: string | null;
  readonly values: Readonly<Record<string, RecordValue>>;
  /** Cells that could not be read, as they stand. */
  readonly unread: Readonly<Record<string, string>>;
  readonly problems: readonly RecordProblem[];
}

type Reading = { readonly value: RecordValue } | { readonly code: RecordProblem['code'] };

/** A figure with its unit, a choice; what is longer is a sentence. */
const LONGEST_WORD = 100;

/** `12`, `12 人`, `1.5 学时`: a figure may bear its unit. */
function readNumber(text: string): Reading {
  if (text.length > LONGEST_WORD) return { code: 'not_number' };
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const [, figure] =
    /^(\d+(?:\.\d+)?(?:e[-+]?\d+)?)(?:人|人次|名|个?学时|课时|个?小时|h)?$/i.exec(plain) ?? [];
  return figure === undefined ? { code: 'not_number' } : { value: Number(figure) };
}

function readChoice({ choices = [] }: RecordField, text: string): Reading {
  const key = text.length > LONGEST_WORD ? '' : headKey(text);
  const found = choices.find(({ id, label }) =>
    [id, label.zh, label.en].some((name) => headKey(name) === key),
  );
  return found === undefined ? { code: 'not_one_of' } : { value: found.id };
}

function readCell(field: RecordField, text: string): Reading {
  if (field.type === 'number') return readNumber(text);
  if (field.type === 'choice') return readChoice(field, text);
  if (field.type !== 'date') return { value: text };
  const reading = readDate(text);
  if (reading.kind === 'none') return { value: null };
  return reading.kind === 'date' ? { value: reading.day } : { code: 'not_date' };
}

/** Of a text that is too long so much that it still is. */
const shortened = (value: RecordValue): RecordValue =>
  typeof value === 'string' ? value.slice(0, RECORD_TEXT_LIMITS.long_text + 1) : value;

/** Rows that hold something in a known column. */
export function readRecordRows(
  kind: RecordKindId,
  { columns, rows }: RecognisedSheet,
): ReadRecord[] {
  const fields = new Map(recordKind(kind).fields.map((field) => [field.id, field]));
  return rows.flatMap(({ number, cells }) => {
    const values: Record<string, RecordValue> = {};
    const unread: Record<string, string> = {};
    const problems: RecordProblem[] = [];
    let id: string | null = null;
    for (const { index, field: name } of columns) {
      const text = cells[index]?.trim() ?? '';
      if (name === null || text === '') continue;
      if (name === ID_COLUMN) id = isUuid(text) ? text.toLowerCase() : null;
      const field = fields.get(name);
      if (field === undefined) continue;
      const reading = readCell(field, text);
      if ('value' in reading) {
        const tidied = shortened(tidyRecord(kind, { [name]: reading.value })[name] as RecordValue);
        if (tidied !== null && tidied !== '') values[name] = tidied;
      } else {
        unread[name] = text.slice(0, 200);
        problems.push({ field: name, code: reading.code });
      }
    }
    const isBlank = Object.keys(values).length + problems.length === 0;
    return isBlank ? [] : [{ rowNumber: number, id, values, unread, problems }];
  });
}

/** What is wrong with a row's record, those cells first that could not be read at all. */
export function problemsOf(
  kind: RecordKindId,
  { problems, values }: ReadRecord,
  before: Readonly<Record<string, RecordValue>> = {},
): readonly RecordProblem[] {
  const unread = new Set(problems.map(({ field }) => field));
  const further = recordProblems(kind, { ...before, ...values });
  return [...problems, ...further.filter(({ field }) => !unread.has(field))];
}
