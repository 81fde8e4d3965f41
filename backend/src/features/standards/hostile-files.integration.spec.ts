import { inlineRows, workbookPackage } from '@liangxing/spreadsheet/testing';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { ImportDto } from './dto/import.dto';
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
const staged = async (): Promise<string[]> => {
  const incoming = join(app.config.dataDir, 'files', 'incoming');
  const names = await readdir(incoming, { recursive: true }).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.part'));
};
const merges = (count: number): string =>
  `<mergeCells>${Array.from({ length: count }, (_, at) => `<mergeCell ref="A${at + 1}:GR1048576"/>`).join('')}</mergeCells>`;
const row = (at: number): string => `GB/T ${at}-2020,${'名'.repeat(130)},2020-01-01\n`;
const largeCsv = (): Buffer =>
  Buffer.from(
    `标准编号,标准名称,发布日期\n${Array.from({ length: 1_000 }, (_, at) => row(at)).join('')}`,
  );

/** Answers of the health probe while `work` goes on. */
async function probes(work: Promise<unknown>): Promise<number> {
  let answered = 0;
  const end = { isOver: false };
  const finished = work.finally(() => (end.isOver = true));
  while (!end.isOver) {
    expect((await app.visitor().get('/api/health/live')).status).toBe(200);
    answered += 1;
  }
  await finished;
  return answered;
}

describe('a hostile file', () => {
  const cells = (cell: string): string =>
    `<sheetData>${`<row>${cell.repeat(100)}</row>`.repeat(14_000)}</sheetData>`;
  const long = (at: number): string => `GB/T ${at} `.padEnd(32_000, '-1 一');

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    [
      'with one long text shown 1.4 million times',
      () =>
        workbookPackage({
          sheets: [cells('<c t="s"><v>0</v></c>')],
          shared: `<si><t>${'标'.repeat(32_000)}</t></si>`,
        }),
      'spreadsheet_too_much_text',
    ],
    [
      'with merged ranges over each other',
      () => workbookPackage({ sheets: [inlineRows([['标准编号']]) + merges(30_000)] }),
      'spreadsheet_too_many_merges',
    ],
    ['of quotes', () => Buffer.from('"'.repeat(19.9 * 2 ** 20)), 'spreadsheet_cell_too_long'],
  ])('%s is refused in words while others are answered', async (_, make, code) => {
    const bytes = await make();
    const answer = enterprise.api.post<{ code: string; detail: string }>(imports(), upload(bytes));
    expect(await probes(answer)).toBeGreaterThan(3);
    expect((await answer).body).toMatchObject({ code, status: 422 });
    expect((await answer).body.detail).not.toMatch(/[{}]/);
    expect(await staged()).toEqual([]);
  });

  it('with long texts where numbers and days belong is read', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [long(at), '名称', '一'.repeat(30_000)]);
    const sheet = inlineRows([['标准编号', '标准名称', '发布日期'], ...rows]);
    const bytes = await workbookPackage({ sheets: [sheet] });
    const { status, body } = await enterprise.api.post<ImportDto>(imports(), upload(bytes));
    expect({ status, body }).toMatchObject({ status: 201, body: { summary: { rows: 120 } } });
  });

  it('twelve at once are all read, one after the other', async () => {
    const bytes = largeCsv();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => enterprise.api.post(imports(), upload(bytes, 'a.csv'))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    expect(await staged()).toEqual([]);
  });

  it('that its sender gives up leaves nothing', async () => {
    const correlationId = 'given-up-1';
    const controller = new AbortController();
    const bytes = largeCsv();
    const open = Array.from({ length: 6 }, () =>
      enterprise.api.post(imports(), upload(bytes, 'a.csv')),
    );
    const { api } = enterprise;
    const answer = fetch(app.address + imports(), {
      method: 'POST',
      headers: {
        cookie: [...api.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-xsrf-token': api.cookies.get('XSRF-TOKEN') ?? '',
        'x-correlation-id': correlationId,
      },
      body: upload(bytes, 'given-up.csv'),
      signal: controller.signal,
    });
    const place = () =>
      api.get<{ before: number | null }>(`${enterprise.path}/work/${correlationId}`);
    let before: number | null = null;
    while (before === null) ({ before } = (await place()).body);
    controller.abort();
    await expect(answer).rejects.toThrow();
    await Promise.all(open);
    expect((await place()).body.before).toBeNull();
    const { body } = await api.get<ImportDto[]>(imports());
    expect(body.map(({ fileName }) => fileName)).toEqual(Array(6).fill('a.csv'));
    expect(await staged()).toEqual([]);
  });
});

describe('files at once', () => {
  it('beyond what one enterprise may send are refused as busy, and the others are not', async () => {
    const small = await TestApp.start({ IMPORT_MAX_BYTES: '1024' });
    const [crowd, other] = [await small.organization(), await small.organization()];
    const post = ({ api, path }: TestOrganization) =>
      api.post<{ code: string }>(
        `${path}/standard-imports`,
        upload('标准编号\nGB/T 1-2020', 'a.csv'),
      );
    const answers = await Promise.all(Array.from({ length: 60 }, () => post(crowd)));
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('10');
    expect(answers.filter(({ status }) => status !== 503 && status !== 201)).toEqual([]);
    expect((await post(other)).status).toBe(201);
    expect((await post(crowd)).status).toBe(201);
    await small.stop();
  });
});
