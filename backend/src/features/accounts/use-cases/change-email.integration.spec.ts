import type { ApiClient } from '../../../testing/api-client';
import { withSecondFactor } from '../../../testing/authenticator';
import { mailsTo, mailTo } from '../../../testing/mail-to';
import { TestApp } from '../../../testing/test-app';
import type { SessionDto } from '../dto/account.dto';
import type { OwnAccountDto } from '../dto/second-factor.dto';
import { ForgetExpired } from '../forget-expired';
import { SEND_ACCOUNT_NOTICE } from './send-account-notice';
import { SEND_EMAIL_CHANGE } from './send-email-change';
import { SEND_EMAIL_CHANGE_NOTICE } from './send-email-change-notice';
import { SEND_PASSWORD_RESET } from './send-password-reset';

const password = 'eine lange Passphrase';
let counter = 0;
const newEmail = (): string => `zhou.${(counter += 1)}@example.com`;

describe('a change of the address', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  async function registered(): Promise<{ api: ApiClient; email: string }> {
    const email = newEmail();
    const api = app.visitor();
    await api.post('/api/accounts', { email, name: '周敏', password });
    return { api, email };
  }

  const begin = (api: ApiClient, email: string, secret = password) =>
    api.post<{ code: string }>('/api/account/email-change', { email, password: secret });
  const linkTo = async (email: string): Promise<string> => {
    await app.runJobs(SEND_EMAIL_CHANGE, 1);
    return /change-email\/([\w-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
  };
  const use = (token: string) => app.visitor().put<{ code: string }>(`/api/email-changes/${token}`);
  const whoIs = async (api: ApiClient) =>
    (await api.get<SessionDto>('/api/sessions/current')).body.user?.email;
  const signsIn = async (email: string) =>
    (await app.visitor().post('/api/sessions', { email, password })).status === 201;

  it('is done by the link that was mailed to the new one, once, and told to the old one', async () => {
    const { api, email } = await registered();
    const wanted = newEmail();
    expect((await begin(api, wanted, 'not the password')).body.code).toBe('wrong_password');
    expect((await begin(api, wanted)).status).toBe(202);
    const account = await api.get<OwnAccountDto>('/api/account');
    expect(account.body).toMatchObject({ pendingEmail: wanted, isEmailConfirmed: false });
    const token = await linkTo(wanted);
    expect([await whoIs(api), await signsIn(wanted)]).toEqual([email, false]);
    expect((await use(token)).status).toBe(204);
    expect([await whoIs(api), await signsIn(wanted), await signsIn(email)]).toEqual([
      wanted,
      true,
      false,
    ]);
    expect((await api.get<OwnAccountDto>('/api/account')).body).toMatchObject({
      pendingEmail: null,
      isEmailConfirmed: true,
    });
    expect((await use(token)).body.code).toBe('confirmation_invalid');
    await app.runJobs(SEND_ACCOUNT_NOTICE, 1);
    const [notice] = (await mailsTo(app, email)).slice(-1);
    expect(notice).toContain('已改为另一个邮箱');
    expect(notice).not.toContain(wanted);
    const lines = await app.database.superuser<{ line: string }>(
      `SELECT e::text AS line FROM platform_events e WHERE action = 'account.email_changed'`,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]?.line).not.toContain('@');
  });

  it('tells the old address when it begins, from where, and how to stop it', async () => {
    const { api, email } = await registered();
    const wanted = newEmail();
    expect((await begin(api, wanted, 'not the password')).body.code).toBe('wrong_password');
    await app.runJobs(SEND_EMAIL_CHANGE_NOTICE, 1);
    expect(await mailTo(app, email)).toBe('');
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
    const body = { email: wanted, password };
    await api.post('/api/account/email-change', body, { headers });
    await app.runJobs(SEND_EMAIL_CHANGE_NOTICE, 1);
    const notice = await mailTo(app, email);
    expect(notice).toContain('周敏，您好');
    expect(notice).toContain(`申请将登录邮箱由本邮箱改为 ${wanted}`);
    expect(notice).toContain('（Firefox · Linux · 本机）');
    expect(notice).toContain('选择“放弃更改”');
    expect(notice).toContain(`${app.config.publicUrl}/reset-password`);
    // What it says of a reset is so: the link to the new address is worth nothing afterwards.
    const link = await linkTo(wanted);
    await app.visitor().post('/api/password-resets', { email });
    await app.runJobs(SEND_PASSWORD_RESET, 1);
    const reset = /token=([\w-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
    const next = { password: 'zwei lange Passphrasen' };
    expect((await app.visitor().put(`/api/password-resets/${reset}`, next)).status).toBe(204);
    expect((await use(link)).body.code).toBe('confirmation_invalid');
  });

  it('that was done before the old address could be told is told as done alone', async () => {
    const { api, email } = await registered();
    const wanted = newEmail();
    await begin(api, wanted);
    expect((await use(await linkTo(wanted))).status).toBe(204);
    await app.runJobs(SEND_EMAIL_CHANGE_NOTICE, 1);
    await app.runJobs(SEND_ACCOUNT_NOTICE, 1);
    const told = [...(await mailsTo(app, email)), ...(await mailsTo(app, wanted))];
    expect(told.filter((text) => text.includes('放弃更改'))).toEqual([]);
    expect(told.filter((text) => text.includes('已改为另一个邮箱'))).toHaveLength(1);
  });

  it('asks for a code where the second factor is on', async () => {
    const { api } = await registered();
    const { authenticator } = await withSecondFactor(api, password);
    const email = newEmail();
    expect(await begin(api, email)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'code' }] },
    });
    const proved = (code: string) =>
      api.post<{ code: string }>('/api/account/email-change', { email, password, code });
    expect((await proved('000000')).body.code).toBe('wrong_code');
    expect((await api.get<OwnAccountDto>('/api/account')).body.pendingEmail).toBeNull();
    expect((await proved(authenticator.code())).status).toBe(202);
  });

  it('to one address is had by the first of two who want it at once', async () => {
    const [one, other] = [await registered(), await registered()];
    const wanted = newEmail();
    await begin(one.api, wanted);
    const first = await linkTo(wanted);
    await begin(other.api, wanted);
    const second = await linkTo(wanted);
    const answers = await Promise.all([use(first), use(second)]);
    expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [204, undefined],
      [409, 'email_taken'],
    ]);
    const addresses = [await whoIs(one.api), await whoIs(other.api)];
    expect(addresses.filter((address) => address === wanted)).toHaveLength(1);
    expect((await begin(one.api, other.email)).body.code).toBe('email_taken');
  });

  it('works by the newest link alone, not after it was taken back, and not for ever', async () => {
    const { api, email } = await registered();
    const [first, second] = [newEmail(), newEmail()];
    await begin(api, first);
    const old = await linkTo(first);
    await begin(api, second);
    const newer = await linkTo(second);
    expect((await use(old)).body.code).toBe('confirmation_invalid');
    expect((await api.delete('/api/account/email-change')).status).toBe(204);
    expect((await use(newer)).body.code).toBe('confirmation_invalid');
    await begin(api, first);
    const late = await linkTo(first);
    await app.database.superuser('UPDATE email_changes SET expires_at = now()');
    expect((await use(late)).body.code).toBe('confirmation_invalid');
    await (await app.jobs()).get(ForgetExpired).handle();
    expect(await app.database.superuser('SELECT FROM email_changes')).toEqual([]);
    expect(await whoIs(api)).toBe(email);
  });

  it('ends with a new password, and ends links that were mailed to the address of before', async () => {
    const { api, email } = await registered();
    const wanted = newEmail();
    await begin(api, wanted);
    const begun = await linkTo(wanted);
    const newPassword = 'zwei lange Passphrasen';
    const changed = await api.put('/api/account/password', {
      currentPassword: password,
      newPassword,
    });
    expect(changed.status).toBe(204);
    expect((await use(begun)).body.code).toBe('confirmation_invalid');
    await app.visitor().post('/api/password-resets', { email });
    await app.runJobs(SEND_PASSWORD_RESET, 1);
    const reset = /token=([\w-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
    await begin(api, wanted, newPassword);
    expect((await use(await linkTo(wanted))).status).toBe(204);
    const answer = await app
      .visitor()
      .put<{ code: string }>(`/api/password-resets/${reset}`, { password });
    expect(answer.body.code).toBe('reset_token_invalid');
  });
});

describe('the mailbox of a new address', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ RATE_LIMIT_FACTOR: '1' });
  });
  afterAll(() => app.stop());

  it('is counted for the owner of an account alone, not for wrong passwords', async () => {
    const email = newEmail();
    const begin = async (secret: string): Promise<number> => {
      const api = app.visitor();
      await api.post('/api/accounts', { email: newEmail(), name: '周敏', password });
      return (await api.post('/api/account/email-change', { email, password: secret })).status;
    };
    expect(await begin('not the password')).not.toBe(429);
    expect(await begin(password)).toBe(202);
    expect(await begin(password)).toBe(429);
  });
});
