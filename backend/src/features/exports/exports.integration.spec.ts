import { DAYS_OF_EXPORT } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { paragraph, wordFile, wordForm } from '../../testing/word-file';
import { Storage } from '../../kernel';
import { JobWorker } from '../../kernel/jobs/job-worker';
import { TablesRepository } from './archive/tables.repository';
import type { OrganizationExportDto } from './export.dto';
import { ExportsRepository } from './exports.repository';
import { BUILD_EXPORT } from './use-cases/build-export';
import { SWEEP_EXPORTS } from './use-cases/sweep-exports';

/** Columns that hold what opens a door; whoever adds one says here that it is none. */
const HARMLESS = [
  'sha256',
  'previous_sha256',
  'material_sha256',
  'pdf_sha256',
  'result_sha256',
  'content_sha256',
  'snapshot_sha256',
  'request_sha256',
];

describe('an export of everything', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  let editor: Member;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  afterEach(() => jest.restoreAllMocks());
  beforeEach(async () => {
    enterprise = await app.organization('苏州良方');
    editor = await app.member(enterprise.organizationId, 'editor');
    await app.database.superuser('DELETE FROM pgboss.job');
  });

  const exportsOf = async ({ api } = enterprise as Pick<Member, 'api'>, { path } = enterprise) =>
    (await api.get<OrganizationExportDto[]>(`${path}/exports`)).body;
  const order = ({ api } = enterprise as Pick<Member, 'api'>, { path } = enterprise) =>
    api.post<OrganizationExportDto>(`${path}/exports`);
  const upload = async (name: string, content: string) => {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    const answer = await enterprise.api.post<{ id: string }>(`${enterprise.path}/evidence`, form);
    expect(answer.status).toBe(201);
    return answer.body.id;
  };

  /** What a fetched file holds: text of each entry by its path. */
  async function opened(
    id: string,
    { api, path } = enterprise,
  ): Promise<ReadonlyMap<string, string>> {
    const response = await api.fetch('GET', `${path}/exports/${id}/content`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('全部数据'));
    const folder = await mkdtemp(join(tmpdir(), 'export-'));
    try {
      const file = join(folder, 'all.zip');
      await writeFile(file, Buffer.from(await response.arrayBuffer()));
      const zip = await yauzl.openPromise(file);
      const entries = new Map<string, string>();
      for await (const entry of zip.eachEntry())
        entries.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
      return entries;
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  it('holds each table as JSON, files under their names, workbooks, and says what is where', async () => {
    const { api, path } = enterprise;
    for (const number of ['Q/LF 1-2024', 'Q/LF 2-2024'])
      expect((await api.post(`${path}/standards`, { number, title: '规程' })).status).toBe(201);
    await upload('方针.pdf', '%PDF-1.4\n%one\n%%EOF\n');
    await upload('方针.pdf', '%PDF-1.4\n%two\n%%EOF\n');
    await api.post(`${path}/systems`, { templateId: 'gb-t-15496-2017', name: '体系' });
    expect((await order()).body).toMatchObject({ state: 'queued', progress: 0 });
    await app.runJobs(BUILD_EXPORT);
    const [built] = await exportsOf();
    expect(built).toMatchObject({ state: 'ready', progress: 100, files: 2, missing: 0 });
    const entries = await opened(String(built?.id));
    expect([entries.get('证实材料/方针.pdf'), entries.get('证实材料/方针 (2).pdf')].sort()).toEqual(
      ['%PDF-1.4\n%one\n%%EOF\n', '%PDF-1.4\n%two\n%%EOF\n'],
    );
    const standards = JSON.parse(entries.get('数据JSON/standards.json') ?? '') as {
      title: string;
    }[];
    expect(standards.map(({ title }) => title)).toEqual(['规程', '规程']);
    for (const [name, content] of entries)
      if (name.endsWith('.json')) expect(Array.isArray(JSON.parse(content))).toBe(true);
    const names = [...entries.keys()].join('\n');
    for (const part of ['标准台账', '整改措施', '操作记录', '体系', '评价、证实材料、成员等'])
      expect(names).toMatch(new RegExp(`^表格Excel/.*${part}.*\\.xlsx$`, 'm'));
    expect(entries.get('README.txt')).toContain('苏州良方：全部数据');
    expect(entries.get('README.txt')).toContain('everything it holds');
  });

  it('holds the Word files of drafts, each version, and of templates, as they were uploaded', async () => {
    const file = wordFile({ body: paragraph('{{企业名称}}') });
    const consultancy = await app.consultancy('良方咨询');
    const content = {
      ...{ kind: 'management', outlineId: '', title: '采购控制程序', englishTitle: '' },
      department: '',
    };
    const draft = { ...content, number: '', replacesNumber: '', drafters: [] };
    const started = await enterprise.api.post<{ id: string }>(`${enterprise.path}/drafts`, draft);
    const at = `${enterprise.path}/drafts/${started.body.id}/files`;
    for (const ifMatch of [1, 2])
      expect((await enterprise.api.post(at, wordForm(file, '稿.docx'), { ifMatch })).status).toBe(
        201,
      );
    const template = await consultancy.api.post<{ id: string }>(`${consultancy.path}/templates`, {
      ...{ kind: 'drafts', name: '管理标准', note: '' },
      content: { drafts: [{ ...content, node: '' }] },
    });
    const line = `${consultancy.path}/templates/${template.body.id}/drafts/1/file`;
    const added = await consultancy.api.post(line, wordForm(file, '模板.docx'), { ifMatch: 1 });
    expect(added.status).toBe(201);
    await order();
    await order(consultancy, consultancy);
    await app.runJobs(BUILD_EXPORT);
    const [built] = await exportsOf();
    const names = [...(await opened(String(built?.id))).keys()];
    expect(names.filter((name) => name.endsWith('.docx')).sort()).toEqual([
      ...['标准草案-Word文件/采购控制程序-1.docx', '标准草案-Word文件/采购控制程序-2.docx'],
    ]);
    const [own] = await exportsOf(consultancy, consultancy);
    const taken = await opened(String(own?.id), consultancy);
    expect([...taken.keys()].filter((name) => name.endsWith('.docx'))).toEqual([
      '模板-Word文件/模板.docx',
    ]);
    expect(taken.get('数据JSON/template_files.json')).not.toContain('storage_key');
  });

  it('forgets no table of tenants, and takes no secret along', async () => {
    const rows = await app.database.superuser<{ name: string; columns: string[] }>(
      `SELECT c.relname AS name, array_agg(a.attname::text) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       GROUP BY c.relname HAVING bool_or(a.attname = 'organization_id') OR c.relname = 'organizations'
       ORDER BY 1`,
    );
    const taken = new Map(
      app.app
        .get(TablesRepository, { strict: false })
        .tables()
        .map(({ name, columns }) => [name, columns] as const),
    );
    expect([...taken.keys()].sort()).toEqual(rows.map(({ name }) => name).sort());
    const isOfSender = (name: string, column: string) =>
      name === 'objections' && ['network', 'office'].includes(column);
    const isSecret = (column: string) =>
      /token|secret|hash|password|storage_key|sha256/.test(column) && !HARMLESS.includes(column);
    for (const { name, columns } of rows)
      expect([name, [...(taken.get(name) ?? [])].sort()]).toEqual([
        name,
        columns.filter((column) => !isSecret(column) && !isOfSender(name, column)).sort(),
      ]);
  });

  it('pages through a table of any length, each row once and in its order', async () => {
    await app.database.superuser(
      `INSERT INTO audit_events (organization_id, actor_name, action, subject_type, subject_id,
         details, correlation_id)
       SELECT $1, '甲', 'standards.exported', 'register', n::text, '{}', '-'
       FROM generate_series(1, 250) n`,
      [enterprise.organizationId],
    );
    const tables = app.app.get(TablesRepository, { strict: false });
    let json = '';
    for await (const piece of tables.json(enterprise.context, 'audit_events')) json += piece;
    const ids = (JSON.parse(json) as { id: number }[]).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([250, 250]);
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
  });

  it('is one at a time, whoever orders twice, and the next one takes its place', async () => {
    const answers = await Promise.all([order(), order(), order()]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await app.runJobs(BUILD_EXPORT)).toBe(1);
    const [first] = await exportsOf();
    await order();
    await app.runJobs(BUILD_EXPORT);
    const left = await exportsOf();
    expect(left).toMatchObject([{ state: 'ready' }]);
    expect(left[0]?.id).not.toBe(first?.id);
    const pending = await app.database.superuser(
      'SELECT FROM pending_objects WHERE organization_id = $1',
      [enterprise.organizationId],
    );
    expect(pending).toEqual([]);
  });

  it('is made though a file is not in the store, and names it', async () => {
    await upload('在.pdf', '%PDF-1.4\n%here\n%%EOF\n');
    await upload('不在.pdf', '%PDF-1.4\n%gone\n%%EOF\n');
    const [row] = await app.database.superuser<{ key: string }>(
      `SELECT storage_key AS key FROM evidence_revisions WHERE file_name = '不在.pdf'
       AND organization_id = $1`,
      [enterprise.organizationId],
    );
    await app.app.get(Storage).remove(String(row?.key));
    await order();
    await app.runJobs(BUILD_EXPORT, 1);
    const [built] = await exportsOf();
    expect(built).toMatchObject({ state: 'ready', files: 1, missing: 1 });
    const entries = await opened(String(built?.id));
    expect(entries.get('README.txt')).toContain('证实材料/不在.pdf');
    expect(entries.has('证实材料/在.pdf')).toBe(true);
  });

  it('begins again after its worker died in the middle, and leaves nothing of the first', async () => {
    await order();
    const worker = (await app.jobs()).get(JobWorker);
    const repository = (await app.jobs()).get(ExportsRepository, { strict: false });
    const { advance } = repository;
    jest.spyOn(repository, 'advance').mockImplementation((manager, tenant, id, progress) => {
      if (progress > 50) throw new Error('the worker died');
      return advance.call(repository, manager, tenant, id, progress);
    });
    const found = worker.handlers().find(({ kind }) => kind.name === BUILD_EXPORT.name);
    const [job] = await app.database.superuser<{ data: never }>(
      'SELECT data FROM pgboss.job WHERE name = $1',
      [BUILD_EXPORT.name],
    );
    const run = () => found?.handler.handle(job?.data as never, new AbortController().signal);
    await expect(run()).rejects.toThrow('the worker died');
    expect((await exportsOf())[0]).toMatchObject({ state: 'building' });
    jest.restoreAllMocks();
    await run();
    expect((await exportsOf())[0]).toMatchObject({ state: 'ready' });
    const { id: exportId } = (await order()).body;
    const given = { context: enterprise.context, exportId } as never;
    await found?.handler.giveUp?.(given, { name: 'Error', message: 'the store is full' });
    expect((await exportsOf())[0]).toMatchObject({ state: 'failed' });
  });

  it('is nobody’s but the owners’, and no other organization’s', async () => {
    await order();
    await app.runJobs(BUILD_EXPORT, 1);
    const [built] = await exportsOf();
    expect((await order(editor)).status).toBe(403);
    const content = (path: string) => `${path}/exports/${String(built?.id)}/content`;
    expect((await editor.api.get(content(enterprise.path))).status).toBe(403);
    const stranger = await app.organization('别家');
    expect((await stranger.api.get(content(enterprise.path))).status).toBe(404);
    expect((await stranger.api.get(content(stranger.path))).status).toBe(404);
    expect(await exportsOf(stranger, stranger)).toEqual([]);
    const path = `${enterprise.path}/exports/${randomUUID()}/content`;
    expect((await enterprise.api.get(path)).status).toBe(404);
  });

  it.each(['suspended', 'closing'])('is ordered and fetched while it is %s', async (state) => {
    await app.database.superuser(
      `UPDATE organizations SET state = $2::text, closed_as = x, closed_reason = CASE WHEN x IS NULL THEN NULL ELSE '' END,
         closed_by_name = x
       FROM (SELECT CASE WHEN $2::text = 'closing' THEN 'open' END AS x) s WHERE id = $1`,
      [enterprise.organizationId, state],
    );
    expect((await order()).status).toBe(200);
    await app.runJobs(BUILD_EXPORT, 1);
    const [built] = await exportsOf();
    expect((await opened(String(built?.id))).size).toBeGreaterThan(30);
    const [line] = await app.database.superuser(
      `SELECT count(*)::int AS lines FROM audit_events WHERE organization_id = $1
       AND action IN ('organizations.export_ordered', 'organizations.exported',
         'organizations.export_downloaded')`,
      [enterprise.organizationId],
    );
    expect(line).toEqual({ lines: 3 });
  });

  it('is swept with its file once its days are over', async () => {
    await order();
    await app.runJobs(BUILD_EXPORT, 1);
    const [row] = await app.database.superuser<{ key: string; days: number }>(
      `SELECT storage_key AS key, (expires_at::date - built_at::date) AS days
       FROM organization_exports WHERE organization_id = $1`,
      [enterprise.organizationId],
    );
    expect(row?.days).toBe(DAYS_OF_EXPORT);
    const worker = (await app.jobs()).get(JobWorker);
    const sweep = worker.handlers().find(({ kind }) => kind.name === SWEEP_EXPORTS.name);
    const due = async () => (await sweep?.handler.organizationsWithWork?.()) ?? [];
    expect(await due()).not.toContain(enterprise.organizationId);
    await app.database.superuser(
      `UPDATE organization_exports SET expires_at = now() - interval '1 second'
       WHERE organization_id = $1`,
      [enterprise.organizationId],
    );
    expect(await due()).toContain(enterprise.organizationId);
    for (let time = 0; time < 2; time += 1)
      await sweep?.handler.handle({ context: enterprise.context }, new AbortController().signal);
    expect(await exportsOf()).toEqual([]);
    await expect(app.app.get(Storage).read(String(row?.key))).rejects.toThrow('no stored object');
  });
});
