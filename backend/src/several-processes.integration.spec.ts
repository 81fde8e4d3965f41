import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { JobWorker } from './kernel/jobs/job-worker';
import { SEND_PASSWORD_RESET } from './features/accounts';
import { ApiClient } from './testing/api-client';
import { TestApp, type Member, type TestOrganization } from './testing/test-app';
import { until } from './testing/until';

/** People who ask for a new password, half of them at either server. */
const MANY = 20;

describe('two servers and two workers', () => {
  let app: TestApp;
  let other: string;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start();
    other = await app.another();
    enterprise = await app.organization();
    for (const worker of [await app.jobs(), await app.anotherWorker()])
      await worker.get(JobWorker).start();
  });
  afterAll(() => app.stop());

  /** The same browser at both servers. */
  function atBoth({ api }: Pick<Member, 'api'>): readonly [ApiClient, ApiClient] {
    const elsewhere = new ApiClient(other);
    for (const [name, value] of api.cookies) elsewhere.cookies.set(name, value);
    return [api, elsewhere];
  }
  const statuses = (clients: readonly ApiClient[], path: string): Promise<number[]> =>
    Promise.all(clients.map(async (api) => (await api.get(path)).status));

  it('let a removed member neither read nor write from the next request on', async () => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    const both = atBoth(editor);
    const register = `${enterprise.path}/standards`;
    expect(await statuses(both, register)).toEqual([200, 200]);
    const path = `${enterprise.path}/members/${editor.userId}`;
    expect((await enterprise.api.delete(path)).status).toBe(204);
    expect(await statuses(both, register)).toEqual([404, 404]);
    const written = await Promise.all(
      both.map((api) => api.post(register, { number: 'Q/A 1-2024', title: '甲' })),
    );
    expect(written.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('let a role that was taken away write nothing from the next request on', async () => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    const both = atBoth(editor);
    expect(await statuses(both, enterprise.path)).toEqual([200, 200]);
    const path = `${enterprise.path}/members/${editor.userId}`;
    expect((await enterprise.api.patch(path, { role: 'viewer' })).status).toBe(200);
    const written = await Promise.all(
      both.map((api) =>
        api.post(`${enterprise.path}/standards`, { number: 'Q/A 2-2024', title: '乙' }),
      ),
    );
    expect(written.map(({ status }) => status)).toEqual([403, 403]);
  });

  it('both end a session that is ended at one of them', async () => {
    const both = atBoth(await app.member(enterprise.organizationId, 'editor'));
    expect(await statuses(both, '/api/sessions')).toEqual([200, 200]);
    expect((await both[0].delete('/api/sessions/current')).status).toBe(204);
    for (const path of ['/api/sessions', `${enterprise.path}/standards`])
      expect(await statuses(both, path)).toEqual([401, 401]);
  });

  it('let an ended session neither read nor write, even where neither of them hears that it ended', async () => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    const both = atBoth(editor);
    const register = `${enterprise.path}/standards`;
    expect(await statuses(both, register)).toEqual([200, 200]);
    await app.database.superuser(
      `BEGIN; SET LOCAL session_replication_role = replica;
       DELETE FROM sessions WHERE user_id = '${editor.userId}'; COMMIT`,
    );
    const written = await Promise.all(
      both.map((api) => api.post(register, { number: 'Q/A 4-2024', title: '丁' })),
    );
    expect(written.map(({ status }) => status)).toEqual([401, 401]);
    for (const path of [register, '/api/sessions'])
      expect(await statuses(both, path)).toEqual([401, 401]);
    for (const api of both)
      expect(await api.get('/api/sessions/current')).toMatchObject({ body: { user: null } });
  });

  it('do what is asked of both at once with one key only once', async () => {
    const both = atBoth(enterprise);
    const asked = { number: 'Q/A 3-2024', title: '丙' };
    const headers = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(
      both.map((api) =>
        api.post<{ id: string }>(`${enterprise.path}/standards`, asked, { headers }),
      ),
    );
    // Who comes second is repeated the answer, or is told to look where it is not stored yet.
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    const found = await app.database.superuser(
      `SELECT FROM standards WHERE organization_id = $1 AND number = $2`,
      [enterprise.organizationId, asked.number],
    );
    expect(found).toHaveLength(1);
    for (const api of both)
      expect(await api.post(`${enterprise.path}/standards`, asked, { headers })).toMatchObject({
        status: 201,
      });
  });

  it('show at one what was uploaded at the other', async () => {
    const [here, there] = atBoth(enterprise);
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.4\n%%EOF\n']), '营业执照.pdf');
    const uploaded = await here.post<{ id: string }>(`${enterprise.path}/evidence`, form);
    expect(uploaded.status).toBe(201);
    const file = await there.fetch(
      'GET',
      `${enterprise.path}/evidence/${uploaded.body.id}/revisions/1/content`,
    );
    expect([file.status, await file.text()]).toEqual([200, '%PDF-1.4\n%%EOF\n']);
  });

  it('carry out at one the import that was previewed at the other', async () => {
    const [here, there] = atBoth(enterprise);
    const imports = `${enterprise.path}/standard-imports`;
    const form = new FormData();
    form.append(
      'file',
      new Blob(['标准号,标准名称\nGB/T 19001-2016,质量管理体系 要求\n']),
      '明细.csv',
    );
    const previewed = await here.post<{ id: string }>(imports, form);
    expect(previewed.status).toBe(201);
    const path = `${imports}/${previewed.body.id}/commit`;
    expect((await there.post(path, {})).status).toBe(200);
    expect((await here.get(`${enterprise.path}/standards?q=19001`)).body).toMatchObject({
      rows: [{ title: '质量管理体系 要求' }],
    });
  });

  it('tell at one how complete a system is after a step at the other', async () => {
    const company = await app.organization('另一家');
    const [here, there] = atBoth(company);
    const systems = `${company.path}/systems`;
    const asked = { templateId: 'gb-t-15496-2017' };
    const { body: system } = await here.post<{ id: string; version: number }>(systems, asked);
    const path = `${systems}/${system.id}`;
    const told = (): Promise<unknown[]> =>
      Promise.all([here, there].map(async (api) => (await api.get(`${path}/coverage`)).body));
    const { body: standard } = await here.post<{ id: string }>(`${company.path}/standards`, {
      title: '采购控制程序',
    });
    let { version } = system;
    for (const [api, nodes] of [
      [here, ['CP3.2']],
      [there, []],
      [here, ['CP3']],
    ] as const) {
      const operations = [{ op: 'place', places: { [standard.id]: nodes } }];
      const step = await api.post<{ version: number }>(
        `${path}/changes`,
        { operations },
        { ifMatch: version },
      );
      ({ version } = step.body);
      const [one, two] = await told();
      expect(one).toEqual(two);
      expect(one).toMatchObject({
        version,
        total: { present: nodes.length, unplaced: 1 - nodes.length },
      });
    }
  });

  it('do each job once, however many workers look for it', async () => {
    const people = await Promise.all(
      Array.from({ length: MANY }, () => app.member(enterprise.organizationId, 'viewer')),
    );
    const clients = [app.visitor(), new ApiClient(other)];
    for (const [at, { email }] of people.entries())
      await clients[at % 2]?.post('/api/password-resets', { email });
    const states = async (): Promise<string[]> =>
      (
        await app.database.superuser<{ state: string }>(
          'SELECT state FROM pgboss.job WHERE name = $1',
          [SEND_PASSWORD_RESET.name],
        )
      ).map(({ state }) => state);
    await until(async () => {
      const found = await states();
      return found.length === MANY && found.every((state) => state === 'completed');
    }, 'all mails');
    expect(await readdir(join(app.config.dataDir, 'outbox'))).toHaveLength(MANY);
  });
});
