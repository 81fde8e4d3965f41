import { ApiClient } from '../../testing/api-client';
import { mailTo, mailsTo } from '../../testing/mail-to';
import { TestApp } from '../../testing/test-app';
import { until } from '../../testing/until';
import type { OwnSessionDto } from './dto/account.dto';
import { ForgetExpired } from './forget-expired';
import { SEND_PASSWORD_RESET } from './use-cases/send-password-reset';

const password = 'eine lange Passphrase';
const chrome =
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Safari/537.36';
let counter = 0;

describe('sessions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ TRUST_PROXY: '1', SESSION_IDLE_HOURS: '24' });
  });
  afterAll(() => app.stop());

  async function registered(): Promise<{ api: ApiClient; email: string }> {
    const email = `li.ming.${(counter += 1)}@example.com`;
    const api = app.visitor();
    const { status } = await api.post('/api/accounts', { email, name: '李明', password });
    expect(status).toBe(201);
    return { api, email };
  }

  async function signedIn(email: string, secret = password): Promise<ApiClient> {
    const api = app.visitor();
    const headers = { 'user-agent': chrome, 'x-forwarded-for': '203.0.113.77' };
    const { status } = await api.post('/api/sessions', { email, password: secret }, { headers });
    expect(status).toBe(201);
    return api;
  }

  const isSignedIn = async (api: ApiClient): Promise<boolean> =>
    (await api.patch('/api/account', { name: '李明' })).status === 200;
  const list = async (api: ApiClient): Promise<OwnSessionDto[]> =>
    (await api.get<OwnSessionDto[]>('/api/sessions')).body;
  const resetToken = async (email: string): Promise<string> => {
    await app.visitor().post('/api/password-resets', { email });
    await app.runJobs(SEND_PASSWORD_RESET);
    return /token=([\w-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
  };

  it('are listed with browser and coarse place, the own one first, and no one else’s', async () => {
    const { api, email } = await registered();
    await registered();
    await signedIn(email);
    const found = await list(api);
    expect(
      found.map(({ browser, network, isCurrent }) => ({ browser, network, isCurrent })),
    ).toEqual([
      { browser: '', network: 'local', isCurrent: true },
      { browser: 'Chrome · Windows', network: '203.0.*.*', isCurrent: false },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/203\.0\.113|Mozilla|token/);
  });

  it('are ended one by one or all but the own, and a stranger’s is not found', async () => {
    const { api, email } = await registered();
    const [second, third, fourth] = [
      await signedIn(email),
      await signedIn(email),
      await signedIn(email),
    ];
    const own = (await list(second)).find(({ isCurrent }) => isCurrent);
    const stranger = await registered();
    const path = `/api/sessions/${String(own?.id)}`;
    expect((await stranger.api.delete(path)).status).toBe(404);
    expect((await api.delete(path)).status).toBe(204);
    expect((await api.delete(path)).status).toBe(404);
    expect([await isSignedIn(second), await isSignedIn(third)]).toEqual([false, true]);
    expect((await api.delete('/api/sessions/others')).status).toBe(204);
    expect([await isSignedIn(api), await isSignedIn(third), await isSignedIn(fourth)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await isSignedIn(stranger.api)).toBe(true);
    const told = await app.database.superuser<{ action: string }>(
      `SELECT action FROM platform_events WHERE action LIKE 'account.session%'
         AND actor_id = (SELECT id FROM users WHERE email = $1) ORDER BY id`,
      [email],
    );
    expect(told.map(({ action }) => action)).toEqual([
      'account.session_ended',
      'account.sessions_ended',
    ]);
  });

  it('end when nobody uses them, and are swept', async () => {
    const { api, email } = await registered();
    const other = await signedIn(email);
    const rest = (hours: number) =>
      app.database.superuser(
        `UPDATE sessions SET last_used_at = now() - make_interval(hours => $1)
         WHERE browser = '' AND user_id = (SELECT id FROM users WHERE email = $2)`,
        [hours, email],
      );
    await rest(23);
    expect(await isSignedIn(await freshly(api))).toBe(true);
    await rest(25);
    expect(await isSignedIn(await freshly(api))).toBe(false);
    expect(await list(other)).toHaveLength(1);
    await (await app.jobs()).get(ForgetExpired).handle();
    const rows = await app.database.superuser(
      'SELECT FROM sessions WHERE user_id = (SELECT id FROM users WHERE email = $1)',
      [email],
    );
    expect(rows).toHaveLength(1);
  });

  /** The same cookies, asked in a process that remembers nothing. */
  async function freshly(api: ApiClient): Promise<ApiClient> {
    const copy = new ApiClient(await app.another());
    for (const [name, value] of api.cookies) copy.cookies.set(name, value);
    return copy;
  }
  it('write their use down every few minutes and not with every request', async () => {
    const { api, email } = await registered();
    const lastUse = async (): Promise<string> => {
      const [row] = await app.database.superuser<{ at: string }>(
        `SELECT last_used_at::text AS at FROM sessions
         WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
        [email],
      );
      return row?.at ?? '';
    };
    const before = await lastUse();
    await isSignedIn(await freshly(api));
    expect(await lastUse()).toBe(before);
    await app.database.superuser(`UPDATE sessions SET last_used_at = now() - interval '6 minutes'`);
    await isSignedIn(await freshly(api));
    expect(await lastUse()).not.toBe(before);
    const [own] = await list(api);
    expect(Date.now() - Date.parse(own?.lastUsedAt ?? '')).toBeLessThan(5 * 60_000);
  });

  it('that end are over in every server process', async () => {
    const { api, email } = await registered();
    const elsewhere = await freshly(await signedIn(email));
    expect(await isSignedIn(elsewhere)).toBe(true);
    expect((await api.delete('/api/sessions/others')).status).toBe(204);
    // Sooner than what is remembered ends by itself.
    await until(async () => !(await isSignedIn(elsewhere)), 'signed out elsewhere', 4);
  });

  it('all end with a password reset; its link works once, and only the newest does', async () => {
    const { api, email } = await registered();
    const first = await resetToken(email);
    // The next mail of ten minutes later.
    await app.database.superuser('DELETE FROM rate_limits');
    const second = await resetToken(email);
    const use = (token: string, secret: string) =>
      app.visitor().put(`/api/password-resets/${token}`, { password: secret });
    expect(await use(first, 'noch eine Passphrase')).toMatchObject({
      status: 422,
      body: { code: 'reset_token_invalid' },
    });
    const answers = await Promise.all([
      use(second, 'noch eine Passphrase'),
      use(second, 'und wieder eine andere'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
    expect(await isSignedIn(api)).toBe(false);
  });

  it('end elsewhere with a changed password, and open reset links with them', async () => {
    const { api, email } = await registered();
    const elsewhere = await signedIn(email);
    const token = await resetToken(email);
    const change = { currentPassword: password, newPassword: 'noch eine Passphrase' };
    expect((await api.put('/api/account/password', change)).status).toBe(204);
    expect([await isSignedIn(api), await isSignedIn(elsewhere)]).toEqual([true, false]);
    const late = await app.visitor().put(`/api/password-resets/${token}`, { password });
    expect(late).toMatchObject({ status: 422, body: { code: 'reset_token_invalid' } });
  });

  it.each([
    ['12345678', 'password_common'],
    ['        ', 'password_blank'],
    ['李明李明李明', 'password_personal'],
  ])('are not opened with a password that is guessed first: %s', async (weak, code) => {
    const email = `weak.${(counter += 1)}@example.com`;
    const body = { email, name: '李明', password: weak.padEnd(8, weak) };
    const answer = await app.visitor().post('/api/accounts', body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'password', code }] } });
    const { api } = await registered();
    const change = { currentPassword: password, newPassword: body.password };
    expect(await api.put('/api/account/password', change)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'newPassword', code }] },
    });
  });
});

describe('a mailbox', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ RATE_LIMIT_FACTOR: '1' });
  });
  afterAll(() => app.stop());

  it('is not filled by anyone: a second reset within ten minutes mails nothing, and says nothing', async () => {
    const { email } = await app.organization();
    for (let count = 0; count < 3; count += 1)
      expect((await app.visitor().post('/api/password-resets', { email })).status).toBe(202);
    await app.runJobs(SEND_PASSWORD_RESET, 1);
    expect(await mailsTo(app, email)).toHaveLength(1);
  });
});
