import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { bundle } from '../../bundle.mjs';
import { loadSecrets, startDatabase } from '../../launcher/database.mjs';

/** Worker threads load files of their own: what they run is built as the product builds it. */
const buildThreads = async () => {
  // Below the checkout, where its packages are found.
  const root = join(import.meta.dirname, '..', '..', '..', 'tmp');
  mkdirSync(root, { recursive: true });
  const folder = mkdtempSync(join(root, 'threads-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  await bundle(['threads', 'convert-workbook', 'kernel/threads/testing/probe-threads'], folder);
  process.env.TEST_THREADS_FILE = join(folder, 'threads.cjs');
  globalThis.liangxingTestThreads = folder;
};

/** One PostgreSQL per run: the one of DATABASE_URL, else an embedded one in a temporary folder. */
export default async function startTestDatabase() {
  process.env.TEST_DATABASE_RUN = randomBytes(4).toString('hex');
  await buildThreads();
  if (process.env.DATABASE_URL) {
    process.env.TEST_DATABASE_URL = process.env.DATABASE_URL;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'liangxing-test-'));
  // PostgreSQL runs as a user of its own, who must be able to enter.
  chmodSync(folder, 0o711);
  const database = await startDatabase(folder, loadSecrets(folder));
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  // A test database may be lost: speed before safety.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await admin.query(`ALTER SYSTEM SET ${setting} = off`);
  await admin.query('SELECT pg_reload_conf()');
  await admin.end();
  process.env.TEST_DATABASE_URL = database.url;
  globalThis.liangxingTestDatabase = { folder, stop: database.stop };
}
