import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import { csvOf, LAWS, REGISTER, SCORING } from '../../testing/files-of-people';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { TablePreviewDto } from './dto/table-preview.dto';

type Answer = TablePreviewDto & { readonly code: string; readonly current: unknown };

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  enterprise = await app.organization();
});
afterAll(() => app.stop());

const formOf = (content: string | Uint8Array<ArrayBuffer>, name = '安标评分表.csv'): FormData => {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return form;
};
const preview = (form: FormData) =>
  enterprise.api.post<Answer>(`${enterprise.path}/schemes/previews`, form);

describe('a scoring table in another shape', () => {
  it('is told with its items, and comes back as a workbook that asks only for what it did not say', async () => {
    const { status, body } = await preview(formOf(csvOf(SCORING)));
    expect([status, body.scheme, body.foreign]).toEqual([
      200,
      null,
      { sheet: 'CSV', items: 3, points: 4_000, sums: 3, open: 0 },
    ]);
    const draft = await enterprise.api.fetch(
      'POST',
      `${enterprise.path}/schemes/drafts`,
      formOf(csvOf(SCORING)),
    );
    expect(draft.headers.get('content-disposition')).toContain('xlsx');
    const bytes = Buffer.from(await draft.arrayBuffer());
    const { sheets } = await readSpreadsheet(bytes);
    expect(sheets.map(({ name }) => name)).toContain('评价表');
    const again = await preview(formOf(new Uint8Array(bytes), '补齐.xlsx'));
    expect(again.body.foreign).toBeNull();
    expect(new Set(again.body.problems.map(({ sheet }) => sheet))).not.toContain('评价表');
    expect(again.body.problems.map(({ code }) => code)).toContain('cell_required');
  });

  it('is not published as it is', async () => {
    const path = `${enterprise.path}/schemes`;
    const { body } = await enterprise.api.post<Answer>(path, formOf(csvOf(SCORING)));
    expect(body.code).toBe('scheme_table_foreign');
  });
});

describe('a table that is no scoring table', () => {
  it.each([
    ['a register', REGISTER, 'table_is_standards', { door: 'standards', list: null }],
    ['laws', LAWS, 'table_is_list', { door: 'records', list: 'laws' }],
  ])('is refused with the way to where it is taken: %s', async (_, rows, code, door) => {
    const { status, body } = await preview(formOf(csvOf(rows)));
    expect([status, body.code, body.current]).toEqual([
      422,
      code,
      { ...door, canTakeAnyway: false },
    ]);
  });

  it('in a damaged workbook of the old format is refused in words', async () => {
    const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const old = Buffer.concat([head, Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]);
    const { body } = await preview(formOf(new Uint8Array(old), '评分表.xls'));
    expect(body.code).toBe('spreadsheet_old_xls');
  });
});
