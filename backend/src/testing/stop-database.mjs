import { rmSync } from 'node:fs';
import pg from 'pg';

/** What still keeps this process alive: Jest ends it all the same, but a test that leaves something open is named. */
const nameWhatIsOpen = () => {
  const output = new Set([process.stdin, process.stdout, process.stderr]);
  const open = process._getActiveHandles().filter((handle) => !output.has(handle));
  for (const { constructor, listening, remotePort, localPort, spawnargs, threadId, fd } of open) {
    const known = { listening, localPort, remotePort, spawnargs, threadId, fd };
    process.stderr.write(`still open: ${constructor.name} ${JSON.stringify(known)}\n`);
  }
};

export default async function stopTests() {
  rmSync(globalThis.liangxingTestThreads, { recursive: true, force: true });
  await stopTestDatabase();
  // What has just been closed is still listed in this turn of the loop.
  await new Promise((done) => setTimeout(done, 200));
  nameWhatIsOpen();
}

/** Stops the embedded server, or removes what this run left on a server of one's own. */
async function stopTestDatabase() {
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
