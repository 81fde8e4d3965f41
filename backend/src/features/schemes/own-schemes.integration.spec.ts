import type { Scheme } from '@liangxing/scheme';
import { carriedScheme, loadSchemes } from '@liangxing/scheme/loader';
import type { Score } from '@liangxing/scoring';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import Excel from 'exceljs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder, publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { TablePreviewDto } from './dto/table-preview.dto';
import type { UsableSchemeDto } from './dto/usable-scheme.dto';
import { ownScheme } from './own-scheme';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { path: string; code: string; message: string }[];
}

const shipped = loadSchemes(
  readdirSync(packsFolder).map((name) => ({
    name,
    text: readFileSync(join(packsFolder, name), 'utf8'),
  })),
);
const national = shipped.find(({ id }) => id === 'gsp-2004') as Scheme;

let app: TestApp;
let enterprise: TestOrganization;
let other: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  enterprise = await app.organization();
  other = await app.organization();
});
afterAll(() => app.stop());

async function download(path: string, from = enterprise): Promise<Buffer> {
  const response = await from.api.fetch('GET', path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain('attachment');
  return Buffer.from(await response.arrayBuffer());
}

const tablePath = (id: string, version: string, { path } = enterprise) =>
  `${path}/schemes/${id}/versions/${version}/table`;

/** The national table under another number, with changed cells. */
async function workbook(
  id: string,
  changes: readonly (readonly [sheet: string, cell: string, value: string | number])[] = [],
): Promise<FormData> {
  const book = new Excel.Workbook();
  const bytes = await download(tablePath('gsp-2004', national.version));
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  for (const [sheet, cell, value] of [['方案', 'B2', id] as const, ...changes]) {
    const found = book.getWorksheet(sheet);
    if (!found) throw new Error(`no sheet ${sheet}`);
    found.getCell(cell).value = value;
  }
  const form = new FormData();
  form.append('file', new Blob([await book.xlsx.writeBuffer()]), '江苏评分表.xlsx');
  return form;
}

const preview = (form: FormData, from = enterprise) =>
  from.api.post<TablePreviewDto & Problem>(`${from.path}/schemes/previews`, form);
const publish = (form: FormData, from = enterprise) =>
  from.api.post<UsableSchemeDto & Problem>(`${from.path}/schemes`, form);
const countOf = async (id: string): Promise<number> => {
  const rows = await app.database.superuser<{ count: number }>(
    `SELECT count(*)::integer AS count FROM organization_schemes WHERE id = '${id}'`,
  );
  return rows[0]?.count ?? 0;
};

describe('the workbook of a scheme', () => {
  it.each(shipped.map((scheme) => [scheme.id, scheme] as const))(
    'of %s, uploaded as it came, is the same table under an id of the organization',
    async (id, scheme) => {
      const bytes = await download(tablePath(id, scheme.version));
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), 'table.xlsx');
      const { status, body } = await publish(form);
      expect(status).toBe(201);
      expect(body).toMatchObject({ id: `own-${id}`, version: '1.0.0', origin: 'own' });
      const read = await enterprise.api.get<Scheme>(
        `${enterprise.path}/schemes/own-${id}/versions/1.0.0`,
      );
      // What has no column is named in the workbook itself.
      expect(read.body).toEqual(ownScheme(carriedScheme(scheme), 1));
      expect(JSON.stringify(read.body)).not.toContain('"verified"');
    },
  );

  it('opens with instructions and keeps every text a text', async () => {
    const { sheets } = await readSpreadsheet(
      await download(tablePath('gsp-2004', national.version)),
    );
    expect(sheets.map(({ name }) => name)).toEqual([
      '说明',
      '方案',
      '来源文件',
      '等级',
      '限制条件',
      '评价表',
    ]);
    const book = new Excel.Workbook();
    const form = await workbook('formula', [['方案', 'B4', '=HYPERLINK("http://x","y")']]);
    expect((await publish(form)).status).toBe(201);
    const bytes = await download(tablePath('own-formula', '1.0.0'));
    await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
    const cell = book.getWorksheet('方案')?.getCell('B4');
    expect(cell?.type).toBe(Excel.ValueType.String);
    expect(cell?.value).toBe('=HYPERLINK("http://x","y")');
  });

  it('may be had empty', async () => {
    const bytes = await download(`${enterprise.path}/schemes/template`);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), 'empty.xlsx');
    const { body } = await preview(form);
    expect(body.scheme).toBeNull();
    expect(body.problems.map(({ sheet }) => sheet)).toContain('评价表');
  });
});

