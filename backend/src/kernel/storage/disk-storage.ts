import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import {
  flushFolder,
  makeFolder,
  ObjectMissingError,
  Storage,
  storageError,
  type OpenSink,
  type StagedFile,
  type StoredObject,
} from './storage';

/** Objects as files below one folder; staging lies on the same file system, so that publishing is a rename. */
export class DiskStorage extends Storage {
  private readonly objects: string;

  constructor(folder: string, openSink?: OpenSink) {
    super(join(folder, 'incoming'), openSink);
    this.objects = join(folder, 'objects');
  }

  async publish(staged: StagedFile, key: string): Promise<void> {
    const path = this.pathOf(key);
    try {
      await makeFolder(dirname(path));
      await rename(staged.path, path);
      await flushFolder(dirname(path));
    } catch (error) {
      await this.discard(staged);
      throw storageError(error);
    }
  }

  async read(key: string): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new ObjectMissingError(key);
      throw error;
    });
    return file.createReadStream();
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async folders(): Promise<string[]> {
    const entries = await readdir(this.objects, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    const start = prefix === '' ? this.objects : this.pathOf(prefix);
    const entries = await readdir(start, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const found = await stat(path).catch(() => null);
      if (found === null) continue;
      yield { key: relative(this.objects, path).split(sep).join('/'), modifiedAt: found.mtime };
    }
  }

  private pathOf(key: string): string {
    return join(this.objects, ...this.checkKey(key).split('/'));
  }
}
