import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  flushFolder,
  makeFolder,
  ObjectMissingError,
  Storage,
  storageError,
  type OpenSink,
  type StagedFile,
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

  private pathOf(key: string): string {
    return join(this.objects, ...this.checkKey(key).split('/'));
  }
}
