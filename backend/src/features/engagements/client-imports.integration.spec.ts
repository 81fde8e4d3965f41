import { Limits } from '../../kernel';
import { csvOf } from '../../testing/files-of-people';
import { mailTo } from '../../testing/mail-to';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import type { Client, SeenOffer } from './engagement';
import type { ClientImportDto, ClientImportSummaryDto } from './import/client-import.dto';
import { DELIVER_LETTER } from './use-cases/deliver-letter';
import { OFFER_IMPORTED } from './use-cases/offer-imported';
import { SEND_OFFER } from './use-cases/send-offer';

const HEADS = ['企业名称', '统一社会信用代码', '所有者邮箱', '开放内容', '负责人员'];
const CODE = '913205050000LJDT79';
let counter = 0;
const newEmail = (): string => `start.${(counter += 1)}@example.com`;
const manyRows = (count: number, code = ''): string[][] =>
  Array.from({ length: count }, (_, at) => [`批量客户 ${at}`, code, newEmail(), '', '']);

describe('clients brought by a workbook', () => {
  let app: TestApp;
  let consultancy: TestOrganization;
  let consultant: Member;

  beforeAll(async () => {
    app = await TestApp.start({ QUOTAS: 'clients=1100, stored_imports=3' });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    consultancy = await app.consultancy();
    consultant = await app.member(consultancy.organizationId, 'consultant', 'consultancy');
  });

  const upload = (
    rows: readonly (readonly string[])[],
    by: Member = consultancy,
    at: TestOrganization = consultancy,
  ) => {
    const form = new FormData();
    form.set('file', new Blob([csvOf([HEADS, ...rows])]), '客户.csv');
    return by.api.post<ClientImportDto>(`${at.path}/client-imports`, form);
  };
  const act = (id: string, verb: 'commit' | 'stop', by: Member = consultancy) =>
    by.api.post<ClientImportDto>(`${consultancy.path}/client-imports/${id}/${verb}`, {});
  const see = async (id: string): Promise<ClientImportDto> =>
    (await consultancy.api.get<ClientImportDto>(`${consultancy.path}/client-imports/${id}`)).body;
  const clients = async (): Promise<Client[]> =>
    (await consultancy.api.get<Client[]>(`${consultancy.path}/clients`)).body;
  const trail = (action: string) =>
    app.database.superuser<{ details: object }>(
      'SELECT details FROM audit_events WHERE organization_id = $1 AND action = $2',
      [consultancy.organizationId, action],
    );
  const waitingJobs = async (): Promise<number> =>
    (
      await app.database.superuser(
        `SELECT FROM pgboss.job WHERE name = $1 AND state < 'active' AND data->'context'->>'organizationId' = $2`,
        [OFFER_IMPORTED.name, consultancy.organizationId],
      )
    ).length;

  it('are shown row by row, and nobody is mailed before they are confirmed', async () => {
    const [first, second] = [newEmail(), newEmail()];
    const { status, body } = await upload([
      ['苏州甲', CODE, first, '标准明细（只读）', ''],
      ['苏州乙', CODE.replace(/9$/, '8'), second, '', ''],
      ['苏州丙', '', first.toUpperCase(), '', ''],
      ['苏州丁', '', '', '', '王芳'],
      ['苏州戊', '', newEmail(), '', '无此人'],
    ]);
    expect(status).toBe(201);
    expect(body.counts).toEqual({ ready: 1, problem: 4, waiting: 0, offered: 0, stopped: 0 });
    expect(body.rows.map(({ problems }) => problems)).toEqual([
      [],
      ['credit_code_check_digit'],
      ['email_twice'],
      ['email_missing', 'person_ambiguous'],
      ['person_unknown'],
    ]);
    expect(await clients()).toEqual([]);
    expect(await waitingJobs()).toBe(0);
    expect(await trail('engagement.clients_imported')).toEqual([]);
  });

  it('are offered once each, confirmed twice and at once; who opens the link finds name and code', async () => {
    const email = newEmail();
    const rows = [
      ['苏州甲', CODE, email, '标准明细（只读）、台账', consultant.email],
      ['苏州乙', '', '', '', ''],
    ];
    const { id } = (await upload(rows)).body;
    const answers = await Promise.all([act(id, 'commit'), act(id, 'commit'), act(id, 'commit')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await act(id, 'commit')).body.counts).toMatchObject({ waiting: 1, problem: 1 });
    expect(await waitingJobs()).toBe(1);
    await app.runJobs(OFFER_IMPORTED);
    expect((await see(id)).counts).toMatchObject({ offered: 1, waiting: 0, problem: 1 });
    expect(await waitingJobs()).toBe(0);
    expect(await trail('engagement.clients_imported')).toEqual([
      { details: { fileName: '客户.csv', offers: 1, problems: 1 } },
    ]);
    expect(await trail('engagement.offered')).toHaveLength(1);
    expect(await clients()).toMatchObject([{ clientName: '苏州甲', email, state: 'offered' }]);

    await app.runJobs(SEND_OFFER, 1);
    const token = /engagement-offer\?token=([\w.-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
    const offer = (await app.visitor().get<SeenOffer>(`/api/engagement-offers/${token}`)).body;
    expect(offer).toMatchObject({
      enterpriseName: '苏州甲',
      creditCode: CODE,
      writable: ['records'],
    });
    const owner = await app.organization('另一名称');
    const { readable, writable, from, until } = offer;
    const body = { token, answer: 'accept', readable, writable, from, until };
    expect((await owner.api.post(`${owner.path}/engagements/answers`, body)).status).toBe(204);
    await app.runJobs(DELIVER_LETTER);
    expect(await clients()).toMatchObject([
      { state: 'live', clientName: '另一名称', people: [{ userId: consultant.userId }] },
    ]);
    const again = await upload([
      ['别名', '', email],
      ['别名', CODE, newEmail()],
      ['另一名称', '', newEmail()],
    ]);
    expect(again.body.rows.map(({ problems }) => problems)).toEqual(
      Array(3).fill(['already_client']),
    );
  });

  it('with a thousand wrong codes are answered, each by its row', async () => {
    const { status, body } = await upload(manyRows(1_000, CODE.replace(/9$/, '8')));
    expect(status).toBe(201);
    expect(body.counts).toMatchObject({ ready: 0, problem: 1_000 });
    expect(new Set(body.rows.flatMap(({ problems }) => problems))).toEqual(
      new Set(['credit_code_check_digit']),
    );
    expect((await upload(manyRows(2_001))).body).toMatchObject({ code: 'record_import_too_large' });
    expect((await upload([])).body).toMatchObject({ code: 'spreadsheet_without_rows' });
  });

  it('of a thousand rows go beyond no quota, and each is offered once though two workers are at it', async () => {
    await app.database.superuser(
      `INSERT INTO organization_quotas (organization_id, name, most) VALUES ($1, 'clients', 990)`,
      [consultancy.organizationId],
    );
    const { id, counts } = (await upload(manyRows(1_000))).body;
    expect(counts).toMatchObject({ ready: 990, problem: 10 });
    await act(id, 'commit');
    await app.database.superuser(
      `UPDATE organization_quotas SET most = 980 WHERE organization_id = $1`,
      [consultancy.organizationId],
    );
    await Promise.all([app.runJobs(OFFER_IMPORTED), app.runJobs(OFFER_IMPORTED)]);
    const done = await see(id);
    expect(done.counts).toMatchObject({ offered: 980, problem: 20, waiting: 0 });
    const late = done.rows.filter(({ problems }) => problems.includes('over_quota'));
    expect(late).toHaveLength(20);
    expect(await clients()).toHaveLength(980);
    expect(await trail('engagement.offered')).toHaveLength(980);
  });

  it('are stopped: what waits is not mailed, and an offer that was made stays', async () => {
    const { id } = (await upload(manyRows(3))).body;
    expect((await act(id, 'stop')).body).toMatchObject({ code: 'import_state' });
    await act(id, 'commit');
    expect((await act(id, 'stop')).body.counts).toMatchObject({ stopped: 3, waiting: 0 });
    await app.runJobs(OFFER_IMPORTED);
    expect(await clients()).toEqual([]);
    expect((await act(id, 'commit')).body).toMatchObject({ state: 'stopped' });
    const listed = await consultancy.api.get<ClientImportSummaryDto[]>(
      `${consultancy.path}/client-imports`,
    );
    expect(listed.body).toMatchObject([{ id, state: 'stopped', counts: { stopped: 3 } }]);
  });

  it('whom somebody offered meanwhile, or whose sender has left, say so in their row', async () => {
    const rows = manyRows(2);
    const { id } = (await upload(rows, consultant)).body;
    await act(id, 'commit', consultant);
    const [row] = (await see(id)).rows;
    const { readable, writable, from, until } = row!;
    const offer = { email: row!.email, readable, writable, from, until, reason: '' };
    const one = await consultancy.api.post(`${consultancy.path}/clients`, offer);
    expect(one.status).toBe(204);
    await app.database.superuser('DELETE FROM memberships WHERE user_id = $1', [consultant.userId]);
    await app.runJobs(OFFER_IMPORTED);
    expect((await see(id)).rows.map(({ problems }) => problems)).toEqual([
      expect.arrayContaining([expect.stringMatching(/^(sender_gone|already_offered)$/)]),
      ['sender_gone'],
    ]);
    expect(await clients()).toHaveLength(1);
  });

  it('are of nobody else: another consultancy, an enterprise, a viewer', async () => {
    const { id } = (await upload(manyRows(1))).body;
    const other = await app.consultancy('另一咨询');
    const enterprise = await app.organization();
    const viewer = await app.member(consultancy.organizationId, 'viewer', 'consultancy');
    const at = (path: string) => `${path}/client-imports/${id}`;
    expect((await other.api.get(at(other.path))).status).toBe(404);
    expect((await other.api.post(`${at(other.path)}/commit`, {})).status).toBe(404);
    expect((await other.api.get(at(consultancy.path))).status).toBe(404);
    expect((await viewer.api.get(at(consultancy.path))).status).toBe(403);
    expect((await upload([], enterprise, enterprise)).status).toBe(403);
    expect((await see(id)).state).toBe('previewed');
  });

  it('assign others only where an owner brings them', async () => {
    const { body } = await upload([['苏州甲', '', newEmail(), '', consultancy.email]], consultant);
    expect(body.rows[0]?.problems).toEqual(['assigning_forbidden']);
  });
});

describe('mails of a workbook', () => {
  it('go out as many as the limits let out; the rest waits for its turn, and is said', async () => {
    const app = await TestApp.start({
      RATE_LIMIT_FACTOR: '1',
      RATE_LIMITS: 'invite.account=3/1h, invite.account_daily=8/1d',
    });
    try {
      const { api, path, userId, organizationId } = await app.consultancy();
      const form = new FormData();
      form.set('file', new Blob([csvOf([HEADS, ...manyRows(5)])]), '客户.csv');
      const preview = (await api.post<ClientImportDto>(`${path}/client-imports`, form)).body;
      expect(preview).toMatchObject({ mailsLeft: 3, counts: { ready: 5 } });
      const at = `${path}/client-imports/${preview.id}`;
      await api.post(`${at}/commit`, {});
      await app.runJobs(OFFER_IMPORTED);
      const counts = async () => (await api.get<ClientImportDto>(at)).body.counts;
      expect(await counts()).toMatchObject({ offered: 3, waiting: 2, problem: 0 });
      // The hour is over.
      const limits = (await app.jobs()).get(Limits);
      await limits.forget('invite', { account: userId, organization: organizationId });
      expect(await app.runJobs(OFFER_IMPORTED)).toBe(1);
      expect(await counts()).toMatchObject({ offered: 5, waiting: 0 });
      expect(await app.runJobs(OFFER_IMPORTED)).toBe(0);
    } finally {
      await app.stop();
    }
  });
});
