import { toHundredths } from '../points';
import { columnLetter, type KeysOf, type TableSheetSpec } from './columns';
import type { ProblemText } from '../pack/problem';
import type { CellPlace, TableProblem, TableProblemCode } from './table-problem';
import { plain, valueOf, type Vocabulary } from './vocabulary';

/** A row of text as a spreadsheet program shows it; a hole is an empty cell. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly (string | undefined)[];
}

export interface TableSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** Collects problems; at most so many, for a wrong file would have thousands. */
const MOST_PROBLEMS = 500;

export class Findings {
  readonly problems: TableProblem[] = [];

  add(place: CellPlace, code: TableProblemCode, message: ProblemText, mend: ProblemText): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ code, ...place, message, mend });
  }
}

/** One row of a sheet with the columns found by their heads. Every reader names its problem and gives `undefined`. */
export class RowReader<K extends string> {
  constructor(
    private readonly sheet: string,
    private readonly columns: ReadonlyMap<K, { readonly index: number; readonly head: string }>,
    private readonly row: TableRow,
    private readonly findings: Findings,
  ) {}

  place(key: K | null): CellPlace {
    const column = key === null ? undefined : this.columns.get(key);
    return {
      sheet: this.sheet,
      row: this.row.number,
      column: column ? columnLetter(column.index + 1) : null,
      head: column?.head ?? null,
    };
  }

  problem(key: K | null, code: TableProblemCode, message: ProblemText, mend: ProblemText): void {
    this.findings.add(this.place(key), code, message, mend);
  }

  /** The cell without spaces around it; '' where it is empty. */
  cell(key: K): string {
    const column = this.columns.get(key);
    return (column ? (this.row.cells[column.index] ?? '') : '').replace(/\r\n?/g, '\n').trim();
  }

  isEmpty(): boolean {
    return [...this.columns.keys()].every((key) => this.cell(key) === '');
  }

  text(key: K, limit: number): string | undefined {
    const text = this.cell(key);
    if (text.length <= limit) return text === '' ? undefined : text;
    this.problem(
      key,
      'cell_too_long',
      { 'zh-CN': `文字超过 ${limit} 个字符。`, en: `The text is longer than ${limit} characters.` },
      { 'zh-CN': '缩短这段文字。', en: 'Shorten it.' },
    );
    return undefined;
  }

  needed(key: K, limit: number): string | undefined {
    if (this.cell(key) === '') this.missing(key);
    return this.text(key, limit);
  }

  missing(key: K): void {
    const head = this.columns.get(key)?.head ?? '';
    this.problem(
      key,
      'cell_required',
      { 'zh-CN': `没有填写“${head}”。`, en: `"${head}" is empty.` },
      { 'zh-CN': '填写这一格。', en: 'Fill in this cell.' },
    );
  }

  matching(key: K, pattern: RegExp, limit: number, example: ProblemText): string | undefined {
    const text = this.text(key, limit);
    if (text === undefined || pattern.test(text)) return text;
    this.problem(
      key,
      'cell_pattern',
      { 'zh-CN': `“${text}”的写法不对。`, en: `"${text}" is not written as it should be.` },
      example,
    );
    return undefined;
  }

  /** A number with at most two decimals as written: 0.5, 10, 10 分. */
  points(key: K): number | undefined {
    const text = this.cell(key);
    if (text === '') return undefined;
    return this.number(
      key,
      text,
      text
        .normalize('NFKC')
        .replace(/\s*分$/, '')
        .trim(),
    );
  }

  percent(key: K): number | undefined {
    const text = this.cell(key);
    if (text === '') return undefined;
    const number = this.number(key, text, text.normalize('NFKC').replace(/\s*%$/, '').trim());
    if (number === undefined || number <= 100) return number;
    this.problem(
      key,
      'cell_too_large',
      { 'zh-CN': `“${text}”超过 100%。`, en: `"${text}" is above 100 %.` },
      { 'zh-CN': '写 0～100 的数。', en: 'Write a number from 0 to 100.' },
    );
    return undefined;
  }

  private number(key: K, shown: string, plainText: string): number | undefined {
    const isDecimal = /^-?\d+(\.\d+)?$/.test(plainText);
    const number = isDecimal ? Number(plainText) : Number.NaN;
    if (isDecimal && number >= 0 && toHundredths(number) !== null) return number;
    if (number < 0)
      this.problem(
        key,
        'cell_negative',
        { 'zh-CN': `分值“${shown}”是负数。`, en: `"${shown}" is negative.` },
        {
          'zh-CN': '只写数值，不带负号；扣分还是加分由“扣分方式”说明。',
          en: 'Write the amount without a sign; 扣分方式 says whether it is taken or given.',
        },
      );
    else
      this.problem(
        key,
        'cell_number',
        { 'zh-CN': `“${shown}”不是可用的数。`, en: `"${shown}" is not a usable number.` },
        {
          'zh-CN': '写不超过两位小数的数，例如 5 或 0.5。',
          en: 'Write a number with at most two decimals, such as 5 or 0.5.',
        },
      );
    return undefined;
  }

