import { TestApp, type TestOrganization } from '../../testing/test-app';
import { ProblemError, TenantDatabase } from '../index';

const NAMES = 'SELECT id, name FROM probe WHERE name <> $1 ORDER BY name';
const SETTINGS = `SELECT current_setting('app.organization_id', true) AS organization,
  current_setting('transaction_read_only') AS "readOnly", $1::int AS n`;

describe('a single statement for a tenant', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  let stranger: TestOrganization;
  let database: TenantDatabase;

  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_POOL_SIZE: '1' });
    enterprise = await app.organization();
    stranger = await app.organization();
    database = app.app.get(TenantDatabase);
    await app.database.superuser(
      `CREATE TABLE probe (organization_id uuid, id integer, name text);
       SELECT app.tenant_table('probe', 'register')`,
    );
    await app.database.superuser(`INSERT INTO probe VALUES ($1, 1, 'ours'), ($2, 2, 'theirs')`, [
      enterprise.organizationId,
      stranger.organizationId,
    ]);
  });
  afterAll(() => app.stop());

  it('sees the rows of its tenant only, on the same connection for one after the other', async () => {
    const names = (of: TestOrganization) => database.readSingle(of.context, NAMES, ['-']);
    expect(await names(enterprise)).toEqual([{ id: 1, name: 'ours' }]);
    expect(await names(stranger)).toEqual([{ id: 2, name: 'theirs' }]);
    expect(await names(enterprise)).toEqual([{ id: 1, name: 'ours' }]);
    expect(await Promise.all([names(stranger), names(enterprise), names(stranger)])).toMatchObject([
      [{ id: 2 }],
      [{ id: 1 }],
      [{ id: 2 }],
    ]);
  });

  it('leaves neither the tenant nor the refusal of writes on the connection', async () => {
    const { context, organizationId } = enterprise;
    const inside = await database.readSingle(context, SETTINGS, [1]);
    expect(inside).toEqual([{ organization: organizationId, readOnly: 'on', n: 1 }]);
    const { manager } = app.app.get(TenantDatabase)['dataSource'];
    expect(await manager.query(SETTINGS, [2])).toEqual([
      { organization: '', readOnly: 'off', n: 2 },
    ]);
  });

  it('cannot write', async () => {
    const insert = `INSERT INTO probe VALUES ($1, 3, 'new') RETURNING id`;
    await expect(
      database.readSingle(enterprise.context, insert, [enterprise.organizationId]),
    ).rejects.toThrow('read-only transaction');
    const rows = await app.database.superuser('SELECT id FROM probe');
    expect(rows).toHaveLength(2);
  });

  it('that fails, in its text or in its values, leaves the connection usable for the next', async () => {
    const { context } = enterprise;
    for (let tries = 0; tries < 2; tries += 1) {
      await expect(database.readSingle(context, 'SELECT nothing FROM probe', [])).rejects.toThrow(
        '"nothing" does not exist',
      );
      await expect(database.readSingle(context, SETTINGS, ['no number'])).rejects.toThrow(
        'invalid input syntax',
      );
      expect(await database.readSingle(context, NAMES, ['-'])).toHaveLength(1);
    }
  });

  it('is refused to who is something else by now than the server remembers', async () => {
    const context = { ...enterprise.context, role: 'viewer' } as const;
    await expect(database.readSingle(context, NAMES, ['-'])).rejects.toBeInstanceOf(ProblemError);
  });

  it('needs an organization, and nothing but ids as its scope', async () => {
    const read = (organizationId: string) =>
      database.readSingle({ ...enterprise.context, organizationId }, NAMES, ['-']);
    await expect(read('')).rejects.toThrow('needs an organization');
    await expect(read(`'; --`)).rejects.toThrow('uuids only');
  });
});
