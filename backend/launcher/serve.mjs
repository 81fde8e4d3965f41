/** Builds what changed, starts the database, the server and the worker, and stops them again. Runs on Node 24. */
import { spawn } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { loadSecrets, startDatabase } from './database.mjs';
import { provision } from './provision.mjs';
import { projectRoot, step } from './runtime.mjs';
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
let isStopping = false;

const stopAll = async (code) => {
  if (isStopping) return;
  isStopping = true;
  process.stdout.write('\n正在停止 stopping …\n');
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
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) =>
      code === 0 ? done(output) : fail(new Error(output.trim() || `ended with ${code}`)),
    );
  });

/** Starts a long-running program; it ends by itself when this process is gone (its IPC channel closes). */
const keepRunning = (name, env) => {
  const logFile = join(dataDir, 'logs', `${name}.log`);
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--enable-source-maps', join(dist, `${name}.js`)], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', log, log, 'ipc'],
  });
  const ended = new Promise((done) => child.on('close', done));
  child.on('close', (code) => {
    if (isStopping) return;
    const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
    process.stderr.write(`\n✘ ${name} ended with ${code}; the end of ${logFile}:\n${tail}\n`);
    void stopAll(1);
  });
  running.unshift({
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  });
};

/** Two launchers on one data folder would stop each other's database. */
const claimDataDir = () => {
  const file = join(dataDir, 'launcher.pid');
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    chmodSync(dataDir, 0o711);
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
  writeFileSync(file, String(process.pid));
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

const prepareDatabase = async (secrets) => {
  let url = databaseUrl;
  let note = 'DATABASE_URL';
  if (!url) {
    const database = await startDatabase(dataDir, secrets);
    running.push(database);
    url = database.url;
    note = database.isNew ? 'new' : undefined;
  }
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  await inWords(url, () => admin.connect());
  try {
    const { host: server, port: serverPort } = admin;
    // How to speak TLS, for one.
    const { search } = new URL(url);
    await inWords(url, () => provision(admin, { database: 'liangxing', passwords: secrets }));
    const urlOf = (role) =>
      `postgres://liangxing_${role}:${encodeURIComponent(secrets[role])}@${server}:${serverPort}/liangxing${search}`;
    return { note, urls: { migrator: urlOf('migrator'), app: urlOf('app'), jobs: urlOf('jobs') } };
  } finally {
    await admin.end();
  }
};

const waitUntilReady = async () => {
  const ready = `http://${reachableHost(host)}:${port}/api/health/ready`;
  const end = performance.now() + 120_000;
  while (performance.now() < end && !isStopping) {
    const answer = await fetch(ready).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  if (isStopping) return;
  throw new Error(
    `启动超时 The server did not become ready within 2 minutes; see ${join(dataDir, 'logs', 'main.log')}`,
  );
};

/** Nx rebuilds only what changed. `--built` on the command line: whoever calls has just built. */
const build = async () => {
  const nx = join(projectRoot, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const output = await runToEnd([nx, 'run-many', '-t', 'build', '--output-style=static'], {
    ...process.env,
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
  });
  return /existing outputs match|from cache|local cache/.test(output)
    ? 'unchanged parts from the cache'
    : undefined;
};

const main = async () => {
  claimDataDir();
  await checkPortFree();
  const secrets = loadSecrets(dataDir);
  if (!process.argv.includes('--built')) await step('构建 build', build);
  let urls;
  await step('数据库 database', async () => {
    const prepared = await prepareDatabase(secrets);
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
  delete common.DATABASE_URL;
  const appEnv = { ...common, DATABASE_APP_URL: urls.app };
  const jobsEnv = { ...common, DATABASE_JOBS_URL: urls.jobs };
  await step('结构迁移 migrate', () =>
    runToEnd([join(dist, 'migrate.js')], { ...common, DATABASE_MIGRATOR_URL: urls.migrator }).then(
      () => undefined,
    ),
  );
  if (process.env.SAMPLE !== 'off' && existsSync(join(dist, 'seed.js'))) {
    await step('示例企业 sample', () =>
      runToEnd([join(dist, 'seed.js')], { ...appEnv, DATABASE_JOBS_URL: urls.jobs }).then(
        (output) => (output.includes('already there') ? 'already there' : undefined),
      ),
    );
  }
  await step('启动 start', async () => {
    keepRunning('main', appEnv);
    keepRunning('worker', jobsEnv);
    await waitUntilReady();
  });
  if (isStopping) return;
  process.stdout.write(`\n  打开 open   ${address}\n`);
  if (process.env.SAMPLE !== 'off') printSignIns();
  process.stdout.write('\n  Ctrl-C 停止 stops everything; data stay in ' + dataDir + '\n');
};

const printSignIns = () => {
  const file = join(projectRoot, 'backend', 'samples', 'sign-ins.json');
  if (!existsSync(file)) return;
  for (const { email, password, role } of JSON.parse(readFileSync(file, 'utf8'))) {
    process.stdout.write(`  示例 sample ${email}  ${password}  (${role})\n`);
  }
};

process.on('SIGINT', () => void stopAll(0));
process.on('SIGTERM', () => void stopAll(0));
process.on('disconnect', () => void stopAll(0));
main().catch(async (error) => {
  process.stderr.write(`\n✘ ${error instanceof Error ? error.message : error}\n`);
  await stopAll(1);
});
