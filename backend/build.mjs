/**
 * Builds the server: one ES module per entry point into backend/dist, libraries bundled, packages left to node_modules.
 * esbuild bundles; SWC compiles what carries decorators, because Nest and TypeORM read their type metadata.
 */
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { cp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const backend = import.meta.dirname;
const entryNames = ['main', 'worker', 'migrate', 'seed', 'openapi', 'audit-verify', 'catalogue'];

const decorators = {
  name: 'decorators',
  setup(esbuild) {
    esbuild.onLoad({ filter: /[\\/]backend[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

const entryPoints = entryNames
  .map((name) => join(backend, 'src', `${name}.ts`))
  .filter((path) => existsSync(path));

await rm(join(backend, 'dist'), { recursive: true, force: true });
await build({
  entryPoints,
  outdir: join(backend, 'dist'),
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  sourcemap: true,
  keepNames: true,
  tsconfig: join(backend, '..', 'tsconfig.base.json'),
  plugins: [decorators],
  logLevel: 'warning',
});
await cp(join(backend, '..', 'libs', 'scheme', 'packs'), join(backend, 'dist', 'packs'), {
  recursive: true,
});
await cp(
  join(backend, 'src', 'features', 'catalogue', 'shipped'),
  join(backend, 'dist', 'packs', 'catalogue'),
  { recursive: true },
);
