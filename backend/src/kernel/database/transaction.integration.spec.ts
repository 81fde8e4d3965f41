import { Controller, Module, Post } from '@nestjs/common';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { Allow, Context, RequestContext, TenantDatabase } from '../index';

let attempts = 0;

@Controller('organizations/:organizationId/contended')
class ContendedController {
  constructor(private readonly database: TenantDatabase) {}

  @Post()
  @Allow('organizations:read')
  fail(@Context() context: RequestContext): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      attempts += 1;
      await manager.query(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$`);
    });
  }
}

@Module({ controllers: [ContendedController] })
class ContendedModule {}

describe('a transaction that the database breaks off', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  let database: TenantDatabase;

  beforeAll(async () => {
    app = await TestApp.start({}, [ContendedModule]);
    enterprise = await app.organization();
    database = app.app.get(TenantDatabase);
    await app.database.superuser('CREATE TABLE counters (name text PRIMARY KEY, value integer)');
    await app.database.superuser(`INSERT INTO counters VALUES ('a', 0), ('b', 0)`);
    await app.database.superuser('GRANT SELECT, UPDATE ON counters TO liangxing_app');
  });
  afterAll(() => app.stop());

  it('in its opening leaves its connection to the next one as it was', async () => {
    const ask = () =>
      database.transaction(enterprise.context, (manager) => manager.query('SELECT 1 AS one'));
    await app.database.superuser('ALTER TABLE memberships RENAME TO away');
    await expect(ask()).rejects.toThrow('memberships');
    await app.database.superuser('ALTER TABLE away RENAME TO memberships');
    expect(await ask()).toEqual([{ one: 1 }]);
  });

  it('by a deadlock runs again from its beginning, and both writers succeed', async () => {
    let runs = 0;
    let arrived = 0;
    let open = (): void => undefined;
    const bothHoldOne = new Promise<void>((done) => (open = done));
    const write = (first: string, second: string) =>
      database.transaction(enterprise.context, async (manager) => {
        runs += 1;
        const add = (name: string) =>
          manager.query('UPDATE counters SET value = value + 1 WHERE name = $1', [name]);
        await add(first);
        arrived += 1;
        if (arrived === 2) open();
        await bothHoldOne;
        await add(second);
      });
    await Promise.all([write('a', 'b'), write('b', 'a')]);
    expect(runs).toBe(3);
    expect(await app.database.superuser('SELECT value FROM counters')).toEqual([
      { value: 2 },
      { value: 2 },
    ]);
  });

  it('each time is given up after three attempts, and the person may try again later', async () => {
    const answer = await enterprise.api.post(`${enterprise.path}/contended`);
    expect(answer).toMatchObject({ status: 503, body: { code: 'busy' } });
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(attempts).toBe(3);
  });

  it('by an error of its own is not repeated', async () => {
    let runs = 0;
    const failing = database.transaction(enterprise.context, async (manager) => {
      runs += 1;
      await manager.query('SELECT 1 / 0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(runs).toBe(1);
  });

  it('that reads one instant does not see what another one commits in between', async () => {
    const value = `SELECT value FROM counters WHERE name = 'a'`;
    const write = () => app.database.superuser(`UPDATE counters SET value = value + 1`);
    const seen = async (read: TenantDatabase['read']): Promise<unknown[]> =>
      read.call(database, enterprise.context, async (manager) => {
        const first: unknown = await manager.query(value);
        await write();
        return [first, await manager.query(value)];
      }) as Promise<unknown[]>;
    const [before, after] = await seen(database.readOneInstant);
    expect(after).toEqual(before);
    const [earlier, later] = await seen(database.read);
    expect(later).not.toEqual(earlier);
    await expect(
      database.readOneInstant(enterprise.context, (manager) =>
        manager.query('UPDATE counters SET value = 0'),
      ),
    ).rejects.toThrow('read-only');
  });
});
