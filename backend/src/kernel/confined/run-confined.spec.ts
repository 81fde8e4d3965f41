import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runConfined, type ConfinedBounds } from './run-confined';

const BOUNDS: ConfinedBounds = {
  cpuSeconds: 2,
  addressSpaceKiB: 2_000_000,
  wallSeconds: 60,
  outputBytes: 1_000_000,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangxing-confined-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let made = 0;
async function program(source: string): Promise<string> {
  const file = join(folder, `program-${(made += 1)}.cjs`);
  await writeFile(file, `const fs = require('node:fs');\n${source}`);
  return file;
}
const run = async (source: string, input = 'input', bounds: Partial<ConfinedBounds> = {}) =>
  runConfined(await program(source), Buffer.from(input), { ...BOUNDS, ...bounds });
const ended = { name: 'ConfinedFailure', exitCode: undefined };

describe('a confined program', () => {
  it('is given its input and gives its output, byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 256));
    const file = await program('fs.writeFileSync(1, fs.readFileSync(0).reverse());');
    expect(await runConfined(file, bytes, BOUNDS)).toEqual(Buffer.from(bytes).reverse());
  });

  it('knows nothing of the environment', async () => {
    const variables = await run('fs.writeFileSync(1, Object.keys(process.env).join());');
    // What a shell sets by itself.
    expect(variables.toString()).toMatch(/^((PWD|OLDPWD|SHLVL|_),?)*$/);
  });

  it('is ended where it goes round for ever', async () => {
    await expect(run('for (;;);')).rejects.toMatchObject({ name: 'ConfinedFailure' });
  });

  it.each([
    ['on its heap', 'const all = []; for (;;) all.push(new Array(100000).fill({}));'],
    ['in buffers', 'const all = []; for (;;) all.push(Buffer.alloc(2 ** 26, 1));'],
  ])('is ended where it takes memory without end: %s', async (_, source) => {
    await expect(run(source, '', { cpuSeconds: 60 })).rejects.toMatchObject({
      name: 'ConfinedFailure',
    });
  });

  it('is ended where it writes more than is wanted', async () => {
    await expect(run("fs.writeFileSync(1, 'x'.repeat(2_000_000));")).rejects.toMatchObject(ended);
  });

  it('says by its code how it ended, whether or not it read its input', async () => {
    await expect(run('process.exit(3);', 'x'.repeat(3_000_000))).rejects.toMatchObject({
      exitCode: 3,
    });
  });

  it('is not begun where its bounds cannot be set', async () => {
    await expect(
      run("fs.writeFileSync(1, 'begun');", '', { addressSpaceKiB: Number.NaN }),
    ).rejects.toMatchObject({ name: 'ConfinedFailure' });
  });
});
