/** Builds the server into backend/dist, with the packs that it ships. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';

const backend = import.meta.dirname;
const dist = join(backend, 'dist');
const entryNames = [
  'main',
  'worker',
  'threads',
  'migrate',
  'seed',
  'openapi',
  'audit-verify',
  'catalogue',
  'account',
  'convert-workbook',
];

await rm(dist, { recursive: true, force: true });
await bundle(entryNames, dist);
await cp(join(backend, '..', 'libs', 'scheme', 'packs'), join(dist, 'packs'), { recursive: true });
await cp(
  join(backend, 'src', 'features', 'catalogue', 'shipped'),
  join(dist, 'packs', 'catalogue'),
  { recursive: true },
);
