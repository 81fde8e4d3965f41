import { AREAS } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { makeToken } from '../../../testing/access-token';
import { mailTo } from '../../../testing/mail-to';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import type { AccessTokenDto, MadeAccessTokenDto } from './access-token.dto';
import { SEND_ACCESS_TOKEN_NOTICE } from '../use-cases/send-access-token-notice';

const account = '/api/account/access-tokens';

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

  it('are not kept with the answers to repeated requests either', async () => {
    const body = { name: '取数', readable: AREAS, writable: [], organizationId: null, days: 1 };
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
    const right = {
      name: '取数',
      readable: ['register'],
      writable: [],
      organizationId: null,
      days: 1,
    };
    const answer = await enterprise.api.post(account, { ...right, ...wrong });
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
