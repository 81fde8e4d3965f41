import { AREAS, MOST_COPIED_FILES, type Area } from '@liangxing/contracts';
import { Storage } from '../../kernel';
import type { ApiAnswer } from '../../testing/api-client';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { paragraph, table, textOfWord, wordFile, wordForm } from '../../testing/word-file';
import type { CopyLineDto } from './dto/copy.dto';
import type { TemplateDto } from './dto/template.dto';
import { CopyTemplate } from './use-cases/copy-template';

let app: TestApp;
let consultancy: TestOrganization;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  consultancy = await app.consultancy('良方咨询');
  path = `${consultancy.path}/templates`;
});

const LETTER = wordFile({
  body: paragraph('{{企业', '名称}}的《{{标准名称}}》') + table(paragraph('{{统一社会信用代码}}')),
  header: paragraph('{{标准编号}}'),
  footer: paragraph('{{法定代表人}}{{税号}}'),
});
const line = (title: string) => ({
  ...{ kind: 'management', outlineId: '', title, englishTitle: '', department: '', node: '' },
});

async function add(titles: readonly string[] = ['采购控制程序', '文件控制程序']) {
  const content = { drafts: titles.map(line) };
  const body = { kind: 'drafts', name: '管理标准', note: '', content };
  return (await consultancy.api.post<TemplateDto>(path, body)).body;
}

const upload = (
  { id, version }: Pick<TemplateDto, 'id' | 'version'>,
  at = 1,
  file: Uint8Array = LETTER,
): Promise<ApiAnswer<TemplateDto & { code: string }>> =>
  consultancy.api.post(`${path}/${id}/drafts/${String(at)}/file`, wordForm(file, '模板.docx'), {
    ifMatch: version,
  });

async function client(
  name: string,
  profile: object = {},
  writable: readonly Area[] = AREAS,
): Promise<TestOrganization> {
  const made = await app.organization(name);
  await app.grant(made, consultancy.organizationId, { readable: AREAS, writable });
  await app.database.superuser(
    'UPDATE enterprise_profiles SET profile = $2 WHERE organization_id = $1',
    [made.organizationId, JSON.stringify({ name, ...profile })],
  );
  return made;
}

async function copy(
  { id, version }: Pick<TemplateDto, 'id' | 'version'>,
  clients: readonly TestOrganization[],
  { preview = false } = {},
): Promise<CopyLineDto[]> {
  const body = { clients: clients.map(({ organizationId }) => ({ clientId: organizationId })) };
  const at = `${path}/${id}/copies${preview ? '/preview' : ''}`;
  const answer = await consultancy.api.post<CopyLineDto[]>(at, body, { ifMatch: version });
  expect(answer.status).toBe(200);
  return answer.body;
}

interface TestDraft {
  readonly id: string;
  readonly title: string;
  readonly files: readonly { readonly fileName: string; readonly uploadedByName: string }[];
}

async function draftsOf({ api, path: at }: TestOrganization): Promise<TestDraft[]> {
  const { body } = await api.get<TestDraft[]>(`${at}/drafts`);
  const all = body.map(async ({ id }) => (await api.get<TestDraft>(`${at}/drafts/${id}`)).body);
  return (await Promise.all(all)).sort((one, other) => (one.title < other.title ? -1 : 1));
}

