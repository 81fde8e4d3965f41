/**
 * `npm run bench [-- --only name,name]`: measures side by side in one run and writes docs/benchmarks.md.
 * Bundles the measurements into tmp/bench and runs each in a process of its own.
 */
import { build } from 'esbuild';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchmarksPage } from './benchmarks-page.mjs';

const projectRoot = join(import.meta.dirname, '..', '..');
const folder = join(projectRoot, 'tmp', 'bench');
const pageFile = join(projectRoot, 'docs', 'benchmarks.md');
/** From here on the page is written by people: what no machine measures. */
const BY_HAND = "\n## A new user's way\n";
const names = [
  'scoring',
  'import',
  'system',
  'catalogue',
  'front-end',
  'api',
  'dossier',
  'portfolio',
  'cases',
  'reviewing',
  'load',
];

const chosenNames = () => {
  const at = process.argv.indexOf('--only');
  if (at < 0) return names;
  const chosen = (process.argv[at + 1] ?? '').split(',');
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`--only takes ${names.join(', ')}; not ${unknown}`);
  return chosen;
};

const writtenByHand = (text) => {
  const at = text.indexOf(BY_HAND);
  return at < 0 ? '' : text.slice(at);
};

const bundle = () =>
  build({
    entryPoints: [...names, 'dossier-child', 'bare-server'].map((name) =>
      join(import.meta.dirname, `${name}.ts`),
    ),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    keepNames: false,
    tsconfig: join(projectRoot, 'tsconfig.base.json'),
    logLevel: 'warning',
  });

/** One measurement; a failure is a line in the report, never a figure. */
const run = (name) =>
  new Promise((done) => {
    const out = join(folder, `${name}.json`);
    rmSync(out, { force: true });
    const child = spawn(process.execPath, [join(folder, `${name}.mjs`)], {
      cwd: projectRoot,
      env: { ...process.env, BENCH_OUT: out },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('close', (code) => {
      try {
        done(JSON.parse(readFileSync(out, 'utf8')));
      } catch {
        const reason =
          /^\w*Error.*$/m.exec(errors)?.[0] ??
          (errors.trim().split('\n').at(-1) || `ended with ${code}`);
        done({ rows: [{ what: name, missing: reason }], notes: [] });
      }
    });
  });

const commit = () => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: projectRoot,
      encoding: 'utf8',
    }).trim();
  } catch {
    return 'unknown';
  }
};

mkdirSync(folder, { recursive: true });
await bundle();
const chosen = chosenNames();
const isWhole = chosen.length === names.length;
const results = [];
let page = '';
for (const [index, name] of chosen.entries()) {
  process.stdout.write(`${name} …\n`);
  results.push({ name, ...(await run(name)) });
  // Written after each part, so that a run that is cut short says so and loses nothing.
  const missing = 'the run ended before it';
  const rest = chosen.slice(index + 1).map((what) => ({ rows: [{ what, missing }], notes: [] }));
  page = benchmarksPage([...results, ...rest], { commit: commit() });
  if (isWhole) writeFileSync(pageFile, page + writtenByHand(readFileSync(pageFile, 'utf8')));
}
process.stdout.write(`\n${page}\n`);
process.stdout.write(
  isWhole ? 'Written: docs/benchmarks.md\n' : 'A part only: docs/benchmarks.md is left as it is.\n',
);
