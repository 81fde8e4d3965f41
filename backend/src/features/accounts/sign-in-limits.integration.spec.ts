import { ApiClient } from '../../testing/api-client';
import { TestApp } from '../../testing/test-app';
import { SEND_PASSWORD_RESET } from './use-cases/send-password-reset';
import { mailTo } from '../../testing/mail-to';

const password = 'eine lange Passphrase';
const blanks = ['', ' ', '\t', '\u00a0', '\u3000', '\ufeff', '\u200b', '\u2003'];
let counter = 0;

describe('guesses at a sign-in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({
      TRUST_PROXY: '1',
      RATE_LIMIT_FACTOR: '1',
      RATE_LIMITS:
        'register.address=1000/1h, sign_in.account_at_address=4/15m, sign_in.address=12/15m, ' +
        'sign_in.account=8/1d, sign_in.device=3/15m, reset_request.address=3/1h',
    });
  });
  afterAll(() => app.stop());

  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const tryTo = (email: string, secret: string, address: string, api: ApiClient = app.visitor()) =>
    api.post<{ detail: string }>('/api/sessions', { email, password: secret }, from(address));

  async function registered(): Promise<{ api: ApiClient; email: string }> {
    const email = `wang.fang.${(counter += 1)}@example.com`;
    const api = app.visitor();
    const { status } = await api.post('/api/accounts', { email, name: '王芳', password });
    expect(status).toBe(201);
    return { api, email };
  }

  it('are bounded per account and network, even all at once, even with the right password', async () => {
    const { email } = await registered();
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => tryTo(email, 'wrong one', '203.0.113.1')),
    );
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(4);
    const answer = await tryTo(email, password, '203.0.113.1');
    expect(answer).toMatchObject({ status: 429, body: { code: 'sign_in_paused' } });
    expect(answer.body.detail).toContain('约 15 分钟后');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800);
  });

  it('count as one, however the address is written', async () => {
    const { email } = await registered();
    const answers = [];
    for (const blank of blanks)
      answers.push(await tryTo(`${blank}${email.toUpperCase()}${blank}`, 'wrong', '203.0.113.2'));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429, 429, 429, 429]);
  });

  it('count as one for all addresses of an IPv6 network', async () => {
    const { email } = await registered();
    const answers = [];
    for (let host = 1; host <= 6; host += 1)
      answers.push(await tryTo(email, 'wrong', `2001:db8:1:2::${host}`));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await tryTo(email, 'wrong', '2001:db8:1:3::1')).status).toBe(401);
  });

  it('are taken from the body only, where they are counted', async () => {
    const { email } = await registered();
    const query = new URLSearchParams({ email, password: 'wrong' });
    for (const body of [{}, { email }, { email: '', password }]) {
      const answer = await app.visitor().post(`/api/sessions?${query}`, body, from('203.0.113.3'));
      expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    }
  });

  it('count together in several server processes', async () => {
    const { email } = await registered();
    const other = new ApiClient(await app.another());
    const answers = [];
    for (const api of [app.visitor(), other, app.visitor(), other, app.visitor(), other])
      answers.push(await tryTo(email, 'wrong', '203.0.113.4', api));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429, 429]);
  });

  it('of one colleague leave the others of the office alone', async () => {
    const { email } = await registered();
    const colleague = await registered();
    for (let tries = 0; tries < 6; tries += 1) await tryTo(email, 'wrong', '203.0.113.5');
    expect((await tryTo(colleague.email, password, '203.0.113.5')).status).toBe(201);
  });

  it('of strangers do not keep the owner out of a browser that was signed in before', async () => {
    const { api, email } = await registered();
    for (let network = 0; network < 4; network += 1)
      for (let tries = 0; tries < 4; tries += 1)
        await tryTo(email, 'wrong', `198.51.100.${network}`);
    // The account is bounded from everywhere: no stranger goes on from yet another network.
    const stranger = await tryTo(email, 'wrong', '198.51.100.99');
    expect(stranger).toMatchObject({ status: 429, body: { code: 'sign_in_paused' } });
    await api.delete('/api/sessions/current');
    expect((await tryTo(email, password, '198.51.100.0', api)).status).toBe(201);
  });

  it('are bounded in a known browser too, and its cookie is worth nothing for another account', async () => {
    const { api, email } = await registered();
    const other = await registered();
    await api.delete('/api/sessions/current');
    const answers = [];
    for (let tries = 0; tries < 4; tries += 1)
      answers.push(await tryTo(email, 'wrong', '203.0.113.6', api));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429]);
    const others = [];
    for (let tries = 0; tries < 5; tries += 1)
      others.push(await tryTo(other.email, 'wrong', '203.0.113.6', api));
    expect(others.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429]);
  });

  it('that paused an account end with a password reset by mail', async () => {
    const { email } = await registered();
    for (let network = 0; network < 3; network += 1)
      for (let tries = 0; tries < 4; tries += 1) await tryTo(email, 'wrong', `192.0.2.${network}`);
    expect((await tryTo(email, password, '192.0.2.200')).status).toBe(429);
    await app.visitor().post('/api/password-resets', { email }, from('192.0.2.200'));
    await app.runJobs(SEND_PASSWORD_RESET);
    const [, token = ''] = /token=([\w-]+)/.exec(await mailTo(app, email)) ?? [];
    const body = { password: 'noch eine Passphrase' };
    const reset = await app.visitor().put(`/api/password-resets/${token}`, body, from('192.0.2.2'));
    expect(reset.status).toBe(204);
    expect((await tryTo(email, body.password, '192.0.2.200')).status).toBe(201);
  });

  it('use up nothing that registering and resetting need', async () => {
    const { email } = await registered();
    for (let tries = 0; tries < 20; tries += 1) await tryTo(email, 'wrong', '203.0.113.7');
    const at = from('203.0.113.7');
    const account = { email: `new-${email}`, name: '李明', password };
    expect((await app.visitor().post('/api/accounts', account, at)).status).toBe(201);
    const reset = () => app.visitor().post('/api/password-resets', { email }, at);
    expect((await reset()).status).toBe(202);
    expect([(await reset()).status, (await reset()).status]).toEqual([202, 202]);
    expect(await reset()).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  });

  it('cannot be multiplied by an invented X-Forwarded-For', async () => {
    const direct = await TestApp.start({
      RATE_LIMIT_FACTOR: '1',
      RATE_LIMITS: 'sign_in.account_at_address=2/15m',
    });
    try {
      const answers = [];
      for (let host = 1; host <= 3; host += 1)
        answers.push(
          await direct
            .visitor()
            .post('/api/sessions', { email: 'a@example.com', password }, from(`203.0.113.${host}`)),
        );
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 429]);
    } finally {
      await direct.stop();
    }
  });
});
