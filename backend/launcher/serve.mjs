/** Builds what changed, starts the database, the server and the worker, and stops them again. Runs on Node 24. */
import { spawn } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { loadSecrets, prepareDatabase } from './database.mjs';
import { provision } from './provision.mjs';
import { projectRoot, step } from './runtime.mjs';
import { supervise } from './supervise.mjs';
import { buildStamp, hasStamp, programsStamp, sourcesStamp, writeStamp } from './unchanged.mjs';
import {
  dataDirProblem,
  databaseProblem,
  launcherSettings,
  portProblem,
  reachableHost,
} from './settings.mjs';

const settings = () => {
  try {
    return launcherSettings(process.env);
  } catch (error) {
    process.stderr.write(`\n✘ ${error.message}\n`);
    return process.exit(78);
  }
};

const dist = join(projectRoot, 'backend', 'dist');
const { dataDir, host, port, address, databaseUrl } = settings();

/** Started things, in the order in which they are stopped. */
const running = [];
/** What is being started, or runs to its end. */
let starting = Promise.resolve();
let errand;
let isStopping = false;

const stopAll = async (code) => {
  if (isStopping) return;
  isStopping = true;
  process.stdout.write('\n正在停止 stopping …\n');
  errand?.kill('SIGTERM');
  await starting.catch(() => undefined);
  for (const { stop } of running) await stop();
  process.exit(code);
};

/** Runs a program to its end; its output is shown only when it fails. */
const runToEnd = (args, env) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    errand = child;
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) =>
      code === 0 ? done(output) : fail(new Error(output.trim() || `ended with ${code}`)),
    );
  });

const logFileOf = (name) => join(dataDir, 'logs', `${name}.log`);

/** A program that does not end within this time of being asked is ended without being asked. */
const patienceMilliseconds = 15_000;

/**
 * Starts a long-running program. It ends by itself when this process is gone (its IPC channel closes); Ctrl-C in a
 * terminal does not reach its process group, so that the order of stopping is ours.
 */
const startProgram = async (name, env) => {
  const file = logFileOf(name);
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const log = openSync(file, 'a');
  chmodSync(file, 0o600);
  const child = spawn(process.execPath, ['--enable-source-maps', join(dist, `${name}.js`)], {
    cwd: projectRoot,
    env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  child.on('message', (message) => message === 'ready' && ready.add(name));
  const ended = new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', (code, signal) => done(String(signal ?? code)));
  });
  return {
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const hurry = setTimeout(() => child.kill('SIGKILL'), patienceMilliseconds);
      await ended;
      clearTimeout(hurry);
    },
  };
};

/** Programs that have said so since the start. */
const ready = new Set();

const tell = {
  restarted: (name, reason) =>
    process.stderr.write(`\n⚠ ${name} 意外结束，已重新启动 ended (${reason}), started again\n`),
  gaveUp: (name, reason) => {
    const file = logFileOf(name);
    const tail = existsSync(file)
      ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20)
      : [];
    const seen = tail.length > 0 ? `; the end of ${file}:\n${tail.join('\n')}` : '';
    process.stderr.write(
      `\n✘ ${name} 反复结束，不再启动 ended again and again (${reason}); everything stops${seen}\n`,
    );
    void stopAll(1);
  },
};

/** Wrong settings stay wrong. */
const isFinal = (reason) => reason === '78';

/** Last started, first stopped: worker, server, database. */
const keep = async (name, start, end) => {
  if (isStopping) return;
  const begun = supervise(name, start, tell, end);
  starting = begun;
  running.unshift(await begun);
};

/** Two launchers on one data folder would stop each other's database. */
const claimDataDir = () => {
  const file = join(dataDir, 'launcher.pid');
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    // The database's own user must pass through; without one nobody else need.
    chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new Error(dataDirProblem(error, dataDir), { cause: error });
  }
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  let other = '';
  try {
    other = pid && pid !== process.pid ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
  } catch {
    // That process is gone.
  }
  if (other.includes('serve.mjs')) {
    throw new Error(
      `已在运行 Liangxing already runs on ${dataDir} (process ${pid}). Stop it first, or set DATA_DIR and PORT.`,
    );
  }
  writeFileSync(file, String(process.pid), { mode: 0o600 });
};

const checkPortFree = () =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', ({ code }) => fail(new Error(portProblem(code, host, port))));
    probe.listen(port, host, () => probe.close(done));
  });

/** A failure of one's own PostgreSQL is told in words; the embedded one tells its own. */
const inWords = async (url, work) => {
  try {
    return await work();
  } catch (error) {
    throw databaseUrl ? new Error(databaseProblem(error, url), { cause: error }) : error;
  }
};

const openDatabase = async (secrets) => {
  let url = databaseUrl;
  let note = 'DATABASE_URL';
  if (!url) {
    const database = await prepareDatabase(dataDir, secrets);
    await keep('postgres', database.start);
    url = database.url;
    note = database.isNew ? 'new' : undefined;
  }
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  await inWords(url, () => admin.connect());
  try {
    const { port: serverPort } = admin;
    // Behind the question mark: how to speak TLS, for one, or by which socket.
    const { hostname, search } = new URL(url);
    const server = hostname || 'localhost';
    await inWords(url, () => provision(admin, { database: 'liangxing', passwords: secrets }));
    const urlOf = (role) =>
      `postgres://liangxing_${role}:${encodeURIComponent(secrets[role])}@${server}:${serverPort}/liangxing${search}`;
    return { note, urls: { migrator: urlOf('migrator'), app: urlOf('app'), jobs: urlOf('jobs') } };
  } finally {
    await admin.end();
  }
};

