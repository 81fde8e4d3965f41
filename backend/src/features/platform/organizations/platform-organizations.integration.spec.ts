import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../../testing/api-client';
import { mailsTo } from '../../../testing/mail-to';
import { TestApp, type Member } from '../../../testing/test-app';
import type { ApplicationDto } from '../../organizations/application/application.dto';
import type { OrganizationDto } from '../../organizations/dto/organization.dto';
import type { OrganizationsPageDto, PlatformOrganizationDto } from './platform-organization.dto';
import { Storage } from '../../../kernel';
import { SEND_DECISION } from '../use-cases/send-decision';
import { TELL_DECISION } from '../use-cases/tell-decision';

const CODE = '91110000100000001W';
const platform = '/api/platform/organizations';

/** A signed-in person of no organization that matters here. */
async function person(app: TestApp): Promise<Member> {
  return app.organization('别的企业');
}

function scan(name = '营业执照.pdf', content = '%PDF-1.4\n%%EOF\n'): FormData {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return form;
}

describe('an organization that asks to be opened', () => {
  let app: TestApp;
  let administrator: ApiClient;
  let other: ApiClient;
  let applicant: Member;

  beforeAll(async () => {
    app = await TestApp.start({
      PLATFORM_ADMINISTRATORS: 'first@example.com, second@example.com',
      RATE_LIMIT_FACTOR: '1000',
    });
    [administrator, other] = (await Promise.all(
      ['first@example.com', 'second@example.com'].map(async (email) => {
        const { api, userId } = await person(app);
        await app.database.superuser('UPDATE users SET email = $1 WHERE id = $2', [email, userId]);
        return api;
      }),
    )) as [ApiClient, ApiClient];
    applicant = await person(app);
  });
  afterAll(() => app.stop());

  async function apply(kind = 'consultancy', name = '良方咨询'): Promise<string> {
    const body = { name, kind, creditCode: CODE };
    const made = await applicant.api.post<OrganizationDto>('/api/organizations', body);
    expect([made.status, made.body.state]).toEqual([201, 'waiting']);
    return made.body.id;
  }
  const own = (id: string, more = ''): string => `/api/organizations/${id}/application${more}`;
  const addScan = async (id: string, form = scan()) => {
    const added = await applicant.api.post<ApplicationDto>(own(id, '/documents'), form);
    expect(added.status).toBe(201);
    return added.body;
  };
  const seen = async (id: string): Promise<PlatformOrganizationDto> =>
    (await administrator.get<PlatformOrganizationDto>(`${platform}/${id}`)).body;
  const move = async (id: string, what: object, by = administrator, ifMatch?: number) =>
    by.post<{ code: string; state: string; version: number }>(`${platform}/${id}/moves`, what, {
      ifMatch: ifMatch ?? (await seen(id)).version,
    });
  const pendingOf = (id: string): Promise<unknown[]> =>
    app.database.superuser('SELECT FROM pending_objects WHERE organization_id = $1', [id]);
  async function opened(): Promise<string> {
    const id = await apply();
    await addScan(id);
    expect((await move(id, { move: 'approve' })).status).toBe(200);
    return id;
  }

  it('is open at once where it is an enterprise, and waits where it works for or on others', async () => {
    const enterprise = await applicant.api.post<OrganizationDto>('/api/organizations', {
      name: '新企业',
    });
    expect(enterprise.body).toMatchObject({ kind: 'enterprise', state: 'open', role: 'owner' });
    const id = await apply('assessment_body', '良评评价');
    const session = await applicant.api.get<{ memberships: object[] }>('/api/sessions/current');
    expect(session.body.memberships).toContainEqual(
      expect.objectContaining({
        organizationId: id,
        kind: 'assessment_body',
        role: 'director',
        state: 'waiting',
      }),
    );
  });

  it.each([
    ['of a kind that nobody founds', { kind: 'authority', creditCode: CODE }, 'kind'],
    ['without a credit code', { kind: 'consultancy' }, 'creditCode'],
    [
      'with a wrong check digit',
      { kind: 'consultancy', creditCode: '911100001000000019' },
      'creditCode',
    ],
  ])('is not taken %s', async (_, fields, path) => {
    const refused = await applicant.api.post('/api/organizations', { name: '某单位', ...fields });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('is made once, however often it is asked for', async () => {
    const body = { name: '只办一次', kind: 'consultancy', creditCode: CODE };
    const headers = { 'idempotency-key': randomUUID() };
    const answers = [1, 2].map(() =>
      applicant.api.post<OrganizationDto>('/api/organizations', body, { headers }),
    );
    const ids = (await Promise.all(answers)).map((answer) => answer.body.id);
    expect(new Set(ids).size).toBe(1);
  });

  it('lets its people see how it stands, and nothing else, and says why', async () => {
    const id = await apply();
    expect((await applicant.api.get(own(id))).body).toMatchObject({
      state: 'waiting',
      creditCode: CODE,
      documents: [],
    });
    for (const path of ['', '/members', '/trail'])
      expect(await applicant.api.get(`/api/organizations/${id}${path}`)).toMatchObject({
        status: 403,
        body: { code: 'organization_waiting', title: '该单位正在等待平台审核' },
      });
    const invited = { email: 'new@example.com', role: 'consultant' };
    expect(await applicant.api.post(`/api/organizations/${id}/members`, invited)).toMatchObject({
      status: 403,
      body: { code: 'organization_waiting' },
    });
    expect((await administrator.get(own(id))).status).toBe(404);
  });

  it('takes scans, and refuses what is none, what is another’s, and what comes after the decision', async () => {
    const id = await apply();
    const added = await addScan(id);
    const [document] = added.documents;
    expect(document).toMatchObject({ fileName: '营业执照.pdf', mediaType: 'application/pdf' });
    const refuse = async (form: FormData) =>
      (await applicant.api.post(own(id, '/documents'), form)).body;
    expect(await refuse(scan('说明.txt', '你好'))).toMatchObject({ code: 'file_type_not_allowed' });
    expect(await refuse(scan('照片.png'))).toMatchObject({ code: 'file_content_mismatch' });
    const content = own(id, `/documents/${document?.id}/content`);
    expect(await (await applicant.api.fetch('GET', content)).text()).toContain('%PDF');
    expect((await other.get(content)).status).toBe(404);
    const removed = await applicant.api.delete<ApplicationDto>(
      own(id, `/documents/${document?.id}`),
    );
    expect([removed.status, removed.body.documents]).toEqual([200, []]);
    await addScan(id);
    await move(id, { move: 'approve' });
    const staging = jest.spyOn(app.app.get(Storage), 'stage');
    expect(await refuse(scan())).toMatchObject({ code: 'application_closed' });
    expect(staging).not.toHaveBeenCalled();
    staging.mockRestore();
    expect(await pendingOf(id)).toEqual([]);
  });

  it('is approved with its documents seen, enters, and is told once by mail and in both trails', async () => {
    const id = await apply('consultancy', '良方标准化咨询');
    const incomplete = await move(id, { move: 'approve' });
    expect([incomplete.status, incomplete.body.code]).toEqual([409, 'application_incomplete']);
    await addScan(id);
    const [document] = (await seen(id)).documents;
    const content = `${platform}/${id}/documents/${document?.id}/content`;
    expect(await (await administrator.fetch('GET', content)).text()).toContain('%PDF');
    expect(await move(id, { move: 'approve' })).toMatchObject({
      status: 200,
      body: { state: 'open' },
    });
    expect((await applicant.api.get(`/api/organizations/${id}/members`)).status).toBe(200);

    const before = (await mailsTo(app, applicant.email)).length;
    expect(await app.runJobs(TELL_DECISION)).toBeGreaterThan(0);
    expect(await app.runJobs(SEND_DECISION, 1)).toBeGreaterThan(0);
    const news = (await mailsTo(app, applicant.email)).slice(before);
    expect(news.filter((text) => text.includes('良方标准化咨询'))).toEqual([
      expect.stringContaining('已通过审核'),
    ]);

    const trail = await administrator.get<{ lines: { action: string }[] }>(
      `/api/platform/trail?part=organizations&subjectId=${id}`,
    );
    expect(trail.body.lines.map(({ action }) => action)).toEqual([
      'organization.approved',
      'organization.document_read',
      'organization.applied',
    ]);
    const ownTrail = await applicant.api.get<{ lines: { action: string }[] }>(
      `/api/organizations/${id}/trail`,
    );
    expect(ownTrail.body.lines[0]?.action).toBe('organizations.approved');
  });

  it('is refused with a reason, corrected, and handed in again', async () => {
    const id = await apply();
    await addScan(id);
    expect(await move(id, { move: 'refuse', reason: ' ' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'reason', code: 'required' }] },
    });
    expect((await move(id, { move: 'refuse', reason: '执照看不清' })).status).toBe(200);
    const { body } = await applicant.api.get<ApplicationDto>(own(id));
    expect(body).toMatchObject({ state: 'refused', reason: '执照看不清' });
    const ifMatch = body.version;
    const changed = { name: '良方（苏州）咨询', creditCode: CODE.toLowerCase() };
    const stale = await applicant.api.put(own(id), changed, { ifMatch: ifMatch - 1 });
    expect([stale.status, (stale.body as { code: string }).code]).toEqual([
      409,
      'version_conflict',
    ]);
    const corrected = await applicant.api.put<ApplicationDto>(own(id), changed, { ifMatch });
    const lines = await app.database.superuser<{ details: object }>(
      `SELECT details FROM audit_events WHERE organization_id = $1 AND action = 'application.changed'`,
      [id],
    );
    expect(lines).toEqual([{ details: { fields: ['name'] } }]);
    expect(corrected.body).toMatchObject({ name: changed.name, creditCode: CODE });
    const again = await applicant.api.post<ApplicationDto>(own(id, '/submissions'), undefined, {
      ifMatch: corrected.body.version,
    });
    expect(again).toMatchObject({ status: 200, body: { state: 'waiting', reason: '' } });
  });

  it('is decided by one of two administrators; the other is told what it is now', async () => {
    const id = await apply();
    await addScan(id);
    const { version } = await seen(id);
    const answers = await Promise.all([
      move(id, { move: 'approve' }, administrator, version),
      move(id, { move: 'refuse', reason: '资料不符' }, other, version),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409)?.body as unknown as {
      code: string;
      current: { state: string };
    };
    expect(['version_conflict', 'organization_moved']).toContain(lost.code);
    expect(lost.current.state).toBe((await seen(id)).state);
    const twice = await move(id, { move: 'approve' }, administrator, version);
    expect(twice.status).toBe(409);
  });

  it('is not decided on as it was before its documents changed', async () => {
    const id = await apply();
    await addScan(id);
    const { version } = await seen(id);
    await addScan(id, scan('开户许可证.pdf', '%PDF-1.4\n%1\n%%EOF\n'));
    const stale = await move(id, { move: 'approve' }, administrator, version);
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
  });

  it('is found by name, by credit code, by kind and by state, those that wait first', async () => {
    const id = await opened();
    await apply('assessment_body', '先看我');
    const list = async (query: string) =>
      (await administrator.get<OrganizationsPageDto>(`${platform}?${query}`)).body;
    const all = await list('page=1');
    expect(all.organizations[0]).toMatchObject({ state: 'waiting' });
    expect(all.total).toBe(all.organizations.length);
    expect((await list('search=先看')).organizations).toMatchObject([{ kind: 'assessment_body' }]);
    const byCode = await list(`search=${CODE.toLowerCase()}&kind=consultancy&state=open`);
    expect(byCode.organizations.map((one) => one.id)).toContain(id);
    expect(byCode.organizations.every(({ state }) => state === 'open')).toBe(true);
    expect((await list('search=没有这一家')).total).toBe(0);
    expect(await list('page=900')).toEqual({ organizations: [], total: all.total });
  });

  it('shows nothing of this to others than administrators', async () => {
    for (const path of [platform, `${platform}/${randomUUID()}`])
      expect(await applicant.api.get(path)).toMatchObject({
        status: 403,
        body: { code: 'not_platform_administrator' },
      });
    const stranger = await administrator.get(`${platform}/${randomUUID()}`);
    expect(stranger.status).toBe(404);
  });
});
