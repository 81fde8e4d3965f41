/**
 * Provisions a PostgreSQL server from settings alone: roles, database, extensions. For containers, where no launcher
 * does it. Reads DATABASE_URL (an account that may create roles and databases) and one password per role; prints none.
 */
import pg from 'pg';
import { provision } from './provision.mjs';

const names = ['DATABASE_URL', 'MIGRATOR_PASSWORD', 'APP_PASSWORD', 'JOBS_PASSWORD'];
const missing = names.filter((name) => !process.env[name]);
if (missing.length > 0) {
  process.stderr.write(`Settings are missing: ${missing.join(', ')}\n`);
  process.exit(78);
}
const { DATABASE_URL, MIGRATOR_PASSWORD, APP_PASSWORD, JOBS_PASSWORD } = process.env;
const database = process.env.DATABASE_NAME || 'liangxing';

const admin = new pg.Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: 10_000 });
try {
  await admin.connect();
  await provision(admin, {
    database,
    passwords: { migrator: MIGRATOR_PASSWORD, app: APP_PASSWORD, jobs: JOBS_PASSWORD },
  });
  process.stdout.write(`database ${database} is ready\n`);
} catch (error) {
  process.stderr.write(`The database was not prepared (${error.code ?? error.message}).\n`);
  process.exitCode = 69;
} finally {
  await admin.end().catch(() => undefined);
}
