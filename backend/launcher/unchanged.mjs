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
/** All that a build writes. */
const results = ['backend/dist', 'frontend/dist'];

const filesBelow = (path, without = new Set()) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
        without.has(entry.name) || !(entry.isFile() || entry.isDirectory())
          ? []
          : filesBelow(join(path, entry.name), without),
      )
    : [path];

/** Below what is there of these folders, without our own notes. */
const madeFiles = (folders) => [
  ...new Set(
    folders
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => filesBelow(folder))
      .filter((file) => !basename(file).startsWith('.')),
  ),
];

const stampOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
};

/** Changes when a source is added, removed, or written to. */
export const sourcesStamp = (root = projectRoot) =>
  stampOf(sources.flatMap((name) => filesBelow(join(root, name), made)));

/** Changes also with what was built: a build that was killed, or was one for another purpose, is none. */
export const buildStamp = (root = projectRoot, from = sourcesStamp(root)) =>
  `${from} ${stampOf(madeFiles(results.map((folder) => join(root, folder))))}`;

/** Changes with the built programs and with the packs that they publish, wherever those lie. */
export const programsStamp = (...folders) => {
  const hash = createHash('sha256');
  for (const file of madeFiles(folders).sort())
    if (!file.endsWith('.map')) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
};

export const hasStamp = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8') === stamp;

export const writeStamp = (file, stamp) => writeFileSync(file, stamp, { mode: 0o600 });
