import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DiskStorage } from './disk-storage';

jest.mock('node:fs/promises', () => ({
  ...jest.requireActual<typeof fs>('node:fs/promises'),
  open: jest.fn(jest.requireActual<typeof fs>('node:fs/promises').open),
}));

describe('a file stored on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await fs.mkdtemp(join(tmpdir(), 'liangxing-store-'));
    jest.mocked(fs.open).mockClear();
  });
  afterEach(() => fs.rm(folder, { recursive: true, force: true }));

  const flushed = (): string[] => jest.mocked(fs.open).mock.calls.map(([path]) => String(path));

  it('has every folder that was made for it flushed in its parent', async () => {
    const storage = new DiskStorage(join(folder, 'files'));
    await storage.publish(await storage.stage(Readable.from(['a'])), 'org/evidence/one');
    const objects = join(folder, 'files', 'objects');
    expect(flushed()).toEqual(
      expect.arrayContaining([folder, join(folder, 'files'), objects, join(objects, 'org')]),
    );
    expect(flushed().at(-1)).toBe(join(objects, 'org', 'evidence'));
  });

  it('needs its own folder flushed only where all others are there', async () => {
    const storage = new DiskStorage(folder);
    await storage.publish(await storage.stage(Readable.from(['a'])), 'org/evidence/one');
    jest.mocked(fs.open).mockClear();
    await storage.publish(await storage.stage(Readable.from(['b'])), 'org/evidence/two');
    expect(flushed()).toEqual([join(folder, 'objects', 'org', 'evidence')]);
  });
});
