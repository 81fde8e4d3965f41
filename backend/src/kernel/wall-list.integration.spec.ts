import pg from 'pg';
import { writeFileSync } from 'node:fs';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { openTables } from '../testing/open-tables';
import { reviewedWalls, WALL_LIST, wallDifferences, wallList } from '../testing/wall-list';

type Reader = Pick<TestDatabase, 'superuser'>;

/** What a hole is called, how it is made, and a word of the line that names it. */
type Hole = readonly [hole: string, sql: string, named: string];

/** The first of them are holes in the wall between tenants, which the rules can explain. */
const HOLES_OF_POLICIES = 9;
const HOLES: readonly Hole[] = [
  [
    'row-level security is off',
    'ALTER TABLE organizations DISABLE ROW LEVEL SECURITY',
    'table public.organizations: owner liangxing_migrator, no row-level security',
  ],
  [
    'row-level security is not forced',
    'ALTER TABLE dossiers NO FORCE ROW LEVEL SECURITY',
    'table public.dossiers: owner liangxing_migrator, row-level security not forced',
  ],
  [
    'a policy is opened',
    'ALTER POLICY own_memberships ON memberships USING (true)',
    'policy own_memberships of public.memberships: PERMISSIVE for SELECT to public using true',
  ],
  [
    'a second policy is there',
    `CREATE POLICY a ON standards FOR SELECT USING (organization_id IS NOT NULL)`,
    'policy a of public.standards: PERMISSIVE for SELECT',
  ],
  [
    'a policy is for everyone',
    `DROP POLICY maintainers ON catalogue_feedback;
     CREATE POLICY maintainers ON catalogue_feedback FOR SELECT USING (true)`,
    'policy maintainers of public.catalogue_feedback: PERMISSIVE for SELECT to public using true',
  ],
  [
    'a policy is for one command only',
    `DROP POLICY tenant ON evidence; CREATE POLICY tenant ON evidence FOR SELECT
       USING (organization_id = app.organization_id())`,
    'policy tenant of public.evidence: PERMISSIVE for SELECT',
  ],
  [
    'a policy lets others’ rows be written',
    'ALTER POLICY tenant ON evidence WITH CHECK (true)',
    'policy tenant of public.evidence: PERMISSIVE for ALL to public using (organization_id',
  ],
  [
    'an area is opened to every grant',
    'ALTER POLICY area_read ON evidence USING (organization_id = app.organization_id())',
    'policy area_read of public.evidence: RESTRICTIVE for SELECT to public using (organization_id',
  ],
  [
    'a policy is gone',
    'DROP POLICY tenant ON evidence',
    'policy tenant of public.evidence: PERMISSIVE for ALL',
  ],
  [
    'a function with its owner’s rights is lent to the server',
    'GRANT EXECUTE ON FUNCTION app.organization_ids() TO liangxing_app',
    'function app.organization_ids(): liangxing_app may EXECUTE',
  ],
  [
    'a function is lent to everyone',
    'GRANT EXECUTE ON FUNCTION app.issue_dossier(text, text, text, text, integer, boolean, timestamptz) TO PUBLIC',
    'boolean, issued_at timestamp with time zone): PUBLIC may EXECUTE',
  ],
  [
    'a function gets its owner’s rights',
    'ALTER FUNCTION app.organization_id() SECURITY DEFINER',
    'function app.organization_id(): owner liangxing_migrator, sql, SECURITY DEFINER, text',
  ],
  [
    'a function looks for its tables where the caller says',
    'ALTER FUNCTION app.organization_ids() RESET search_path',
    'function app.organization_ids(): owner liangxing_migrator, sql, SECURITY DEFINER, text',
  ],
  [
    'a function does something else',
    `CREATE OR REPLACE FUNCTION app.organization_id() RETURNS uuid LANGUAGE sql STABLE AS
       $$ SELECT coalesce(current_setting('app.any', true), '')::uuid $$`,
    'function app.organization_id(): owner',
  ],
  [
    'a new function is everyone’s',
    `CREATE FUNCTION app.peek() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.users'`,
    'function app.peek(): PUBLIC may EXECUTE',
  ],
  [
    'a table is everyone’s',
    'GRANT SELECT ON password_resets TO PUBLIC',
    'table public.password_resets: PUBLIC may SELECT',
  ],
  [
    'one column is readable',
    'GRANT SELECT (password_hash) ON users TO liangxing_jobs',
    'table public.users column password_hash: liangxing_jobs may SELECT',
  ],
  [
    'the trail may be shortened',
    'GRANT TRUNCATE ON audit_events TO liangxing_jobs',
    'table public.audit_events: liangxing_jobs may INSERT, SELECT, TRUNCATE',
  ],
  [
    'a right may be handed on',
    'GRANT SELECT ON users TO liangxing_app WITH GRANT OPTION',
    'table public.users: liangxing_app may INSERT, SELECT and grant it, UPDATE',
  ],
  [
    'a table has another owner',
    'ALTER TABLE evidence OWNER TO liangxing_app',
    'table public.evidence: owner liangxing_app',
  ],
  [
    'a view asks with its owner’s rights',
    'CREATE VIEW everyone AS SELECT * FROM users; GRANT SELECT ON everyone TO liangxing_app',
    'view public.everyone: asks as its owner',
  ],
  [
    'a table outside of all rules is there',
    'CREATE SCHEMA side; CREATE TABLE side.copies AS SELECT * FROM users',
    'table side.copies: owner',
  ],
  [
    'a trigger sleeps',
    'ALTER TABLE scheme_versions DISABLE TRIGGER ALL',
    'of public.scheme_versions: OFF',
  ],
  [
    'a rule redirects',
    'CREATE RULE quiet AS ON DELETE TO sessions DO INSTEAD NOTHING',
    'rule quiet of sessions: CREATE RULE quiet',
  ],
  [
    'a schema takes objects of others',
    'GRANT CREATE ON SCHEMA app TO liangxing_app',
    'schema app: liangxing_app may CREATE, USAGE',
  ],
  [
    'what will be made is open',
    'ALTER DEFAULT PRIVILEGES FOR ROLE liangxing_migrator GRANT SELECT ON TABLES TO PUBLIC',
    'new tables of liangxing_migrator: PUBLIC may SELECT',
  ],
  [
    'the server passes the wall',
    'ALTER ROLE liangxing_app BYPASSRLS',
    'role liangxing_app: BYPASSRLS, LOGIN',
  ],
  [
    'the worker is as strong as the owner',
    'GRANT liangxing_migrator TO liangxing_jobs',
    'role liangxing_jobs: member of liangxing_migrator',
  ],
  [
    'the server reads everything',
    'GRANT pg_read_all_data TO liangxing_app',
    'role liangxing_app: member of pg_read_all_data',
  ],
  [
    'the server brings a tenant along',
    `ALTER ROLE liangxing_app SET app.organization_id = '6d8e5f4e-0000-4000-8000-000000000000'`,
    'role liangxing_app: setting app.organization_id=',
  ],
];

