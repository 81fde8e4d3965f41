/**
 * One ES module per entry point, libraries bundled, packages left to node_modules.
 * esbuild bundles; SWC compiles what carries decorators, because Nest and TypeORM read their type metadata.
 */
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const backend = import.meta.dirname;

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

/**
 * @param {readonly string[]} entryNames files of `src/`, without `.ts`
 * @param {string} outdir absolute
 * @returns esbuild's metafile: which program reaches which module
 */
export const bundle = async (entryNames, outdir) => {
  const { metafile } = await build({
    absWorkingDir: join(backend, '..'),
    entryPoints: entryNames.map((name) => join(backend, 'src', `${name}.ts`)),
    outbase: join(backend, 'src'),
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    keepNames: true,
    metafile: true,
    tsconfig: join(backend, '..', 'tsconfig.base.json'),
    plugins: [decorators],
    logLevel: 'warning',
  });
  return metafile;
};