async function bytesOf(at: string, { api }: Pick<Member, 'api'>): Promise<Uint8Array> {
  const answer = await api.fetch('GET', at);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function wordAt(of: TestOrganization, title: string): Promise<string[]> {
  const found = (await draftsOf(of)).find((draft) => draft.title === title);
  const bytes = await bytesOf(`${of.path}/drafts/${found?.id ?? ''}/word`, of);
  return ['document', 'header1', 'footer1'].map((part) => textOfWord(bytes, part));
}

const keysOf = async (table: string): Promise<string[]> =>
  (
    await app.database.superuser<{ key: string }>(
      `SELECT storage_key AS key FROM ${table} WHERE organization_id = $1`,
      [consultancy.organizationId],
    )
  ).map(({ key }) => key);

describe('a line of a template of drafts', () => {
  it('carries a Word file, whose fields are told: those that are filled in and those nobody knows', async () => {
    const template = await add();
    const { status, body } = await upload(template, 2);
    expect([status, body.version, body.drafts?.map(({ file }) => file)]).toEqual([
      ...[201, 2],
      [null, 1],
    ]);
    expect(body.files).toMatchObject([
      {
        ...{ number: 1, fileName: '模板.docx', size: LETTER.length },
        unknownFields: [{ name: '税号', part: 'footer', paragraph: '{{法定代表人}}{{税号}}' }],
      },
    ]);
    expect(body.files[0]?.fields.sort()).toEqual(
      ['creditCode', 'enterpriseName', 'legalRepresentative', 'number', 'title'].sort(),
    );
    const stored = await bytesOf(`${path}/${template.id}/files/1/content`, consultancy);
    expect(stored).toEqual(new Uint8Array(LETTER));
  });

  it('gets the new file in the place of the old one, over the version that was seen', async () => {
    const template = (await upload(await add())).body;
    const [old = ''] = await keysOf('template_files');
    const replaced = await upload(template, 1, wordFile({ body: paragraph('第二稿') }));
    expect(replaced.body.files.map(({ number }) => number)).toEqual([2]);
    await expect(app.app.get(Storage).read(old)).rejects.toThrow('no stored object');
    expect(await upload(template)).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    });
    expect((await upload(replaced.body, 3)).status).toBe(404);
    expect(await keysOf('template_files')).toHaveLength(1);
    expect(await keysOf('pending_objects')).toEqual([]);
  });

  it('keeps its file where it is renamed or moved; one that no line names goes', async () => {
    const template = (await upload((await upload(await add())).body, 2)).body;
    const change = (drafts: readonly object[], version: number) =>
      consultancy.api.patch<TemplateDto & { code: string }>(
        `${path}/${template.id}`,
        { content: { drafts } },
        { ifMatch: version },
      );
    const [one, two] = template.drafts ?? [];
    const turned = await change([{ ...two, title: '改名' }, { ...one }], 3);
    expect(turned.body.drafts?.map(({ file }) => file)).toEqual([2, 1]);
    expect(turned.body.files).toHaveLength(2);
    for (const wrong of [
      [{ ...one, file: 7 }],
      [one, { ...two, file: 1 }],
      [{ ...one, file: 0 }],
    ] as const)
      expect(await change(wrong as readonly object[], 4)).toMatchObject({
        body: { code: 'validation_failed' },
      });
    const fewer = await change([{ ...one, file: null }, { ...two }], 4);
    expect(fewer.body.files.map(({ number }) => number)).toEqual([2]);
    const told = await app.database.superuser<{ details: object }>(
      `SELECT details FROM audit_events WHERE organization_id = $1 AND subject_id = $2
         AND action = 'template.file_removed'`,
      [consultancy.organizationId, template.id],
    );
    expect(told).toMatchObject([{ details: { number: 1, fileName: '模板.docx' } }]);
    expect(await keysOf('template_files')).toHaveLength(1);
  });

  it('names no file in a template that is only being made', async () => {
    const content = { drafts: [{ ...line('采购'), file: 1 }] };
    const body = { kind: 'drafts', name: '新', note: '', content };
    const answer = await consultancy.api.post(path, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
  });
});

