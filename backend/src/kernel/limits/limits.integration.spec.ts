import { ModulesContainer } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants';
import { ApiClient } from '../../testing/api-client';
import { TestApp } from '../../testing/test-app';
import { openApiDocument } from '../../openapi-document';
import { ACCESS } from '../access/access';
import { LIMIT, type Limited } from './limit.decorator';
import { Limits } from './limits';

interface Operation {
  readonly operationId: string;
  readonly 'x-limit'?: string;
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>> }>
  >;
}

/** Routes that have mail sent or work done behind the answer; what carries or makes a file is found by itself. */
const costly = [
  'sessions_signIn',
  'account_changePassword',
  'emailConfirmations_send',
  'members_invite',
  'invitations_accept',
  'organizations_create',
  'catalogue_giveFeedback',
  'currency_check',
  'dossiers_create',
  'standardImports_commit',
  'recordImports_commit',
  'drafts_startSeveral',
  'templates_previewCopies',
  'templates_copy',
];

describe('the limits', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({
      TRUST_PROXY: '1',
      RATE_LIMIT_FACTOR: '1',
      RATE_LIMITS:
        'register.address=3/1h, verify.address=2/10s, create_organization.account=2/1h, ' +
        'check_currency.organization=2/2d',
    });
  });
  afterAll(() => app.stop());

  const from = (address: string, language = 'zh-CN') => ({
    headers: { 'x-forwarded-for': address, 'accept-language': language },
  });

  it('are declared by every public route, or it says why it needs none', () => {
    const undeclared: string[] = [];
    const unlimited: string[] = [];
    for (const { controllers } of app.app.get(ModulesContainer).values())
      for (const { metatype } of controllers.values()) {
        if (typeof metatype !== 'function') continue;
        const prototype = metatype.prototype as Record<string, unknown>;
        for (const name of Object.getOwnPropertyNames(prototype)) {
          const handler = prototype[name];
          if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler))
            continue;
          const isPublic = Reflect.getMetadata(ACCESS, handler) === 'public';
          const limited = Reflect.getMetadata(LIMIT, handler) as Limited | undefined;
          if (isPublic && limited === undefined) undeclared.push(name);
          if (limited && 'unlimitedBecause' in limited) unlimited.push(name);
        }
      }
    expect(undeclared).toEqual([]);
    expect(unlimited.sort()).toEqual(['end', 'live']);
  });

  it('are declared by every route that costs or mails', async () => {
    const { paths } = await openApiDocument();
    const operations = Object.values(paths).flatMap(
      (path) => Object.values(path) as unknown as Operation[],
    );
    const isFile = ({ content }: { readonly content?: Readonly<Record<string, unknown>> }) =>
      Object.keys(content ?? {}).some((type) => !type.endsWith('json'));
    const found = operations.filter(
      ({ operationId, requestBody, responses }) =>
        costly.includes(operationId) ||
        (requestBody && isFile(requestBody)) ||
        Object.entries(responses).some(([status, answer]) => status < '300' && isFile(answer)),
    );
    expect(found.length).toBeGreaterThan(costly.length + 10);
    expect(costly.filter((id) => !found.some(({ operationId }) => operationId === id))).toEqual([]);
    expect(
      found.filter((operation) => !operation['x-limit']).map((one) => one.operationId),
    ).toEqual([]);
  });

  it('count before the body is checked, and say in words of a person when to come again', async () => {
    const send = (language?: string) =>
      app.visitor().post('/api/accounts', { nonsense: true }, from('203.0.113.1', language));
    for (let count = 0; count < 3; count += 1) expect((await send()).status).toBe(422);
    const refused = await send();
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'too_many_requests', detail: '请约 1 小时后再试。' },
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect((await send('en')).body).toMatchObject({ detail: 'Try again in about 1 hour.' });
  });

  it('count public reads in all server processes together, and end', async () => {
    const other = new ApiClient(await app.another());
    const read = (api: ApiClient) => api.get('/api/verifications/ABCD', from('203.0.113.2'));
    expect((await read(app.visitor())).status).toBe(404);
    expect((await read(other)).status).toBe(404);
    const refused = await read(app.visitor());
    expect(refused).toMatchObject({ status: 429, body: { detail: '请几秒后再试。' } });
    await app.database.superuser('UPDATE rate_limits SET expire = 0');
    expect((await read(other)).status).toBe(404);
  });

  it('count per account, wherever it comes from, and per organization, whoever asks', async () => {
    const { api, organizationId, path } = await app.organization();
    const create = (address: string) =>
      api.post('/api/organizations', { name: '新公司' }, from(address));
    expect((await create('203.0.113.3')).status).toBe(201);
    expect((await create('203.0.113.4')).status).toBe(201);
    expect((await create('203.0.113.5')).status).toBe(429);
    const colleague = await app.member(organizationId, 'editor');
    const check = (one: ApiClient) => one.post(`${path}/currency/checks`);
    expect([(await check(api)).status, (await check(colleague.api)).status]).toEqual([200, 200]);
    expect(await check(colleague.api)).toMatchObject({
      status: 429,
      body: { detail: '请约 2 天后再试。' },
    });
    const stranger = await app.organization();
    expect((await stranger.api.post(`${stranger.path}/currency/checks`)).status).toBe(200);
  });

  it('cost a read of a signed-in person no statement in the database', async () => {
    const { api, path } = await app.organization();
    const rows = () => app.database.superuser('SELECT key, points FROM rate_limits ORDER BY key');
    const [before, counted] = [await rows(), jest.spyOn(app.app.get(Limits), 'count')];
    for (const place of ['', '/profile', '/standards', '/overview', '/members'])
      expect((await api.get(path + place)).status).toBe(200);
    expect(counted).not.toHaveBeenCalled();
    await api.get('/api/sessions/current');
    expect(counted).toHaveBeenCalledTimes(1);
    expect(await rows()).toEqual(before);
    counted.mockRestore();
  });

  it('keep neither addresses nor names in their table', async () => {
    const rows = await app.database.superuser<{ key: string }>('SELECT key FROM rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[a-z_.]+:[\w-]{43}$/);
  });
});
