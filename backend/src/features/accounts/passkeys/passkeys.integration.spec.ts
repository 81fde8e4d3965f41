import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../../testing/api-client';
import { withSecondFactor } from '../../../testing/authenticator';
import { mailsTo } from '../../../testing/mail-to';
import { SoftwareAuthenticator } from '../../../testing/software-authenticator';
import { TestApp } from '../../../testing/test-app';
import type { SessionDto } from '../dto/account.dto';
import { SEND_ACCOUNT_NOTICE } from '../use-cases/send-account-notice';
import { SEND_PASSWORD_RESET } from '../use-cases/send-password-reset';
import type { PasskeyDto } from './passkey.dto';
import { password, PasskeyPeople, site, told, type Refusal } from './testing/passkey-people';

describe('passkeys', () => {
  let app: TestApp;
  let people: PasskeyPeople;
  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: site.origin });
    people = new PasskeyPeople(app);
  });
  afterAll(() => app.stop());

  const trailOf = async (id: string) =>
    app.database.superuser<{ action: string; details: object }>(
      `SELECT action, details FROM platform_events WHERE actor_id = $1 AND action LIKE '%passkey%'
       ORDER BY id`,
      [id],
    );

  it('are offered to pages of the address that people type', async () => {
    const { body } = await app.visitor().get('/api/passkeys');
    expect(body).toEqual({ origin: site.origin });
  });

  it('are added by who proves to own the account, and sign in', async () => {
    const { api, email, id } = await people.registered();
    expect(told(await people.begin(api, { password: 'wrong' }))).toEqual([422, 'wrong_password']);
    const { body } = await people.begin(api);
    expect(body).toMatchObject({ domain: site.domain, algorithms: [-8, -7, -257], known: [] });
    const authenticator = new SoftwareAuthenticator(site);
    const added = await people.add(api, { ...authenticator.make(body), name: ' 工作电脑 ' });
    expect([added.status, added.body]).toEqual([
      201,
      {
        ...{ id: expect.any(String), name: '工作电脑', version: 1, lastUsedAt: null },
        ...{ createdAt: expect.any(String), isSynced: true, isBackedUp: true },
      },
    ]);
    const browser = app.visitor();
    const answer = authenticator.use({
      challenge: await people.challenge(browser),
      isBackedUp: false,
    });
    const signedIn = await people.signIn(browser, answer);
    expect([signedIn.status, signedIn.body.user?.email]).toEqual([201, email]);
    expect(await people.whoIs(browser)).toBe(email);
    expect(await people.list(browser)).toMatchObject([
      { name: '工作电脑', lastUsedAt: expect.any(String), isBackedUp: false },
    ]);
    expect(await trailOf(id)).toEqual([
      { action: 'account.passkey_added', details: { name: '工作电脑' } },
    ]);
    await app.runJobs(SEND_ACCOUNT_NOTICE, 1);
    expect((await mailsTo(app, email)).join()).toContain('已添加通行密钥');
  });

  it('are named after the browser where nobody names them, and renamed over what was read', async () => {
    const { api } = await people.registered();
    const { body } = await people.begin(api);
    const answer = new SoftwareAuthenticator(site).make(body);
    const added = await api.post<PasskeyDto>('/api/account/passkeys', answer, {
      headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Edg/140.0' },
    });
    expect(added.body.name).toBe('Edge · Windows');
    const rename = (name: string, ifMatch: number) =>
      api.patch(`/api/account/passkeys/${added.body.id}`, { name }, { ifMatch });
    expect(await rename('手机', 1)).toMatchObject({
      status: 200,
      body: { name: '手机', version: 2 },
    });
    expect(await rename('平板', 1)).toMatchObject({
      status: 409,
      body: { code: 'version_conflict', current: { name: '手机', version: 2 } },
    });
    expect((await rename('  ', 2)).status).toBe(422);
  });

  it('prove the second factor that an account has, and that an organization asks for', async () => {
    const { api, id } = await people.registered();
    const { authenticator: app1, codes } = await withSecondFactor(api, password);
    expect(told(await people.begin(api))).toEqual([422, 'validation_failed']);
    const { body } = await people.begin(api, { code: codes[0] });
    const authenticator = new SoftwareAuthenticator(site);
    const added = await people.add(api, authenticator.make(body));
    const organization = await api.post<{ id: string }>('/api/organizations', { name: '示范' });
    const path = `/api/organizations/${organization.body.id}`;
    expect((await api.put(`${path}/second-factor`, { isRequired: true })).status).toBe(204);
    const enter = async () => {
      const browser = app.visitor();
      const asked = { challenge: await people.challenge(browser) };
      const { body: session } = await people.signIn(browser, authenticator.use(asked));
      return { browser, session };
    };
    const { browser, session } = await enter();
    expect(session).toMatchObject({ needsSecondFactor: false, user: { hasSecondFactor: true } });
    expect((await browser.get(`${path}/members`)).status).toBe(200);
    // Without two-step verification it is the passkey that lets in, and the password that does not.
    const end = { code: app1.code(), password };
    expect((await api.post('/api/account/second-factor/end', end)).status).toBe(204);
    const bare = app.visitor();
    const email = await people.whoIs(api);
    const byPassword = await bare.post<SessionDto>('/api/sessions', { email, password });
    expect(byPassword.body.user?.hasSecondFactor).toBe(false);
    expect(told(await bare.get<Refusal>(`${path}/members`))).toEqual([
      403,
      'second_factor_required',
    ]);
    const again = await enter();
    const members = await again.browser.get(`${path}/members`);
    expect(members).toMatchObject({ status: 200, body: [{ userId: id, hasSecondFactor: true }] });
    // The last of them gone, nothing is proved any more.
    expect((await people.remove(again.browser, added.body.id)).status).toBe(204);
    expect((await again.browser.get(`${path}/members`)).status).toBe(403);
  });

  it('where they are the only second factor, let nobody change the ways in by the password alone', async () => {
    const { api, email } = await people.registered();
    const { authenticator, passkey } = await people.withPasskey(api);
    const byPassword = app.visitor();
    await byPassword.post('/api/sessions', { email, password });
    expect(told(await people.begin(byPassword))).toEqual([403, 'passkey_first']);
    expect(told(await people.remove(byPassword, passkey.id))).toEqual([403, 'passkey_first']);
    const change = { currentPassword: password, newPassword: 'another-liang-xing-2027' };
    const changed = await byPassword.put<Refusal>('/api/account/password', change);
    expect(told(changed)).toEqual([403, 'passkey_first']);
    const byPasskey = app.visitor();
    await people.signIn(
      byPasskey,
      authenticator.use({ challenge: await people.challenge(byPasskey) }),
    );
    expect((await people.begin(byPasskey)).status).toBe(200);
    expect((await byPasskey.put('/api/account/password', change)).status).toBe(204);
    expect(await people.list(byPasskey)).toEqual([]);
  });

  it('are not added in a session that a new password has ended meanwhile', async () => {
    const { api, id } = await people.registered();
    const { body } = await people.begin(api);
    const answer = new SoftwareAuthenticator(site).make(body);
    await app.database.superuser('DELETE FROM sessions WHERE user_id = $1', [id]);
    expect((await people.add(api, answer)).status).toBe(401);
  });

  it('end by the password, with what else is signed in, and are nobody else’s to end', async () => {
    const { api, email, id } = await people.registered();
    const { authenticator, passkey } = await people.withPasskey(api);
    const elsewhere = app.visitor();
    await people.signIn(
      elsewhere,
      authenticator.use({ challenge: await people.challenge(elsewhere) }),
    );
    const stranger = await people.registered();
    for (const answer of [
      await people.remove(stranger.api, passkey.id),
      await people.remove(stranger.api, randomUUID()),
      await stranger.api.patch(
        `/api/account/passkeys/${passkey.id}`,
        { name: 'x' },
        { ifMatch: 1 },
      ),
    ])
      expect(answer.status).toBe(404);
    expect(await people.list(stranger.api)).toEqual([]);
    expect(told(await people.remove(api, passkey.id, { password: 'wrong' }))).toEqual([
      422,
      'wrong_password',
    ]);
    const headers = { 'idempotency-key': randomUUID() };
    const end = () =>
      api.post(`/api/account/passkeys/${passkey.id}/end`, { password }, { headers });
    const both = await Promise.all([end(), end()]);
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    expect((await people.remove(api, passkey.id)).status).toBe(404);
    expect([await people.whoIs(api), await people.whoIs(elsewhere)]).toEqual([email, undefined]);
    const browser = app.visitor();
    const late = authenticator.use({ challenge: await people.challenge(browser) });
    expect(told(await people.signIn(browser, late))).toEqual([401, 'passkey_unknown']);
    expect((await trailOf(id)).map(({ action }) => action)).toEqual([
      'account.passkey_added',
      'account.passkey_removed',
    ]);
    await app.runJobs(SEND_ACCOUNT_NOTICE, 1);
    expect((await mailsTo(app, email)).join()).toContain('您账号的通行密钥已删除');
  });

  it('end with a new password, whichever way it is set', async () => {
    const changes = {
      changed: (api: ApiClient) =>
        api.put('/api/account/password', {
          currentPassword: password,
          newPassword: `${password} 2`,
        }),
      reset: async (_: ApiClient, email: string) => {
        await app.visitor().post('/api/password-resets', { email });
        await app.runJobs(SEND_PASSWORD_RESET, 1);
        const mail = (await mailsTo(app, email)).find((text) => text.includes('token='));
        const token = /token=([\w-]+)/.exec(mail ?? '')?.[1] ?? '';
        return app.visitor().put(`/api/password-resets/${token}`, { password: `${password} 3` });
      },
    };
    for (const change of Object.values(changes)) {
      const { api, email, id } = await people.registered();
      const { authenticator } = await people.withPasskey(api, '手机');
      await people.withPasskey(api, '电脑');
      expect((await change(api, email)).status).toBe(204);
      const browser = app.visitor();
      const late = authenticator.use({ challenge: await people.challenge(browser) });
      expect(told(await people.signIn(browser, late))).toEqual([401, 'passkey_unknown']);
      const removed = (await trailOf(id)).slice(2).map(({ details }) => details);
      expect(removed).toEqual(expect.arrayContaining([{ name: '手机' }, { name: '电脑' }]));
    }
  });

  it('are counted: an account has so many, and an authenticator one', async () => {
    const { api, id } = await people.registered();
    const { authenticator } = await people.withPasskey(api);
    const { body } = await people.begin(api);
    expect(body.known).toEqual([
      {
        credentialId: authenticator.credentialId.toString('base64url'),
        transports: ['internal', 'hybrid'],
      },
    ]);
    expect(told(await people.add(api, authenticator.make(body)))).toEqual([409, 'passkey_known']);
    await app.database.superuser(
      `INSERT INTO passkeys (user_id, credential_id, public_key, counter, transports, is_synced,
         is_backed_up, name)
       SELECT $1::uuid, decode(md5(n::text || $1::text), 'hex'), '\\x00', 0, '{}', false, false, 'x'
       FROM generate_series(1, 9) n`,
      [id],
    );
    expect(told(await people.begin(api))).toEqual([409, 'quota_passkeys']);
  });

  it('are added once by a double click', async () => {
    const { api } = await people.registered();
    const { body } = await people.begin(api);
    const made = new SoftwareAuthenticator(site).make(body);
    const headers = { 'idempotency-key': randomUUID() };
    const both = await Promise.all(
      [1, 2].map(() => api.post('/api/account/passkeys', made, { headers })),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(await people.list(api)).toHaveLength(1);
    // The first answer once more.
    expect((await api.post('/api/account/passkeys', made, { headers })).status).toBe(201);
    expect(told(await people.add(api, made))).toEqual([422, 'passkey_over']);
    expect(await people.list(api)).toHaveLength(1);
  });
});

describe('passkeys at an address that browsers have none for', () => {
  it('are not offered, and say so', async () => {
    const app = await TestApp.start({ PUBLIC_URL: 'http://127.0.0.1:4200' });
    try {
      const { api } = await app.organization();
      expect((await api.get('/api/passkeys')).body).toEqual({ origin: null });
      const off = { status: 404, body: { code: 'passkeys_off' } };
      expect(await app.visitor().put('/api/passkeys/challenge')).toMatchObject(off);
      expect(await api.put('/api/account/passkeys/challenge', { password: '-' })).toMatchObject(
        off,
      );
      expect((await api.get('/api/account/passkeys')).body).toEqual([]);
    } finally {
      await app.stop();
    }
  });
});
