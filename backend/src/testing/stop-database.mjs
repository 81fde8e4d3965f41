import { rmSync } from 'node:fs';
import pg from 'pg';

/** Stops the embedded server, or removes what this run left on a server of one's own. */
export default async function stopTestDatabase() {
  rmSync(globalThis.liangxingTestThreads, { recursive: true, force: true });
  const own = globalThis.liangxingTestDatabase;
  if (own) {
    await own.stop();
    rmSync(own.folder, { recursive: true, force: true });
    return;
  }
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await admin.connect();
  const { rows } = await admin.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [
    `liangxing_test_${process.env.TEST_DATABASE_RUN}%`,
  ]);
  for (const { datname } of rows) await admin.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  await admin.end();
}
