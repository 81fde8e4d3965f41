import {
  FIRST_YEAR,
  RECORD_TEXT_LIMITS,
  recordKind,
  recordProblems,
  type RecordField,
  type RecordKindId,
  type RecordProblem,
  type RecordValue,
} from '@liangxing/contracts';
import type { Sheet } from '@liangxing/spreadsheet';
import {
  headerKey,
  isErrorCell,
  readDate,
  walkRows,
  type LeftOutRows,
  type MeantRow,
  type TableCounts,
  type TableRemarkCode,
} from '@liangxing/tables';
import { isUuid } from '../../../kernel/pure';
import { tidyRecord } from '../tidy-fields';
import { ID_COLUMN, type RecognisedHeads } from './recognise-heads';

/** Something to look at that keeps no row out. */
interface RecordRemark {
  /** Null: the whole row. */
  readonly field: string | null;
  readonly code: TableRemarkCode;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A row of a file: what it tells, what is wrong with it. Blank cells tell nothing. */
export interface ReadRecord {
  /** Name of its sheet where several are read together. */
  readonly sheet?: string | undefined;
  readonly rowNumber: number;
  /** The record that the row names. */
  readonly id: string | null;
  readonly values: Readonly<Record<string, RecordValue>>;
  /** Cells that could not be read, as they stand. */
  readonly unread: Readonly<Record<string, string>>;
  readonly problems: readonly RecordProblem[];
  readonly remarks?: readonly RecordRemark[] | undefined;
}

interface ReadRecords extends TableCounts {
  readonly rows: readonly ReadRecord[];
}

type Reading = { readonly value: RecordValue } | Omit<RecordProblem, 'field'>;

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
  const key = text.length > LONGEST_WORD ? '' : headerKey(text);
  const found = choices.find(({ id, label }) =>
    [id, label.zh, label.en].some((name) => key !== '' && headerKey(name) === key),
  );
  return found === undefined ? { code: 'not_one_of' } : { value: found.id };
}

function readCell(field: RecordField, text: string, is1904: boolean): Reading {
  if (field.type === 'number') return readNumber(text);
  if (field.type === 'choice') return readChoice(field, text);
  if (field.type !== 'date') return { value: text };
  const reading = readDate(text, is1904);
  if (reading.kind === 'none') return { value: null };
  if (reading.kind === 'date') return { value: reading.day };
  return reading.code === 'date_out_of_range'
    ? { code: 'year_out_of_range', parameters: { n: FIRST_YEAR } }
    : { code: 'not_date' };
}

/** Of a text that is too long so much that it still is. */
const shortened = (value: RecordValue): RecordValue =>
  typeof value === 'string' ? value.slice(0, RECORD_TEXT_LIMITS.long_text + 1) : value;

/** Reads the rows of one sheet into records of a list. */
class RecordReading {
  readonly rows: ReadRecord[] = [];
  private readonly fields: ReadonlyMap<string, RecordField>;

  constructor(
    private readonly kind: RecordKindId,
    private readonly columns: RecognisedHeads['columns'],
    private readonly is1904: boolean,
    private readonly sheet: string | undefined,
  ) {
    this.fields = new Map(recordKind(kind).fields.map((field) => [field.id, field]));
  }

  add(row: MeantRow): void {
    const values: Record<string, RecordValue> = {};
    const unread: Record<string, string> = {};
    const problems: RecordProblem[] = [];
    const id = this.idOf(row.cells);
    const remarks = this.remarksOf(row);
    for (const { field, text } of this.cellsOf(row)) {
      if (id === null && isErrorCell(text)) {
        remarks.push({ field: field.id, code: 'cell_error', parameters: { value: text } });
        continue;
      }
      const reading = readCell(field, text, this.is1904);
      if ('value' in reading) {
        const { [field.id]: tidied } = tidyRecord(this.kind, { [field.id]: reading.value });
        const value = shortened(tidied as RecordValue);
        if (value !== null && value !== '') values[field.id] = value;
      } else {
        unread[field.id] = text.slice(0, 200);
        problems.push({ field: field.id, ...reading });
      }
    }
    if (Object.keys(values).length + problems.length === 0) return;
    const { sheet } = this;
    this.rows.push({ sheet, rowNumber: row.number, id, values, unread, problems, remarks });
  }

  private cellsOf({ cells }: MeantRow): { readonly field: RecordField; readonly text: string }[] {
    return this.columns.flatMap(({ index, field: name }) => {
      const field = name === null ? undefined : this.fields.get(name);
      const text = cells[index]?.trim() ?? '';
      return field === undefined || text === '' ? [] : [{ field, text }];
    });
  }

  private idOf(cells: MeantRow['cells']): string | null {
    const column = this.columns.find(({ field }) => field === ID_COLUMN);
    const text = column === undefined ? '' : (cells[column.index]?.trim() ?? '');
    return isUuid(text) ? text.toLowerCase() : null;
  }

  private remarksOf({ unusual, isHidden, isStruck }: MeantRow): RecordRemark[] {
    const remarks: RecordRemark[] = unusual.map(({ index, code }) => ({
      field: this.columns.find((column) => column.index === index)?.field ?? null,
      code,
    }));
    if (isHidden) remarks.push({ field: null, code: 'row_hidden' });
    if (isStruck) remarks.push({ field: null, code: 'row_struck' });
    return remarks;
  }
}

/**
 * Rows that hold something in a known column.
 * @param sheetName where several sheets are read together
 */
export function readRecordRows(
  kind: RecordKindId,
  sheet: Sheet,
  heads: RecognisedHeads,
  leftOut: LeftOutRows,
  sheetName?: string,
): ReadRecords {
  const indexOf = (name: string): number | undefined =>
    heads.columns.find(({ field }) => field === name)?.index;
  const id = indexOf(ID_COLUMN);
  const reading = new RecordReading(kind, heads.columns, sheet.is1904 === true, sheetName);
  const counts = walkRows(
    sheet,
    heads,
    {
      columns: heads.columns.flatMap(({ index, field }) => (field === null ? [] : [index])),
      mainColumn: indexOf(recordKind(kind).titleField),
      leftOut,
      isVerbatim: ({ cells }) => id !== undefined && isUuid(cells[id]?.trim() ?? ''),
    },
    (row) => {
      reading.add(row);
    },
  );
  return { rows: reading.rows, ...counts };
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
