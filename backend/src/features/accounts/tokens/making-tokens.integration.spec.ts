import { AREAS } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { makeToken, Program } from '../../../testing/access-token';
import { withSecondFactor } from '../../../testing/authenticator';
import { mailTo } from '../../../testing/mail-to';
import { TEST_PASSWORD } from '../../../testing/test-password';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import type { AccessTokenDto, MadeAccessTokenDto } from './access-token.dto';
import { SEND_ACCESS_TOKEN_NOTICE } from '../use-cases/send-access-token-notice';

const account = '/api/account/access-tokens';
const wanted = {
  ...{ name: '取数', readable: ['register'], writable: [], organizationId: null, days: 1 },
  password: TEST_PASSWORD,
};

describe('access tokens that are made', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  beforeAll(async () => {
    app = await TestApp.start({ QUOTAS: 'access_tokens=8' });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization();
  });

  const list = async (): Promise<AccessTokenDto[]> =>
    (await enterprise.api.get<AccessTokenDto[]>(account)).body;

  it('are shown once, kept as a hash, and listed with what they open', async () => {
    const made = await makeToken(enterprise.api, {
      name: ' 生产系统取数 ',
      ...{ readable: ['register', 'records'], writable: ['register', 'system'], days: 30 },
    });
    expect(made.token).toMatch(/^lxp_[0-9A-Za-z]{49}$/);
    const { token, ...kept } = made;
    expect(await list()).toEqual([kept]);
    expect(kept).toMatchObject({
      name: '生产系统取数',
      organizationId: null,
      lastUsedOn: null,
      lastNetwork: '',
    });
    expect([...kept.readable].sort()).toEqual(['records', 'register', 'system']);
    expect(Date.parse(kept.expiresAt) - Date.parse(kept.createdAt)).toBe(30 * 86_400_000);
    const rows = await app.database.superuser(
      'SELECT t::text AS row FROM access_tokens t WHERE user_id = $1',
      [enterprise.userId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token.slice(4, 20));
  });

  it('are made by whoever knows the password, and not by an open session alone', async () => {
    const make = (body: object) => enterprise.api.post<{ code: string }>(account, body);
    const { password: _, ...unproved } = wanted;
    expect(await make(unproved)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'password' }] },
    });
    expect((await make({ ...wanted, password: 'not the password' })).body.code).toBe(
      'wrong_password',
    );
    expect(await list()).toEqual([]);
    expect((await make(wanted)).status).toBe(201);
  });

  it('are made with a code where the second factor is on, and those made before it end', async () => {
    const before = await makeToken(enterprise.api, { readable: ['register'] });
    const standards = `${enterprise.path}/standards`;
    const statusOf = async (token: string): Promise<number> =>
      (await new Program(app.address, token).get(standards)).status;
    expect(await statusOf(before.token)).toBe(200);
    const { authenticator, codes } = await withSecondFactor(enterprise.api, TEST_PASSWORD);
    expect([await list(), await statusOf(before.token)]).toEqual([[], 401]);
    const make = (code?: string) =>
      enterprise.api.post<{ code: string; token: string }>(account, { ...wanted, code });
    expect(await make()).toMatchObject({ status: 422, body: { errors: [{ path: 'code' }] } });
    expect((await make('000000')).body.code).toBe('wrong_code');
    const code = authenticator.code();
    const made = await make(code);
    expect([made.status, await statusOf(made.body.token)]).toEqual([201, 200]);
    expect((await make(code)).body.code).toBe('wrong_code');
    expect((await make(codes[0])).status).toBe(201);
  });

  it('are not kept with the answers to repeated requests either', async () => {
    const body = { ...wanted, readable: AREAS };
    const headers = { 'idempotency-key': randomUUID() };
    const first = await enterprise.api.post<MadeAccessTokenDto>(account, body, { headers });
    expect(first.status).toBe(201);
    expect(await enterprise.api.post(account, body, { headers })).toMatchObject({
      status: 409,
      body: { code: 'request_already_received' },
    });
    expect(await list()).toHaveLength(1);
    const kept = await app.database.superuser<{ body: Buffer | null }>(
      'SELECT body FROM idempotency_keys WHERE user_id = $1',
      [enterprise.userId],
    );
    expect(kept).toEqual([{ body: null }]);
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(61) }, 'name'],
    [{ readable: [], writable: [] }, 'readable'],
    [{ readable: ['team'] }, 'readable'],
    [{ readable: ['register', 'register'] }, 'readable'],
    [{ writable: 'register' }, 'writable'],
    [{ days: 0 }, 'days'],
    [{ days: 366 }, 'days'],
    [{ days: 1.5 }, 'days'],
    [{ organizationId: 'mine' }, 'organizationId'],
  ])('are refused as %j', async (wrong, path) => {
    const answer = await enterprise.api.post(account, { ...wanted, ...wrong });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } });
    expect(await list()).toEqual([]);
  });

  it('are as many as the quota says, also where they are made at once', async () => {
    const make = () => makeToken(enterprise.api, { readable: ['register'] }).then(() => 201);
    const made = await Promise.all(
      Array.from({ length: 12 }, () => make().catch((error: Error) => error.message)),
    );
    expect(made.filter((one) => one === 201)).toHaveLength(8);
    expect(made.filter((one) => String(one).includes('quota_access_tokens'))).toHaveLength(4);
    const [one] = await list();
    expect((await enterprise.api.delete(`${account}/${one!.id}`)).status).toBe(204);
    expect(await make()).toBe(201);
  });

  it('are told of by mail', async () => {
    const { token } = await makeToken(enterprise.api, { name: '夜间同步', writable: ['register'] });
    expect(await app.runJobs(SEND_ACCESS_TOKEN_NOTICE, 1)).toBeGreaterThan(0);
    const mail = await mailTo(app, enterprise.email);
    expect(mail).toContain('“夜间同步”，30 天内有效，可读取和修改所选范围的数据');
    expect(mail).toContain('/account');
    expect(mail).not.toContain(token);
  });
});