/** The server answers, and the worker takes jobs. */
const waitUntilReady = async () => {
  const health = `http://${reachableHost(host)}:${port}/api/health/ready`;
  const end = performance.now() + 120_000;
  while (performance.now() < end && !isStopping) {
    const answer = ready.has('worker') ? await fetch(health).catch(() => null) : null;
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  if (isStopping) return;
  throw new Error(
    `启动超时 Server and worker did not become ready within 2 minutes; see ${join(dataDir, 'logs')}`,
  );
};

/**
 * Nothing to do where neither a source nor the last build was touched, else Nx rebuilds what changed. `--built`: whoever
 * calls has just built.
 */
const build = async () => {
  const stampFile = join(dist, '.built-from');
  // Of before: what is written while it builds is for the next one.
  const sources = sourcesStamp();
  if (hasStamp(stampFile, buildStamp(projectRoot, sources))) return 'up to date';
  const nx = join(projectRoot, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const output = await runToEnd([nx, 'run-many', '-t', 'build', '--output-style=static'], {
    ...process.env,
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
  });
  writeStamp(stampFile, buildStamp(projectRoot, sources));
  return /existing outputs match|from cache|local cache/.test(output)
    ? 'unchanged parts from the cache'
    : undefined;
};

/** Brings tables and sample to this build. A database of one's own is looked at each time, the embedded one once a build. */
const prepare = async (migratorEnv, seedEnv) => {
  const hasSample = process.env.SAMPLE !== 'off' && existsSync(join(dist, 'seed.js'));
  // Among the files of the database: whoever exchanges those exchanges it with them.
  const stampFile = join(dataDir, 'postgres', 'prepared');
  const packs = resolve(projectRoot, migratorEnv.PACKS_DIR || dist);
  const stamp = databaseUrl
    ? undefined
    : [programsStamp(dist, packs), hasSample ? 'sample' : 'empty'].join(' ');
  if (stamp !== undefined && hasStamp(stampFile, stamp)) return;
  await step('结构迁移 migrate', () =>
    runToEnd([join(dist, 'migrate.js')], migratorEnv).then(() => undefined),
  );
  if (hasSample)
    await step('示例企业 sample', () =>
      runToEnd([join(dist, 'seed.js')], seedEnv).then((output) =>
        output.includes('already there') ? 'already there' : undefined,
      ),
    );
  if (stamp !== undefined) writeStamp(stampFile, stamp);
};

const main = async () => {
  claimDataDir();
  await checkPortFree();
  const secrets = loadSecrets(dataDir);
  if (!process.argv.includes('--built')) await step('构建 build', build);
  // From here on everything that is written is data: logs, files, mails.
  process.umask(0o077);
  let urls;
  await step('数据库 database', async () => {
    const prepared = await openDatabase(secrets);
    urls = prepared.urls;
    return prepared.note;
  });
  const common = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: address,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
  };
  common.WEB_ROOT ??= join(projectRoot, 'frontend', 'dist', 'browser');
  common.PACKS_DIR ??= join(dist, 'packs');
  common.CSRF_SECRET ??= secrets.csrf;
  common.SECOND_FACTOR_KEY ??= secrets.secondFactor;
  common.PLATFORM_ADMINISTRATORS ??= sampleAdministrator();
  delete common.DATABASE_URL;
  // The launcher's own addresses lead to PostgreSQL itself, each with its role.
  delete common.DATABASE_DIRECT_URL;
  const appEnv = { ...common, DATABASE_APP_URL: urls.app };
  const jobsEnv = { ...common, DATABASE_JOBS_URL: urls.jobs };
  await prepare(
    { ...common, DATABASE_MIGRATOR_URL: urls.migrator },
    { ...appEnv, DATABASE_JOBS_URL: urls.jobs },
  );
  await step('启动 start', async () => {
    await keep('main', () => startProgram('main', appEnv), isFinal);
    await keep('worker', () => startProgram('worker', jobsEnv), isFinal);
    await waitUntilReady();
  });
  if (isStopping) return;
  process.stdout.write(`\n  打开 open   ${address}\n`);
  printSignIns(common.PLATFORM_ADMINISTRATORS);
  process.stdout.write('\n  Ctrl-C 停止 stops everything; data stay in ' + dataDir + '\n');
};

const sampleSignIns = () => {
  const file = join(projectRoot, 'backend', 'samples', 'sign-ins.json');
  if (process.env.SAMPLE === 'off' || !existsSync(file)) return [];
  return JSON.parse(readFileSync(file, 'utf8'));
};

/** Its password is known to everybody: only where nobody but this machine reaches the server, and no other is named. */
const sampleAdministrator = () =>
  ['127.0.0.1', 'localhost', '::1'].includes(host)
    ? (sampleSignIns().find(({ role }) => role === 'platform')?.email ?? '')
    : '';

const printSignIns = (administrator) => {
  for (const { email, password, role } of sampleSignIns()) {
    if (role === 'platform' && email !== administrator) continue;
    process.stdout.write(`  示例 sample ${email}  ${password}  (${role})\n`);
  }
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll(0));
process.on('disconnect', () => void stopAll(0));
main().catch(async (error) => {
  process.stderr.write(`\n✘ ${error instanceof Error ? error.message : error}\n`);
  await stopAll(1);
});
