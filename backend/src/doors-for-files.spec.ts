/** Every kind of table at every door: read where it belongs, and shown the right door elsewhere. */
import { RECORD_KIND_IDS, type RecordKindId } from '@liangxing/contracts';
import type { Spreadsheet } from '@liangxing/spreadsheet';
import { NOTHING_LEFT_OUT } from '@liangxing/tables';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCatalogueTable } from './features/catalogue/import/read-catalogue-table';
import {
  readRecordSheets,
  type RecordFileChoices,
} from './features/records/import/read-record-file';
import {
  draftScheme,
  readSchemeFile,
  type ReadScheme,
} from './features/schemes/import/read-scheme.task';
import {
  csvOf,
  KEY_VALUES,
  LAWS,
  PROBLEMS,
  REGISTER,
  SCORING,
  sheetOf,
  workbookOf,
} from './testing/files-of-people';

type Rows = readonly (readonly string[])[];

const asList = (
  kind: RecordKindId,
  spreadsheet: Spreadsheet,
  choices: Partial<RecordFileChoices> = {},
) =>
  readRecordSheets(kind, '台账.xlsx', spreadsheet, {
    leftOut: NOTHING_LEFT_OUT,
    isTakenAnyway: false,
    ...choices,
  });
const listOf = (kind: RecordKindId, rows: Rows, choices: Partial<RecordFileChoices> = {}) =>
  asList(kind, workbookOf(sheetOf(rows)), choices);
const catalogueOf = (...sheets: Rows[]) =>
  readCatalogueTable(sheets.map((rows, at) => sheetOf(rows, `第${at + 1}批`)));
