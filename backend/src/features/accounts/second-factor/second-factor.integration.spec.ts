import { ApiClient } from '../../../testing/api-client';
import { Authenticator, withSecondFactor } from '../../../testing/authenticator';
import { mailTo } from '../../../testing/mail-to';
import { TestApp } from '../../../testing/test-app';
import type { SessionDto } from '../dto/account.dto';
import type { NewSecretDto, OwnAccountDto } from '../dto/second-factor.dto';
import { ForgetExpired } from '../forget-expired';
import { SEND_ACCOUNT_NOTICE } from '../use-cases/send-account-notice';
import { SEND_PASSWORD_RESET } from '../use-cases/send-password-reset';

const password = 'eine lange Passphrase';
let counter = 0;

interface Person {
  readonly api: ApiClient;
  readonly email: string;
}

describe('a second factor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  async function registered(): Promise<Person> {
    const email = `zhao.lei.${(counter += 1)}@example.com`;
    const api = app.visitor();
    const { status } = await api.post('/api/accounts', { email, name: '赵磊', password });
    expect(status).toBe(201);
    return { api, email };
  }

  /** The password alone, in a browser of its own. */
  async function firstStep(email: string, secret = password): Promise<ApiClient> {
    const api = app.visitor();
    const { body } = await api.post<SessionDto>('/api/sessions', { email, password: secret });
    expect(body).toEqual({ user: null, memberships: [], entries: [], needsSecondFactor: true });
    return api;
  }

  const secondStep = (api: ApiClient, code: string) =>
    api.post<SessionDto & { code?: string }>('/api/sessions/second-step', { code });
  const isSignedIn = async (api: ApiClient): Promise<boolean> =>
    (await api.get('/api/account')).status === 200;
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

  it('is on when a code has proved the secret, and ends every other session', async () => {
    const { api, email } = await registered();
    const elsewhere = app.visitor();
    await elsewhere.post('/api/sessions', { email, password });
    const begun = await api.put<NewSecretDto>('/api/account/second-factor/secret');
    expect(begun.body.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(begun.body.picture.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
    // Begun is not on.
    expect((await app.visitor().post('/api/sessions', { email, password })).status).toBe(201);
    const authenticator = new Authenticator(begun.body.secret);
    const enable = (code: string, secret = password) =>
      api.put<{ code: string; codes: string[] }>('/api/account/second-factor', {
        code,
        password: secret,
      });
    const code = authenticator.code();
    expect((await enable(code, 'not the password')).body.code).toBe('wrong_password');
    expect((await enable('wrong')).body.code).toBe('wrong_code');
    const { status, body } = await enable(code);
    expect([status, body.codes.length]).toEqual([200, 10]);
    expect([await isSignedIn(api), await isSignedIn(elsewhere)]).toEqual([true, false]);
    expect(await account(api)).toMatchObject({
      secondFactorSince: expect.any(String),
      recoveryCodesLeft: 10,
    });
    const again = await api.put<{ code: string }>('/api/account/second-factor/secret');
    expect([again.status, again.body.code]).toEqual([409, 'second_factor_on']);
    expect(await trailOf(email)).toContain('account.second_factor_on');
    await app.runJobs(SEND_ACCOUNT_NOTICE, 1);
    expect(await mailTo(app, email)).toContain('已启用两步验证');
  });

  it('is asked for after the password, and nobody is signed in before', async () => {
    const { api, email } = await registered();
    const { authenticator } = await withSecondFactor(api, password);
    const browser = await firstStep(email);
    expect(await isSignedIn(browser)).toBe(false);
    expect((await browser.get<SessionDto>('/api/sessions/current')).body.user).toBeNull();
    const { status, body } = await secondStep(browser, authenticator.code());
    expect([status, body.user?.email, body.user?.hasSecondFactor]).toEqual([201, email, true]);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('takes a code once, also in two sign-ins at the same time', async () => {
    const { api, email } = await registered();
    const { authenticator } = await withSecondFactor(api, password);
    const [one, other] = [await firstStep(email), await firstStep(email)];
    const code = authenticator.code();
    const answers = await Promise.all([secondStep(one, code), secondStep(other, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await secondStep(await firstStep(email), code)).body.code).toBe('wrong_code');
  });

  it('takes each recovery code once: of two at the same time exactly one signs in', async () => {
    const { api, email } = await registered();
    const { codes } = await withSecondFactor(api, password);
    const code = codes[3]?.toUpperCase().replaceAll('-', ' ') ?? '';
    const browsers = await Promise.all(Array.from({ length: 4 }, () => firstStep(email)));
    const answers = await Promise.all(browsers.map((browser) => secondStep(browser, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
    expect((await account(api)).recoveryCodesLeft).toBe(9);
    expect((await trailOf(email)).filter((action) => action.includes('recovery'))).toEqual([
      'account.recovery_code_used',
    ]);
    await app.runJobs(SEND_ACCOUNT_NOTICE, 1);
    expect(await mailTo(app, email)).toContain('恢复码登录');
  });

  it('is asked of the browser that gave the password, for that account, once and not for ever', async () => {
    const { api, email } = await registered();
    const { authenticator } = await withSecondFactor(api, password);
    const stranger = await registered();
    const strangers = await withSecondFactor(stranger.api, password);
    expect((await secondStep(app.visitor(), authenticator.code())).body.code).toBe(
      'second_step_over',
    );
    // The own code does not open somebody else's sign-in.
    const browser = await firstStep(email);
    expect((await secondStep(browser, strangers.authenticator.code())).body.code).toBe(
      'wrong_code',
    );
    const kept = new ApiClient(app.address);
    for (const [name, value] of browser.cookies) kept.cookies.set(name, value);
    expect((await secondStep(browser, authenticator.code())).status).toBe(201);
    expect((await secondStep(kept, strangers.codes[0] ?? '')).body.code).toBe('second_step_over');
    const late = await firstStep(stranger.email);
    await app.database.superuser(`UPDATE pending_sign_ins SET expires_at = now()`);
    expect((await secondStep(late, strangers.codes[0] ?? '')).body.code).toBe('second_step_over');
    await (await app.jobs()).get(ForgetExpired).handle();
    expect(await app.database.superuser('SELECT FROM pending_sign_ins')).toEqual([]);
  });

  it('is tried five times in one sign-in, also all at once', async () => {
    const { api, email } = await registered();
    const { codes } = await withSecondFactor(api, password);
    const browser = await firstStep(email);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => secondStep(browser, `wrong ${at}`)),
    );
    expect(answers.filter(({ body }) => body.code === 'wrong_code')).toHaveLength(5);
    expect((await secondStep(browser, codes[0] ?? '')).body.code).toBe('second_step_over');
    expect((await secondStep(await firstStep(email), codes[0] ?? '')).status).toBe(201);
  });

  it('stands after a new password by mail, which ends the sign-ins that wait', async () => {
    const { api, email } = await registered();
    const { codes } = await withSecondFactor(api, password);
    const waiting = await firstStep(email);
    await app.visitor().post('/api/password-resets', { email });
    await app.runJobs(SEND_PASSWORD_RESET, 1);
    const token = /token=([\w-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
    const newPassword = 'zwei lange Passphrasen';
    const answer = await app
      .visitor()
      .put(`/api/password-resets/${token}`, { password: newPassword });
    expect(answer.status).toBe(204);
    expect((await secondStep(waiting, codes[0] ?? '')).body.code).toBe('second_step_over');
    expect((await secondStep(await firstStep(email, newPassword), codes[0] ?? '')).status).toBe(
      201,
    );
  });

  it('has new recovery codes for password and code; those of before are worth nothing', async () => {
    const { api, email } = await registered();
    const { authenticator, codes } = await withSecondFactor(api, password);
    const renew = (body: unknown) =>
      api.put<{ code: string; codes: string[] }>('/api/account/second-factor/recovery-codes', body);
    expect((await renew({ code: 'wrong', password })).body.code).toBe('wrong_code');
    const wrong = await renew({ code: codes[0], password: 'not the password' });
    expect(wrong.body.code).toBe('wrong_password');
    const { body } = await renew({ code: authenticator.code(), password });
    expect(body.codes.filter((code) => codes.includes(code))).toEqual([]);
    expect((await secondStep(await firstStep(email), codes[0] ?? '')).status).toBe(422);
    expect((await secondStep(await firstStep(email), body.codes[0] ?? '')).status).toBe(201);
  });

  it('is off for password and code; sessions go on and have proved nothing', async () => {
    const { api, email } = await registered();
    const { authenticator, codes } = await withSecondFactor(api, password);
    const waiting = await firstStep(email);
    const end = (body: unknown) =>
      api.post<{ code: string }>('/api/account/second-factor/end', body);
    expect((await end({ code: 'wrong', password })).body.code).toBe('wrong_code');
    const foreign = await api.post(
      '/api/account/second-factor/end',
      { code: codes[0], password },
      { withoutCsrf: true },
    );
    expect(foreign.status).toBe(403);
    expect((await end({ code: authenticator.code(), password })).status).toBe(204);
    expect((await end({ code: codes[0], password })).body.code).toBe('second_factor_off');
    expect((await secondStep(waiting, codes[0] ?? '')).body.code).toBe('second_step_over');
    expect(await isSignedIn(api)).toBe(true);
    const rows = await app.database.superuser(
      `SELECT FROM sessions s JOIN users u ON u.id = s.user_id
       WHERE u.email = $1 AND s.second_factor_at IS NOT NULL`,
      [email],
    );
    expect(rows).toEqual([]);
    expect((await app.visitor().post('/api/sessions', { email, password })).body).toMatchObject({
      user: { email, hasSecondFactor: false },
    });
    expect(await trailOf(email)).toContain('account.second_factor_off');
  });

  it('keeps neither secret nor codes as they are', async () => {
    const { api, email } = await registered();
    const { authenticator, codes } = await withSecondFactor(api, password);
    const kept = await app.database.superuser<{ text: string }>(
      `SELECT concat(f, (SELECT array_agg(c.*) FROM recovery_codes c WHERE c.user_id = f.user_id)) AS text
       FROM second_factors f JOIN users u ON u.id = f.user_id WHERE u.email = $1`,
      [email],
    );
    const text = kept[0]?.text ?? '';
    expect(text.match(/x[0-9a-f]{64}/g)).toHaveLength(11);
    for (const secret of [authenticator.secret, ...codes, ...codes.map((c) => c.replace(/-/g, ''))])
      for (const form of [secret, Buffer.from(secret).toString('hex')])
        expect(text).not.toContain(form);
    const answers = await app.database.superuser<{ text: string }>(
      'SELECT k::text AS text FROM idempotency_keys k',
    );
    expect(answers.filter(({ text: answer }) => answer.includes(authenticator.secret))).toEqual([]);
  });
});

describe('codes of a second factor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ RATE_LIMIT_FACTOR: '1' });
  });
  afterAll(() => app.stop());

  it('are tried ten times in a quarter of an hour, in however many sign-ins', async () => {
    const email = 'qian@example.com';
    const api = app.visitor();
    await api.post('/api/accounts', { email, name: '钱', password });
    const { codes } = await withSecondFactor(api, password);
    const answers: unknown[] = [];
    for (let at = 0; at < 12; at += 1) {
      const browser = app.visitor();
      await browser.post('/api/sessions', { email, password });
      const body = { code: `wrong ${at}` };
      answers.push(
        (await browser.post<{ code: string }>('/api/sessions/second-step', body)).body.code,
      );
    }
    expect(answers.slice(0, 10)).toEqual(Array(10).fill('wrong_code'));
    expect(answers.slice(10)).toEqual(['second_factor_paused', 'second_factor_paused']);
    // The account's own page counts with them.
    const end = { code: codes[0], password };
    const { status } = await api.post('/api/account/second-factor/end', end);
    expect(status).toBe(429);
  });

  it('that others tried count no more after the password was changed or reset', async () => {
    const email = 'zheng@example.com';
    const api = app.visitor();
    await api.post('/api/accounts', { email, name: '郑', password });
    const { authenticator } = await withSecondFactor(api, password);
    const guess = async (secret: string): Promise<void> => {
      for (let at = 0; at < 11; at += 1) {
        const browser = app.visitor();
        await browser.post('/api/sessions', { email, password: secret });
        await browser.post('/api/sessions/second-step', { code: `wrong ${at}` });
      }
    };
    const signIn = async (secret: string): Promise<number> => {
      const browser = app.visitor();
      await browser.post('/api/sessions', { email, password: secret });
      const body = { code: authenticator.code() };
      return (await browser.post('/api/sessions/second-step', body)).status;
    };
    await guess(password);
    const newPassword = 'zwei lange Passphrasen';
    const changed = { currentPassword: password, newPassword };
    expect((await api.put('/api/account/password', changed)).status).toBe(204);
    expect(await signIn(newPassword)).toBe(201);
    await guess(newPassword);
    await app.visitor().post('/api/password-resets', { email });
    await app.runJobs(SEND_PASSWORD_RESET, 1);
    const token = /token=([\w-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
    expect((await app.visitor().put(`/api/password-resets/${token}`, { password })).status).toBe(
      204,
    );
    expect(await signIn(password)).toBe(201);
  });
});
