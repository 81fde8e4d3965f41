/**
 * One ES module per entry point, libraries bundled, packages left to node_modules.
 * esbuild bundles; SWC compiles what carries decorators, because Nest and TypeORM read their type metadata.
 */
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

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
 * The pool's threads take modules by `require` first, and Node ends the whole process where a thread is ended within
 * the `require` of an ES module. This one imports it.
 */
const wrap = (name, outdir) =>
  writeFile(
    join(outdir, `${name}.cjs`),
    `let run;\nmodule.exports = async (call) => {\n  run ??= (await import('./${basename(name)}.js')).default;\n  return run(call);\n};\n`,
  );

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
    // Node reads every map at the start; the sources themselves lie in the repository.
    sourcesContent: false,
    keepNames: true,
    metafile: true,
    tsconfig: join(backend, '..', 'tsconfig.base.json'),
    plugins: [decorators],
    logLevel: 'warning',
  });
  for (const name of entryNames.filter((entry) => entry.endsWith('threads')))
    await wrap(name, outdir);
  return metafile;
};
