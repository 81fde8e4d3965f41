/** Rows of text → records with their problems, by a mapping of columns. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import { placeStandard, STRUCTURE_TEMPLATES } from '@liangxing/system-structure';
import { EMPTY_RECORD, type StandardRecord } from '../../register/standard-record';
import { tidyLine, tidyLines } from '../../register/tidy-text';
import { classifyRow } from './classify-row';
import { headerKey, type ImportField } from './import-fields';
import { readDate } from './read-date';
import {
  degreeFromText,
  isErrorCell,
  isYes,
  kindFromWord,
  levelFromWord,
  splitNumberAndTitle,
  statusFromText,
  withoutTitleMarks,
} from './read-values';

export interface RowProblem {
  readonly field: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface ReadRow {
  readonly rowNumber: number;
  /** The mapped cells as they were read, by field. */
  readonly values: Readonly<Record<string, string>>;
  readonly record: StandardRecord;
  /** Fields for which the row says something: an update changes only these. */
  readonly told: readonly (keyof StandardRecord)[];
  /** Id of the register from which the row was exported. */
  readonly id: string | null;
  readonly problems: readonly RowProblem[];
}

/** Rows passed over, for the note above the preview. */
export interface SkippedRow {
  readonly rowNumber: number;
  readonly kind: 'header' | 'subtotal' | 'furniture' | 'section';
  readonly text: string;
}

export interface ReadTable {
  readonly rows: readonly ReadRow[];
  readonly skipped: readonly SkippedRow[];
  /** Rows between the first and the last that hold nothing. */
  readonly blank: number;
}

export interface TableMapping {
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly {
    readonly index: number;
    readonly field: ImportField | null;
    readonly header: string;
  }[];
}

/** Longest value per field; a longer one is cut and the row says so. */
export const FIELD_LENGTHS = {
  number: 200,
  title: 500,
  systemCode: 60,
  department: 100,
  note: 2_000,
  other: 500,
} as const;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Of a value that could not be read; the row itself keeps all of it. */
const LONGEST_QUOTE = 100;
const LONGEST_CATEGORY = 100;
/** A number with the title behind it. */
const LONGEST_NUMBER_WITH_TITLE = 300;

const placements = new Map<string, string>();

/** Code of the sub-system that a category's name means, '' where none or several. */
export function codeOfCategory(category: string): string {
  if (category.length > LONGEST_CATEGORY) return '';
  const known = placements.get(category);
  if (known !== undefined) return known;
  if (placements.size > 2_000) placements.clear();
  const found = Object.values(STRUCTURE_TEMPLATES)
    .map((tree) => placeStandard(tree, { systemName: category }))
    .find((placement) => placement.kind === 'placed');
  const code = found?.nodes[0] ?? '';
  placements.set(category, code);
  return code;
}

/** One row in the making. */
class RowReading {
  readonly problems: RowProblem[] = [];
  readonly draft: { -readonly [Key in keyof StandardRecord]: StandardRecord[Key] } = {
    ...EMPTY_RECORD,
  };
  readonly told = new Set<keyof StandardRecord>();

  constructor(
    private readonly values: Readonly<Record<string, string>>,
    private readonly isOwnExport: boolean,
  ) {}

  warn(field: string, code: string, params?: Record<string, string | number>): void {
    this.problems.push({ field, code, severity: 'warning', ...(params ? { params } : {}) });
  }

  private cell(field: ImportField): string {
    const text = this.values[field] ?? '';
    if (this.isOwnExport || !isErrorCell(text)) return text;
    this.warn(field, 'cell_error', { value: text });
    return '';
  }

  private put<Key extends keyof StandardRecord>(key: Key, value: StandardRecord[Key]): void {
    this.draft[key] = value;
    this.told.add(key);
  }

  private text(field: ImportField & keyof StandardRecord, limit: number): void {
    const raw = this.cell(field);
    if (raw === '') return;
    const tidy = field === 'note' ? tidyLines(raw) : tidyLine(raw);
    if (tidy === '') return;
    if (tidy.length > limit) this.warn(field, 'text_cut', { limit });
    this.put(field, tidy.slice(0, limit).trim());
  }

  private date(field: 'issuedOn' | 'inForceOn' | 'withdrawnOn' | 'statusCheckedOn'): void {
    const text = this.cell(field);
    if (text === '') return;
    const reading = readDate(text);
    if (reading.kind === 'date') this.put(field, reading.day);
    if (reading.kind === 'problem')
      this.warn(field, reading.code, { value: text.slice(0, LONGEST_QUOTE) });
  }

  private word<Key extends 'level' | 'kind' | 'adoptionDegree' | 'statusClaimed'>(
    field: ImportField,
    key: Key,
    value: StandardRecord[Key] | undefined,
  ): void {
    const text = this.values[field] ?? '';
    if (value === undefined)
      this.warn(field, 'word_unknown', { value: text.slice(0, LONGEST_QUOTE) });
    else if (value !== null) this.put(key, value);
  }

