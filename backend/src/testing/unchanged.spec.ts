import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasStamp, sourcesStamp, writeStamp } from '../../launcher/unchanged.mjs';

describe('the stamp of the sources', () => {
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

  it('changes with a source that is written, added or removed, and with the lock file', () => {
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

  it('does not change with what a build makes', () => {
    const before = sourcesStamp(root);
    write('backend/dist/main.js', 'built');
    write('frontend/.angular/cache', 'kept');
    expect(sourcesStamp(root)).toBe(before);
  });

  it('is there only where the very same one was written', () => {
    const file = join(root, 'stamp');
    expect(hasStamp(file, 'a')).toBe(false);
    writeStamp(file, 'a');
    expect([hasStamp(file, 'a'), hasStamp(file, 'b')]).toEqual([true, false]);
  });
});
