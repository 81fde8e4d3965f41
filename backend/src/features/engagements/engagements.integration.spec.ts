import { AREAS, DAYS_BEFORE_END, usualLastDay, type Area } from '@liangxing/contracts';
import { organizationDay } from '../../kernel';
import { SESSION_COOKIE } from '../../kernel/access/cookies';
import { Identities } from '../../kernel/access/identity';
import { mailsTo, mailTo } from '../../testing/mail-to';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import type { Client, Engagement } from './engagement';
import { DELIVER_LETTER } from './use-cases/deliver-letter';
import { SEND_ENGAGEMENT_NEWS } from './use-cases/send-engagement-news';
import { SEND_OFFER } from './use-cases/send-offer';
import { TELL_ENGAGEMENT } from './use-cases/tell-engagement';
import { TELL_OF_END } from './use-cases/tell-of-end';

const today = organizationDay(new Date());
const CODE = '91350100M000100Y43';
const terms = (
  readable: readonly Area[] = ['register'],
  writable: readonly Area[] = ['register'],
) => ({
  ...{ readable, writable, reason: '创建 AAAA 级', from: today },
  until: usualLastDay(today),
});

describe('an engagement', () => {
  let app: TestApp;
  let client: TestOrganization;
  let consultancy: TestOrganization;
  let consultant: Member;

  beforeAll(async () => {
    app = await TestApp.start({ QUOTAS: 'clients=3' });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.database.superuser('UPDATE organizations SET credit_code = NULL');
    client = await app.organization('委托企业');
    consultancy = await app.consultancy('良方咨询', CODE);
    consultant = await app.member(consultancy.organizationId, 'consultant', 'consultancy');
  });

  const engagements = async (): Promise<Engagement[]> =>
    (await client.api.get<Engagement[]>(`${client.path}/engagements`)).body;
  const clients = async (): Promise<Client[]> =>
    (await consultancy.api.get<Client[]>(`${consultancy.path}/clients`)).body;
  const offer = (asked: object = {}) =>
    client.api.post(`${client.path}/engagements`, { creditCode: CODE, ...terms(), ...asked });
  const deliver = (): Promise<number> => app.runJobs(DELIVER_LETTER);
  const move = (id: string, verb: string, by: Member = consultancy) =>
    by.api.post(`${consultancy.path}/clients/${id}/moves`, { move: verb });
  const clientMove = (id: string, verb: string) =>
    client.api.post(`${client.path}/engagements/${id}/moves`, { move: verb });
  /** News of a change is on its way to the process; what it would open meanwhile is not what is tried here. */
  const known = async (...people: readonly Member[]): Promise<void> => {
    for (const { api } of people)
      await app.app.get(Identities).findNow(String(api.cookies.get(SESSION_COOKIE)));
  };
  async function agreed(asked: object = {}): Promise<string> {
    expect((await offer(asked)).status).toBe(204);
    await deliver();
    const waiting = (await clients()).find(
      ({ state, offeredBy }) => state === 'offered' && offeredBy === 'client',
    );
    expect((await move(waiting?.id ?? '', 'accept')).status).toBe(204);
    await known(consultancy, consultant);
    return waiting?.id ?? '';
  }
  const trail = async (of: TestOrganization): Promise<string[]> =>
    (
      await app.database.superuser<{ action: string }>(
        `SELECT action FROM audit_events WHERE organization_id = $1 AND action LIKE 'engagement.%' ORDER BY id`,
        [of.organizationId],
      )
    ).map(({ action }) => action);

  it('offered by the client, accepted by the consultancy, opens what was agreed', async () => {
    const found = await client.api.post(`${client.path}/engagements/consultancy`, {
      creditCode: ` ${CODE.toLowerCase()} `,
    });
    expect(found).toMatchObject({ status: 200, body: { name: '良方咨询' } });
    expect(found.body).toEqual({ name: '良方咨询' });
    expect((await consultancy.api.get(`${client.path}/standards`)).status).toBe(404);
    await agreed();
    expect((await consultancy.api.get(`${client.path}/standards`)).status).toBe(200);
    expect((await consultancy.api.get(`${client.path}/systems`)).status).toBe(403);
    expect(await engagements()).toMatchObject([
      { state: 'live', consultancyName: '良方咨询', people: ['王芳'], ...terms() },
    ]);
    expect(await clients()).toMatchObject([
      { state: 'live', clientName: '委托企业', clientId: client.organizationId, ...terms() },
    ]);
    expect(await trail(client)).toEqual(['engagement.offered', 'engagement.accepted']);
    expect(await trail(consultancy)).toEqual(['engagement.accepted']);
  });

  it('opens nothing while it waits, and nothing after it was declined', async () => {
    await offer();
    await deliver();
    const [waiting] = await clients();
    expect(waiting).toMatchObject({ state: 'offered', offeredBy: 'client' });
    await known(consultancy);
    expect((await consultancy.api.get(`${client.path}/standards`)).status).toBe(404);
    expect((await move(waiting?.id ?? '', 'decline')).status).toBe(204);
    await known(consultancy);
    expect((await consultancy.api.get(`${client.path}/standards`)).status).toBe(404);
    expect(await engagements()).toMatchObject([{ state: 'declined', decidedBy: '王芳' }]);
    expect((await move(waiting?.id ?? '', 'accept')).body).toMatchObject({
      code: 'engagement_moved',
    });
  });

  it('waits no longer than to its last day, and is not accepted after it', async () => {
    await offer({ until: terms().from });
    await deliver();
    for (const table of ['engagement_offers', 'clients'])
      expect(
        await app.database.superuser(
          `SELECT expires_at = ends_at AS is_same FROM ${table} WHERE state = 'offered'
           AND organization_id IN ($1, $2)`,
          [client.organizationId, consultancy.organizationId],
        ),
      ).toEqual([{ is_same: true }]);
    const [waiting] = await clients();
    await app.database.superuser(
      `UPDATE engagement_offers SET starts_at = now() - interval '2 days', ends_at = now()
       WHERE organization_id = $1`,
      [client.organizationId],
    );
    expect((await move(waiting?.id ?? '', 'accept')).body).toMatchObject({
      code: 'engagement_moved',
    });
    expect(
      await app.database.superuser('SELECT FROM access_grants WHERE organization_id = $1', [
        client.organizationId,
      ]),
    ).toEqual([]);
  });

  it('offered to a consultancy that is gone by the time of the letter is written nowhere', async () => {
    await offer();
    await app.database.superuser(
      `UPDATE organizations SET state = 'deleted', closed_as = 'open', closed_reason = '', closed_by_name = ''
       WHERE id = $1`,
      [consultancy.organizationId],
    );
    expect(await deliver()).toBe(1);
    expect(
      await app.database.superuser('SELECT FROM clients WHERE organization_id = $1', [
        consultancy.organizationId,
      ]),
    ).toEqual([]);
  });

  it('is told to the leaders of both sides', async () => {
    await agreed();
    await app.runJobs(TELL_ENGAGEMENT, 1);
    await app.runJobs(SEND_ENGAGEMENT_NEWS, 1);
    expect(await mailTo(app, consultancy.email)).toContain('“委托企业”邀请建立咨询合作');
    expect(await mailTo(app, client.email)).toContain('“良方咨询”已接受咨询合作');
  });

  it('is answered once, however many answer at once', async () => {
    await offer();
    await deliver();
    const [{ id } = { id: '' }] = await clients();
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => move(id, 'accept')),
      clientMove(id, 'withdraw'),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 204))
      expect([status, body]).toMatchObject([409, { code: 'engagement_moved' }]);
    const grants = await app.database.superuser(
      'SELECT FROM access_grants WHERE organization_id = $1',
      [client.organizationId],
    );
    const isWithdrawn = answers.at(-1)?.status === 204;
    expect(grants).toHaveLength(isWithdrawn ? 0 : 1);
    await deliver();
    expect(await clients()).toMatchObject([{ state: isWithdrawn ? 'withdrawn' : 'live' }]);
  });

  it('is one at a time between the same two, and says which and how to go on', async () => {
    await agreed();
    expect(await offer({ readable: ['system'], writable: [] })).toMatchObject({
      status: 409,
      body: {
        code: 'engagement_exists',
        title: `与“良方咨询”的咨询合作正在进行，至 ${usualLastDay(today)}`,
        detail: expect.stringContaining('延期'),
      },
    });
  });

  it('is offered once at a time to the same consultancy', async () => {
    await offer();
    expect(await offer()).toMatchObject({ status: 409, body: { code: 'engagement_offered' } });
  });

  it('is offered to an open consultancy alone, by its whole code', async () => {
    const answer = async (creditCode: string) => (await offer({ creditCode })).body;
    expect(await answer(CODE.slice(0, 17))).toMatchObject({ code: 'validation_failed' });
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      consultancy.organizationId,
    ]);
    expect(await answer(CODE)).toMatchObject({ code: 'consultancy_unknown' });
  });

  it.each([
    ['of nothing', { readable: [], writable: [] }, 'readable', 'required'],
    ['that is over', { from: '2020-01-01', until: '2020-12-31' }, 'until', 'before_today'],
    ['that ends before it begins', { from: '2199-01-01' }, 'until', 'before_start'],
    ['for longer than three years', { until: '2199-01-01' }, 'until', 'engagement_too_long'],
  ])('%s is refused at its field', async (_, asked, path, code) => {
    expect(await offer(asked)).toMatchObject({
      status: 422,
      body: { errors: [{ path, code }] },
    });
  });

  it('ends with the next click once the client revokes it, and keeps its line', async () => {
    const id = await agreed();
    expect((await consultancy.api.get(`${client.path}/standards`)).status).toBe(200);
    expect((await clientMove(id, 'revoke')).status).toBe(204);
    expect((await consultancy.api.get(`${client.path}/standards`)).status).toBe(404);
    expect((await clientMove(id, 'revoke')).body).toMatchObject({ code: 'engagement_moved' });
    expect(await engagements()).toMatchObject([
      { state: 'revoked', decidedBy: '王芳', people: [] },
    ]);
    await deliver();
    expect(await clients()).toMatchObject([{ state: 'revoked' }]);
    await agreed();
    expect((await engagements()).map(({ state }) => state)).toEqual(['live', 'revoked']);
  });

  it('revoked while the consultancy writes: each write is whole or refused, and none begins afterwards', async () => {
    const id = await agreed();
    const write = (at: number) =>
      consultancy.api.post(`${client.path}/standards`, {
        number: `Q/A ${at + 1}-2026`,
        title: '规程',
      });
    const [revoked, ...written] = await Promise.all([
      clientMove(id, 'revoke'),
      ...Array.from({ length: 12 }, (_, at) => write(at)),
    ]);
    expect(revoked.status).toBe(204);
    for (const { status } of written) expect([201, 404]).toContain(status);
    expect((await write(20)).status).toBe(404);
    const stored = await app.database.superuser(
      'SELECT FROM standards WHERE organization_id = $1',
      [client.organizationId],
    );
    expect(stored).toHaveLength(written.filter(({ status }) => status === 201).length);
  });

  describe('ended while an import of the consultancy waits or runs', () => {
    const ROWS = 40;
    const register = async (): Promise<number> =>
      (await client.api.get<{ total: number }>(`${client.path}/standards?limit=1`)).body.total;
    async function previewed(): Promise<string> {
      const rows = Array.from({ length: ROWS }, (_, at) => `Q/LF ${at + 1}-2026,规程 ${at + 1}`);
      const form = new FormData();
      form.append('file', new Blob([['标准编号,标准名称', ...rows].join('\n')]), '明细.csv');
      const { status, body } = await consultancy.api.post<{ id: string }>(
        `${client.path}/standard-imports`,
        form,
      );
      expect(status).toBe(201);
      return body.id;
    }
    const commit = (id: string, by: Member) =>
      by.api.post<{ state: string }>(`${client.path}/standard-imports/${id}/commit`);

    it('brings nothing in by the consultancy any more, and the client can still confirm it', async () => {
      const engagement = await agreed();
      const id = await previewed();
      expect((await clientMove(engagement, 'revoke')).status).toBe(204);
      expect((await commit(id, consultancy)).status).toBe(404);
      expect(await register()).toBe(0);
      expect(await commit(id, client)).toMatchObject({ status: 200, body: { state: 'committed' } });
      expect(await register()).toBe(ROWS);
    });

    it('is brought in whole or not at all, and never afterwards', async () => {
      const engagement = await agreed();
      const id = await previewed();
      const [committed, revoked] = await Promise.all([
        commit(id, consultancy),
        clientMove(engagement, 'revoke'),
      ]);
      expect(revoked.status).toBe(204);
      expect([200, 404]).toContain(committed.status);
      const brought = await register();
      expect([0, ROWS]).toContain(brought);
      if (committed.status === 200) expect(brought).toBe(ROWS);
      expect((await commit(id, consultancy)).status).toBe(404);
      expect(await register()).toBe(brought);
    });
  });

  it('ends when the consultancy resigns, and the client is told', async () => {
    const id = await agreed();
    expect((await move(id, 'resign', consultant)).status).toBe(403);
    expect((await move(id, 'resign')).status).toBe(204);
    expect((await consultancy.api.get(`${client.path}/standards`)).status).toBe(404);
    expect(await engagements()).toMatchObject([{ state: 'resigned' }]);
    expect(await clients()).toMatchObject([{ state: 'resigned' }]);
    await app.runJobs(TELL_ENGAGEMENT, 1);
    await app.runJobs(SEND_ENGAGEMENT_NEWS, 1);
    expect(await mailTo(app, client.email)).toContain('已退出咨询合作');
    expect(await trail(client)).toContain('engagement.resigned');
  });

  it('is narrowed and extended by the client alone, under the version that was seen', async () => {
    const id = await agreed({ readable: AREAS, writable: ['register', 'system'] });
    const [{ version } = { version: 0 }] = await engagements();
    const at = `${client.path}/engagements/${id}`;
    const areas = { readable: ['register'], writable: [] };
    const narrowed = (ifMatch: number) => client.api.put(`${at}/areas`, areas, { ifMatch });
    expect((await narrowed(version)).status).toBe(204);
    expect((await narrowed(version)).body).toMatchObject({ code: 'engagement_moved' });
    expect((await consultancy.api.get(`${client.path}/systems`)).status).not.toBe(200);
    const until = usualLastDay(usualLastDay(today));
    const extended = client.api.put(`${at}/last-day`, { until }, { ifMatch: version + 1 });
    expect((await extended).status).toBe(204);
    await deliver();
    expect(await clients()).toMatchObject([{ ...areas, until, version: version + 2 }]);
    expect(
      (await client.api.put(`${at}/last-day`, { until: '2199-01-01' }, { ifMatch: version + 2 }))
        .status,
    ).toBe(422);
  });

  it('is near its end for the database on the days that the product says', async () => {
    const id = await agreed();
    const isNear = async (hours: number): Promise<boolean> => {
      await app.database.superuser(
        `UPDATE access_grants SET ends_at = now() + make_interval(hours => $2) WHERE id = $1`,
        [id, DAYS_BEFORE_END * 24 + hours],
      );
      const found = await app.database.superuser(
        'SELECT FROM app.organizations_with_ending_engagements() o WHERE o = $1',
        [client.organizationId],
      );
      return found.length === 1;
    };
    expect([await isNear(-1), await isNear(1)]).toEqual([true, false]);
  });

  it('brings its letters in any order: the newest counts', async () => {
    const id = await agreed();
    const [{ version } = { version: 0 }] = await engagements();
    const at = `${client.path}/engagements/${id}/last-day`;
    await client.api.put(at, { until: today }, { ifMatch: version });
    const [first] = await app.database.superuser<{ id: string }>(
      `UPDATE pgboss.job SET start_after = now() + interval '1 hour'
       WHERE name = $1 AND state < 'active' RETURNING id`,
      [DELIVER_LETTER.name],
    );
    await clientMove(id, 'revoke');
    const jobs = await app.database.superuser<{ id: string; data: never }>(
      `SELECT id, data FROM pgboss.job WHERE name = $1 AND state < 'active' ORDER BY created_on DESC`,
      [DELIVER_LETTER.name],
    );
    expect(jobs.map(({ id: job }) => job)).toContain(first?.id);
    await app.runJobs(DELIVER_LETTER);
    expect(await clients()).toMatchObject([{ state: 'revoked', version: version + 2 }]);
  });

  describe('offered by the consultancy', () => {
    const offerByMail = (by: Member = consultant, email = client.email) =>
      by.api.post(`${consultancy.path}/clients`, {
        email,
        ...terms(['register', 'system'], ['register']),
      });
    async function linked(email = client.email): Promise<string> {
      await app.runJobs(SEND_OFFER, 1);
      return /engagement-offer\?token=([\w.-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
    }
    const answerAs = (
      who: TestOrganization,
      token: string,
      answer = 'accept',
      asked: object = {},
    ) => {
      const { readable, writable, from, until } = terms();
      return who.api.post(`${who.path}/engagements/answers`, {
        ...{ token, answer, readable, writable, from, until },
        ...asked,
      });
    };

    it('is accepted by whoever owns an enterprise and holds the link, who opens what they choose', async () => {
      expect((await offerByMail()).status).toBe(204);
      const token = await linked();
      const seen = await app.visitor().get(`/api/engagement-offers/${token}`);
      expect(seen).toMatchObject({
        status: 200,
        body: { consultancyName: '良方咨询', readable: ['register', 'system'] },
      });
      expect((await answerAs(client, token)).status).toBe(204);
      await deliver();
      await known(consultant);
      expect((await consultant.api.get(`${client.path}/standards`)).status).toBe(200);
      expect((await consultant.api.get(`${client.path}/systems`)).status).toBe(403);
      expect(await clients()).toMatchObject([
        { state: 'live', clientName: '委托企业', people: [{ userId: consultant.userId }] },
      ]);
      expect((await answerAs(client, token)).body).toMatchObject({ code: 'offer_invalid' });
      expect(await trail(client)).toEqual(['engagement.accepted']);
      expect(await trail(consultancy)).toEqual(['engagement.offered', 'engagement.accepted']);
      await app.runJobs(TELL_ENGAGEMENT, 1);
      await app.runJobs(SEND_ENGAGEMENT_NEWS, 1);
      expect(await mailTo(app, consultancy.email)).toContain('“委托企业”已接受咨询合作');
    });

    it('is accepted for one enterprise, by one of many at once', async () => {
      await offerByMail();
      const token = await linked();
      const others = await Promise.all(Array.from({ length: 3 }, () => app.organization('另一家')));
      const answers = await Promise.all([client, ...others].map((who) => answerAs(who, token)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404]);
    });

    it('meets the end of the offer: accepted or withdrawn, never both', async () => {
      await offerByMail();
      const token = await linked();
      const [{ id } = { id: '' }] = await clients();
      const [accepted, withdrawn] = await Promise.all([
        answerAs(client, token),
        consultant.api.post(`${consultancy.path}/clients/${id}/withdrawal`),
      ]);
      expect([accepted.status, withdrawn.status].sort()).toEqual(
        accepted.status === 204 ? [204, 409] : [204, 404],
      );
      expect((await engagements()).length).toBe(accepted.status === 204 ? 1 : 0);
    });

    it('is declined without opening anything', async () => {
      await offerByMail();
      const token = await linked();
      expect((await answerAs(client, token, 'decline')).status).toBe(204);
      expect(await engagements()).toEqual([]);
      expect(await clients()).toMatchObject([{ state: 'declined', clientName: '委托企业' }]);
    });

    it('is declined by who holds the link and has no enterprise, and the consultancy is told', async () => {
      await offerByMail(consultant, 'zhao@example.cn');
      const token = await linked('zhao@example.cn');
      const person = await app.member(consultancy.organizationId, 'viewer', 'consultancy');
      await app.database.superuser('DELETE FROM memberships WHERE user_id = $1', [person.userId]);
      const path = `/api/engagement-offers/${token}/refusal`;
      expect((await app.visitor().post(path)).status).toBe(401);
      const answers = await Promise.all([1, 2].map(() => person.api.post(path)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
      expect((await answerAs(client, token)).body).toMatchObject({ code: 'offer_invalid' });
      expect(await clients()).toMatchObject([{ state: 'declined', email: 'zhao@example.cn' }]);
      expect(await trail(consultancy)).toEqual(['engagement.offered', 'engagement.declined']);
      await app.runJobs(TELL_ENGAGEMENT, 1);
      await app.runJobs(SEND_ENGAGEMENT_NEWS, 1);
      expect(await mailTo(app, consultancy.email)).toContain('谢绝了咨询合作');
      const unknown = await person.api.post(`/api/engagement-offers/${token.slice(1)}/refusal`);
      expect(unknown.body).toMatchObject({ code: 'offer_invalid' });
    });

    it('of one that was suspended meanwhile is not accepted', async () => {
      await offerByMail();
      const token = await linked();
      await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
        consultancy.organizationId,
      ]);
      expect((await answerAs(client, token)).body).toMatchObject({ code: 'partner_suspended' });
      expect(await engagements()).toEqual([]);
    });

    it('is no way around a live one', async () => {
      await offerByMail();
      const token = await linked();
      await agreed();
      expect(await answerAs(client, token)).toMatchObject({
        status: 409,
        body: { code: 'engagement_exists' },
      });
    });

    it('waits once for an address, and is held to the quota of clients', async () => {
      await offerByMail();
      expect((await offerByMail()).body).toMatchObject({ code: 'engagement_offered' });
      for (const expected of [204, 204, 409]) {
        const { email } = await app.organization();
        const answer = await offerByMail(consultancy, email);
        expect([answer.status, expected]).toEqual([expected, expected]);
        if (expected === 409) expect(answer.body).toMatchObject({ code: 'quota_clients' });
      }
    });

    it('is for owners and consultants to offer, and for owners of the enterprise to accept', async () => {
      const viewer = await app.member(consultancy.organizationId, 'viewer', 'consultancy');
      expect((await offerByMail(viewer)).status).toBe(403);
      await offerByMail();
      const token = await linked();
      const editor = await app.member(client.organizationId, 'editor');
      expect((await answerAs({ ...client, ...editor }, token)).status).toBe(403);
      expect((await answerAs(consultancy, token)).status).toBe(403);
    });
  });

  it('lets in those who are assigned, and shows their names to the client', async () => {
    const id = await agreed();
    expect((await consultant.api.get(`${client.path}/standards`)).status).toBe(404);
    const assign = (userIds: readonly string[]) =>
      consultancy.api.put(`${consultancy.path}/clients/${id}/people`, { userIds });
    expect((await assign([consultant.userId])).status).toBe(200);
    await known(consultant);
    expect((await consultant.api.get(`${client.path}/standards`)).status).toBe(200);
    expect(await engagements()).toMatchObject([{ people: ['王芳', '王芳'] }]);
    expect((await assign([client.userId])).body).toMatchObject({
      errors: [{ path: 'userIds.0', code: 'not_a_member' }],
    });
    expect((await assign([])).body).toEqual([]);
    expect((await consultant.api.get(`${client.path}/standards`)).status).toBe(404);
  });

  it('has nobody assigned any more once it has ended, and the next one begins without', async () => {
    const id = await agreed();
    const assign = () =>
      consultancy.api.put(`${consultancy.path}/clients/${id}/people`, {
        userIds: [consultant.userId],
      });
    expect((await assign()).status).toBe(200);
    await clientMove(id, 'revoke');
    await deliver();
    expect((await assign()).body).toMatchObject({ code: 'engagement_moved' });
    await agreed();
    expect((await consultant.api.get(`${client.path}/standards`)).status).toBe(404);
  });

  it('shows the client what was done by it, and when last', async () => {
    const id = await agreed();
    expect(await engagements()).toMatchObject([{ lastActivityAt: null }]);
    await consultancy.api.post(`${client.path}/standards`, { number: 'Q/A 1-2026', title: '规程' });
    await client.api.post(`${client.path}/standards`, { number: 'Q/A 2-2026', title: '规程' });
    expect(await engagements()).toMatchObject([{ lastActivityAt: expect.stringMatching(/^20/) }]);
    const { body } = await client.api.get<{ lines: object[] }>(
      `${client.path}/trail?engagement=${id}`,
    );
    expect(body.lines).toMatchObject([{ action: 'standards.registered', actingName: '良方咨询' }]);
  });

  it('is among what a session may enter, and names for whom one acts', async () => {
    await agreed();
    const session = await consultancy.api.get<{ entries: object[] }>('/api/sessions/current');
    expect(session.body.entries).toMatchObject([
      {
        organizationId: client.organizationId,
        organizationName: '委托企业',
        actingName: '良方咨询',
        role: 'owner',
        readable: ['register'],
      },
    ]);
    const others = await consultant.api.get<{ entries: object[] }>('/api/sessions/current');
    expect(others.body.entries).toEqual([]);
  });

  it('about to end is told to both sides, once for each end', async () => {
    const id = await agreed();
    const [{ version } = { version: 0 }] = await engagements();
    await app.runJobs(TELL_ENGAGEMENT, 1);
    await app.runJobs(SEND_ENGAGEMENT_NEWS, 1);
    const at = `${client.path}/engagements/${id}/last-day`;
    await client.api.put(at, { until: today }, { ifMatch: version });
    const worker = await app.jobs();
    const handler = worker.get<{
      handle(data: object): Promise<void>;
      organizationsWithWork(): Promise<string[]>;
    }>((await import('./use-cases/tell-of-end')).TellOfEnd);
    expect(TELL_OF_END.options.everyMinutes).toBe(1440);
    expect(await handler.organizationsWithWork()).toEqual([client.organizationId]);
    for (let time = 0; time < 2; time += 1)
      await handler.handle({ context: { ...client.context, userId: '' } });
    expect(await handler.organizationsWithWork()).toEqual([]);
    await app.runJobs(TELL_ENGAGEMENT, 1);
    await app.runJobs(SEND_ENGAGEMENT_NEWS, 1);
    for (const { email } of [client, consultancy]) {
      const mails = await mailsTo(app, email);
      expect(mails.filter((mail) => mail.includes('即将到期'))).toHaveLength(1);
    }
  });
});

