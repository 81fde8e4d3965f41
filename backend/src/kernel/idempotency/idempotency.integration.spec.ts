import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ApiClient, type ApiAnswer } from '../../testing/api-client';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { until } from '../../testing/until';
import {
  Allow,
  Context,
  PlatformDatabase,
  ProblemError,
  RequestContext,
  TenantDatabase,
} from '../index';
import { FORGET_ANSWERS } from './forget-answers';
import { KeptAnswers } from './kept-answers';

interface Body {
  readonly id: string;
  readonly code: string;
}

/** How often the work of a probe was begun; the next time may go another way. */
let runs = 0;
let open = (): void => undefined;
let isHeld: Promise<void> = Promise.resolve();

@Controller('organizations/:organizationId/probes')
class ProbeController {
  constructor(private readonly database: TenantDatabase) {}

  private write(context: RequestContext): Promise<unknown> {
    runs += 1;
    return this.database.transaction(context, (manager) =>
      manager.query(`SELECT set_config('app.probe', 'x', true)`),
    );
  }

  @Post('held')
  @Allow('standards:write')
  async held(@Context() context: RequestContext): Promise<object> {
    await this.write(context);
    await isHeld;
    return { runs };
  }

  @Post('refused')
  @Allow('standards:write')
  async refused(@Context() context: RequestContext): Promise<object> {
    await this.write(context);
    if (runs === 1) throw new ProblemError('conflict');
    return { runs };
  }

  @Post('broken')
  @Allow('standards:write')
  async broken(@Context() context: RequestContext): Promise<never> {
    await this.write(context);
    throw new Error('a fault of ours');
  }

  @Post('silent')
  @HttpCode(204)
  @Allow('standards:write')
  async silent(@Context() context: RequestContext): Promise<void> {
    await this.write(context);
  }

  @Post('long')
  @Allow('standards:write')
  async long(@Context() context: RequestContext): Promise<string[]> {
    await this.write(context);
    return ['x'.repeat(1024 * 1024)];
  }

  @Post('beside')
  @Allow('standards:write')
  async beside(@Context() context: RequestContext): Promise<object> {
    await Promise.all([this.write(context), this.write(context), this.write(context)]);
    return { runs };
  }

  @Get()
  @Allow('standards:read')
  read(): object {
    return {};
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start({}, [ProbeModule]);
  enterprise = await app.organization();
});
beforeEach(() => {
  runs = 0;
  isHeld = Promise.resolve();
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => app.stop());

let count = 0;
const newStandard = (): { number: string; title: string } => ({
  number: `Q/SY ${(count += 1)}-2026`,
  title: '检验规程',
});

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });
const create = (key: string, body: object, api: ApiClient = enterprise.api) =>
  api.post<Body>(`${enterprise.path}/standards`, body, withKey(key));
const probe = (name: string, key: string) =>
  enterprise.api.post<Body & { runs: number }>(
    `${enterprise.path}/probes/${name}`,
    {},
    withKey(key),
  );

const isRepeated = ({ headers }: ApiAnswer<unknown>): boolean =>
  headers.get('idempotency-replayed') === 'true';
const rowsOf = ({ number }: { number?: string }): Promise<unknown[]> =>
  app.database.superuser('SELECT FROM standards WHERE number = $1', [number]);

