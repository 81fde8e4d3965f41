import { utils, write, type BookType } from '@e965/xlsx';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { ImportDto, ImportRowsDto } from './dto/import.dto';
import type { StandardsPageDto } from './dto/standard.dto';
import { upload } from './testing/workbooks';

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const imports = () => `${enterprise.path}/standard-imports`;
const SHEETS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  封面: [['选用件目录'], ['2026 年']],
  紧固件: [
    ['依据', '编码', ''],
    ['GB_T 93-1987', '1', '弹簧垫圈'],
    ['GB/T 5782-2016', '', '六角头螺栓'],
  ],
  轴承: [
    ['依据', '编码', ''],
    ['GB_T 276-2013', '1', '深沟球轴承'],
    ['GB/T 307.1-2017', '2', '向心轴承公差'],
  ],
};

function bookOf(bookType: BookType): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(SHEETS))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

const preview = async (bytes: Buffer | string, name?: string): Promise<ImportDto> => {
  const { status, body } = await enterprise.api.post<ImportDto>(imports(), upload(bytes, name));
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const remap = (id: string, mapping: object) =>
  enterprise.api.put<ImportDto>(`${imports()}/${id}/mapping`, mapping);
const numbers = async (): Promise<string[]> => {
  const { body } = await enterprise.api.get<StandardsPageDto>(
    `${enterprise.path}/standards?limit=100`,
  );
  return body.rows.map(({ number }) => number);
};

describe.each<BookType>(['xlsx', 'biff8', 'ods'])('a workbook with several sheets (%s)', (type) => {
  it('offers those of one shape together; committed and taken back as one', async () => {
    const first = await preview(bookOf(type), '目录');
    expect(first).toMatchObject({
      sheet: '紧固件',
      sheets: ['紧固件'],
      alike: ['紧固件', '轴承'],
      summary: { toInsert: 2 },
    });
    const { status, body } = await remap(first.id, { sheets: first.alike });
    expect([status, body.sheets, body.summary.toInsert]).toEqual([200, ['紧固件', '轴承'], 4]);
    const rows = await enterprise.api.get<ImportRowsDto>(`${imports()}/${first.id}/rows`);
    expect(rows.body.rows.map(({ sheet, rowNumber }) => `${sheet}!${rowNumber}`)).toEqual([
      '紧固件!2',
      '紧固件!3',
      '轴承!2',
      '轴承!3',
    ]);
    await enterprise.api.post(`${imports()}/${first.id}/commit`, {});
    expect(await numbers()).toHaveLength(4);
    const undone = await enterprise.api.post<ImportDto>(`${imports()}/${first.id}/undo`, {});
    expect(undone.body.state).toBe('undone');
    expect(await numbers()).toEqual([]);
  });

  it('says what its format does not tell', async () => {
    const { notes } = await preview(bookOf(type));
    const kinds = notes.filter(({ rowNumber }) => rowNumber === 0).map(({ kind }) => kind);
    expect(kinds.includes('strikes_unread')).toBe(type === 'biff8');
  });

  it('can be looked at sheet by sheet', async () => {
    const { id } = await preview(bookOf(type), '目录');
    for (const sheet of ['封面', '轴承', '封面', '紧固件']) {
      const { status, body } = await remap(id, { sheet });
      expect([status, body.sheet]).toEqual([200, sheet]);
    }
  });
});

describe('a choice of sheets', () => {
  it('of which the file has none is refused at its field', async () => {
    const { id } = await preview(bookOf('xlsx'));
    for (const [mapping, path] of [
      [{ sheets: ['紧固件', '没有'] }, 'sheets'],
      [{ sheet: '没有' }, 'sheet'],
      [{ sheets: [] }, 'sheets'],
    ] as const)
      expect(await remap(id, mapping)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });
});

describe('a table that is no register', () => {
  it('brings nothing until a person has chosen its columns', async () => {
    const csv = '序号,问题,提出人\n1,报表导出后格式不对,张工\n2,手机上看不到附件,张工\n';
    const first = await preview(csv, '问题.csv');
    expect([first.notes.map(({ kind }) => kind), first.summary.rows]).toEqual([
      ['columns_to_choose'],
      0,
    ]);
    const { body } = await remap(first.id, { columns: [{ index: 1, field: 'title' }] });
    expect(body.summary.toInsert).toBe(2);
    // What was chosen stays where something else is chosen.
    const again = await remap(first.id, { duplicates: 'skip', leavesOutHidden: true });
    expect(again.body).toMatchObject({ leavesOutHidden: true, summary: { toInsert: 2 } });
  });
});

describe('numbers that leave a question', () => {
  const text = '标准编号,标准名称\nGB/T 5169-10-2017,灼热丝\n"GB/T 1-2016、GB/T 2-2011",两项\n';

  it('are taken as proposed, and several in one cell become rows; both are taken back with the import', async () => {
    const first = await preview(text, '明细.csv');
    expect(first.notes.map(({ kind }) => kind)).toEqual(['numbers_proposed', 'several_numbers']);
    const place = { sheet: 'CSV', rowNumber: 2 };
    const { body } = await remap(first.id, { accepted: [place], splitsNumbers: true });
    expect(body).toMatchObject({ splitsNumbers: true, accepted: [place] });
    expect(body.summary).toMatchObject({ rows: 3, toInsert: 3 });
    const rows = await enterprise.api.get<ImportRowsDto>(`${imports()}/${first.id}/rows`);
    expect(rows.body.rows.map(({ rowNumber, part }) => [rowNumber, part])).toEqual([
      [2, 0],
      [3, 0],
      [3, 1],
    ]);
    await enterprise.api.post(`${imports()}/${first.id}/commit`, {});
    expect(await numbers()).toEqual(['GB/T 5169.10-2017', 'GB/T 1-2016', 'GB/T 2-2011']);
    await enterprise.api.post(`${imports()}/${first.id}/undo`, {});
    expect(await numbers()).toEqual([]);
  });
});
