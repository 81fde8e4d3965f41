import fc from 'fast-check';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { StorageFullError, type OpenSink } from '../../../kernel';
import { DiskStorage } from '../../../kernel/storage/disk-storage';
import { ZipArchive } from './zip-archive';

describe('an archive that is written while it is read', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liangxing-zip-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Files in staging, of whatever process. */
  async function staged(): Promise<number> {
    const names = await readdir(join(folder, 'incoming'), { recursive: true });
    return names.filter((name) => name.endsWith('.part')).length;
  }

  it('gives back every file as it was, whatever is in it', async () => {
    const files = fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-z一-龥]{1,12}$/),
        bytes: fc.uint8Array({ maxLength: 200_000 }),
        isPacked: fc.boolean(),
      }),
      { selector: ({ name }) => name, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const { path } = await ZipArchive.stage(new DiskStorage(folder), async (archive) => {
          for (const { name, bytes, isPacked } of given)
            await archive.add(`文件夹/${name}`, Readable.from([Buffer.from(bytes)]), isPacked);
        });
        const zip = await yauzl.openPromise(path);
        const found: [string, Buffer][] = [];
        for await (const entry of zip.eachEntry())
          found.push([entry.fileName, await buffer(await zip.openReadStreamPromise(entry))]);
        expect(found).toEqual(
          given.map(({ name, bytes }) => [`文件夹/${name}`, Buffer.from(bytes)]),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('has one file open at a time, however many there are', async () => {
    let [open, most] = [0, 0];
    const one = (): Readable => {
      most = Math.max(most, (open += 1));
      const content = Readable.from([Buffer.alloc(1_000)]);
      content.once('close', () => (open -= 1));
      return content;
    };
    const { size } = await ZipArchive.stage(new DiskStorage(folder), async (archive) => {
      for (let number = 0; number < 2_000; number += 1) await archive.add(`${number}`, one());
    });
    expect([most, open]).toEqual([1, 0]);
    expect(size).toBeGreaterThan(2_000_000);
  });

  it('leaves nothing behind where filling it fails, and says why', async () => {
    const filling = ZipArchive.stage(new DiskStorage(folder), async (archive) => {
      await archive.addText('a.txt', ['a']);
      throw new Error('the database has gone');
    });
    await expect(filling).rejects.toThrow('the database has gone');
    const broken = ZipArchive.stage(new DiskStorage(folder), (archive) =>
      archive.add('b', Readable.from(failing())),
    );
    await expect(broken).rejects.toThrow('unreadable');
    expect(await staged()).toBe(0);
  });

  it('ends where the disk is full, and waits for nobody', async () => {
    const full: OpenSink = () =>
      new Writable({
        write: (_chunk, _encoding, done) =>
          done(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
      });
    const staging = ZipArchive.stage(new DiskStorage(folder, full), async (archive) => {
      for (let number = 0; number < 50; number += 1)
        await archive.add(`${number}`, Readable.from([Buffer.alloc(500_000)]));
    });
    await expect(staging).rejects.toBeInstanceOf(StorageFullError);
  });
});

async function* failing(): AsyncGenerator<Buffer> {
  yield Buffer.from('b');
  throw new Error('unreadable');
}
