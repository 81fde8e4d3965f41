import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';

interface TenantTable {
  readonly name: string;
  /** Column of the tenant's id. */
  readonly tenant: string;
}

/** Some value of every type that a tenant's table has. */
const SOME: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'x'`,
  varchar: `'x'`,
  bool: 'false',
  int2: '1',
  int4: '1',
  int8: '1',
  float8: '1',
  numeric: '1',
  date: `'2026-01-01'`,
  timestamptz: 'now()',
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
};

const owner = randomUUID();
const stranger = randomUUID();

/** What a role may do to a table of others at most: be refused, or find nothing. */
type Outcome = number | 'no privilege' | 'row-level security';

describe('every table of tenants', () => {
  let database: TestDatabase;
  let tables: readonly TenantTable[];
  const values = new Map<string, { columns: string; some: string }>();

  beforeAll(async () => {
    database = await createTestDatabase();
    tables = await database.superuser<TenantTable>(
      `SELECT c.oid::regclass::text AS name, a.attname AS tenant FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN ('public', 'app')
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname
         = CASE c.relname WHEN 'organizations' THEN 'id' ELSE 'organization_id' END
       WHERE c.relkind IN ('r', 'p') ORDER BY 1`,
    );
    for (const table of tables) await fill(table);
  });
  afterAll(() => database.drop());

  /** One row of the owner in each table. What a row means is not asked here, only whose it is. */
  async function fill({ name, tenant }: TenantTable): Promise<void> {
    const constraints = await database.superuser<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('c', 'f')`,
      [name],
    );
    for (const { name: constraint } of constraints)
      await database.superuser(`ALTER TABLE ${name} DROP CONSTRAINT ${constraint}`);
    const columns = await database.superuser<{ name: string; type: string }>(
      `SELECT a.attname AS name, t.typname AS type FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
       WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
         AND NOT a.atthasdef AND a.attidentity = '' AND a.attname <> $2`,
      [name, tenant],
    );
    const some = columns.map(({ name: column, type }) => {
      const value = type.startsWith('_') ? `'{}'` : SOME[type];
      if (value === undefined) throw new Error(`${name}.${column}: no value of type ${type} yet`);
      return value;
    });
    values.set(name, {
      columns: [tenant, ...columns.map((column) => column.name)].join(', '),
      some: some.map((value) => `, ${value}`).join(''),
    });
    await database.superuser(insertion(name, owner));
  }

  const insertion = (name: string, organizationId: string): string => {
    const { columns = '', some = '' } = values.get(name) ?? {};
    return `INSERT INTO ${name} (${columns}) VALUES ('${organizationId}'${some})`;
  };

  /** Runs one statement as a role with the settings of a session, and takes it back. */
  async function attempt(client: pg.Client, setting: string | null, sql: string): Promise<Outcome> {
    await client.query('BEGIN');
    try {
      if (setting !== null)
        await client.query(
          `SELECT set_config('app.organization_id', $1, true), set_config('app.user_id', $1, true)`,
          [setting],
        );
      const { rowCount } = await client.query(sql);
      return rowCount ?? 0;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message.startsWith('permission denied')) return 'no privilege';
      if (message.includes('row-level security')) return 'row-level security';
      throw error;
    } finally {
      await client.query('ROLLBACK');
    }
  }

  /** Statements on each table whose outcome is not among the allowed ones. */
  async function surprises(
    role: 'app' | 'jobs',
    setting: string | null,
    sqlOf: (table: TenantTable) => string,
    allowed: readonly Outcome[],
  ): Promise<string[]> {
    const client = new pg.Client({ connectionString: database.urlOf(role) });
    await client.connect();
    const found: string[] = [];
    try {
      for (const table of tables) {
        const outcome = await attempt(client, setting, sqlOf(table));
        if (!allowed.includes(outcome)) found.push(`${table.name}: ${String(outcome)}`);
      }
      return found;
    } finally {
      await client.end();
    }
  }

  const everything = ({ name }: TenantTable): string => `SELECT FROM ${name}`;

  it('is found in the catalogue and holds one row of its owner, who sees it', async () => {
    expect(tables.length).toBeGreaterThan(35);
    for (const { name } of tables)
      expect(await database.superuser(`SELECT FROM ${name}`)).toHaveLength(1);
    expect(await surprises('app', owner, everything, [1])).toEqual([]);
  });

  describe.each(['app', 'jobs'] as const)('is closed to the role %s', (role) => {
    it.each([
      ['of a stranger', stranger],
      ['of nobody', ''],
      ['that was never set', null],
    ])('with a setting %s: nothing is seen, changed or removed', async (_, setting) => {
      const closed: readonly Outcome[] = [0, 'no privilege'];
      const change = ({ name, tenant }: TenantTable): string =>
        `UPDATE ${name} SET ${tenant} = ${tenant}`;
      const removal = ({ name }: TenantTable): string => `DELETE FROM ${name}`;
      for (const sqlOf of [everything, change, removal])
        expect(await surprises(role, setting, sqlOf, closed)).toEqual([]);
    });

    it('where a row is slipped in for somebody else', async () => {
      const refused: readonly Outcome[] = ['row-level security', 'no privilege'];
      const slip = ({ name }: TenantTable): string => insertion(name, owner);
      for (const setting of [stranger, '', null])
        expect(await surprises(role, setting, slip, refused)).toEqual([]);
    });

    it('where an own row is given to somebody else', async () => {
      const refused: readonly Outcome[] = ['row-level security', 'no privilege'];
      const gift = ({ name, tenant }: TenantTable): string =>
        `UPDATE ${name} SET ${tenant} = '${stranger}'`;
      expect(await surprises(role, owner, gift, refused)).toEqual([]);
    });

    it('where it is emptied as a whole', async () => {
      const emptying = ({ name }: TenantTable): string => `TRUNCATE ${name} CASCADE`;
      expect(await surprises(role, owner, emptying, ['no privilege'])).toEqual([]);
    });
  });
});
