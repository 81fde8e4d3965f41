import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { provision } from '../../launcher/provision.mjs';
import { JOB_KINDS } from '../jobs';
import { migrate } from '../kernel/database/migrate';

/** Fixed, for the roles belong to the whole test server and spec files run side by side. */
const passwords = { migrator: 'test-migrator', app: 'test-app', jobs: 'test-jobs' };

export interface TestDatabase {
  readonly name: string;
  /** Address for one role; the superuser's is for looking behind the wall. */
  urlOf(role: 'superuser' | 'migrator' | 'app' | 'jobs'): string;
  /** Runs SQL as superuser: row-level security does not apply. */
  superuser<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

const run = (): string => process.env['TEST_DATABASE_RUN'] ?? 'run';

function serverUrl(): URL {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('the test database was not started (jest globalSetup)');
  return new URL(url);
}

function urlOf(role: 'superuser' | keyof typeof passwords, database: string): string {
  const url = serverUrl();
  url.pathname = `/${database}`;
  if (role !== 'superuser') {
    url.username = `liangxing_${role}`;
    url.password = passwords[role];
  }
  return url.href;
}

async function withAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: serverUrl().href });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The first spec file of a run makes the template with all migrations; the others wait and copy it. */
async function templateOf(admin: pg.Client): Promise<string> {
  const name = `liangxing_test_${run()}_template`;
  const building = `${name}_building`;
  await admin.query(`SELECT pg_advisory_lock(hashtext($1))`, [name]);
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return name;
    await admin.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await provision(admin, { database: building, passwords });
    await migrate(urlOf('migrator', building), JOB_KINDS);
    await admin.query(`ALTER DATABASE ${building} RENAME TO ${name}`);
    return name;
  } finally {
    await admin.query(`SELECT pg_advisory_unlock(hashtext($1))`, [name]);
  }
}

/** A fresh database with every migration, for one spec file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const suffix = createHash('sha256').update(randomUUID()).digest('hex').slice(0, 10);
  const name = `liangxing_test_${run()}_${suffix}`;
  await withAdmin(async (admin) => {
    const template = await templateOf(admin);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER liangxing_migrator`);
    // A copy has the rights of a new database, not of its template: as `provision` leaves them.
    await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO liangxing_app, liangxing_jobs`);
  });
  const superuser = new pg.Pool({ connectionString: urlOf('superuser', name), max: 2 });
  // DROP DATABASE … WITH (FORCE) may still reach a connection that is being closed.
  superuser.on('error', () => undefined);
  return {
    name,
    urlOf: (role) => urlOf(role, name),
    superuser: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await superuser.query(sql, [...values])).rows as Row[],
    drop: async () => {
      await superuser.end();
      await withAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
