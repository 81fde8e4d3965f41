import { randomUUID } from 'node:crypto';
import { makeToken, Program } from '../../../testing/access-token';
import { mailTo } from '../../../testing/mail-to';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import { until } from '../../../testing/until';
import { Identities, newAccessToken } from '../../../kernel';
import { SESSION_COOKIE } from '../../../kernel/access/cookies';
import { ForgetExpired } from '../forget-expired';
import type { AccessTokenDto } from './access-token.dto';
import { SEND_PASSWORD_RESET } from '../use-cases/send-password-reset';

const account = '/api/account/access-tokens';

describe('access tokens', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  beforeAll(async () => {
    app = await TestApp.start({ TRUST_PROXY: '1' });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization();
  });

  const list = async (): Promise<AccessTokenDto[]> =>
    (await enterprise.api.get<AccessTokenDto[]>(account)).body;
  const program = (token: string, address = app.address): Program => new Program(address, token);
  const register = (): string => `${enterprise.path}/standards`;
  const standard = (): object => ({
    number: `Q/A ${randomUUID().slice(0, 4)}-2026`,
    title: '规程',
  });

  it('let a program read and write without cookies and their protection', async () => {
    const { token, id } = await makeToken(enterprise.api, { writable: ['register'] });
    const api = program(token);
    expect((await api.post(register(), standard())).status).toBe(201);
    expect((await api.get(register())).status).toBe(200);
    expect(api.cookies.size).toBe(0);
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const another = program(token, await app.another());
    expect((await another.get(register(), { headers })).status).toBe(200);
    const [used] = await list();
    expect(used).toMatchObject({ id, lastNetwork: '203.0.*.*' });
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    expect(used?.lastUsedOn).toBe(today.format(new Date()));
  });

  it('stand in the trail with their names beside the person', async () => {
    const { token } = await makeToken(enterprise.api, { name: '夜间同步', writable: ['register'] });
    await program(token).post(register(), standard());
    await enterprise.api.post(register(), standard());
    const trail = await enterprise.api.get<{ lines: readonly object[] }>(
      `${enterprise.path}/trail`,
    );
    expect(trail.body.lines).toMatchObject([
      { action: 'standards.registered', personName: '王芳', accessToken: '' },
      { action: 'standards.registered', personName: '王芳', accessToken: '夜间同步' },
    ]);
    expect(
      JSON.stringify(trail.body.lines.map((line) => (line as { details: object }).details)),
    ).not.toContain('夜间同步');
    const account = await app.database.superuser<{ action: string }>(
      `SELECT action FROM platform_events WHERE actor_id = $1 ORDER BY id`,
      [enterprise.userId],
    );
    expect(account.map(({ action }) => action)).toEqual(['account.token_made']);
  });

  it('enter only the organization that they are limited to', async () => {
    const other = await app.organization();
    await app.database.superuser(
      `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
       VALUES ($1, $2, 'owner', 'enterprise')`,
      [other.organizationId, enterprise.userId],
    );
    const limited = await makeToken(enterprise.api, {
      ...{ readable: ['register'], organizationId: enterprise.organizationId },
    });
    const statusOf = async (token: string, path: string): Promise<number> =>
      (await program(token).get(`${path}/standards`)).status;
    expect(await statusOf(limited.token, enterprise.path)).toBe(200);
    expect(await statusOf(limited.token, other.path)).toBe(404);
    const unlimited = await makeToken(enterprise.api, { readable: ['register'] });
    expect(await statusOf(unlimited.token, other.path)).toBe(200);
    const stranger = await app.organization();
    expect(await statusOf(unlimited.token, stranger.path)).toBe(404);
  });

  describe('are refused', () => {
    const invalid = { status: 401, body: { code: 'access_token_invalid' } };

    it('where they have ended, and are swept', async () => {
      const { token } = await makeToken(enterprise.api, { readable: ['register'] });
      expect((await program(token).get(register())).status).toBe(200);
      await app.database.superuser(
        `UPDATE access_tokens SET expires_at = now() - interval '1 second' WHERE user_id = $1`,
        [enterprise.userId],
      );
      // What the process remembers opens nothing: the transaction looks at the row.
      expect(await program(token).get(register())).toMatchObject(invalid);
      expect(await program(token, await app.another()).get(register())).toMatchObject(invalid);
      expect(await list()).toEqual([]);
      await (await app.jobs()).get(ForgetExpired).handle();
      expect(
        await app.database.superuser('SELECT FROM access_tokens WHERE user_id = $1', [
          enterprise.userId,
        ]),
      ).toEqual([]);
    });

    it('where nobody has them, or nobody could', async () => {
      const { token } = await makeToken(enterprise.api, { readable: ['register'] });
      const session = String(enterprise.api.cookies.get(SESSION_COOKIE));
      const wrong = ['', 'lxp_', newAccessToken(), token.slice(0, -1), `${token}x`, session, '🔑'];
      for (const one of wrong.map((text) => Buffer.from(text).toString('latin1')))
        expect([one, await program(one).get(register())]).toMatchObject([one, invalid]);
    });

    it('in the address and in the cookie', async () => {
      const { token } = await makeToken(enterprise.api, { readable: ['register'] });
      const visitor = app.visitor();
      for (const name of ['access_token', 'token', 'authorization'])
        expect((await visitor.get(`${register()}?${name}=${token}`)).status).toBe(401);
      visitor.cookies.set(SESSION_COOKIE, token);
      expect((await visitor.get(register())).status).toBe(401);
      expect((await visitor.get('/api/sessions/current')).body).toMatchObject({ user: null });
    });

    it('for what another person revokes; that is not found', async () => {
      const { id } = await makeToken(enterprise.api, { readable: ['register'] });
      const stranger = await app.organization();
      for (const one of [id, randomUUID(), 'x'])
        expect((await stranger.api.delete(`${account}/${one}`)).status).toBe(404);
      expect(await list()).toHaveLength(1);
    });
  });

  it('decide alone where a session comes with them', async () => {
    const { token } = await makeToken(enterprise.api, { readable: ['register'] });
    const headers = { authorization: `Bearer ${token}` };
    expect(
      (await enterprise.api.get(`${enterprise.path}/profile`, { headers })).body,
    ).toMatchObject({
      code: 'access_token_scope',
    });
    const wrong = { authorization: `Bearer ${newAccessToken()}` };
    expect((await enterprise.api.get(register(), { headers: wrong })).status).toBe(401);
    // That of a proxy before the product is none of ours.
    const basic = { authorization: 'Basic bGl4OnB3' };
    expect((await enterprise.api.get(register(), { headers: basic })).status).toBe(200);
    expect(
      (await enterprise.api.post(register(), standard(), { headers: basic, withoutCsrf: true }))
        .status,
    ).toBe(403);
  });

  it('end for every process with the statement after they are revoked, in the midst of 200 uses', async () => {
    const { token, id } = await makeToken(enterprise.api, { writable: ['register'] });
    const [here, there] = [program(token), program(token, await app.another())];
    for (const api of [here, there]) expect((await api.get(register())).status).toBe(200);
    let revoked: Promise<unknown> = Promise.resolve();
    const uses = Array.from({ length: 200 }, async (_, index) => {
      const { status } = await (index % 2 === 0 ? here : there).get(register());
      if (index === 50) revoked = enterprise.api.delete(`${account}/${id}`);
      return status;
    });
    const statuses = await Promise.all(uses);
    await revoked;
    expect(statuses.filter((status) => status !== 200 && status !== 401)).toEqual([]);
    expect(statuses).toContain(200);
    for (const api of [here, there, here, there])
      expect((await api.post(register(), standard())).status).toBe(401);
  });

  it('are forgotten by every process as soon as it hears that they are gone', async () => {
    const { token, id } = await makeToken(enterprise.api, { readable: ['register'] });
    const identities = app.app.get(Identities);
    expect((await program(token).get(register())).status).toBe(200);
    expect(await identities.find(token)).toMatchObject({ sessionId: id });
    // As another process does it; sooner than what is remembered ends by itself.
    await app.database.superuser('DELETE FROM access_tokens WHERE id = $1', [id]);
    await until(async () => (await identities.find(token)) === null, 'the token is forgotten', 4);
  });

  it('end with a password reset by mail, and not with a changed password', async () => {
    const [email, password] = [`${randomUUID()}@example.com`, 'eine lange Passphrase'];
    const api = app.visitor();
    await api.post('/api/accounts', { email, name: '李明', password });
    const { body } = await api.post<{ id: string }>('/api/organizations', { name: '李明企业' });
    const { token } = await makeToken(api, { readable: ['register'] });
    const statusOf = async (): Promise<number> =>
      (await program(token).get(`/api/organizations/${body.id}/standards`)).status;
    const change = { currentPassword: password, newPassword: 'lanse-dianti-39-yezi' };
    expect((await api.put('/api/account/password', change)).status).toBe(204);
    expect(await statusOf()).toBe(200);
    await app.visitor().post('/api/password-resets', { email });
    await app.runJobs(SEND_PASSWORD_RESET, 1);
    const reset = /token=([\w-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
    const answer = await app
      .visitor()
      .put(`/api/password-resets/${reset}`, { password: '另一个很长的密码短语' });
    expect(answer.status).toBe(204);
    expect(await statusOf()).toBe(401);
  });

  it('only read in a suspended organization', async () => {
    const { token } = await makeToken(enterprise.api, { writable: ['register'] });
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      enterprise.organizationId,
    ]);
    expect((await program(token).get(register())).status).toBe(200);
    expect(await program(token).post(register(), standard())).toMatchObject({
      status: 403,
      body: { code: 'organization_suspended' },
    });
  });

  it('end with the membership, and write no more once the role only reads', async () => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    const { token } = await makeToken(editor.api, { writable: ['register'] });
    const api = program(token);
    expect((await api.post(register(), standard())).status).toBe(201);
    const path = `${enterprise.path}/members/${editor.userId}`;
    expect((await enterprise.api.patch(path, { role: 'viewer' })).status).toBe(200);
    expect((await api.post(register(), standard())).status).toBe(403);
    expect((await enterprise.api.delete(path)).status).toBe(204);
    expect((await api.get(register())).status).toBe(404);
  });
});

describe('requests by access tokens', () => {
  it('are counted for their account, whichever token it is', async () => {
    const app = await TestApp.start({
      RATE_LIMIT_FACTOR: '1',
      RATE_LIMITS: 'access_token.account=3/1h',
    });
    try {
      const { api, path } = await app.organization();
      const tokens = [
        await makeToken(api, { readable: ['register'] }),
        await makeToken(api, { readable: ['register'] }),
      ];
      const statuses: number[] = [];
      for (const { token } of [...tokens, ...tokens])
        statuses.push((await new Program(app.address, token).get(`${path}/standards`)).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      expect((await api.get(`${path}/standards`)).status).toBe(200);
    } finally {
      await app.stop();
    }
  });
});
