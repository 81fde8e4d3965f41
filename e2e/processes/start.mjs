/**
 * The product as a larger installation runs it: two servers behind HAProxy, which hands each request to the next one, two
 * workers, and between them and PostgreSQL a PgBouncer that lends its five connections for one transaction at a time.
 * Takes the settings of the launcher; needs the programs `haproxy` and `pgbouncer`, and what `nx build` makes.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { loadSecrets, startDatabase } from '../../backend/launcher/database.mjs';
import { provision } from '../../backend/launcher/provision.mjs';
import { projectRoot, step } from '../../backend/launcher/runtime.mjs';
import { launcherSettings } from '../../backend/launcher/settings.mjs';
import { poolerOf } from '../../backend/src/testing/pooler.mjs';

const { dataDir, port, address } = launcherSettings(process.env);
const dist = join(projectRoot, 'backend', 'dist');
const logs = join(dataDir, 'logs');

/** Ends of everything that was started, in the order of starting. */
const running = [];
let isStopping = false;

const stopAll = async (code) => {
  if (isStopping) return;
  isStopping = true;
  for (const stop of running.reverse()) await stop();
  process.exit(code);
};

const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => done(free));
    });
  });

/** Runs until everything is stopped; when it ends by itself, everything is. */
const keep = (name, program, args, options = {}) => {
  const log = openSync(join(logs, `${name}.log`), 'a', 0o600);
  // A process group of its own: Ctrl-C reaches this program, which stops the others in order.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', log, log], ...options });
  const ended = new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', (code, signal) => done(signal ?? code));
  });
  void ended.then((reason) => {
    if (isStopping) return;
    process.stderr.write(`✘ ${name} ended (${reason}); see ${logs}\n`);
    void stopAll(1);
  });
  running.push(async () => {
    child.kill('SIGTERM');
    await ended;
  });
};

const runToEnd = (name, env) => {
  execFileSync(process.execPath, [join(dist, `${name}.js`)], { cwd: projectRoot, env });
};

const until = async (what, isTrue) => {
  const end = performance.now() + 120_000;
  while (!(await isTrue().catch(() => false))) {
    if (performance.now() > end) throw new Error(`${what} within 2 minutes: no; see ${logs}`);
    await new Promise((done) => setTimeout(done, 100));
  }
};

/** @returns urls of each role to the database itself */
const openDatabase = async (secrets) => {
  const { url, stop } = await startDatabase(dataDir, secrets);
  running.push(stop);
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await provision(admin, { database: 'liangxing', passwords: secrets });
  await admin.end();
  const { port: databasePort } = new URL(url);
  const urlOf = (role) =>
    `postgres://liangxing_${role}:${secrets[role]}@127.0.0.1:${databasePort}/liangxing`;
  return { databasePort, migrator: urlOf('migrator'), app: urlOf('app'), jobs: urlOf('jobs') };
};

/** @returns the address of the pooler for the url of a role */
const startPooler = async (secrets, databasePort) => {
  const poolerPort = await freePort();
  const { program, args, options } = poolerOf({
    folder: join(dataDir, 'pgbouncer'),
    port: poolerPort,
    database: { host: '127.0.0.1', port: databasePort },
    passwords: secrets,
    connections: 5,
  });
  keep('pgbouncer', program, args, options);
  return (url) => Object.assign(new URL(url), { port: String(poolerPort) }).href;
};

const startBalancer = (ports) => {
  const file = join(dataDir, 'haproxy.cfg');
  const servers = ports.map((each) => `  server server-${each} 127.0.0.1:${each} check inter 1s\n`);
  writeFileSync(
    file,
    `defaults
  mode http
  option forwardfor
  option redispatch
  timeout connect 5s
  timeout client 60s
  timeout server 15m
frontend people
  bind 127.0.0.1:${port}
  default_backend servers
backend servers
  balance roundrobin
  option httpchk GET /api/health/ready
${servers.join('')}`,
  );
  keep('haproxy', 'haproxy', ['-db', '-f', file]);
};

const main = async () => {
  mkdirSync(logs, { recursive: true });
  chmodSync(dataDir, 0o711);
  const secrets = loadSecrets(dataDir);
  const direct = await openDatabase(secrets);
  const common = {
    ...process.env,
    DATA_DIR: dataDir,
    PUBLIC_URL: address,
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    WEB_ROOT: join(projectRoot, 'frontend', 'dist', 'browser'),
    PACKS_DIR: join(dist, 'packs'),
    CSRF_SECRET: secrets.csrf,
    SECOND_FACTOR_KEY: secrets.secondFactor,
    TRUST_PROXY: '1',
  };
  await step('migrate', async () =>
    runToEnd('migrate', { ...common, DATABASE_MIGRATOR_URL: direct.migrator }),
  );
  await step('sample', async () =>
    runToEnd('seed', { ...common, DATABASE_APP_URL: direct.app, DATABASE_JOBS_URL: direct.jobs }),
  );
  const pooled = await startPooler(secrets, direct.databasePort);
  const start = (name, number, env) =>
    keep(
      `${name}-${number}`,
      process.execPath,
      ['--enable-source-maps', join(dist, `${name}.js`)],
      { cwd: projectRoot, env: { ...common, ...env } },
    );
  const ports = [await freePort(), await freePort()];
  await step('two servers, two workers', async () => {
    for (const [at, each] of ports.entries()) {
      const url = direct.app;
      start('main', at + 1, {
        PORT: each,
        DATABASE_APP_URL: pooled(url),
        DATABASE_DIRECT_URL: url,
      });
    }
    for (const number of [1, 2]) {
      const url = direct.jobs;
      start('worker', number, { DATABASE_JOBS_URL: pooled(url), DATABASE_DIRECT_URL: url });
    }
    for (const each of ports)
      await until(
        'a server is ready',
        async () => (await fetch(`http://127.0.0.1:${each}/api/health/ready`)).ok,
      );
    startBalancer(ports);
    await until(
      'the balancer answers',
      async () => (await fetch(`http://127.0.0.1:${port}/api/health/ready`)).ok,
    );
  });
  process.stdout.write(`\n  ${address}\n`);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll(0));
main().catch(async (error) => {
  process.stderr.write(`✘ ${error instanceof Error ? error.message : error}\n`);
  await stopAll(1);
});