describe('a copy of Word files', () => {
  const jia = { creditCode: '91320500MA1JIAXXXX', legalRepresentative: '沈甲&<立>' };

  it('becomes the drafts’ own at each client, filled in by that client alone', async () => {
    const template = (await upload(await add())).body;
    const [one, two] = [await client('苏州甲机械', jia), await client('无锡乙电子')];
    await one.api.put(
      `${one.path}/numbering-rule`,
      { pattern: 'Q/JJX {序号:3}-{年}', classes: { technical: 'J', management: 'G', post: 'Z' } },
      { ifMatch: 0 },
    );
    const planned = await copy(template, [one, two], { preview: true });
    expect(planned.map(({ emptyFields }) => [...emptyFields].sort())).toEqual([
      [],
      ['creditCode', 'legalRepresentative', 'number'],
    ]);
    const lines = await copy(template, [one, two]);
    expect(lines).toEqual(planned);
    const at = await wordAt(one, '采购控制程序');
    expect(at).toEqual([
      '苏州甲机械的《采购控制程序》\n91320500MA1JIAXXXX',
      expect.stringMatching(/^Q\/JJX 001-\d{4}$/),
      '沈甲&<立>{{税号}}',
    ]);
    expect(await wordAt(two, '采购控制程序')).toEqual([
      '无锡乙电子的《采购控制程序》\n（待填：统一社会信用代码）',
      '（待填：标准编号）',
      '（待填：法定代表人）{{税号}}',
    ]);
    const [draft, other] = await draftsOf(two);
    const files = [draft, other].map((each) => [each?.title, each?.files.length]);
    expect(files).toEqual([
      ['文件控制程序', 0],
      ['采购控制程序', 1],
    ]);
    expect(other?.files).toMatchObject([{ fileName: '采购控制程序.docx', uploadedByName: '王芳' }]);
    const rows = await app.database.superuser<{ of: string; key: string; size: string }>(
      'SELECT organization_id AS of, storage_key AS key, size FROM standard_draft_files',
    );
    for (const { organizationId } of [one, two]) {
      const [row] = rows.filter(({ of }) => of === organizationId);
      expect(row).toMatchObject({
        key: expect.stringMatching(new RegExp(`^${organizationId}/`)) as string,
        size: String(LETTER.length),
      });
    }
    const told = await app.database.superuser(
      `SELECT FROM audit_events WHERE organization_id = $1 AND action = 'draft.file_added'
         AND acting_id = $2`,
      [two.organizationId, consultancy.organizationId],
    );
    expect(told).toHaveLength(1);
  });

  it('a second time copies nothing, and stays whatever becomes of the template', async () => {
    const template = (await upload(await add())).body;
    const enterprise = await client('苏州甲机械', jia);
    await copy(template, [enterprise]);
    expect(await copy(template, [enterprise])).toMatchObject([
      { outcome: 'present', emptyFields: [] },
    ]);
    const gone = await consultancy.api.delete(`${path}/${template.id}`, undefined, {
      ifMatch: template.version,
    });
    expect(gone.status).toBe(204);
    expect((await wordAt(enterprise, '采购控制程序'))[0]).toContain('苏州甲机械');
    const pending = await app.database.superuser('SELECT FROM pending_objects');
    expect(pending).toEqual([]);
  });

  it('for which a client has no room is refused there as a whole, and made at the next one', async () => {
    const template = (await upload(await add())).body;
    const [full, free] = [await client('苏州甲机械', jia), await client('无锡乙电子')];
    await app.database.superuser(
      `INSERT INTO organization_quotas (organization_id, name, most) VALUES ($1, 'evidence_bytes', $2)`,
      [full.organizationId, LETTER.length - 1],
    );
    const lines = await copy(template, [full, free]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['refused', 'copied']);
    expect(lines[0]?.problem).toMatch(/^文件的存储空间共 .+，剩余不足。/);
    expect(await draftsOf(full)).toEqual([]);
    const { body: standards } = await full.api.get<{ total: number }>(`${full.path}/standards`);
    expect(standards.total).toBe(0);
    expect(await draftsOf(free)).toHaveLength(2);
  });

  it('is not even made ready for a client that takes nothing any more, whoever asks', async () => {
    const template = (await upload(await add())).body;
    const suspended = await client('苏州甲机械', jia);
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      suspended.organizationId,
    ]);
    const published = jest.spyOn(app.app.get(Storage), 'publish');
    expect(await copy(template, [suspended])).toMatchObject([{ outcome: 'refused' }]);
    const { purpose: _, ...context } = consultancy.context;
    const targets = [{ clientId: suspended.organizationId }];
    const lines = await app.app.get(CopyTemplate).copy(context, template, targets);
    expect(lines).toMatchObject([{ outcome: 'refused' }]);
    expect(published).not.toHaveBeenCalled();
    published.mockRestore();
  });

  it('that breaks in the middle leaves nothing at that client', async () => {
    const template = (await upload(await add())).body;
    const enterprise = await client('苏州甲机械', jia);
    await app.database.superuser(
      `CREATE FUNCTION refuse_file() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         RAISE EXCEPTION 'broken'; END $$;
       CREATE TRIGGER refuse_file BEFORE INSERT ON standard_draft_files FOR EACH ROW
         EXECUTE FUNCTION refuse_file()`,
    );
    try {
      expect(await copy(template, [enterprise])).toMatchObject([{ outcome: 'refused' }]);
    } finally {
      await app.database.superuser(
        'DROP TRIGGER refuse_file ON standard_draft_files; DROP FUNCTION refuse_file()',
      );
    }
    expect(await draftsOf(enterprise)).toEqual([]);
    expect(await copy(template, [enterprise])).toMatchObject([{ outcome: 'copied' }]);
  });

  it('is refused where too many files were copied in one request', async () => {
    const template = (await upload(await add(['采购'])))?.body;
    await app.database.superuser(
      `INSERT INTO template_files (organization_id, template_id, number, file_name, size, sha256,
         storage_key, fields, unknown_fields, uploaded_by, uploaded_by_name)
       SELECT organization_id, template_id, number + at, file_name, 0, sha256, storage_key || at,
         fields, unknown_fields, uploaded_by, uploaded_by_name
       FROM template_files, generate_series(1, 9) at WHERE template_id = $1`,
      [template.id],
    );
    await app.database.superuser(`UPDATE templates SET content = $2 WHERE id = $1`, [
      template.id,
      JSON.stringify({
        drafts: Array.from({ length: 10 }, (_, at) => ({
          ...line(`程序 ${String(at)}`),
          file: at + 1,
        })),
      }),
    ]);
    const clients = Array.from({ length: MOST_COPIED_FILES / 10 + 1 }, () => ({
      clientId: crypto.randomUUID(),
    }));
    const answer = await consultancy.api.post(
      `${path}/${template.id}/copies/preview`,
      { clients },
      { ifMatch: 2 },
    );
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(JSON.stringify(answer.body)).toContain(
      '模板有 10 个 Word 文件，一次最多复制给 30 家客户',
    );
  });
});

