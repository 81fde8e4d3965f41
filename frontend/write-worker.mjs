/** After `ng build`: the worker that keeps the shell, with the names of all that was built, beside it. */
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dirname;
const built = join(root, 'dist/browser');
const isKept = (name) => /\.(?:html|js|css|woff2?|svg|png|webmanifest)$/.test(name);

const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => isKept(name) && name !== 'shell-worker.js')
  .sort();
const hash = createHash('sha256');
for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(built, file)));

await build({
  entryPoints: [join(root, 'src/worker/shell-worker.ts')],
  outfile: join(built, 'shell-worker.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2023',
  define: {
    SHELL_FILES: JSON.stringify(files.map((file) => `/${file}`)),
    SHELL_VERSION: JSON.stringify(hash.digest('hex').slice(0, 16)),
  },
});
