import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mailTo } from '../../testing/mail-to';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { SEND_INVITATION } from '../../features/organizations';
import { StandardsRepository, EMPTY_RECORD, newStandardId } from '../../features/standards';
import { TenantDatabase } from '../index';

describe('a quota', () => {
  let app: TestApp;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start({
      QUOTAS:
        'organizations_per_account=3, members=3, standards=5, systems=2, assessments=2, records=4, ' +
        'removed_standards=2, verifications=1, corrective_actions=3, evidence_bytes=3000, evidence_files=4',
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization();
  });

  const statuses = (answers: readonly { readonly status: number }[]): Record<number, number> => {
    const found: Record<number, number> = {};
    for (const { status } of answers) found[status] = (found[status] ?? 0) + 1;
    return found;
  };
  const eight = <T>(work: (index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: 8 }, (_, index) => work(index)));

  it('of organizations holds for an account, also all at once, and says what to do', async () => {
    const answers = await eight(() =>
      enterprise.api.post('/api/organizations', { name: '新公司' }),
    );
    expect(statuses(answers)).toEqual({ 201: 2, 409: 6 });
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'quota_organizations_per_account',
      title: '一个账号最多可作为 3 家单位的所有者或负责人',
      detail: '请用已有的单位，或请管理员提高上限。',
    });
    const other = await app.organization();
    expect((await other.api.post('/api/organizations', { name: '新公司' })).status).toBe(201);
  });

  it('of the recycle bin counts what comes into it, not what is named', async () => {
    const { api, path } = enterprise;
    const make = async (index: number): Promise<string> => {
      const written = { number: `Q/B ${index + 1}-2024`, title: '甲' };
      return (await api.post<{ id: string }>(`${path}/standards`, written)).body.id;
    };
    const [first = '', second = '', third = ''] = [await make(0), await make(1), await make(2)];
    const remove = (...ids: string[]) => api.post(`${path}/standards/bulk-delete`, { ids });
    const gone = [randomUUID(), randomUUID(), randomUUID()];
    expect((await remove(first, ...gone)).body).toMatchObject({ deleted: 1 });
    expect((await remove(first, second)).body).toMatchObject({ deleted: 1 });
    expect((await remove(third)).body).toMatchObject({ code: 'quota_removed_standards' });
    expect((await remove(first)).body).toEqual({ deleted: 0, actId: null });
  });

  it('of records of checking counts what is noted, not the same again', async () => {
    const { api, path } = enterprise;
    const verify = async (index: number) => {
      const written = { number: `GB/T ${index + 1}-2024`, title: '甲' };
      const { id, version } = (
        await api.post<{ id: string; version: number }>(`${path}/standards`, written)
      ).body;
      const finding = { result: 'current', checkedOn: '2026-01-05', source: '官方网站' };
      const body = { standards: [{ id, version }], ...finding };
      return api.post(`${path}/currency/verifications`, body);
    };
    expect((await verify(0)).status).toBe(200);
    expect(await verify(1)).toMatchObject({ status: 409, body: { code: 'quota_verifications' } });
  });

  it.each([
    ['standards', 5, (index: number) => ({ number: `Q/A ${index + 1}-2024`, title: '甲' })],
    ['corrective-actions', 3, (index: number) => ({ finding: `第 ${index} 项` })],
    ['systems', 2, (index: number) => ({ templateId: 'gb-t-15496-2017', name: `体系 ${index}` })],
    ['records/laws', 4, (index: number) => ({ fields: { title: `第 ${index} 部法律` } })],
  ])('of %s is not passed by requests at the same moment', async (place, limit, bodyOf) => {
    const { api, path } = enterprise;
    const answers = await eight((index) => api.post(`${path}/${place}`, bodyOf(index)));
    expect(statuses(answers)).toEqual({ 201: limit, 409: 8 - limit });
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: expect.stringMatching(/^quota_/),
    });
    const other = await app.organization();
    expect((await other.api.post(`${other.path}/${place}`, bodyOf(0))).status).toBe(201);
  });

  it('holds for many at once: all or none', async () => {
    const insert = (count: number) =>
      app.app.get(TenantDatabase).transaction(enterprise.context, (manager) =>
        app.app.get(StandardsRepository).insert(
          manager,
          enterprise.context,
          Array.from({ length: count }, (_, index) => ({
            id: newStandardId(),
            position: index + 1,
            record: { ...EMPTY_RECORD, title: `甲 ${index}` },
          })),
        ),
      );
    await expect(insert(6)).rejects.toMatchObject({ code: 'quota_standards' });
    await insert(5);
    const rows = await app.database.superuser('SELECT FROM standards WHERE organization_id = $1', [
      enterprise.organizationId,
    ]);
    expect(rows).toHaveLength(5);
  });

  describe('of evidence', () => {
    const upload = (bytes: number) => {
      const form = new FormData();
      form.append('file', new Blob([randomUUID().padEnd(bytes, 'x')]), '记录.txt');
      return enterprise.api.post(`${enterprise.path}/evidence`, form);
    };
    const usage = async () => (await enterprise.api.get(`${enterprise.path}/evidence/usage`)).body;

    it('counts bytes of all revisions, also all at once, and shows what is left', async () => {
      expect(await usage()).toEqual({ bytes: 0, mostBytes: 3000, files: 0, mostFiles: 4 });
      const answers = await eight(() => upload(1000));
      expect(statuses(answers)).toEqual({ 201: 3, 409: 5 });
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
        code: 'quota_evidence_bytes',
        title: '文件的存储空间共 3 kB，剩余不足',
      });
      expect(await usage()).toEqual({ bytes: 3000, mostBytes: 3000, files: 3, mostFiles: 4 });
    });

    it('refuses what is announced as too large before it is sent', async () => {
      const refused = await upload(1_000_000);
      expect(refused).toMatchObject({ status: 409, body: { code: 'quota_evidence_bytes' } });
      const incoming = join(app.config.dataDir, 'files', 'incoming');
      const names = await readdir(incoming, { recursive: true }).catch(() => []);
      expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
    });

    it('counts files too', async () => {
      const answers = await eight(() => upload(100));
      expect(statuses(answers)).toEqual({ 201: 4, 409: 4 });
    });
  });

  it('of members holds when invitations are accepted, also all at once', async () => {
    const { api, path } = enterprise;
    const people = await Promise.all(Array.from({ length: 4 }, () => app.organization()));
    for (const { email } of people)
      expect((await api.post(`${path}/members`, { email, role: 'viewer' })).status).toBe(201);
    await app.runJobs(SEND_INVITATION, 1);
    const answers = await Promise.all(
      people.map(async (person) => {
        const [, token = ''] = /invitation=([\w.-]+)/.exec(await mailTo(app, person.email)) ?? [];
        return person.api.post(`/api/invitations/${token}/acceptance`);
      }),
    );
    expect(statuses(answers)).toEqual({ 201: 2, 409: 2 });
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'quota_members',
      title: '单位成员最多 3 人',
    });
    // Whoever belongs to it already takes no room, whichever address the invitation went to.
    const refused = people[answers.findIndex(({ status }) => status === 409)]?.email ?? '';
    const [, left = ''] = /invitation=([\w.-]+)/.exec(await mailTo(app, refused)) ?? [];
    expect((await api.post(`/api/invitations/${left}/acceptance`)).status).toBe(201);
  });
});