describe('publishing a table', () => {
  it('is previewed, then gives a version that can be chosen, and again the next one', async () => {
    const first = await preview(await workbook('js-2025'));
    expect(first.status).toBe(200);
    expect(first.body.problems).toEqual([]);
    expect(first.body.scheme).toMatchObject({
      id: 'own-js-2025',
      version: '1.0.0',
      basicPoints: 40_000,
      bonusPoints: 10_000,
      previousVersion: null,
      isUnchanged: false,
      grades: ['AAAA', 'AAA', 'AA', 'A'],
    });
    expect(await countOf('own-js-2025')).toBe(0);

    expect((await publish(await workbook('js-2025'))).body.version).toBe('1.0.0');
    // The same again, as after a double click.
    expect((await publish(await workbook('js-2025'))).body.version).toBe('1.0.0');
    const changed = () => workbook('own-js-2025', [['方案', 'B4', '江苏评分表']]);
    expect((await preview(await changed())).body.scheme?.previousVersion).toBe('1.0.0');
    expect((await publish(await changed())).body).toMatchObject({
      id: 'own-js-2025',
      version: '2.0.0',
      title: { 'zh-CN': '江苏评分表' },
      fileName: '江苏评分表.xlsx',
    });
    expect(await countOf('own-js-2025')).toBe(2);
    const { body } = await enterprise.api.get<UsableSchemeDto[]>(`${enterprise.path}/schemes`);
    const own = body.filter(({ id }) => id === 'own-js-2025');
    expect(own.map(({ version }) => version)).toEqual(['2.0.0', '1.0.0']);
    expect(body.filter(({ origin }) => origin === 'shipped').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['gsp-2004', 'gb-t-19273-2017']),
    );
  });

  it('of a broken workbook writes nothing and names every problem', async () => {
    const broken = () =>
      workbook('broken', [
        ['方案', 'B11', 401],
        ['等级', 'E2', 600],
        ['评价表', 'O4', -3],
      ]);
    const { body } = await preview(await broken());
    expect(body.scheme).toBeNull();
    expect(body.problems.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['方案', 11, 'B'],
      ['等级', 2, 'E'],
      ['评价表', 4, 'O'],
    ]);
    expect(body.problems[2]).toMatchObject({ head: '扣分（加分）', message: '分值“-3”是负数。' });
    const refused = await publish(await broken());
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('scheme_table_broken');
    expect(refused.body.errors?.map(({ path }) => path)).toEqual([
      '方案!B11',
      '等级!E2',
      '评价表!O4',
    ]);
    expect(await countOf('own-broken')).toBe(0);
  });

  it('of something that is no workbook says so', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2])]), 'x.xlsx');
    expect((await preview(form)).status).toBeGreaterThanOrEqual(400);
    expect((await preview(form)).status).toBeLessThan(500);
  });

  it('is for owners and editors', async () => {
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    const editor = await app.member(enterprise.organizationId, 'editor');
    const form = await workbook('by-others');
    const post = (api: typeof viewer.api) =>
      api.post<Problem>(`${enterprise.path}/schemes`, form).then(({ status }) => status);
    expect(await post(viewer.api)).toBe(403);
    expect(await countOf('own-by-others')).toBe(0);
    expect(await post(editor.api)).toBe(201);
    expect((await viewer.api.get(`${enterprise.path}/schemes`)).status).toBe(200);
  });

  it('at the same time gives each its own version', async () => {
    const forms = await Promise.all(
      ['甲', '乙', '丙'].map((title) => workbook('at-once', [['方案', 'B4', title]])),
    );
    const published = await Promise.all(forms.map((form) => publish(form)));
    expect(published.map(({ body }) => body.version).sort()).toEqual(['1.0.0', '2.0.0', '3.0.0']);
  });
});

