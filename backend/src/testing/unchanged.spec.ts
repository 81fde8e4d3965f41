import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildStamp,
  hasStamp,
  programsStamp,
  sourcesStamp,
  writeStamp,
} from '../../launcher/unchanged.mjs';

describe('a stamp', () => {
  let root: string;
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sources-'));
    for (const file of ['package-lock.json', 'tsconfig.base.json', 'nx.json']) write(file, '{}');
    for (const folder of ['backend', 'frontend', 'libs']) write(`${folder}/a/b.ts`, 'b');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('of the sources changes with one that is written, added or removed, and with the lock file', () => {
    const seen = [sourcesStamp(root)];
    for (const [file, text] of [
      ['libs/a/b.ts', 'bc'],
      ['frontend/new.html', ''],
      ['package-lock.json', '{"a":1}'],
    ] as const) {
      write(file, text);
      seen.push(sourcesStamp(root));
    }
    rmSync(join(root, 'backend/a'), { recursive: true });
    seen.push(sourcesStamp(root));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('of the sources does not change with what a build makes', () => {
    const before = sourcesStamp(root);
    write('backend/dist/main.js', 'built');
    write('frontend/.angular/cache', 'kept');
    expect(sourcesStamp(root)).toBe(before);
  });

  it('of a build changes where another build, or one that was killed, wrote over it', () => {
    const seen = [buildStamp(root)];
    const files = [
      'backend/dist/main.js',
      'frontend/dist/browser/index.html',
      'frontend/dist/a.js',
    ];
    for (const file of files) write(file, 'built');
    seen.push(buildStamp(root));
    write('frontend/dist/a.js', 'half');
    seen.push(buildStamp(root));
    rmSync(join(root, 'frontend/dist'), { recursive: true });
    seen.push(buildStamp(root));
    expect(new Set(seen).size).toBe(seen.length);
    writeStamp(join(root, 'backend/dist/.built-from'), 'the note itself');
    expect(buildStamp(root)).toBe(seen.at(-1));
  });

  it('of the programs changes with packs that lie elsewhere, and not with maps', () => {
    write('backend/dist/main.js', 'built');
    write('packs/scheme.json', '1');
    const stamp = (): string => programsStamp(join(root, 'backend/dist'), join(root, 'packs'));
    const before = stamp();
    write('backend/dist/main.js.map', 'lines');
    expect(stamp()).toBe(before);
    write('packs/scheme.json', '2');
    expect(stamp()).not.toBe(before);
    expect(stamp()).not.toBe(programsStamp(join(root, 'backend/dist'), join(root, 'nowhere')));
  });

  it('is there only where the very same one was written', () => {
    const file = join(root, 'stamp');
    expect(hasStamp(file, 'a')).toBe(false);
    writeStamp(file, 'a');
    expect([hasStamp(file, 'a'), hasStamp(file, 'b')]).toEqual([true, false]);
  });
});
