import type { Language } from '../scheme';
import { GENERAL, SOURCES, type KeysOf } from './columns';
import type { Places } from './places';
import { RowReader, readRows, type Findings, type TableSheet } from './sheet-cursor';
import {
  FIELDS,
  FORMS,
  KINDS,
  LANGUAGES,
  NOT_APPLICABLE,
  PROVENANCE,
  plain,
  STAR,
  YES_NO,
  type FieldKey,
} from './vocabulary';

type Row = RowReader<KeysOf<typeof GENERAL>>;

/** Chinese and, where it was written, English. */
export const localized = (zh: string, en: string | undefined): Record<string, string> =>
  en === undefined ? { 'zh-CN': zh } : { 'zh-CN': zh, en };

const REPEATED: readonly FieldKey[] = ['term', 'note'];

const byField = (rows: readonly Row[]): Map<FieldKey, Row[]> => {
  const found = new Map<FieldKey, Row[]>();
  for (const row of rows) {
    const word = row.cell('field');
    const key = (Object.keys(FIELDS) as FieldKey[]).find(
      (field) => plain(FIELDS[field].word) === plain(word),
    );
    if (key === undefined) {
      if (row.cell('value') === '') continue;
      row.problem(
        'field',
        'field_unknown',
        { 'zh-CN': `没有“${word}”这个栏目。`, en: `There is no field "${word}".` },
        {
          'zh-CN': '按模板的栏目填写，多余的行删除。',
          en: 'Keep to the fields of the template; delete other rows.',
        },
      );
    } else if (found.has(key) && !REPEATED.includes(key))
      row.problem(
        'field',
        'field_repeated',
        { 'zh-CN': `“${word}”写了两次。`, en: `"${word}" stands twice.` },
        { 'zh-CN': '只留一行。', en: 'Keep one row.' },
      );
    else found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
};

/** `2025-01-01`, also as 2025/1/1 and 2025年1月1日. */
const dateOf = (row: Row): string | undefined => {
  const text = row.cell('value');
  if (text === '') return undefined;
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  const [, year = '', month = '', day = ''] = parts ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (parts && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return date;
  row.problem(
    'value',
    'cell_date',
    { 'zh-CN': `“${text}”不是日期。`, en: `"${text}" is not a date.` },
    { 'zh-CN': '写成 2025-01-01。', en: 'Write it as 2025-01-01.' },
  );
  return undefined;
};

const termsOf = (rows: readonly Row[]): Record<string, string> => {
  const terms: Record<string, string> = {};
  for (const row of rows) {
    const text = row.cell('value');
    if (text === '') continue;
    const [, key, word] = /^([a-z0-9]+(?:_[a-z0-9]+)*)\s*[=＝]\s*(.+)$/.exec(text) ?? [];
    if (key !== undefined && word !== undefined) terms[key] = word;
    else
      row.problem(
        'value',
        'cell_pattern',
        {
          'zh-CN': `用语“${text}”的写法不对。`,
          en: `The term "${text}" is not written as it should be.`,
        },
        {
          'zh-CN': '写成 代号=用语，例如 post_standard=岗位标准。',
          en: 'Write code=word, for example post_standard=岗位标准.',
        },
      );
  }
  return terms;
};

/** The facts of a scheme beside its table, as fields of a pack document. */
export class GeneralReader {
  private readonly rows: Map<FieldKey, Row[]>;
  private readonly hasSheet: boolean;

  constructor(
    sheets: readonly TableSheet[],
    private readonly findings: Findings,
    private readonly places: Places,
  ) {
    const rows = readRows(sheets, GENERAL, findings);
    this.hasSheet = rows.length > 0;
    this.rows = byField(rows);
  }

  read(): Record<string, unknown> {
    const zero = { kind: 'scored', basis: ['—'], languages: ['zh-CN'] } as const;
    const languages = this.need('languages', (row) => row.words('value', LANGUAGES)) ?? [];
    const notes = (this.rows.get('note') ?? []).flatMap((row, index) => {
      this.places.set(`/notes/${String(index)}`, row.place('value'));
      const text = row.text('value', 2000);
      return text === undefined ? [] : [localized(text, row.text('valueEn', 2000))];
    });
    return {
      id: this.need('id', packId) ?? 'unnamed',
      version: this.take('version', (row) => versionOf(row)) ?? '1.0.0',
      title: this.need('title', titleOf) ?? '—',
      kind: this.need('kind', (row) => row.word('value', KINDS)) ?? zero.kind,
      ...this.optional('form', (row) => row.word('value', FORMS)),
      ...this.optional('isHistorical', (row) =>
        row.word('value', YES_NO) === 'true' ? true : undefined,
      ),
      ...this.optional('targetGrades', targetGradesIn),
      basis: this.need('basis', (row) => row.lines('value')) ?? zero.basis,
      ...this.optional('validFrom', dateOf),
      ...this.optional('validUntil', dateOf),
      ...this.optional('supersededBy', (row) => row.text('value', 500)),
      languages: languages.includes('zh-CN')
        ? languages
        : (['zh-CN', ...languages] satisfies Language[]),
      terms: termsOf(this.rows.get('term') ?? []),
      notes,
      basicPoints: this.points('basicPoints'),
      bonusPoints: this.points('bonusPoints'),
      ...this.optional('tablePoints', (row) => row.points('value')),
      ...this.thresholds(),
      policies: {
        notApplicable:
          this.need('notApplicable', (row) => row.word('value', NOT_APPLICABLE)) ?? 'exclude',
        notApplicableNeedsApproval:
          this.need('notApplicableNeedsApproval', (row) => row.word('value', YES_NO)) === 'true',
        star: this.need('star', (row) => row.word('value', STAR)) ?? 'none',
      },
    };
  }

  /** All three, or none. */
  private thresholds(): Record<string, unknown> {
    const names = ['monthsBack', 'metFromPercent', 'partlyFromPercent'] as const;
    const rows = names.map((name) => this.rows.get(name)?.[0]);
    const isGiven = rows.some((row) => row !== undefined && row.cell('value') !== '');
    if (!isGiven) return {};
    names.forEach((name, index) => {
      const place = rows[index]?.place('value');
      if (place) this.places.set(`/readiness/${name}`, place);
    });
    const readiness = {
      monthsBack: this.need('monthsBack', (row) => row.points('value')),
      metFromPercent: this.need('metFromPercent', (row) => row.percent('value')),
      partlyFromPercent: this.need('partlyFromPercent', (row) => row.percent('value')),
      ...this.optional('thresholdsFrom', (row) => row.word('value', PROVENANCE)),
      ...this.optional('thresholdsSource', (row) => shortId(row, 'value')),
    };
    return { readiness: renamedOrigin(readiness) };
  }

  private points(field: 'basicPoints' | 'bonusPoints'): number {
    const points = this.need(field, (row) => row.points('value'));
    if (points === undefined) this.places.break(`/${field}`);
    return points ?? 0;
  }

  private take<T>(field: FieldKey, read: (row: Row) => T | undefined): T | undefined {
    const [row] = this.rows.get(field) ?? [];
    if (row === undefined) return undefined;
    this.places.set(`/${field}`, row.place('value'));
    return read(row);
  }

  private optional<T>(field: FieldKey, read: (row: Row) => T | undefined): Record<string, T> {
    const value = this.take(field, read);
    return value === undefined ? {} : { [field]: value };
  }

  private need<T>(field: FieldKey, read: (row: Row) => T | undefined): T | undefined {
    const [row] = this.rows.get(field) ?? [];
    const { word, help } = FIELDS[field];
    if (this.hasSheet && (row === undefined || row.cell('value') === ''))
      this.findings.add(
        row?.place('value') ?? { sheet: GENERAL.name, row: null, column: null, head: null },
        'cell_required',
        { 'zh-CN': `没有填写“${word}”。`, en: `"${word}" is not filled in.` },
        {
          'zh-CN': `填写“${word}”：${help}。`,
          en: `Fill in this cell; the column 填写说明 beside it says how.`,
        },
      );
    return row?.cell('value') ? this.take(field, read) : undefined;
  }
}

const renamedOrigin = ({
  thresholdsFrom,
  thresholdsSource,
  ...thresholds
}: Record<string, unknown>): Record<string, unknown> => ({
  ...thresholds,
  ...(thresholdsFrom !== undefined && { provenance: thresholdsFrom }),
  ...(thresholdsSource !== undefined && { source: thresholdsSource }),
});

const packId = (row: Row): string | undefined =>
  row.matching('value', /^[a-z0-9]+(-[a-z0-9]+)*$/, 50, {
    'zh-CN': '只用小写字母、数字和连字符，例如 js-2025。',
    en: 'Use small letters, digits and hyphens only, such as js-2025.',
  });

const versionOf = (row: Row): string | undefined =>
  row.matching('value', /^\d+[.]\d+[.]\d+$/, 20, {
    'zh-CN': '清空这一格：版本由系统编号。',
    en: 'Empty this cell: versions are numbered by the system.',
  });

const targetGradesIn = (row: Row): string[] | undefined => {
  const grades = row.list('value');
  if (grades.length === 0) return undefined;
  if (grades.every((grade) => GRADE_ID.test(grade))) return grades;
  row.problem(
    'value',
    'cell_pattern',
    {
      'zh-CN': `“${row.cell('value')}”的写法不对。`,
      en: `"${row.cell('value')}" is not written as it should be.`,
    },
    {
      'zh-CN': '从低到高写等级，用顿号隔开，例如 A、AA、AAA。',
      en: 'Write the grades from low to high, apart by commas, such as A, AA, AAA.',
    },
  );
  return undefined;
};

const titleOf = (row: Row): Record<string, string> | undefined => {
  const title = row.text('value', 200);
  return title === undefined ? undefined : localized(title, row.text('valueEn', 200));
};

export const GRADE_ID = /^[A-Za-z0-9_]{1,30}$/;
const SHORT_ID = /^[a-z0-9]+(_[a-z0-9]+)*$/;
const shortIdExample = {
  'zh-CN': '只用小写字母、数字和下划线，例如 a 或 table_2024。',
  en: 'Use small letters, digits and underscores only, such as a or table_2024.',
};

export const shortId = <K extends string>(row: RowReader<K>, key: K): string | undefined =>
  row.matching(key, SHORT_ID, 30, shortIdExample);

/** The documents that the figures were read in. */
export const readSources = (
  sheets: readonly TableSheet[],
  findings: Findings,
  places: Places,
): readonly Record<string, unknown>[] => {
  const seen = new Set<string>();
  return readRows(sheets, SOURCES, findings, true).flatMap((row, index) => {
    places.set(`/sources/${String(index)}`, row.place('id'));
    if (row.cell('id') === '') row.missing('id');
    const id = shortId(row, 'id');
    const title = row.needed('title', 500);
    const note = row.text('note', 1000);
    if (id !== undefined && seen.has(id)) {
      repeated(row, 'id', id);
      return [];
    }
    if (id !== undefined) seen.add(id);
    return id === undefined
      ? []
      : [{ id, title: title ?? '—', ...(note === undefined ? {} : { note }) }];
  });
};

export const repeated = <K extends string>(row: RowReader<K>, key: K, id: string): void => {
  row.problem(
    key,
    'duplicate_id',
    { 'zh-CN': `编号“${id}”重复。`, en: `The number "${id}" stands twice.` },
    { 'zh-CN': '改成没有用过的编号。', en: 'Give it a number that is not used yet.' },
  );
};
