/**
 * Runs a command on the data of this machine as the owner of the database:
 * `npm run catalogue -- import FILE --source NAME --checked-on DAY` brings a table into the catalogue of standards,
 * `npm run account -- second-factor-off ADDRESS --by NAME --reason TEXT` helps who has lost phone and recovery codes.
 * Uses DATABASE_MIGRATOR_URL, else the running Liangxing of DATA_DIR, else starts its database for as long as it takes.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodePath, projectRoot } from './runtime.mjs';

const [name, ...rest] = process.argv.slice(2);
const dist = join(projectRoot, 'backend', 'dist');
const program = join(dist, `${name}.js`);
const dataDir = resolve(process.env.DATA_DIR ?? join(projectRoot, 'data'));

/** Port of the database that a running launcher holds on the data folder, or undefined. */
const runningPort = () => {
  const launcher = join(dataDir, 'launcher.pid');
  const postmaster = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(launcher) || !existsSync(postmaster)) return undefined;
  try {
    process.kill(Number(readFileSync(launcher, 'utf8')), 0);
  } catch {
    return undefined;
  }
  const port = Number(readFileSync(postmaster, 'utf8').split('\n')[3]);
  return port > 0 ? port : undefined;
};

const run = (command, args, env, stdio) =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd: process.cwd(), env, stdio });
    child.on('close', (code) => done(code ?? 1));
  });

const reachDatabase = async () => {
  if (process.env.DATABASE_MIGRATOR_URL)
    return { url: process.env.DATABASE_MIGRATOR_URL, stop: async () => undefined };
  if (!existsSync(join(dataDir, 'postgres', 'PG_VERSION')))
    throw new Error(
      `There is no database below ${dataDir} yet: start Liangxing once, or set DATA_DIR.`,
    );
  const { loadSecrets, startDatabase } = await import('./database.mjs');
  const secrets = loadSecrets(dataDir);
  const urlOn = (port) =>
    `postgres://liangxing_migrator:${secrets.migrator}@127.0.0.1:${port}/liangxing`;
  const port = runningPort();
  if (port !== undefined) return { url: urlOn(port), stop: async () => undefined };
  const database = await startDatabase(dataDir, secrets);
  return { url: urlOn(new URL(database.url).port), stop: database.stop };
};

let code = 1;
try {
  if (!existsSync(program)) {
    code = await run(
      nodePath(),
      [join(projectRoot, 'backend', 'build.mjs')],
      process.env,
      'ignore',
    );
    if (code !== 0) throw new Error('The build failed; npm run build says why.');
  }
  const database = await reachDatabase();
  const env = { ...process.env, DATABASE_MIGRATOR_URL: database.url, DATA_DIR: dataDir };
  delete env.DATABASE_URL;
  code = await run(nodePath(), [program, ...rest], env, 'inherit');
  await database.stop();
} catch (error) {
  process.stderr.write(`✘ ${error instanceof Error ? error.message : error}\n`);
  code = 1;
}
process.exit(code);
