/** One row of texts → a record, with what is to be said about it. */
import { STANDARD_TEXT_LIMITS, type StandardText } from '@liangxing/contracts';
import {
  CLASSIFICATIONS,
  parseStandardNumber,
  readClassification,
  standardNumbersIn,
  withLostZeros,
  writtenClassification,
  type Classification,
} from '@liangxing/standard-number';
import { EMPTY_RECORD, type StandardRecord } from '../../register/standard-record';
import { isErrorCell, joinedNumber, readDate, tidyLine, tidyLines } from '@liangxing/tables';
import { codeOfCategory } from './category-code';
import { FIELD_DESCRIPTIONS, type ImportField } from './import-fields';
import { readNumberAndTitle } from './number-and-title';
import {
  degreeFromText,
  isPlannedWord,
  isYes,
  kindFromWord,
  levelFromWord,
  statusFromText,
  withoutTitleMarks,
} from './read-values';

export interface RowProblem {
  readonly field: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What is known of a row beside its cells. */
export interface RowFacts {
  /** It carries an id of ours: every text is meant as it stands. */
  readonly isOwnExport: boolean;
  readonly isHidden: boolean;
  readonly isStruck: boolean;
  readonly is1904: boolean;
  /** Where several sheets are read together: the name of its own. */
  readonly sheetName: string | undefined;
  /** Further numbers of a cell become rows of their own, and need no place in the note. */
  readonly splitsNumbers: boolean;
  /** A person took the proposed spelling of the number. */
  readonly acceptsRepair: boolean;
}

/** Of a value that could not be read; the row itself keeps all of it. */
const LONGEST_QUOTE = 100;

/** A number that bears its year. */
const DATED = /[-—–－:：]\s*(?:19|20)\d\d$/;
/** Source of a status that an export took over from the check of the catalogue. */
const CHECK_OF_THE_CATALOGUE = '标准目录查新';

/** One row in the making. */
export class RowReading {
  readonly problems: RowProblem[] = [];
  readonly draft: { -readonly [Key in keyof StandardRecord]: StandardRecord[Key] } = {
    ...EMPTY_RECORD,
  };
  readonly told = new Set<keyof StandardRecord>();
  /** What only a new standard gets: it never replaces what the register holds. */
  readonly whenNew: { -readonly [Key in keyof StandardRecord]?: StandardRecord[Key] } = {};
  /** Numbers that stand in the cell of this one. */
  others: readonly string[] = [];
  /** What has no field of its own and must not get lost. */
  private readonly remains: string[] = [];

  constructor(
    private readonly values: Readonly<Record<string, string>>,
    private readonly row: RowFacts,
  ) {}

  warn(field: string, code: string, params?: Record<string, string | number>): void {
    this.problems.push({ field, code, severity: 'warning', ...(params ? { params } : {}) });
  }

  private cell(field: ImportField): string {
    const text = this.values[field] ?? '';
    if (this.row.isOwnExport || !isErrorCell(text)) return text;
    this.warn(field, 'cell_error', { value: text });
    return '';
  }

  private put<Key extends keyof StandardRecord>(key: Key, value: StandardRecord[Key]): void {
    this.draft[key] = value;
    this.told.add(key);
  }

  private text(field: StandardText): void {
    const limit = STANDARD_TEXT_LIMITS[field];
    const raw = this.cell(field);
    if (raw === '') return;
    const tidy = field === 'note' ? tidyLines(raw) : tidyLine(raw);
    if (tidy === '') return;
    if (tidy.length > limit) this.warn(field, 'text_cut', { limit });
    this.put(field, tidy.slice(0, limit).trim());
  }

  /** Of a number in several columns: code, figures, year. */
  private joinNumber(): void {
    const [code, year] = [tidyLine(this.cell('numberCode')), tidyLine(this.cell('numberYear'))];
    const isTorn = code !== '' || (year !== '' && !DATED.test(this.draft.number));
    if (isTorn && this.draft.number !== '')
      this.put(
        'number',
        joinedNumber(code, this.draft.number, year).slice(0, STANDARD_TEXT_LIMITS.number),
      );
  }

  private date(field: 'issuedOn' | 'inForceOn' | 'withdrawnOn' | 'statusCheckedOn'): void {
    const text = this.cell(field);
    if (text === '') return;
    const reading = readDate(text, this.row.is1904);
    if (reading.kind === 'date') this.put(field, reading.day);
    if (reading.kind === 'problem' && reading.code === 'date_incomplete')
      this.remains.push(`${FIELD_DESCRIPTIONS[field].zh}：${text.trim()}`);
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
    const planned = this.cell('isPlanned');
    if (planned !== '') this.put('isPlanned', isYes(planned));
    const status = this.cell('status');
    // 拟制定 is no state of a standard: there is none yet.
    if (isPlannedWord(status)) this.put('isPlanned', true);
    else this.word('status', 'statusClaimed', statusFromText(status));
  }

  /** Numbers and titles as people put them into cells: mended with a word about it. */
  private mendTitle(): void {
    if (this.row.isOwnExport) return;
    const unmarked = withoutTitleMarks(this.draft.title);
    if (unmarked !== this.draft.title) this.put('title', unmarked);
    const { number, title } = this.draft;
    const meant = readNumberAndTitle(number, title);
    if (meant === undefined) return;
    for (const { field, code, params } of meant.notes)
      if (code !== 'number_of_several' || !this.row.splitsNumbers) this.warn(field, code, params);
    if (meant.number !== number) this.put('number', meant.number);
    if (meant.title !== title) this.put('title', meant.title);
    if (meant.isWithdrawn) this.withdrawnByNumber();
    if (meant.replaces !== undefined && !this.told.has('replacesNumber'))
      this.put('replacesNumber', meant.replaces);
    this.others = meant.others ?? [];
    if (this.others.length > 0 && !this.row.splitsNumbers)
      this.remains.push(`同一单元格的标准号：${this.others.join('、')}`);
  }