  private words(): void {
    const level = this.cell('level');
    if (level !== '') this.word('level', 'level', levelFromWord(level));
    const kind = this.cell('kind');
    if (kind !== '') this.word('kind', 'kind', kindFromWord(kind));
    this.word('adoptionDegree', 'adoptionDegree', degreeFromText(this.cell('adoptionDegree')));
    this.word('status', 'statusClaimed', statusFromText(this.cell('status')));
    const planned = this.cell('isPlanned');
    if (planned !== '') this.put('isPlanned', isYes(planned));
  }

  /** Number and title in one cell, title marks: mended with a word about it. */
  private mendTitle(): void {
    if (this.isOwnExport) return;
    const { number, title } = this.draft;
    const unmarked = withoutTitleMarks(title);
    if (unmarked !== title) this.put('title', unmarked);
    const source = number !== '' ? number : title;
    if (source.length > LONGEST_NUMBER_WITH_TITLE) return;
    const parts = splitNumberAndTitle(source);
    if (parts === undefined) return;
    this.warn(number !== '' ? 'number' : 'title', 'number_with_title', parts);
    this.put('number', parts.number);
    if (number === '' || title === '') this.put('title', parts.title);
  }

  private place(section: string): void {
    if (this.draft.systemCode !== '' || this.isOwnExport) return;
    const category = tidyLine(this.cell('category')) || section;
    if (category === '') return;
    const code = codeOfCategory(category);
    const quoted = { category: category.slice(0, LONGEST_QUOTE) };
    if (code === '') this.warn('systemCode', 'category_not_placed', quoted);
    else {
      this.put('systemCode', code);
      this.warn('systemCode', 'placed_by_category', { category, code });
    }
  }

  read(section: string): void {
    this.text('number', FIELD_LENGTHS.number);
    this.text('title', FIELD_LENGTHS.title);
    this.text('systemCode', FIELD_LENGTHS.systemCode);
    this.text('department', FIELD_LENGTHS.department);
    this.text('note', FIELD_LENGTHS.note);
    for (const field of [
      'englishTitle',
      'adoptedNumber',
      'replacesNumber',
      'citedNumbers',
      'statusSource',
    ] as const)
      this.text(field, FIELD_LENGTHS.other);
    for (const field of ['issuedOn', 'inForceOn', 'withdrawnOn', 'statusCheckedOn'] as const)
      this.date(field);
    this.words();
    this.mendTitle();
    this.place(section);
    if (this.draft.number === '' && this.draft.title === '')
      this.problems.push({
        field: 'title',
        code: 'row_without_number_and_title',
        severity: 'error',
      });
  }
}

function valuesOf(row: SheetRow, mapping: TableMapping): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { index, field } of mapping.columns) {
    const text = row.cells[index];
    if (field !== null && text !== undefined) values[field] = text;
  }
  return values;
}

function readRow(row: SheetRow, values: Record<string, string>, section: string): ReadRow {
  const id = ID.test(values.id ?? '') ? (values.id ?? '').toLowerCase() : null;
  const reading = new RowReading(values, id !== null);
  reading.read(section);
  return {
    rowNumber: row.number,
    values,
    record: reading.draft,
    told: [...reading.told],
    id,
    problems: reading.problems,
  };
}

/** Reads every row below the head. */
export function readRows(sheet: Sheet, mapping: TableMapping): ReadTable {
  const body = sheet.rows.filter(({ number }) => number >= mapping.headerRow + mapping.headerRows);
  const headKeys = sheet.rows
    .filter(
      ({ number }) =>
        number >= mapping.headerRow && number < mapping.headerRow + mapping.headerRows,
    )
    .map(({ cells }) => Array.from(cells, (cell) => headerKey(cell ?? '')));
  const numberColumn = mapping.columns.find(({ field }) => field === 'number')?.index;
  const rows: ReadRow[] = [];
  const skipped: SkippedRow[] = [];
  let section = '';
  for (const row of body) {
    const values = valuesOf(row, mapping);
    const found = ID.test(values.id ?? '')
      ? { kind: 'data' as const }
      : classifyRow(row, headKeys, numberColumn);
    if (found.kind === 'section') section = found.name;
    if (found.kind === 'data') rows.push(readRow(row, values, section));
    else if (found.kind !== 'blank') {
      const text = row.cells.find((cell) => cell !== undefined)?.slice(0, 80) ?? '';
      skipped.push({ rowNumber: row.number, kind: found.kind, text });
    }
  }
  const last = body.at(-1)?.number ?? 0;
  const first = body[0]?.number ?? 1;
  return { rows, skipped, blank: body.length === 0 ? 0 : last - first + 1 - body.length };
}
