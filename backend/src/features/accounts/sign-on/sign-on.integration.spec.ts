import { flowSecretsOf } from './flow-secrets';
import type { ApiClient } from '../../../testing/api-client';
import { withSecondFactor } from '../../../testing/authenticator';
import { mailTo } from '../../../testing/mail-to';
import { TestProvider } from '../../../testing/sign-on-provider';
import { TestApp } from '../../../testing/test-app';
import type { SessionDto } from '../dto/account.dto';
import type { OwnAccountDto } from '../dto/second-factor.dto';
import { ForgetExpired } from '../forget-expired';
import { SEND_ACCOUNT_NOTICE } from '../use-cases/send-account-notice';
import { SEND_PASSWORD_RESET } from '../use-cases/send-password-reset';

const password = 'eine lange Passphrase';
let counter = 0;
const newEmail = (): string => `zhao.lei.${(counter += 1)}@example.com`;

describe('single sign-on', () => {
  let provider: TestProvider;
  let app: TestApp;
  beforeAll(async () => {
    provider = await TestProvider.start();
    app = await TestApp.start({ ...provider.settings, OIDC_MAKES_ACCOUNTS: 'true' });
  });
  afterAll(async () => {
    await app.stop();
    await provider.stop();
  });

  async function registered(email = newEmail()): Promise<{ api: ApiClient; email: string }> {
    const api = app.visitor();
    expect((await api.post('/api/accounts', { email, name: '赵磊', password })).status).toBe(201);
    return { api, email };
  }

  const begin = async (api: ApiClient, from?: string): Promise<string> => {
    const { status, body } = await api.put<{ location: string }>('/api/sign-on', { from });
    expect(status).toBe(200);
    return body.location;
  };
  const beginLink = (api: ApiClient, more: object = {}) =>
    api.put<{ location: string; code: string }>('/api/account/identity', { password, ...more });
  const unlink = (api: ApiClient, more: object = {}) =>
    api.post<{ code: string }>('/api/account/identity/end', { password, ...more });
  /** Where the page leads to which the provider sends the browser back. */
  const back = async (api: ApiClient, path: string): Promise<string> => {
    const { status, headers } = await api.get(path);
    expect(status).toBe(302);
    return decodeURIComponent(headers.get('location') ?? '');
  };
  const signOn = async (api: ApiClient, who: string | null, from?: string): Promise<string> =>
    back(api, await provider.visit(await begin(api, from), who));
  const whoIs = async (api: ApiClient): Promise<string | undefined> =>
    (await api.get<SessionDto>('/api/sessions/current')).body.user?.email;
  const account = async (api: ApiClient): Promise<OwnAccountDto> =>
    (await api.get<OwnAccountDto>('/api/account')).body;
  const trailOf = async (email: string): Promise<string[]> =>
    (
      await app.database.superuser<{ action: string }>(
        `SELECT action FROM platform_events
         WHERE actor_id = (SELECT id FROM users WHERE email = $1) ORDER BY id`,
        [email],
      )
    ).map(({ action }) => action);
  const newPasswordByMail = async (email: string, secret: string): Promise<void> => {
    await app.visitor().post('/api/password-resets', { email });
    await app.runJobs(SEND_PASSWORD_RESET, 1);
    const token = /token=([\w-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
    const { status } = await app
      .visitor()
      .put(`/api/password-resets/${token}`, { password: secret });
    expect(status).toBe(204);
  };
  async function linked(): Promise<{ api: ApiClient; email: string }> {
    const person = await registered();
    const { body } = await beginLink(person.api);
    const page = await back(person.api, await provider.visit(body.location, person.email));
    expect(page).toBe('/account?signOn=linked');
    return person;
  }

  it('is offered by the name that people know', async () => {
    expect((await app.visitor().get('/api/sign-on')).body).toEqual({ name: '集团账号' });
  });

  it('makes an account without a password for an address that has none, and knows it again', async () => {
    const email = newEmail();
    const browser = app.visitor();
    expect(await signOn(browser, email, '/o/1/standards?sort=name')).toBe(
      '/o/1/standards?sort=name',
    );
    expect(await whoIs(browser)).toBe(email);
    expect(await account(browser)).toMatchObject({
      isEmailConfirmed: true,
      hasPassword: false,
      signOn: { name: '集团账号', linkedSince: expect.any(String) },
    });
    expect(await trailOf(email)).toEqual(['account.registered', 'account.identity_linked']);
    const elsewhere = app.visitor();
    expect(await signOn(elsewhere, email)).toBe('/');
    expect(await whoIs(elsewhere)).toBe(email);
    const byPassword = await app.visitor().post('/api/sessions', { email, password });
    expect(byPassword.status).toBe(401);
  });

  it('never takes an account by its address: it is linked when its password was given once', async () => {
    const { email } = await registered();
    const proof = { email, password, linksIdentity: true };
    const browser = app.visitor();
    expect(await signOn(browser, email, '/account')).toBe(
      '/sign-in?signOn=sign_on_unproved&from=/account',
    );
    expect(await whoIs(browser)).toBeUndefined();
    expect((await browser.post('/api/sessions', { email, password: 'wrong' })).status).toBe(401);
    // Whoever signs in here without having read of it links nothing.
    expect((await browser.post('/api/sessions', { email, password })).status).toBe(201);
    expect((await account(browser)).signOn?.linkedSince).toBeNull();
    expect((await browser.post('/api/sessions', proof)).status).toBe(201);
    expect((await account(browser)).signOn).toEqual({
      name: '集团账号',
      linkedSince: expect.any(String),
      toldAs: `赵磊 · ${email}`,
    });
    expect(await trailOf(email)).toContain('account.identity_linked');
    await app.runJobs(SEND_ACCOUNT_NOTICE, 1);
    expect(await mailTo(app, email)).toContain('已关联单点登录');
    const elsewhere = app.visitor();
    expect(await signOn(elsewhere, email)).toBe('/');
    expect(await whoIs(elsewhere)).toBe(email);
  });

  it('links nothing to somebody else who signs in while an identity waits', async () => {
    const { email } = await registered();
    const other = await registered();
    const browser = app.visitor();
    await signOn(browser, email);
    await browser.post('/api/sessions', { email: other.email, password, linksIdentity: true });
    expect((await account(browser)).signOn?.linkedSince).toBeNull();
    // What waited is over with it.
    await browser.post('/api/sessions', { email, password, linksIdentity: true });
    expect((await account(browser)).signOn?.linkedSince).toBeNull();
  });

  it('asks for the second factor, before it links and every time', async () => {
    const { api, email } = await registered();
    const { codes } = await withSecondFactor(api, password);
    const step = async (browser: ApiClient, code: string | undefined) =>
      (await browser.post('/api/sessions/second-step', { code, linksIdentity: true })).status;
    const browser = app.visitor();
    await signOn(browser, email);
    await browser.post('/api/sessions', { email, password });
    expect((await account(api)).signOn?.linkedSince).toBeNull();
    expect(await step(browser, codes[0])).toBe(201);
    expect((await account(api)).signOn?.linkedSince).not.toBeNull();
    const elsewhere = app.visitor();
    expect(await signOn(elsewhere, email, '/account')).toBe(
      '/sign-in?signOn=second_step&from=/account',
    );
    expect(await whoIs(elsewhere)).toBeUndefined();
    expect(await step(elsewhere, 'wrong')).toBe(422);
    expect(await step(elsewhere, codes[1])).toBe(201);
    expect(await whoIs(elsewhere)).toBe(email);
  });

  it('links nothing and makes nothing for an address that is not verified, and says so', async () => {
    const { email } = await registered();
    for (const who of [`${email}#unverified`, `${newEmail()}#unverified`])
      expect(await signOn(app.visitor(), who)).toBe('/sign-in?signOn=sign_on_unverified&from=/');
  });

  it('is linked on the page of the account by who proves to own it, whatever the address there', async () => {
    const { api, email } = await registered();
    expect((await beginLink(api, { password: 'wrong' })).body.code).toBe('wrong_password');
    const { body } = await beginLink(api);
    // Whoever is signed in there is asked once more.
    expect(body.location).toMatch(/[?&]prompt=login&max_age=0(&|$)/);
    const there = `${newEmail()}#unverified`;
    expect(await back(api, await provider.visit(body.location, there))).toBe(
      '/account?signOn=linked',
    );
    expect((await beginLink(api)).body.code).toBe('identity_linked');
    const [address] = there.split('#');
    expect((await account(api)).signOn?.toldAs).toBe(`赵磊 · ${address}`);
    const elsewhere = app.visitor();
    expect(await signOn(elsewhere, there)).toBe('/');
    expect(await whoIs(elsewhere)).toBe(email);
    // One identity is one account's; and one account has one.
    const other = await registered();
    const location = (await beginLink(other.api)).body.location;
    expect(await back(other.api, await provider.visit(location, there))).toBe(
      '/account?signOn=identity_taken',
    );
    expect(await signOn(app.visitor(), email)).toBe('/sign-in?signOn=identity_linked&from=/');
  });

  it('is linked only in the session that asked for it, while that runs', async () => {
    const { api, email } = await registered();
    const { body } = await beginLink(api);
    const path = await provider.visit(body.location, email);
    await api.post('/api/sessions', { email, password });
    expect(await back(api, path)).toBe('/sign-in?signOn=sign_on_over');
    expect((await account(api)).signOn?.linkedSince).toBeNull();
  });

  it('is unlinked by the password; without one it stays, as the last way to sign in', async () => {
    const { api, email } = await linked();
    expect((await unlink(api, { password: 'wrong' })).body.code).toBe('wrong_password');
    expect((await unlink(api)).status).toBe(204);
    expect(await trailOf(email)).toContain('account.identity_unlinked');
    await app.runJobs(SEND_ACCOUNT_NOTICE, 1);
    expect(await mailTo(app, email)).toContain('取消关联单点登录');
    expect(await signOn(app.visitor(), email)).toContain('signOn=sign_on_unproved');

    const made = newEmail();
    const browser = app.visitor();
    await signOn(browser, made);
    expect((await unlink(browser)).body.code).toBe('password_unset');
    await newPasswordByMail(made, password);
    // Whose identity it was is not known: the mail alone says who owns the account.
    expect(await signOn(app.visitor(), made)).toContain('signOn=sign_on_unproved');
    expect((await app.visitor().post('/api/sessions', { email: made, password })).status).toBe(201);
  });

  it('lets who has no password do nothing that asks for it, and says how to set one', async () => {
    const browser = app.visitor();
    await signOn(browser, newEmail());
    const codes = [
      await browser.put('/api/account/password', { currentPassword: '', newPassword: password }),
      await browser.post('/api/account/email-change', { email: newEmail(), password: '' }),
      await browser.put('/api/account/second-factor', { code: '000000', password: '' }),
      await beginLink(browser),
    ].map(({ body }) => (body as { code: string }).code);
    expect(codes).toEqual(Array(4).fill('password_unset'));
  });

  it('that was linked with a password ends when that is reset by mail', async () => {
    const { email } = await linked();
    await newPasswordByMail(email, 'zwei lange Passphrasen');
    expect(await signOn(app.visitor(), email)).toContain('signOn=sign_on_unproved');
  });

  it('that is refused or cancelled there leads back, and signs nobody in', async () => {
    const browser = app.visitor();
    expect(await signOn(browser, null, '/account')).toBe(
      '/sign-in?signOn=sign_on_denied&from=/account',
    );
    expect(await whoIs(browser)).toBeUndefined();
  });

  it('ends once, in the browser that began, and in time', async () => {
    const email = newEmail();
    const browser = app.visitor();
    const path = await provider.visit(await begin(browser), email);
    const over = '/sign-in?signOn=sign_on_over';
    const other = app.visitor();
    expect(await back(other, path)).toBe(over);
    const begun = await begin(other);
    expect(await back(other, path)).toBe(over);
    // What is an answer to something else ends nothing.
    expect(await back(other, await provider.visit(begun, newEmail()))).toBe('/');
    const twice = app.visitor();
    for (const [name, value] of browser.cookies) twice.cookies.set(name, value);
    const pages = await Promise.all([back(browser, path), back(twice, path)]);
    expect(pages.sort()).toEqual(['/', over]);
    expect(await back(browser, path)).toBe(over);
    const late = app.visitor();
    const lateCode = await provider.visit(await begin(late), email);
    await app.database.superuser('UPDATE pending_sign_ons SET expires_at = now()');
    expect(await back(late, lateCode)).toBe(over);
    await (await app.jobs()).get(ForgetExpired).handle();
    expect(await app.database.superuser('SELECT FROM pending_sign_ons')).toEqual([]);
  });

  it.each(['state', 'nonce', 'code_challenge'])(
    'takes no answer to a request with another %s',
    async (name) => {
      const browser = app.visitor();
      const location = new URL(await begin(browser));
      location.searchParams.set(name, 'x'.repeat(43));
      const path = await provider.visit(location.href, newEmail());
      expect(await back(browser, path)).toBe(
        name === 'state' ? '/sign-in?signOn=sign_on_over' : '/sign-in?signOn=sign_on_failed&from=/',
      );
      expect(await whoIs(browser)).toBeUndefined();
    },
  );

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'])(
    'leads back to this site alone, not to %j',
    async (from) => {
      expect(await signOn(app.visitor(), newEmail(), from)).toBe('/');
    },
  );

  it('begins on no other site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const { status } = await app.visitor().put('/api/sign-on', {}, { headers });
    expect(status).toBe(403);
  });

  it('leaves no session behind that ran in this browser', async () => {
    const before = await registered();
    const former = app.visitor();
    for (const [name, value] of before.api.cookies) former.cookies.set(name, value);
    const email = newEmail();
    await signOn(app.visitor(), email);
    expect(await signOn(before.api, email)).toBe('/');
    expect(await whoIs(before.api)).toBe(email);
    expect(await whoIs(former)).toBeUndefined();
  });

  it('is taken off with everything that it opened', async () => {
    const { api, email } = await linked();
    const elsewhere = app.visitor();
    expect(await signOn(elsewhere, email)).toBe('/');
    expect((await unlink(api)).status).toBe(204);
    expect(await whoIs(elsewhere)).toBeUndefined();
    expect(await whoIs(api)).toBe(email);
  });

  it('is taken off by a new password, as who knew the old one may have linked it', async () => {
    const { api, email } = await linked();
    const asked = { currentPassword: password, newPassword: 'liangxing-after-all-1' };
    expect((await api.put('/api/account/password', asked)).status).toBe(204);
    expect((await account(api)).signOn?.linkedSince).toBeNull();
    expect(await trailOf(email)).toContain('account.identity_unlinked');
    expect(await signOn(app.visitor(), email)).toContain('signOn=sign_on_unproved');
  });

  it('keeps no token, state, nonce or verifier', async () => {
    const browser = app.visitor();
    const { searchParams } = new URL(await begin(browser));
    const rows = await app.database.superuser<{ text: string }>(
      'SELECT concat(p.*) AS text FROM pending_sign_ons p',
    );
    const text = rows.map((row) => row.text).join();
    const token = browser.cookies.get('lx_sign_on') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(rows).not.toEqual([]);
    const { state, nonce, verifier } = flowSecretsOf(token);
    expect([searchParams.get('state'), searchParams.get('nonce')]).toEqual([state, nonce]);
    for (const secret of [token, state, nonce, verifier])
      for (const bytes of [Buffer.from(secret), Buffer.from(secret, 'base64url')])
        for (const form of [bytes.toString('utf8'), bytes.toString('hex')])
          expect(text).not.toContain(form);
  });
});
