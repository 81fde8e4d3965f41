import { createTestDatabase, type TestDatabase } from '../testing/test-database';

/** Small tables that every shard would hold as a whole; rows of tenants may point there by whatever key. */
const REFERENCE = ['organizations', 'users', 'scheme_versions'];

/** Triggers on tenants' tables, each with what it looks at. */
const TRIGGERS: Readonly<Record<string, string>> = {
  'access_grants: tell_grantees_changed':
    'names people of the grantee by memberships, writes nothing',
  'answer_history: keep_answer_history': 'the assessment of the row, in its own organization',
  'certificates: register_certificate':
    'the row alone, whose public facts it writes beside the tenants',
  'client_assignments: tell_identity_changed': 'the row alone',
  'dossiers: keep_frozen_dossier': 'the row alone',
  'dossiers: keep_issued_dossier': 'the row alone',
  'memberships: tell_identity_changed': 'the row alone',
  'organization_schemes: refuse_change': 'the row alone',
  'scheme_entry_checks: refuse_change': 'the row alone',
  'standards: forget_checked_status': 'the row alone',
};

interface Key {
  readonly on: string;
  readonly kind: 'primary' | 'unique' | 'foreign';
  readonly columns: readonly string[];
  /** Of a foreign key. */
  readonly target: string | null;
  readonly remote: readonly string[];
}

const columnsOf = (numbers: string, table: string): string =>
  `ARRAY(SELECT attname::text FROM unnest(${numbers}) WITH ORDINALITY AS n(number, at)
     JOIN pg_attribute ON attrelid = ${table} AND attnum = number ORDER BY at)`;

describe('a database that is parted by tenants', () => {
  let database: TestDatabase;
  let tenants: readonly string[];
  let keys: readonly Key[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const found = await database.superuser<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
    );
    tenants = found.map(({ name }) => name);
    keys = await database.superuser<Key>(
      `SELECT i.indrelid::regclass::text AS on, CASE WHEN indisprimary THEN 'primary' ELSE 'unique' END AS kind,
         ${columnsOf('i.indkey::int2[]', 'i.indrelid')} AS columns, NULL AS target, '{}'::text[] AS remote
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace
       UNION ALL SELECT k.conrelid::regclass::text, 'foreign', ${columnsOf('k.conkey', 'k.conrelid')},
         k.confrelid::regclass::text, ${columnsOf('k.confkey', 'k.confrelid')}
       FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`,
    );
  });
  afterAll(() => database.drop());

  const isTenants = (table: string | null): boolean => table !== null && tenants.includes(table);
  const told = ({ on, kind, columns, target, remote }: Key): string =>
    `${on}: ${kind} (${columns.join(', ')})${target === null ? '' : ` → ${target} (${remote.join(', ')})`}`;

  it('has the organization first in every primary and unique key of a tenant', () => {
    const spanning = keys.filter(
      ({ on, kind, columns }) =>
        isTenants(on) && kind !== 'foreign' && columns[0] !== 'organization_id',
    );
    expect(spanning.map(told)).toEqual([]);
    expect(tenants.length).toBeGreaterThan(40);
  });

  it('has no row that points to a row of another tenant', () => {
    const wrong = keys.filter(
      ({ target, columns, remote }) =>
        isTenants(target) && !(columns[0] === 'organization_id' && remote[0] === 'organization_id'),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('has tenants point to nothing else but what every part holds', () => {
    const others = keys.filter(
      ({ on, kind, target }) =>
        kind === 'foreign' &&
        isTenants(on) &&
        !isTenants(target) &&
        !REFERENCE.includes(target ?? ''),
    );
    expect(others.map(told)).toEqual([]);
  });

  it('has no trigger on whose tenant another row depends', async () => {
    const rows = await database.superuser<{ name: string }>(
      `SELECT DISTINCT t.tgrelid::regclass::text || ': ' || p.proname AS name
       FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
       WHERE NOT t.tgisinternal AND t.tgrelid::regclass::text = ANY ($1)`,
      [tenants],
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(TRIGGERS));
  });
});
