/** Where this checkout's own Node 24 is, and what every launcher step stands on. Runs on Node 20.20 or newer. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..', '..');

/** Node 24 as installed by the project; a machine with no such package (macOS) must bring 24.15 or newer itself. */
export const nodePath = () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(projectRoot, 'node_modules', `node-${platform}-${process.arch}`, 'bin');
  const own = [join(folder, 'node'), join(folder, 'node.exe')].find((path) => existsSync(path));
  if (own) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath;
  throw new Error(
    `No Node.js 24 is shipped for ${process.platform}-${process.arch}, and this is ${process.version}. ` +
      'Install Node.js 24.15 or newer and start again.',
  );
};

/** Prints a step, does it, and prints how long it took and the short note that it returns. */
export const step = async (name, work) => {
  const began = performance.now();
  process.stdout.write(`▸ ${name} …`);
  if (!process.stdout.isTTY) process.stdout.write('\n');
  const note = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${process.stdout.isTTY ? '\r' : ''}✔ ${name}  ${seconds} s${note ? `  (${note})` : ''}\x1b[K\n`,
  );
};