const refusedByCatalogue = (rows: Rows): unknown => {
  try {
    return catalogueOf(rows);
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangxing-doors-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = async (rows: Rows) => {
  const path = join(folder, 'table.csv');
  await writeFile(path, csvOf(rows));
  return { path, fileName: '安标评分表.csv', maxBytes: 1_000_000 };
};
const asScheme = async (rows: Rows): Promise<ReadScheme> => readSchemeFile(await fileOf(rows));

describe('a table at the door of a list', () => {
  it('is read where it is that list', () => {
    const { misplaced, rows } = listOf('laws', LAWS);
    expect([misplaced, rows.length]).toEqual([null, 3]);
    expect(rows[1]?.values).toMatchObject({ issuer: '全国人大常委会', inForceOn: '2023-07-20' });
    expect(rows[1]?.remarks).toEqual([{ field: 'title', code: 'characters_lost' }]);
    expect(rows[2]?.values.inForceOn).toBe('2024-01-01');
  });

  it.each<readonly [string, RecordKindId, Rows, object]>([
    ['a register', 'laws', REGISTER, { code: 'table_is_standards', door: 'standards' }],
    ['a register', 'trainings', REGISTER, { code: 'table_is_standards', door: 'standards' }],
    ['a scoring table', 'laws', SCORING, { code: 'table_is_scoring', door: 'schemes' }],
    ['laws', 'trainings', LAWS, { code: 'table_is_list', door: 'records', list: 'laws' }],
    ['keys and values', 'laws', KEY_VALUES, { code: 'table_is_key_values', door: null }],
  ])('%s among the %s is not proposed, and the other door offered', (_, kind, rows, expected) => {
    expect(listOf(kind, rows)).toMatchObject({ misplaced: expected, rows: [], count: 0 });
  });

  it.each(RECORD_KIND_IDS)('anything else lacks what every record of %s needs', (kind) => {
    expect(listOf(kind, PROBLEMS)).toMatchObject({ misplaced: null, hasTitle: false, rows: [] });
  });

  it('is taken all the same where a person says so', () => {
    const rows = [
      ['名称', '文号'],
      ['GB/T 191-2008', '一'],
      ['GB/T 192-2008', '二'],
    ];
    expect(listOf('laws', rows).misplaced).toMatchObject({ canTakeAnyway: true });
    expect(listOf('laws', rows, { isTakenAnyway: true }).rows).toHaveLength(2);
  });

  it('keeps lists in which standards are what the work is about', () => {
    const inspections = [
      ['检查日期', '检查项目', '检查依据', '检查结果'],
      ['2026-03-01', '工艺纪律', 'GB/T 191-2008', '符合'],
      ['2026-03-02', '包装标志', 'GB/T 192-2008', '符合'],
    ];
    expect(listOf('inspections', inspections)).toMatchObject({ misplaced: null, count: 2 });
  });

  const trainings = (year: string, ...more: Rows) => [
    ['培训记录'],
    ['培训日期', '培训内容', '参加人数', '培训教师'],
    [`${year}-03-01`, '标准化法宣贯', '12', '张工'],
    ['〃', '审核员标准知识', '8', '同上'],
    ['', '合计', '20', ''],
    ...more,
  ];

  it('sums and signatures are no records, 〃 looks up, radicals become characters', () => {
    const rows = trainings('2026', ['2026-04-01', '⻝品标准', '5', ''], ['编制：李四', '', '', '']);
    const read = listOf('trainings', rows);
    expect(read.rows.map(({ values }) => values.content)).toEqual([
      '标准化法宣贯',
      '审核员标准知识',
      '食品标准',
    ]);
    expect(read.rows[1]?.values.heldOn).toBe('2026-03-01');
    expect(read.rows[2]?.remarks).toEqual([{ field: 'content', code: 'radicals_replaced' }]);
    expect(read.said.notes.map(({ kind, rowNumber }) => [kind, rowNumber])).toEqual([
      ['subtotal', 5],
      ['furniture', 7],
    ]);
  });

  it('of several sheets with the same columns all are read, or one that is named', () => {
    const book = workbookOf(
      sheetOf([['封面']], '封面'),
      sheetOf(trainings('2025'), '2025年'),
      sheetOf(trainings('2026'), '2026年'),
    );
    const whole = asList('trainings', book);
    expect([whole.said.sheets, whole.count]).toEqual([['2025年', '2026年'], 4]);
    expect(whole.rows.map(({ sheet }) => sheet)).toEqual(['2025年', '2025年', '2026年', '2026年']);
    const one = asList('trainings', book, { sheet: '2026年' });
    expect([one.said.sheets, one.said.alike, one.count]).toEqual([
      ['2026年'],
      ['2025年', '2026年'],
      2,
    ]);
  });

  it('hidden and struck-through rows are marked, counted, and can be left out; days from 1904 are read so', () => {
    const marks = [{}, { isHidden: true as const }, { isStruck: true as const }];
    const rows = [
      ['名称', '施行日期'],
      ['标准化法', '41455'],
      ['计量法', '〃'],
    ];
    const book = workbookOf(sheetOf(rows, '法规', marks, { is1904: true }));
    const read = asList('laws', book);
    expect(read.rows.map(({ values, remarks }) => [values.inForceOn, remarks?.[0]?.code])).toEqual([
      ['2017-07-01', 'row_hidden'],
      ['2017-07-01', 'row_struck'],
    ]);
    expect(read.said.notes.map(({ kind }) => kind)).toEqual(['rows_hidden', 'rows_struck']);
    const shown = asList('laws', book, { leftOut: { hidden: true, struck: false } });
    expect(shown.rows.map(({ values }) => values)).toEqual([
      { title: '计量法', inForceOn: '2017-07-01' },
    ]);
  });
});

describe('a table at the door of the catalogue', () => {
  const numbers = (...sheets: Rows[]) => catalogueOf(...sheets).rows.map(({ keys }) => keys.number);

  it('is read, also where no head names the column of numbers', () => {
    const rows = [
      ['依据', '名称'],
      ['GB/T 191-2008', '包装储运图示标志'],
      ['GB/T 8170-2008', '数值修约规则'],
    ];
    expect(numbers(REGISTER)).toHaveLength(3);
    expect(numbers(rows)).toEqual(['GB/T 191-2008', 'GB/T 8170-2008']);
  });

  it.each<readonly [string, Rows, string]>([
    ['laws', LAWS, 'catalogue_table_is_laws'],
    ['a scoring table', SCORING, 'catalogue_table_is_scoring'],
    ['keys and values', KEY_VALUES, 'catalogue_table_is_key_values'],
    ['anything else', PROBLEMS, 'catalogue_number_column_missing'],
  ])('%s is refused by its name', (_, rows, code) => {
    expect(refusedByCatalogue(rows)).toBe(code);
  });

  it('sheets with the same columns are one table, others are named', () => {
    const second = [REGISTER[0], ['1', 'GB 4806.7-2023', '食品接触用塑料', '', '2024-09-06', '']];
    const { head, rows, problems } = catalogueOf(REGISTER, [...second, REGISTER[1]], LAWS);
    expect([head.sheet, head.unreadSheets, rows.length]).toEqual(['第1批、第2批', ['第3批'], 4]);
    expect(problems).toEqual([
      {
        sheet: '第2批',
        rowNumber: 3,
        code: 'duplicate_row',
        text: 'GB/T 191-2008 = 第1批!2',
      },
    ]);
  });

  it('numbers with a title or a remark are read as they are meant; damaged rows are refused', () => {
    const rows = [
      ['标准号', '标准名称', '状态'],
      ['GB/T 191-2008 包装储运图示标志', '', '现行'],
      ['GB/T 8170-2008（已作废）', '数值修约规则', ''],
      ['GB/T 192-2008', '普通螺\ufffd', '现行'],
      ['', '合计', ''],
      ['GB 4806.7-2023', '⻝品接触用塑料', '〃'],
    ];
    const { rows: read, problems, head } = catalogueOf(rows);
    expect(read.map(({ figures }) => [figures.title, figures.statusClaimed])).toEqual([
      ['包装储运图示标志', 'current'],
      ['数值修约规则', 'withdrawn'],
      ['食品接触用塑料', 'current'],
    ]);
    expect(problems.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [4, 'characters_lost'],
    ]);
    expect(head.notes).toEqual([{ rowNumber: 5, kind: 'subtotal', text: '合计' }]);
  });
});

describe('a table at the door of schemes', () => {
  it('in another shape is told with its items; sums are none of them', async () => {
    expect(await asScheme(SCORING)).toEqual({
      kind: 'foreign',
      foreign: { sheet: 'CSV', items: 3, points: 4_000, sums: 3, open: 0 },
    });
  });

  it('becomes a workbook in our shape, each deduction with what it takes', async () => {
    const table = await draftScheme(await fileOf(SCORING));
    const scoring = table?.sheets.find(({ name }) => name === '评价表');
    const column = (head: string): number =>
      scoring?.columns.findIndex((each) => each.head === head) ?? -1;
    const heads = ['类别', '编号', '评价项目', '规定得分', '扣分方式', '扣分（加分）'];
    expect(scoring?.rows.map((row) => heads.map((head) => row[column(head)]))).toEqual([
      ['部分', '1', '目标', '20', '', ''],
      ['项目', '1.1', '', '10', '扣分', '10'],
      ['', '', '', '', '扣分', '5'],
      ['项目', '1.2', '', '10', '每缺一项扣分', '2'],
      ['部分', '2', '机构', '20', '', ''],
      ['项目', '2.1', '', '20', '扣分', '20'],
      ['', '', '', '', '扣分', '10'],
    ]);
  });

  it.each<readonly [string, Rows, string]>([
    ['a register', REGISTER, 'standards'],
    ['laws', LAWS, 'laws'],
    ['keys and values', KEY_VALUES, 'key_values'],
  ])('%s is known as such', async (_, rows, what) => {
    expect(await asScheme(rows)).toEqual({ kind: 'other', what });
  });

  it('anything else is answered with what the template needs', async () => {
    expect(await asScheme(PROBLEMS)).toMatchObject({ kind: 'problems' });
  });
});
