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

describe('what is staged', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await fs.mkdtemp(join(tmpdir(), 'liangxing-store-'));
  });
  afterEach(() => fs.rm(folder, { recursive: true, force: true }));

  const hours = (count: number): Date => new Date(Date.now() + count * 3_600_000);

  it('by a process that lives stays, however long it takes and whoever shares the disk', async () => {
    const [one, other] = [new DiskStorage(folder), new DiskStorage(folder)];
    const staged = await one.stage(Readable.from(['a']));
    await one.tendStaging(hours(5));
    expect(await other.tendStaging(hours(5.9))).toBe(0);
    await one.publish(staged, 'org/evidence/one');
  });

  it('while the upload still comes in stays too', async () => {
    const [one, other] = [new DiskStorage(folder), new DiskStorage(folder)];
    const coming = new Readable({ read: () => undefined });
    coming.push('a');
    const staging = one.stage(coming);
    while ((await fs.readdir(join(folder, 'incoming')).catch(() => [])).length === 0)
      await new Promise((done) => setTimeout(done, 5));
    await one.tendStaging(hours(5));
    expect(await other.tendStaging(hours(5.9))).toBe(0);
    coming.push(null);
    await one.publish(await staging, 'org/evidence/one');
  });

  it('by a process that died in the middle of an upload is removed by the next one', async () => {
    const [dead, other] = [new DiskStorage(folder), new DiskStorage(folder)];
    await dead.stage(Readable.from(['a']));
    expect(await other.tendStaging(hours(0.9))).toBe(0);
    expect(await other.tendStaging(hours(1.1))).toBe(1);
    expect(await fs.readdir(join(folder, 'incoming'))).toEqual([]);
    expect(await other.tendStaging(hours(1.1))).toBe(0);
  });

  it('goes with its process where that ends in order', async () => {
    const one = new DiskStorage(folder);
    await one.stage(Readable.from(['a']));
    await one.closeStaging();
    expect(await fs.readdir(join(folder, 'incoming'))).toEqual([]);
  });
});
