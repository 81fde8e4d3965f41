import pg from 'pg';
import { AREAS } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';

interface TenantTable {
  readonly name: string;
  /** Column of the tenant's id. */
  readonly tenant: string;
  /** Parts of the data to which its policies say it belongs: one, but for what is listed as of several. */
  readonly areas: readonly string[];
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

const consultancy = randomUUID();
const consultant = randomUUID();

/** What a role may do to a table of others at most: be refused, or find nothing. */
type Outcome = number | 'no privilege' | 'row-level security';

/** As whom a connection speaks: by a bare setting, or as a person who enters through a proof. */
type Speaker =
  string | null | { readonly person: string; readonly data: string; readonly acting: string };

describe('every table of tenants', () => {
  let database: TestDatabase;
  let tables: readonly TenantTable[];
  const values = new Map<string, { columns: string; some: string }>();

  beforeAll(async () => {
    database = await createTestDatabase();
    tables = await database.superuser<TenantTable>(
      `SELECT c.oid::regclass::text AS name, a.attname AS tenant,
         ARRAY(SELECT named[1] FROM pg_policies p,
             regexp_matches(p.qual, $$may_write\\('([a-z]+)'$$, 'g') named
           WHERE p.policyname = 'area_update' AND p.tablename = c.relname) AS areas
       FROM pg_class c
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
  async function attempt(client: pg.Client, setting: Speaker, sql: string): Promise<Outcome> {
    await client.query('BEGIN');
    try {
      if (typeof setting === 'object' && setting !== null)
        await client.query('SELECT app.enter($1, $2, $3)', [
          setting.person,
          setting.data,
          setting.acting,
        ]);
      else if (setting !== null)
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
    setting: Speaker,
    sqlOf: (table: TenantTable) => string,
    allowed: readonly Outcome[] | ((table: TenantTable) => readonly Outcome[]),
  ): Promise<string[]> {
    const client = new pg.Client({ connectionString: database.urlOf(role) });
    await client.connect();
    const found: string[] = [];
    try {
      for (const table of tables) {
        const outcome = await attempt(client, setting, sqlOf(table));
        const expected = typeof allowed === 'function' ? allowed(table) : allowed;
        if (!expected.includes(outcome)) found.push(`${table.name}: ${String(outcome)}`);
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

  describe('is opened by a grant', () => {
    const through = { person: consultant, data: owner, acting: consultancy };
    const change = ({ name, tenant }: TenantTable): string =>
      `UPDATE ${name} SET ${tenant} = ${tenant}`;
    const removal = ({ name }: TenantTable): string => `DELETE FROM ${name}`;
    const addition = ({ name }: TenantTable): string => insertion(name, owner);
    /** Seen under every grant: the name of the organization. */
    const named = ['organizations', 'organization_quotas'];

    beforeAll(async () => {
      await database.superuser(
        `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
         VALUES ($1, $2, 'consultant', 'consultancy')`,
        [consultancy, consultant],
      );
      await database.superuser(
        `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
        [consultancy],
      );
      await database.superuser(
        'INSERT INTO client_assignments (organization_id, client_id, user_id) VALUES ($1, $2, $3)',
        [consultancy, owner, consultant],
      );
    });

    /** The only grant that there is, with its dates as words of SQL. */
    async function grant(
      areas: { readonly readable: readonly string[]; readonly writable: readonly string[] },
      {
        from = "now() - interval '1 day'",
        until = "now() + interval '1 day'",
        revoked = 'NULL',
      } = {},
    ): Promise<void> {
      await database.superuser('DELETE FROM access_grants WHERE grantee_id = $1', [consultancy]);
      await database.superuser(
        `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable, starts_at, ends_at,
           given_by, given_by_name, revoked_at)
         VALUES ($1, gen_random_uuid(), $2, '', $3, $4, ${from}, ${until}, $1, '', ${revoked})`,
        [owner, consultancy, areas.readable, areas.writable],
      );
    }

    it('names an area of every table', () => {
      const known: readonly string[] = [...AREAS, 'team'];
      const isUnknown = ({ areas }: TenantTable): boolean =>
        areas.length === 0 || areas.some((area) => !known.includes(area));
      expect(tables.filter(isUnknown)).toEqual([]);
      expect(new Set(tables.flatMap(({ areas }) => areas)).size).toBe(known.length);
    });

    it.each(AREAS)('of %s for reading: seen there, changed nowhere', async (area) => {
      await grant({ readable: [area], writable: [] });
      expect(
        await surprises('app', through, everything, (table) =>
          table.areas.includes(area) || named.includes(table.name) ? [1] : [0],
        ),
      ).toEqual([]);
      for (const sqlOf of [change, removal])
        expect(await surprises('app', through, sqlOf, [0, 'no privilege'])).toEqual([]);
      expect(
        await surprises('app', through, addition, ({ name }) =>
          name === 'audit_events' ? [1] : ['row-level security', 'no privilege'],
        ),
      ).toEqual([]);
    });

    it.each(AREAS)(
      'of %s for writing: changed there, seen and changed nowhere else',
      async (area) => {
        await grant({ readable: [area], writable: [area] });
        expect(
          await surprises('app', through, everything, (table) =>
            table.areas.includes(area) || named.includes(table.name) ? [1] : [0],
          ),
        ).toEqual([]);
        for (const sqlOf of [change, removal])
          expect(
            await surprises('app', through, sqlOf, (table) =>
              table.areas.includes(area) ? [1, 'no privilege'] : [0, 'no privilege'],
            ),
          ).toEqual([]);
      },
    );

    it('and gives no row away, not even where everything is opened', async () => {
      await grant({ readable: AREAS, writable: AREAS });
      const gift = ({ name, tenant }: TenantTable): string =>
        `UPDATE ${name} SET ${tenant} = '${consultancy}'`;
      expect(
        await surprises('app', through, gift, ({ areas }) =>
          areas.includes('team') ? [0, 'no privilege'] : ['row-level security', 'no privilege'],
        ),
      ).toEqual([]);
    });

    it.each([
      ['that is over', { until: "now() - interval '1 second'" }],
      ['that has not begun', { from: "now() + interval '1 hour'" }],
      ['that was revoked', { revoked: 'now()' }],
    ])('not by one %s', async (_, dates) => {
      await grant({ readable: AREAS, writable: AREAS }, dates);
      await expect(surprises('app', through, everything, [])).rejects.toMatchObject({
        code: 'LX404',
      });
    });

    it.each([
      ['a stranger who says to act for it', { ...through, person: stranger }],
      ['its people for the data of another', { ...through, data: stranger }],
      ['its people for themselves', { ...through, acting: owner }],
    ])('not to %s', async (_, speaker) => {
      await grant({ readable: AREAS, writable: AREAS });
      await expect(surprises('app', speaker, everything, [])).rejects.toMatchObject({
        code: 'LX404',
      });
    });
  });
});