describe('a template', () => {
  it('is duplicated with Word files of its own', async () => {
    const template = (await upload(await add(), 2)).body;
    const twin = (
      await consultancy.api.post<TemplateDto>(`${path}/${template.id}/duplicates`, {
        name: '另一份',
      })
    ).body;
    expect(twin.drafts?.map(({ file }) => file)).toEqual([null, 1]);
    await consultancy.api.delete(`${path}/${template.id}`, undefined, { ifMatch: 2 });
    const bytes = await bytesOf(`${path}/${twin.id}/files/1/content`, consultancy);
    expect(bytes).toEqual(new Uint8Array(LETTER));
  });

  it('whose files have no room is not duplicated, and one that is refused leaves no file', async () => {
    const template = (await upload((await upload(await add())).body, 2)).body;
    const published = jest.spyOn(app.app.get(Storage), 'publish');
    const twin = () =>
      consultancy.api.post<{ code: string }>(`${path}/${template.id}/duplicates`, { name: '另' });
    const most = (name: string, count: number) =>
      app.database.superuser(
        `INSERT INTO organization_quotas (organization_id, name, most) VALUES ($1, $2, $3)`,
        [consultancy.organizationId, name, count],
      );
    await most('templates', 1);
    expect((await twin()).body.code).toBe('quota_templates');
    expect(published).toHaveBeenCalledTimes(2);
    for (const [, key] of published.mock.calls)
      await expect(app.app.get(Storage).read(key)).rejects.toThrow('no stored object');
    expect(await keysOf('pending_objects')).toEqual([]);
    await most('evidence_bytes', 4 * LETTER.length - 1);
    expect((await twin()).body.code).toBe('quota_evidence_bytes');
    expect(published).toHaveBeenCalledTimes(2);
    published.mockRestore();
  });

  it('is removed with its files by who may write, over the version that was seen, in the trail', async () => {
    const template = (await upload(await add())).body;
    const [key = ''] = await keysOf('template_files');
    const remove = (ifMatch: number, { api }: Pick<Member, 'api'> = consultancy) =>
      api.delete(`${path}/${template.id}`, undefined, { ifMatch });
    expect(await remove(1)).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
    const viewer = await app.member(consultancy.organizationId, 'viewer', 'consultancy');
    expect((await remove(2, viewer)).status).toBe(403);
    const both = await Promise.all([remove(2), remove(2)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    await expect(app.app.get(Storage).read(key)).rejects.toThrow('no stored object');
    const lines = await app.database.superuser(
      `SELECT details FROM audit_events WHERE organization_id = $1 AND action = 'template.removed'`,
      [consultancy.organizationId],
    );
    expect(lines).toEqual([{ details: { kind: 'drafts', name: '管理标准' } }]);
    expect((await consultancy.api.get<unknown[]>(path)).body).toEqual([]);
  });

  it('and its files are nobody else’s, neither another consultancy’s nor a client’s', async () => {
    const template = (await upload(await add())).body;
    const other = await app.consultancy('别家咨询');
    const enterprise = await client('苏州甲机械');
    for (const { api, path: at } of [other, enterprise]) {
      const own = `${at}/templates/${template.id}`;
      for (const theirs of [own, `${path}/${template.id}`]) {
        const asked = { ifMatch: 2 };
        const form = wordForm(LETTER, '模板.docx');
        const answers = [
          await api.get(`${theirs}/files/1/content`),
          await api.post(`${theirs}/drafts/1/file`, form, asked),
          await api.delete(theirs, undefined, asked),
        ];
        for (const { status } of answers) expect([403, 404]).toContain(status);
      }
    }
    expect(await keysOf('template_files')).toHaveLength(1);
  });
});