  word<V extends string>(key: K, words: Vocabulary<V>): V | undefined {
    const text = this.cell(key);
    return text === '' ? undefined : this.oneOf(key, words, text);
  }

  neededWord<V extends string>(key: K, words: Vocabulary<V>): V | undefined {
    if (this.cell(key) === '') {
      const allowed = Object.values<string>(words).join('、');
      const head = this.columns.get(key)?.head ?? '';
      this.problem(
        key,
        'cell_required',
        { 'zh-CN': `没有填写“${head}”。`, en: `"${head}" is empty.` },
        { 'zh-CN': `填写其中之一：${allowed}。`, en: `Write one of: ${allowed}.` },
      );
    }
    return this.word(key, words);
  }

  /** Several words in one cell, apart by 、 or a comma. */
  words<V extends string>(key: K, words: Vocabulary<V>): V[] {
    return this.list(key).flatMap((text) => this.oneOf(key, words, text) ?? []);
  }

  list(key: K): string[] {
    return [
      ...new Set(
        this.cell(key)
          .split(/[、,，;；\n]/)
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    ];
  }

  lines(key: K): string[] {
    return this.cell(key)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }

  private oneOf<V extends string>(key: K, words: Vocabulary<V>, text: string): V | undefined {
    const value = valueOf(words, text);
    const allowed = Object.values<string>(words).join('、');
    if (value === undefined)
      this.problem(
        key,
        'cell_word',
        { 'zh-CN': `不认识“${text}”。`, en: `"${text}" is not known here.` },
        { 'zh-CN': `改为其中之一：${allowed}。`, en: `Use one of: ${allowed}.` },
      );
    return value;
  }
}

/** Rows of a sheet below its heads, empty ones left out; problems where the sheet or a needed column is missing. */
export const readRows = <S extends TableSheetSpec>(
  sheets: readonly TableSheet[],
  spec: S,
  findings: Findings,
  isOptional = false,
): RowReader<KeysOf<S>>[] => {
  const whole: CellPlace = { sheet: spec.name, row: null, column: null, head: null };
  const sheet = sheets.find(({ name }) => plain(name) === plain(spec.name));
  if (sheet === undefined) {
    if (!isOptional)
      findings.add(
        whole,
        'sheet_missing',
        { 'zh-CN': `没有工作表“${spec.name}”。`, en: `The sheet "${spec.name}" is missing.` },
        {
          'zh-CN': '用下载的模板填写，不要删除或改名工作表。',
          en: 'Fill in the template as downloaded; do not delete or rename its sheets.',
        },
      );
    return [];
  }
  const header = sheet.rows
    .slice(0, 20)
    .map((row) => ({ row, columns: columnsOf(spec, row) }))
    .sort((one, other) => other.columns.size - one.columns.size)[0];
  const columns = header?.columns ?? new Map<KeysOf<S>, { index: number; head: string }>();
  const missing = spec.columns.filter(
    ({ key }) => spec.required.includes(key) && !columns.has(key as KeysOf<S>),
  );
  if (sheet.rows.length === 0 && isOptional) return [];
  for (const { head } of missing)
    findings.add(
      { ...whole, row: header?.row.number ?? 1, head },
      'column_missing',
      { 'zh-CN': `缺少“${head}”这一列。`, en: `The column "${head}" is missing.` },
      {
        'zh-CN': `在表头行补上“${head}”，或重新使用模板。`,
        en: `Put "${head}" back into the row of heads, or start from the template again.`,
      },
    );
  if (header === undefined || missing.length > 0) return [];
  return sheet.rows
    .filter(({ number }) => number > header.row.number)
    .map((row) => new RowReader<KeysOf<S>>(spec.name, columns, row, findings))
    .filter((row) => !row.isEmpty());
};

const columnsOf = <S extends TableSheetSpec>(
  spec: S,
  { cells }: TableRow,
): Map<KeysOf<S>, { index: number; head: string }> => {
  const heads = Array.from(cells, (cell) => plain(cell ?? ''));
  return new Map(
    spec.columns.flatMap(({ key, head }) => {
      const index = heads.indexOf(plain(head));
      return index < 0 ? [] : [[key as KeysOf<S>, { index, head }] as const];
    }),
  );
};