describe('a scheme of an organization', () => {
  beforeAll(async () => {
    expect((await publish(await workbook('mine'))).status).toBe(201);
  });

  it('is not found by another organization, nor as one for everyone', async () => {
    const paths = [
      `${other.path}/schemes/own-mine/versions/1.0.0`,
      tablePath('own-mine', '1.0.0', other),
      '/api/schemes/own-mine/versions/1.0.0',
    ];
    for (const path of paths) expect((await other.api.get(path)).status).toBe(404);
    expect((await other.api.get(`${enterprise.path}/schemes`)).status).toBe(404);
    const { body } = await other.api.get<UsableSchemeDto[]>(`${other.path}/schemes`);
    expect(body.filter(({ origin }) => origin === 'own')).toEqual([]);
    const started = await other.api.post<Problem>(`${other.path}/assessments`, {
      title: '不行',
      schemeId: 'own-mine',
      schemeVersion: '1.0.0',
    });
    expect([started.status, started.body.code]).toEqual([422, 'unknown_scheme']);
  });

  it('of the same id in two organizations stays apart', async () => {
    const form = await workbook('mine', [['方案', 'B4', '别家的表']]);
    expect((await publish(form, other)).body.version).toBe('1.0.0');
    const titleFor = async ({ api, path }: TestOrganization) =>
      (await api.get<Scheme>(`${path}/schemes/own-mine/versions/1.0.0`)).body.title['zh-CN'];
    expect(await titleFor(other)).toBe('别家的表');
    expect(await titleFor(enterprise)).not.toBe('别家的表');
  });

  it('cannot be changed or deleted, and lies behind the wall', async () => {
    for (const sql of [
      `UPDATE organization_schemes SET document = '{}'`,
      'DELETE FROM organization_schemes',
    ])
      await expect(app.database.superuser(sql)).rejects.toThrow('append-only');
  });

  it('scores an assessment, which stays with its version', async () => {
    const { body: assessment, status } = await enterprise.api.post<{
      id: string;
      schemeVersion: string;
    }>(`${enterprise.path}/assessments`, {
      title: '按自录方案',
      schemeId: 'own-mine',
      targetGrade: 'AA',
    });
    expect([status, assessment.schemeVersion]).toEqual([201, '1.0.0']);
    const path = `${enterprise.path}/assessments/${assessment.id}`;
    const all = { '1.1-a': true, '1.1-b': true, '1.1-c': true };
    const answer = (itemId: string, rules: object) =>
      enterprise.api.put(`${path}/answers/${itemId}`, { state: 'assessed', rules }, { ifMatch: 0 });
    expect((await answer('1.1', all)).status).toBe(200);
    expect((await answer('1.3', {})).status).toBe(200);
    const { body } = await enterprise.api.get<Score>(`${path}/score`);
    expect(body.basic).toBe(500);
    expect((await enterprise.api.get(`${path}/dossier-check`)).status).toBe(200);
    expect((await enterprise.api.get(`${enterprise.path}/overview`)).status).toBe(200);
    const next = await workbook('mine', [['方案', 'B4', '第二版']]);
    expect((await publish(next)).body.version).toBe('2.0.0');
    const list = await enterprise.api.get<{ id: string; schemeVersion: string }[]>(
      `${enterprise.path}/assessments`,
    );
    expect(list.body.find(({ id }) => id === assessment.id)?.schemeVersion).toBe('1.0.0');
    expect((await enterprise.api.get<Score>(`${path}/score`)).body.basic).toBe(500);
  });

  it('that is not there cannot be pinned, not even past the application', async () => {
    await expect(
      app.database.superuser(
        `INSERT INTO assessments (organization_id, id, title, scheme_id, scheme_version, plan)
         VALUES ($1, gen_random_uuid(), 'x', 'own-none', '1.0.0', '{}')`,
        [enterprise.organizationId],
      ),
    ).rejects.toThrow('foreign key');
    await expect(
      app.database.superuser(
        `INSERT INTO assessments (organization_id, id, title, scheme_id, scheme_version, plan)
         VALUES ($1, gen_random_uuid(), 'x', 'none', '1.0.0', '{}')`,
        [enterprise.organizationId],
      ),
    ).rejects.toThrow('foreign key');
  });
});
