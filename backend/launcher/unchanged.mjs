/** What a start need not do again: build what nobody changed, prepare a database that this build has prepared. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from './runtime.mjs';

/** All that a build reads; folders of the project root with what lies below them. */
const sources = [
  ...['backend', 'frontend', 'libs'],
  ...['package-lock.json', 'tsconfig.base.json', 'nx.json'],
];
const made = new Set(['dist', 'node_modules', 'tmp', '.angular']);

const filesBelow = (path, without = new Set()) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
        without.has(entry.name) || !(entry.isFile() || entry.isDirectory())
          ? []
          : filesBelow(join(path, entry.name), without),
      )
    : [path];

/** Changes when a source is added, removed, or written to. */
export const sourcesStamp = (root = projectRoot) => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((name) => filesBelow(join(root, name), made)).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
};

/** Changes with the built programs and the packs that they publish. */
export const programsStamp = (dist) => {
  const hash = createHash('sha256');
  for (const file of filesBelow(dist).sort())
    if (!file.endsWith('.map') && !basename(file).startsWith('.'))
      hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
};

export const hasStamp = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8') === stamp;

export const writeStamp = (file, stamp) => writeFileSync(file, stamp, { mode: 0o600 });