describe('the list of all rights', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** Makes a hole and looks at it, in a transaction that never was: roles belong to the whole server. */
  const after = async <T>(sql: string, look: (reader: Reader) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: database.urlOf('superuser') });
    await client.connect();
    try {
      await client.query('BEGIN');
      // Spec files beside this one set the passwords of the same roles.
      await client.query('LOCK TABLE pg_authid, pg_auth_members IN SHARE ROW EXCLUSIVE MODE');
      await client.query(sql);
      return await look({
        superuser: async <Row>(text: string, values: readonly unknown[] = []) =>
          (await client.query(text, [...values])).rows as Row[],
      });
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  };

  it('is the reviewed one, line by line; a reviewed change is written by npm run walls', async () => {
    const found = await wallList(database);
    if (process.env['WALLS'] === 'write') writeFileSync(WALL_LIST, `${found.join('\n')}\n`);
    expect(wallDifferences(reviewedWalls(), found).join('\n')).toBe('');
    expect(found.length).toBeGreaterThan(100);
  });

  it.each(HOLES)('is not kept silent about where %s', async (_, sql, named) => {
    const found = await after(sql, wallList);
    expect(wallDifferences(reviewedWalls(), found).join('\n')).toContain(named);
  });

  it.each<Hole>([
    ...HOLES.slice(0, HOLES_OF_POLICIES),
    ['a table has no tenant', 'CREATE TABLE secrets (id uuid PRIMARY KEY)', 'secrets'],
  ])('is explained by the rules where %s', async (_, sql) => {
    const table = /(?:ON|TABLE) (\w+)/.exec(sql)?.[1] ?? '-';
    expect(await after(sql, openTables)).toEqual([expect.stringContaining(`${table}: `)]);
  });

  it('has no key by which a row could point into another tenant', async () => {
    const across = (reader: Reader): Promise<{ key: string }[]> =>
      reader.superuser(
        `SELECT k.conrelid::regclass || '.' || k.conname AS key FROM pg_constraint k
         JOIN pg_attribute child ON child.attrelid = k.conrelid AND child.attname = 'organization_id'
         JOIN pg_attribute parent ON parent.attrelid = k.confrelid AND parent.attname = 'organization_id'
         WHERE k.contype = 'f' AND NOT EXISTS (
           SELECT FROM unnest(k.conkey, k.confkey) AS pair (child_column, parent_column)
           WHERE pair.child_column = child.attnum AND pair.parent_column = parent.attnum)`,
      );
    expect(await across(database)).toEqual([]);
    const careless = `ALTER TABLE dossiers ADD UNIQUE (id);
      ALTER TABLE evidence ADD COLUMN dossier uuid CONSTRAINT careless REFERENCES dossiers (id)`;
    expect(await after(careless, across)).toEqual([{ key: 'evidence.careless' }]);
  });

  it('has no table outside of what the rules know', async () => {
    expect(await openTables(database)).toEqual([]);
  });
});