  /** 已作废 beside the number. Against another state in its own column a person decides: till then 待查, never 现行. */
  private withdrawnByNumber(): void {
    const told = this.draft.statusClaimed;
    if (told === null) {
      this.warn('status', 'withdrawn_by_number');
      this.put('statusClaimed', 'withdrawn');
    } else if (told !== 'withdrawn' && told !== 'replaced') {
      const value = this.cell('status').trim().slice(0, LONGEST_QUOTE);
      this.warn('status', 'withdrawn_by_number_only', { value });
      this.put('statusClaimed', null);
    }
  }

  /** The answer to “是否为…？”. */
  private repair(): void {
    if (!this.row.acceptsRepair || this.row.isOwnExport || this.draft.number === '') return;
    const parsed = parseStandardNumber(this.draft.number);
    if (parsed.kind !== 'invalid' || parsed.repair === undefined) return;
    this.warn('number', 'number_accepted', { number: parsed.repair, written: this.draft.number });
    this.put('number', parsed.repair);
  }

  /** Of what stands in a column 代替 only numbers are kept. */
  private replaced(): void {
    this.text('replacesNumber');
    const text = this.draft.replacesNumber;
    if (this.row.isOwnExport || text === '' || /^[-—/无]+$/.test(text)) return;
    const numbers = standardNumbersIn(text).map(({ original }) => original);
    if (numbers.length > 0 && text === numbers.join('、')) return;
    if (numbers.length === 0) {
      this.told.delete('replacesNumber');
      this.warn('replacesNumber', 'replaces_unread', { value: text.slice(0, LONGEST_QUOTE) });
    }
    this.draft.replacesNumber = numbers.join('、');
  }

  /** What is no code stays in the note. */
  private classification(field: Classification): void {
    const text = this.cell(field).trim();
    const whole = withLostZeros(field, text);
    const { codes, unread } = readClassification(field, whole);
    const written = writtenClassification(field, codes);
    const isTooLong = written.length > STANDARD_TEXT_LIMITS[field];
    if (written !== '' && !isTooLong) this.put(field, written);
    if (unread.length > 0 || isTooLong) {
      this.remains.push(`${FIELD_DESCRIPTIONS[field].zh}：${text}`);
      this.warn(field, `${field}_unread`, { value: text.slice(0, LONGEST_QUOTE) });
    } else if (whole !== text) this.warn(field, 'ics_zeros', { value: text, code: written });
  }

  /** Found by a check of the catalogue, as an export of ours tells it. */
  private checked(): void {
    const status = statusFromText(this.cell('checkedStatus'));
    const day = readDate(this.cell('checkedStatusOn'));
    if (!this.row.isOwnExport || !status || day.kind !== 'date') return;
    if (this.draft.statusClaimed !== null && this.draft.statusCheckedOn !== null) return;
    this.whenNew.statusClaimed = status;
    this.whenNew.statusCheckedOn = day.day;
    if (this.draft.statusSource === '') this.whenNew.statusSource = CHECK_OF_THE_CATALOGUE;
  }

  private marks(): void {
    if (this.row.isHidden) this.warn('number', 'row_hidden');
    if (!this.row.isStruck) return;
    this.warn('status', 'row_struck');
    if (!this.told.has('statusClaimed')) this.put('statusClaimed', 'withdrawn');
  }

  /** Beside a note that the file tells; else only where the standard is new. */
  private keepRemains(): void {
    const { note } = this.draft;
    const missing = this.remains.filter((text) => !note.includes(text));
    if (missing.length === 0) return;
    const whole = [note, ...missing].filter((text) => text !== '').join('；');
    const kept = whole.slice(0, STANDARD_TEXT_LIMITS.note);
    if (this.told.has('note')) this.draft.note = kept;
    else this.whenNew.note = kept;
  }

  private place(section: string): void {
    if (this.draft.systemCode !== '' || this.row.isOwnExport) return;
    const category = tidyLine(this.cell('category')) || section;
    if (category === '') return;
    const code = codeOfCategory(category);
    const quoted = { category: category.slice(0, LONGEST_QUOTE) };
    if (code === '' && category === this.row.sheetName) this.remains.push(`工作表：${category}`);
    else if (code === '') this.warn('systemCode', 'category_not_placed', quoted);
    else {
      this.put('systemCode', code);
      this.warn('systemCode', 'placed_by_category', { category, code });
    }
  }

  read(section: string): void {
    this.text('number');
    this.joinNumber();
    this.text('title');
    this.text('systemCode');
    this.text('department');
    this.text('note');
    for (const field of ['englishTitle', 'adoptedNumber', 'citedNumbers', 'statusSource'] as const)
      this.text(field);
    for (const field of ['issuedOn', 'inForceOn', 'withdrawnOn', 'statusCheckedOn'] as const)
      this.date(field);
    for (const field of CLASSIFICATIONS) this.classification(field);
    this.words();
    this.replaced();
    this.mendTitle();
    this.repair();
    this.checked();
    this.marks();
    this.place(section);
    this.keepRemains();
    if (this.draft.number === '' && this.draft.title === '')
      this.problems.push({
        field: 'title',
        code: 'row_without_number_and_title',
        severity: 'error',
      });
  }
}