describe('an offer to a consultancy', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ RATE_LIMIT_FACTOR: '1', CONFIRM_SENDERS: 'on' });
  });
  afterAll(() => app.stop());

  it('mails its leaders for who has a confirmed address, once a day, however often it is withdrawn', async () => {
    const client = await app.organization('委托企业');
    await app.consultancy('良方咨询', CODE);
    const at = `${client.path}/engagements`;
    const offer = () => client.api.post<{ code: string }>(at, { creditCode: CODE, ...terms() });
    expect(await offer()).toMatchObject({ status: 403, body: { code: 'email_unconfirmed' } });
    await app.database.superuser('UPDATE users SET email_confirmed_at = now()');
    await app.app.get(Identities).findNow(String(client.api.cookies.get(SESSION_COOKIE)));
    for (let time = 0; time < 3; time += 1) {
      expect((await offer()).status).toBe(204);
      await app.runJobs(DELIVER_LETTER);
      const { body } = await client.api.get<Engagement[]>(at);
      const waiting = body.find(({ state }) => state === 'offered');
      const withdrawn = await client.api.post(`${at}/${waiting?.id}/moves`, { move: 'withdraw' });
      expect(withdrawn.status).toBe(204);
    }
    const mails = await app.database.superuser(
      `SELECT FROM pgboss.job WHERE name = 'engagements.tell' AND data->>'news' = 'offered'`,
    );
    expect(mails).toHaveLength(1);
  });
});
