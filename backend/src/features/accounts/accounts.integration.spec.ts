import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiClient } from '../../testing/api-client';
import { TestApp } from '../../testing/test-app';
import type { SessionDto } from './dto/account.dto';
import { SEND_PASSWORD_RESET } from './use-cases/send-password-reset';

const password = 'eine lange Passphrase';
let counter = 0;
const newEmail = (): string => `fang.wang.${(counter += 1)}@example.com`;

describe('accounts', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  async function registered(email = newEmail()): Promise<{ api: ApiClient; email: string }> {
    const api = app.visitor();
    const { status } = await api.post('/api/accounts', { email, name: '王芳', password });
    expect(status).toBe(201);
    return { api, email };
  }

  async function outbox(): Promise<string> {
    const folder = join(app.config.dataDir, 'outbox');
    const names = (await readdir(folder)).sort();
    const raw = await readFile(join(folder, names.at(-1) ?? ''), 'utf8');
    const [, body = ''] = raw.split('\r\n\r\n');
    return /base64/i.test(raw)
      ? Buffer.from(body, 'base64').toString()
      : body.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  }

  it('register, are signed in, and say who they are', async () => {
    const { api, email } = await registered();
    const { body } = await api.get<SessionDto>('/api/sessions/current');
    expect(body).toMatchObject({
      user: { email, name: '王芳', language: 'zh-CN' },
      memberships: [],
      entries: [],
    });
  });

  it('answer a visitor with nobody', async () => {
    const answer = await app.visitor().get('/api/sessions/current');
    expect(answer).toMatchObject({
      status: 200,
      body: { user: null, memberships: [], entries: [] },
    });
  });

  it('refuse an address that is taken, in whatever case it is written', async () => {
    const { email } = await registered();
    const answer = await app
      .visitor()
      .post('/api/accounts', { email: email.toUpperCase(), name: '李', password });
    expect(answer).toMatchObject({ status: 409, body: { code: 'email_taken' } });
  });

  it('name every wrong value and every unknown field, in the language that is asked for', async () => {
    const body = { email: 'no address', password: 'short', isAdmin: true };
    const options = { headers: { 'accept-language': 'en' } };
    const answer = await app.visitor().post('/api/accounts', body, options);
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect((answer.body as { errors: unknown[] }).errors).toEqual(
      expect.arrayContaining([
        { path: 'isAdmin', code: 'unknown_field', message: 'There is no such field' },
        { path: 'email', code: 'not_email', message: 'Must be an e-mail address' },
        { path: 'password', code: 'too_long', message: expect.any(String) },
      ]),
    );
  });

  it('sign in and out; the ended session is worth nothing at once', async () => {
    const { email } = await registered();
    const api = app.visitor();
    expect(await api.post('/api/sessions', { email, password })).toMatchObject({
      status: 201,
      body: { user: { email } },
    });
    const copy = app.visitor();
    for (const [name, value] of api.cookies) copy.cookies.set(name, value);
    expect((await copy.patch('/api/account', { name: '王小芳' })).status).toBe(200);
    expect((await api.delete('/api/sessions/current')).status).toBe(204);
    // What stays says which account was signed in here, and opens nothing.
    expect([...api.cookies.keys()]).toEqual(['lx_device']);
    expect((await copy.patch('/api/account', { name: '王' })).status).toBe(401);
  });

  it('sign in anew with a new session; the one before is worth nothing', async () => {
    const { api, email } = await registered();
    const before = app.visitor();
    for (const [name, value] of api.cookies) before.cookies.set(name, value);
    expect((await api.post('/api/sessions', { email, password })).status).toBe(201);
    expect((await api.patch('/api/account', { name: '王小芳' })).status).toBe(200);
    expect((await before.patch('/api/account', { name: '王' })).status).toBe(401);
  });

  it('keep the session cookie from scripts and name no secret in the answer', async () => {
    const response = await app
      .visitor()
      .fetch('POST', '/api/accounts', { email: newEmail(), name: '王芳', password });
    const [session = '', csrf = ''] = response.headers.getSetCookie();
    expect(session).toMatch(/^lx_session=[\w-]{43};.*HttpOnly/i);
    expect(session).toMatch(/SameSite=Lax/i);
    expect(csrf).toMatch(/^XSRF-TOKEN=/);
    expect(csrf).not.toMatch(/HttpOnly/i);
    expect(await response.text()).not.toMatch(/password|hash/i);
    const stored = await app.database.superuser<{ token_hash: Buffer }>(
      'SELECT token_hash FROM sessions',
    );
    const token = session.slice('lx_session='.length, session.indexOf(';'));
    expect(stored.some((row) => row.token_hash.toString('utf8').includes(token))).toBe(false);
  });

  it('refuse a change without the CSRF token or with one of another session', async () => {
    const { api } = await registered();
    const change = { name: '王' };
    expect(await api.patch('/api/account', change, { withoutCsrf: true })).toMatchObject({
      status: 403,
      body: { code: 'csrf_missing' },
    });
    const { api: other } = await registered();
    const headers = { 'x-xsrf-token': other.cookies.get('XSRF-TOKEN') ?? '' };
    expect((await api.patch('/api/account', change, { headers, withoutCsrf: true })).status).toBe(
      403,
    );
    expect((await api.patch('/api/account', change)).status).toBe(200);
  });

  it.each([
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    // Browsers that do not say where a request comes from still name its origin.
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
  ])('refuse a sign-in that another site makes: %j', async (headers) => {
    const { email } = await registered();
    const answer = await app.visitor().post('/api/sessions', { email, password }, { headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'csrf_missing' } });
  });

  it('answer an unknown address and a wrong password alike', async () => {
    const { email } = await registered();
    const wrong = await app.visitor().post('/api/sessions', { email, password: 'wrong one' });
    const unknown = await app.visitor().post('/api/sessions', { email: newEmail(), password });
    const bare = ({ status, body }: { status: number; body: unknown }) => ({
      status,
      body: { ...(body as object), correlationId: '' },
    });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
    expect(bare(unknown)).toEqual(bare(wrong));
  });

  it('end every other session when the password changes', async () => {
    const { api, email } = await registered();
    const elsewhere = app.visitor();
    await elsewhere.post('/api/sessions', { email, password });
    const change = { currentPassword: password, newPassword: 'noch eine Passphrase' };
    expect(
      await api.put('/api/account/password', { ...change, currentPassword: 'wrong one' }),
    ).toMatchObject({ status: 422, body: { code: 'wrong_password' } });
    expect((await api.put('/api/account/password', change)).status).toBe(204);
    expect((await elsewhere.patch('/api/account', { name: '王' })).status).toBe(401);
    expect((await api.patch('/api/account', { name: '王' })).status).toBe(200);
  });

  it('reset a forgotten password by mail, once, and end every session', async () => {
    const { api, email } = await registered();
    expect((await app.visitor().post('/api/password-resets', { email })).status).toBe(202);
    expect(await app.runJobs(SEND_PASSWORD_RESET)).toBe(1);
    const token = /token=([\w-]+)/.exec(await outbox())?.[1] ?? '';
    const newPassword = { password: 'noch eine Passphrase' };
    expect((await app.visitor().put(`/api/password-resets/${token}`, newPassword)).status).toBe(
      204,
    );
    expect((await api.patch('/api/account', { name: '王' })).status).toBe(401);
    expect((await app.visitor().post('/api/sessions', { email, ...newPassword })).status).toBe(201);
    const again = await app.visitor().put(`/api/password-resets/${token}`, newPassword);
    expect(again).toMatchObject({ status: 422, body: { code: 'reset_token_invalid' } });
    expect(JSON.stringify(again.body)).not.toContain(token);
  });

  it('answer a reset for an unknown address alike and mail nobody', async () => {
    const before = await readdir(join(app.config.dataDir, 'outbox'));
    const answer = await app.visitor().post('/api/password-resets', { email: newEmail() });
    expect(answer.status).toBe(202);
    expect(await app.runJobs(SEND_PASSWORD_RESET)).toBe(1);
    expect(await readdir(join(app.config.dataDir, 'outbox'))).toEqual(before);
  });

  it('come to an end with their session', async () => {
    const { api } = await registered();
    await app.database.superuser(`UPDATE sessions SET expires_at = now() - interval '1 second'`);
    expect((await api.patch('/api/account', { name: '王' })).status).toBe(401);
  });
});

describe('accounts on https', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: 'https://liangxing.example.cn' });
  });
  afterAll(() => app.stop());

  it('hold their cookies to this host alone, and take no others', async () => {
    const api = app.visitor();
    const response = await api.fetch('POST', '/api/accounts', {
      email: newEmail(),
      name: '王芳',
      password,
    });
    const cookies = response.headers.getSetCookie();
    const ours = cookies.filter((line) => !line.startsWith('XSRF-TOKEN='));
    expect(ours.map((line) => line.split('=', 1)[0]).sort()).toEqual([
      '__Host-lx_device',
      '__Host-lx_session',
    ]);
    for (const line of ours)
      expect(line.split('; ')).toEqual(
        expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']),
      );
    for (const line of cookies) expect(line).not.toMatch(/domain=/i);
    expect((await api.patch('/api/account', { name: '王' })).status).toBe(200);
    const planted = app.visitor();
    planted.cookies.set('lx_session', api.cookies.get('__Host-lx_session') ?? '');
    expect((await planted.get('/api/sessions')).status).toBe(401);
    expect((await api.delete('/api/sessions/current')).status).toBe(204);
    expect([...api.cookies.keys()]).toEqual(['__Host-lx_device']);
  });
});