describe('a creating request that is sent again with its key', () => {
  it('does nothing and gets the first answer, whatever happened to the thing since', async () => {
    const [key, body] = [randomUUID(), newStandard()];
    const first = await create(key, body);
    const path = `${enterprise.path}/standards/${first.body.id}`;
    expect((await enterprise.api.delete(path, undefined, { ifMatch: 1 })).status).toBe(204);
    const again = await create(key, body);
    expect([first, again].map(isRepeated)).toEqual([false, true]);
    expect([again.status, again.body]).toEqual([201, first.body]);
    for (const name of ['etag', 'content-type'])
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect(await rowsOf(body)).toHaveLength(0);
  });

  it('at the same moment, over several servers, is done once and answered alike', async () => {
    const elsewhere = new ApiClient(await app.another());
    for (const [name, value] of enterprise.api.cookies) elsewhere.cookies.set(name, value);
    const [key, body] = [randomUUID(), newStandard()];
    const answers = await Promise.all(
      [enterprise.api, elsewhere, enterprise.api, elsewhere, enterprise.api].map((api) =>
        create(key, body, api),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    expect(answers.filter((answer) => !isRepeated(answer))).toHaveLength(1);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it('while the first is at work waits for its answer', async () => {
    isHeld = new Promise((done) => (open = done));
    const key = randomUUID();
    const first = probe('held', key);
    await until(() => Promise.resolve(runs === 1), 'the first is at work');
    const looks = jest.spyOn(app.app.get(KeptAnswers, { strict: false }), 'find');
    const second = probe('held', key);
    await until(() => Promise.resolve(looks.mock.calls.length > 0), 'the second is there');
    open();
    expect([(await first).body, (await second).body]).toEqual([{ runs: 1 }, { runs: 1 }]);
  });

  it('without a body in the answer has none again', async () => {
    const key = randomUUID();
    const answers = [await probe('silent', key), await probe('silent', key)];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [204, ''],
      [204, ''],
    ]);
    expect(runs).toBe(1);
  });

  it('is told that it was done where the answer was too long to keep', async () => {
    const key = randomUUID();
    expect((await probe('long', key)).status).toBe(201);
    expect(await probe('long', key)).toMatchObject({
      status: 409,
      body: { code: 'request_already_received' },
    });
    expect(runs).toBe(1);
  });

  it('as an upload stores one file', async () => {
    const upload = (key: string) => {
      const form = new FormData();
      form.append('file', new Blob(['%PDF-1.7\n方针\n%%EOF\n']), '方针.pdf');
      return enterprise.api.post<Body>(`${enterprise.path}/evidence`, form, withKey(key));
    };
    const key = randomUUID();
    const answers = [...(await Promise.all([upload(key), upload(key)])), await upload(key)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(
      await app.database.superuser('SELECT FROM evidence WHERE organization_id = $1', [
        enterprise.organizationId,
      ]),
    ).toHaveLength(1);
  });

  it('founds one enterprise, which no organization could remember', async () => {
    const [key, body] = [randomUUID(), { name: '只建一次' }];
    const found = () => enterprise.api.post<Body>('/api/organizations', body, withKey(key));
    const answers = [...(await Promise.all([found(), found()])), await found()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(
      await app.database.superuser('SELECT FROM organizations WHERE name = $1', [body.name]),
    ).toHaveLength(1);
  });
});

describe('a key', () => {
  it('with another content is refused', async () => {
    const key = randomUUID();
    expect((await create(key, newStandard())).status).toBe(201);
    const body = newStandard();
    expect(await create(key, body)).toMatchObject({
      status: 409,
      body: { code: 'idempotency_key_reused' },
    });
    expect(await rowsOf(body)).toHaveLength(0);
  });

  it('that is no key is named', async () => {
    expect(await create('short', newStandard())).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'Idempotency-Key' }] },
    });
  });

  it('is the person’s own, and the route’s own', async () => {
    const [key, body] = [randomUUID(), { ...newStandard(), addsNevertheless: true }];
    const colleague = await app.member(enterprise.organizationId, 'editor');
    const answers = [await create(key, body), await create(key, body, colleague.api)];
    expect(answers.map(isRepeated)).toEqual([false, false]);
    expect(await rowsOf(body)).toHaveLength(2);
    expect((await probe('silent', key)).status).toBe(204);
  });

  it('and its answer are seen by nobody else, whatever the server asks the database', async () => {
    expect((await create(randomUUID(), newStandard())).status).toBe(201);
    const { userId: stranger } = await app.member(enterprise.organizationId, 'owner');
    const platform = app.app.get(PlatformDatabase);
    const seenBy = (userId: string) =>
      platform.transaction(userId, (manager) =>
        manager.query<unknown[]>('SELECT FROM idempotency_keys'),
      );
    expect((await seenBy(enterprise.userId)).length).toBeGreaterThan(0);
    expect(await seenBy(stranger)).toEqual([]);
    expect(await seenBy('')).toEqual([]);
  });

  it('is not used up by a refusal, before or after something was stored', async () => {
    const [key, body] = [randomUUID(), newStandard()];
    expect((await create(key, { ...body, title: 7 })).status).toBe(422);
    expect((await create(key, body)).status).toBe(201);
    const other = randomUUID();
    expect((await probe('refused', other)).status).toBe(409);
    expect(await probe('refused', other)).toMatchObject({ status: 201, body: { runs: 2 } });
  });

  it('stays taken where a fault of ours leaves open what was stored', async () => {
    const key = randomUUID();
    expect((await probe('broken', key)).status).toBe(500);
    expect(await probe('broken', key)).toMatchObject({
      status: 409,
      body: { code: 'request_already_received' },
    });
    expect(runs).toBe(1);
  });

  it('stays taken where the process died before it answered, and nobody waits for the dead', async () => {
    const [key, body] = [randomUUID(), newStandard()];
    expect((await create(key, body)).status).toBe(201);
    await app.database.superuser(
      `UPDATE idempotency_keys SET status = NULL, body = NULL, taken_at = now() - interval '2 minutes'
       WHERE taken_at = (SELECT max(taken_at) FROM idempotency_keys)`,
    );
    expect(await create(key, body)).toMatchObject({
      status: 409,
      body: { code: 'request_already_received' },
    });
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it('is taken once by a request with several transactions beside each other', async () => {
    const key = randomUUID();
    expect(await probe('beside', key)).toMatchObject({ status: 201, body: { runs: 3 } });
    expect(await probe('beside', key)).toMatchObject({ status: 201, body: { runs: 3 } });
  });

  it('is forgotten after a day, by a job that may run twice', async () => {
    const keys = (): Promise<{ taken_at: Date }[]> =>
      app.database.superuser('SELECT taken_at FROM idempotency_keys');
    const before = (await keys()).length;
    await app.database.superuser(
      `UPDATE idempotency_keys SET taken_at = now() - interval '25 hours'
       WHERE name = (SELECT name FROM idempotency_keys LIMIT 1)`,
    );
    await app.database.superuser(
      `INSERT INTO pgboss.job (name, data) VALUES ($1, '{"context":{"organizationId":""}}')`,
      [FORGET_ANSWERS.name],
    );
    expect(await app.runJobs(FORGET_ANSWERS)).toBe(1);
    expect(await keys()).toHaveLength(before - 1);
  });
});

it('who reads, or has no key, is looked up nowhere', async () => {
  const find = jest.spyOn(app.app.get(KeptAnswers, { strict: false }), 'find');
  const { api, path } = enterprise;
  expect((await api.get(`${path}/probes`, withKey(randomUUID()))).status).toBe(200);
  expect((await api.post(`${path}/standards`, newStandard())).status).toBe(201);
  expect(find).not.toHaveBeenCalled();
});
