import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../../testing/api-client';
import { withSecondFactor } from '../../../testing/authenticator';
import { mailsTo } from '../../../testing/mail-to';
import { SoftwareAuthenticator } from '../../../testing/software-authenticator';
import { TestApp } from '../../../testing/test-app';
import type { SessionDto } from '../dto/account.dto';
import { ForgetExpired } from '../forget-expired';
import { SEND_ACCOUNT_NOTICE } from '../use-cases/send-account-notice';
import { SEND_PASSWORD_RESET } from '../use-cases/send-password-reset';
import type { NewPasskeyChallengeDto, PasskeyChallengeDto, PasskeyDto } from './passkey.dto';

const password = 'eine lange Passphrase';
const site = { origin: 'https://liangxing.example.com', domain: 'liangxing.example.com' };
/** The test speaks http, as behind a proxy; the cookies are those of https. */
const settings = { PUBLIC_URL: site.origin };
let counter = 0;

interface Refusal {
  readonly code: string;
}

describe('passkeys', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start(settings);
  });
  afterAll(() => app.stop());

  async function registered(): Promise<{ api: ApiClient; email: string; id: string }> {
    const email = `qian.min.${(counter += 1)}@example.com`;
    const api = app.visitor();
    const { body } = await api.post<SessionDto>('/api/accounts', { email, name: '钱敏', password });
    return { api, email, id: body.user?.id ?? '' };
  }
  const begin = (api: ApiClient, more: object = {}) =>
    api.put<NewPasskeyChallengeDto & Refusal>('/api/account/passkeys/challenge', {
      password,
      ...more,
    });
  const add = (api: ApiClient, body: object) =>
    api.post<PasskeyDto & Refusal>('/api/account/passkeys', body);
  const list = async (api: ApiClient) =>
    (await api.get<PasskeyDto[]>('/api/account/passkeys')).body;
  const remove = (api: ApiClient, id: string, more: object = {}) =>
    api.post<Refusal>(`/api/account/passkeys/${id}/end`, { password, ...more });
  const challenge = async (api: ApiClient): Promise<string> => {
    const { status, body } = await api.put<PasskeyChallengeDto>('/api/passkeys/challenge');
    expect([status, body.domain]).toEqual([200, site.domain]);
    return body.challenge;
  };
  const signIn = (api: ApiClient, body: object) =>
    api.post<SessionDto & Refusal>('/api/sessions/passkey', body);
  const whoIs = async (api: ApiClient): Promise<string | undefined> =>
    (await api.get<SessionDto>('/api/sessions/current')).body.user?.email;
  const told = async ({ status, body }: { status: number; body: Refusal }) => [status, body.code];
  const trailOf = async (id: string) =>
    app.database.superuser<{ action: string; details: object }>(
      `SELECT action, details FROM platform_events WHERE actor_id = $1 AND action LIKE '%passkey%'
       ORDER BY id`,
      [id],
    );

  async function withPasskey(api: ApiClient, name = '工作电脑') {
    const { body } = await begin(api);
    const authenticator = new SoftwareAuthenticator(site);
    const added = await add(api, { ...authenticator.make(body), name });
    expect(added.status).toBe(201);
    return { authenticator, passkey: added.body };
  }

  it('are offered to pages of the address that people type', async () => {
    const { body } = await app.visitor().get('/api/passkeys');
    expect(body).toEqual({ origin: site.origin });
  });

  it('are added by who proves to own the account, and sign in', async () => {
    const { api, email, id } = await registered();
    expect(await told(await begin(api, { password: 'wrong' }))).toEqual([422, 'wrong_password']);
    const { body } = await begin(api);
    expect(body).toMatchObject({ domain: site.domain, algorithms: [-8, -7, -257], known: [] });
    const authenticator = new SoftwareAuthenticator(site);
    const added = await add(api, { ...authenticator.make(body), name: ' 工作电脑 ' });
    expect([added.status, added.body]).toEqual([
      201,
      {
        ...{ id: expect.any(String), name: '工作电脑', version: 1, lastUsedAt: null },
        ...{ createdAt: expect.any(String), isSynced: true, isBackedUp: true },
      },
    ]);
    const browser = app.visitor();
    const answer = authenticator.use({ challenge: await challenge(browser), isBackedUp: false });
    const signedIn = await signIn(browser, answer);
    expect([signedIn.status, signedIn.body.user?.email]).toEqual([201, email]);
    expect(await whoIs(browser)).toBe(email);
    expect(await list(browser)).toMatchObject([
      { name: '工作电脑', lastUsedAt: expect.any(String), isBackedUp: false },
    ]);
    expect(await trailOf(id)).toEqual([
      { action: 'account.passkey_added', details: { name: '工作电脑' } },
    ]);
    await app.runJobs(SEND_ACCOUNT_NOTICE, 1);
    expect((await mailsTo(app, email)).join()).toContain('已添加通行密钥');
  });

  it('are named after the browser where nobody names them, and renamed over what was read', async () => {
    const { api } = await registered();
    const { body } = await begin(api);
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
    const { api, id } = await registered();
    const { authenticator: app1, codes } = await withSecondFactor(api, password);
    expect(await told(await begin(api))).toEqual([422, 'validation_failed']);
    const { body } = await begin(api, { code: codes[0] });
    const authenticator = new SoftwareAuthenticator(site);
    const added = await add(api, authenticator.make(body));
    const organization = await api.post<{ id: string }>('/api/organizations', { name: '示范' });
    const path = `/api/organizations/${organization.body.id}`;
    expect((await api.put(`${path}/second-factor`, { isRequired: true })).status).toBe(204);
    const enter = async () => {
      const browser = app.visitor();
      const asked = { challenge: await challenge(browser) };
      const { body: session } = await signIn(browser, authenticator.use(asked));
      return { browser, session };
    };
    const { browser, session } = await enter();
    expect(session).toMatchObject({ needsSecondFactor: false, user: { hasSecondFactor: true } });
    expect((await browser.get(`${path}/members`)).status).toBe(200);
    // Without two-step verification it is the passkey that lets in, and the password that does not.
    const end = { code: app1.code(), password };
    expect((await api.post('/api/account/second-factor/end', end)).status).toBe(204);
    const bare = app.visitor();
    const email = await whoIs(api);
    const byPassword = await bare.post<SessionDto>('/api/sessions', { email, password });
    expect(byPassword.body.user?.hasSecondFactor).toBe(false);
    expect(await told(await bare.get<Refusal>(`${path}/members`))).toEqual([
      403,
      'second_factor_required',
    ]);
    const again = await enter();
    const members = await again.browser.get(`${path}/members`);
    expect(members).toMatchObject({ status: 200, body: [{ userId: id, hasSecondFactor: true }] });
    // The last of them gone, nothing is proved any more.
    expect((await remove(again.browser, added.body.id)).status).toBe(204);
    expect((await again.browser.get(`${path}/members`)).status).toBe(403);
  });

  it('end by the password, with what else is signed in, and are nobody else’s to end', async () => {
    const { api, email, id } = await registered();
    const { authenticator, passkey } = await withPasskey(api);
    const elsewhere = app.visitor();
    await signIn(elsewhere, authenticator.use({ challenge: await challenge(elsewhere) }));
    const stranger = await registered();
    for (const answer of [
      await remove(stranger.api, passkey.id),
      await remove(stranger.api, randomUUID()),
      await stranger.api.patch(
        `/api/account/passkeys/${passkey.id}`,
        { name: 'x' },
        { ifMatch: 1 },
      ),
    ])
      expect(answer.status).toBe(404);
    expect(await list(stranger.api)).toEqual([]);
    expect(await told(await remove(api, passkey.id, { password: 'wrong' }))).toEqual([
      422,
      'wrong_password',
    ]);
    const headers = { 'idempotency-key': randomUUID() };
    const end = () =>
      api.post(`/api/account/passkeys/${passkey.id}/end`, { password }, { headers });
    const both = await Promise.all([end(), end()]);
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    expect((await remove(api, passkey.id)).status).toBe(404);
    expect([await whoIs(api), await whoIs(elsewhere)]).toEqual([email, undefined]);
    const browser = app.visitor();
    const late = authenticator.use({ challenge: await challenge(browser) });
    expect(await told(await signIn(browser, late))).toEqual([401, 'passkey_unknown']);
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
      const { api, email, id } = await registered();
      const { authenticator } = await withPasskey(api, '手机');
      await withPasskey(api, '电脑');
      expect((await change(api, email)).status).toBe(204);
      const browser = app.visitor();
      const late = authenticator.use({ challenge: await challenge(browser) });
      expect(await told(await signIn(browser, late))).toEqual([401, 'passkey_unknown']);
      const removed = (await trailOf(id)).slice(2).map(({ details }) => details);
      expect(removed).toEqual(expect.arrayContaining([{ name: '手机' }, { name: '电脑' }]));
    }
  });

  it('are counted: an account has so many, and an authenticator one', async () => {
    const { api, id } = await registered();
    const { authenticator } = await withPasskey(api);
    const { body } = await begin(api);
    expect(body.known).toEqual([
      {
        credentialId: authenticator.credentialId.toString('base64url'),
        transports: ['internal', 'hybrid'],
      },
    ]);
    expect(await told(await add(api, authenticator.make(body)))).toEqual([409, 'passkey_known']);
    await app.database.superuser(
      `INSERT INTO passkeys (user_id, credential_id, public_key, counter, transports, is_synced,
         is_backed_up, name)
       SELECT $1::uuid, decode(md5(n::text || $1::text), 'hex'), '\\x00', 0, '{}', false, false, 'x'
       FROM generate_series(1, 9) n`,
      [id],
    );
    expect(await told(await begin(api))).toEqual([409, 'quota_passkeys']);
  });

  it('are added once by a double click', async () => {
    const { api } = await registered();
    const { body } = await begin(api);
    const made = new SoftwareAuthenticator(site).make(body);
    const headers = { 'idempotency-key': randomUUID() };
    const both = await Promise.all(
      [1, 2].map(() => api.post('/api/account/passkeys', made, { headers })),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(await list(api)).toHaveLength(1);
    // The first answer once more.
    expect((await api.post('/api/account/passkeys', made, { headers })).status).toBe(201);
    expect(await told(await add(api, made))).toEqual([422, 'passkey_over']);
    expect(await list(api)).toHaveLength(1);
  });

  it('take no answer that was made elsewhere, without the owner, or of another key', async () => {
    const { api } = await registered();
    const { authenticator } = await withPasskey(api);
    const browser = app.visitor();
    const refused = async (more: object) => {
      const asked = { challenge: await challenge(browser), ...more };
      return told(await signIn(browser, authenticator.use(asked)));
    };
    for (const more of [
      { origin: 'https://liangxing.example.com.evil.example' },
      { origin: 'http://liangxing.example.com' },
      { domain: 'evil.example' },
      { isVerified: false },
    ])
      expect(await refused(more)).toEqual([422, 'passkey_refused']);
    const { body } = await begin(api);
    const elsewhere = new SoftwareAuthenticator(site);
    for (const more of [{ origin: 'https://evil.example' }, { isVerified: false }]) {
      const asked = { ...body, challenge: (await begin(api)).body.challenge, ...more };
      expect(await told(await add(api, elsewhere.make(asked)))).toEqual([422, 'passkey_refused']);
    }
    // The signature of one key under the name of another.
    const other = new SoftwareAuthenticator(site);
    const forged = {
      ...other.use({ challenge: await challenge(browser) }),
      credentialId: authenticator.credentialId.toString('base64url'),
      userHandle: authenticator.userHandle,
    };
    expect(await told(await signIn(browser, forged))).toEqual([422, 'passkey_refused']);
    expect(await whoIs(browser)).toBeUndefined();
  });

  it('take an answer once, in the browser and for the purpose for which it was asked', async () => {
    const { api } = await registered();
    const { authenticator } = await withPasskey(api);
    const over = [422, 'passkey_over'];
    const browser = app.visitor();
    const answer = authenticator.use({ challenge: await challenge(browser) });
    // Another browser, one without anything, and then the same once more.
    const other = app.visitor();
    await challenge(other);
    expect(await told(await signIn(other, answer))).toEqual(over);
    expect(await told(await signIn(app.visitor(), answer))).toEqual(over);
    expect((await signIn(browser, answer)).status).toBe(201);
    expect(await told(await signIn(browser, answer))).toEqual(over);
    // What was made up, and what is no answer at all.
    const made = authenticator.use({ challenge: 'bWFkZSB1cA' });
    expect(await told(await signIn(browser, made))).toEqual(over);
    expect(await told(await signIn(browser, { ...made, clientDataJson: 'bm8' }))).toEqual(over);
    // A challenge to sign in adds nothing, and one to add signs nobody in.
    const { body } = await begin(api);
    const mixed = { ...body, challenge: await challenge(api) };
    expect(await told(await add(api, new SoftwareAuthenticator(site).make(mixed)))).toEqual(over);
    expect(await told(await signIn(api, authenticator.use(body)))).toEqual(over);
    // Another session of the same person.
    const elsewhere = app.visitor();
    await signIn(elsewhere, authenticator.use({ challenge: await challenge(elsewhere) }));
    const begun = (await begin(api)).body;
    expect(await told(await add(elsewhere, new SoftwareAuthenticator(site).make(begun)))).toEqual(
      over,
    );
  });

  it('wait ten minutes for an answer; each page of a browser has its own', async () => {
    const { api } = await registered();
    const { authenticator } = await withPasskey(api);
    const browser = app.visitor();
    const [one, two] = [await challenge(browser), await challenge(browser)];
    expect((await signIn(browser, authenticator.use({ challenge: one }))).status).toBe(201);
    expect((await signIn(browser, authenticator.use({ challenge: two }))).status).toBe(201);
    const late = await challenge(browser);
    const [row] = await app.database.superuser<{ seconds: number }>(
      `SELECT extract(epoch FROM max(expires_at) - now())::int AS seconds FROM passkey_challenges`,
    );
    expect(row?.seconds).toBeGreaterThan(590);
    expect(row?.seconds).toBeLessThanOrEqual(600);
    await app.database.superuser(`UPDATE passkey_challenges SET expires_at = now()`);
    expect(await told(await signIn(browser, authenticator.use({ challenge: late })))).toEqual([
      422,
      'passkey_over',
    ]);
    await (await app.jobs()).get(ForgetExpired).handle();
    expect(await app.database.superuser('SELECT FROM passkey_challenges')).toEqual([]);
  });

  it('are of one account: neither under another name nor where another one is meant', async () => {
    const [one, other] = [await registered(), await registered()];
    const { authenticator } = await withPasskey(one.api);
    const { authenticator: foreign } = await withPasskey(other.api);
    const browser = app.visitor();
    const renamed = {
      ...authenticator.use({ challenge: await challenge(browser) }),
      userHandle: foreign.userHandle,
    };
    expect(await told(await signIn(browser, renamed))).toEqual([422, 'passkey_refused']);
    const meant = {
      ...foreign.use({ challenge: await challenge(browser) }),
      userId: one.id,
    };
    expect(await told(await signIn(browser, meant))).toEqual([422, 'passkey_of_other']);
    expect(await whoIs(browser)).toBeUndefined();
    // A key that somebody has is nobody else's to add.
    const { body } = await begin(other.api);
    expect(await told(await add(other.api, authenticator.make(body)))).toEqual([
      409,
      'passkey_known',
    ]);
  });

  it('that count their uses count upwards; a copy that does not is refused', async () => {
    const { api } = await registered();
    const { authenticator } = await withPasskey(api);
    const use = async () => {
      const browser = app.visitor();
      const asked = { challenge: await challenge(browser) };
      return (await signIn(browser, authenticator.use(asked))).status;
    };
    expect([await use(), await use()]).toEqual([201, 201]);
    authenticator.counter = 1;
    expect(await use()).toBe(422);
    const { authenticator: silent } = await withPasskey((await registered()).api);
    silent.counter = 0;
    await app.database.superuser('UPDATE passkeys SET counter = 0 WHERE credential_id = $1', [
      silent.credentialId,
    ]);
    const browser = app.visitor();
    for (let time = 0; time < 2; time += 1) {
      const asked = { challenge: await challenge(browser) };
      expect((await signIn(browser, silent.use(asked))).status).toBe(201);
    }
  });

  it('are not begun in a session that has ended meanwhile', async () => {
    const { api } = await registered();
    await app.database.superuser(
      `CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
       BEGIN DELETE FROM sessions WHERE token_hash = NEW.session_hash; RETURN NEW; END $$;
       CREATE TRIGGER ending BEFORE INSERT ON passkey_challenges
         FOR EACH ROW WHEN (NEW.session_hash IS NOT NULL) EXECUTE FUNCTION end_session()`,
    );
    expect(await told(await begin(api))).toEqual([401, 'not_signed_in']);
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
