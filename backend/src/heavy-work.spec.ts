import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { forbiddenChains, type Metafile } from './testing/bundled-reach';

/** Packages and files of ours that make documents or read files: they run in worker threads (`src/threads.ts`), nowhere else. */
const HEAVY_PACKAGES = [
  'exceljs',
  'docx',
  'docxtemplater',
  'fflate',
  'pizzip',
  'pdfkit',
  '@cantoo/pdf-lib',
  'fontkit',
  '@resvg/resvg-wasm',
  'yazl',
];
/** Writes a ZIP while it is read, a piece at a time: a thread would have to be handed every byte. */
const STREAMS_ZIP = 'backend/src/features/exports/archive/zip-archive.ts';
const HEAVY_FILES = ['libs/dossier/src/render.ts', 'libs/spreadsheet/src/read.ts'];

const isHeavy = (path: string): boolean =>
  HEAVY_FILES.includes(path) ||
  HEAVY_PACKAGES.some((name) => path === name || path.startsWith(`${name}/`));

/** Keeps no bounds of its own: read only by the program that may be lost (`src/convert-workbook.ts`). */
const isUnbounded = (path: string): boolean => path.startsWith('@e965/xlsx');

const root = join(__dirname, '..', '..');
const entryOf = (name: string): string => `backend/src/${name}.ts`;

describe('work that would stand in the way of others', () => {
  let metafile: Metafile;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liangxing-reach-'));
    try {
      const file = join(folder, 'metafile.json');
      // In a process of its own: what bundles the product is a module, and this file is none.
      const program = `import { writeFileSync } from 'node:fs';
        const { bundle } = await import(${JSON.stringify(join(root, 'backend', 'bundle.mjs'))});
        const metafile = await bundle(['main', 'worker', 'threads', 'convert-workbook'], ${JSON.stringify(folder)});
        writeFileSync(${JSON.stringify(file)}, JSON.stringify(metafile));`;
      await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
      metafile = JSON.parse(await readFile(file, 'utf8')) as Metafile;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it.each(['main', 'worker'])('is reached by no import of the program %s', (program) => {
    expect(metafile.inputs[STREAMS_ZIP]?.imports.map(({ path }) => path)).toContain('yazl');
    const streaming = { [STREAMS_ZIP]: { imports: [] } };
    const others = { inputs: { ...metafile.inputs, ...streaming } };
    const chains = forbiddenChains(others, entryOf(program), isHeavy);
    expect(chains.map((chain) => chain.join(' → '))).toEqual([]);
  });

  it.each([...HEAVY_PACKAGES, ...HEAVY_FILES])('is known to the threads: %s', (name) => {
    const chains = forbiddenChains(
      metafile,
      entryOf('threads'),
      (path) => path === name || path.startsWith(`${name}/`),
    );
    expect(chains.map((chain) => chain.at(-1)?.startsWith(name))).toContain(true);
  });

  it.each(['main', 'worker', 'threads'])('keeps bounds in the program %s', (program) => {
    const chains = forbiddenChains(metafile, entryOf(program), isUnbounded);
    expect(chains.map((chain) => chain.join(' → '))).toEqual([]);
  });

  it('is done without bounds by the converter of workbooks alone', () => {
    const chains = forbiddenChains(metafile, entryOf('convert-workbook'), isUnbounded);
    expect(chains.length).toBeGreaterThan(0);
  });

  it('is done without the framework and without a database', () => {
    const isForeign = (path: string): boolean => /^(@nestjs|typeorm|pg|pg-boss)($|\/)/.test(path);
    const chains = forbiddenChains(metafile, entryOf('threads'), isForeign);
    expect(chains.map((chain) => chain.join(' → '))).toEqual([]);
  });

  it('is named with the whole way that leads to it', () => {
    const inputs = {
      'main.ts': { imports: [{ path: 'a.ts' }, { path: 'b.ts' }] },
      'a.ts': { imports: [{ path: 'main.ts' }] },
      'b.ts': { imports: [{ path: 'c.ts' }] },
      'c.ts': { imports: [{ path: 'docx' }, { path: 'node:fs' }] },
    };
    expect(forbiddenChains({ inputs }, 'main.ts', (path) => path === 'docx')).toEqual([
      ['main.ts', 'b.ts', 'c.ts', 'docx'],
    ]);
  });
});
