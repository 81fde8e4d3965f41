import { Readable, type PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { StagedFile, Storage } from '../../../kernel';

/** A ZIP that is written while it is read: one entry after the other, none of them whole in memory. */
export class ZipArchive {
  private readonly zip = new ZipFile();
  private readonly output = this.zip.outputStream as PassThrough;
  private readonly stopped = new AbortController();
  private readonly mtime = new Date();

  private constructor() {
    this.zip.on('error', (error: Error) => this.output.destroy(error));
    // Told by `stage`; it may come before anybody reads.
    this.output.on('error', () => undefined);
    // Whoever reads has gone, such as a full disk: what is being added must not wait for it.
    this.output.once('close', () => this.stopped.abort());
  }

  /**
   * Stages what `fill` adds.
   * @throws what `fill` throws, or what staging does (StorageFullError); nothing is left behind
   */
  static async stage(
    storage: Storage,
    fill: (archive: ZipArchive) => Promise<void>,
  ): Promise<StagedFile> {
    const archive = new ZipArchive();
    const staging = storage.stage(archive.output);
    const failures: unknown[] = [];
    const filling = fill(archive).then(
      () => archive.zip.end(),
      (error: unknown) => {
        // Where nobody reads any more the reader's error says why.
        if (!archive.stopped.signal.aborted) failures.push(error);
        archive.output.destroy(new Error('filling the archive failed', { cause: error }));
      },
    );
    const [staged] = await Promise.allSettled([staging, filling]);
    if (failures.length > 0) throw failures[0];
    if (staged.status === 'rejected') throw staged.reason;
    return staged.value;
  }

  /**
   * @param path with `/` between folders, each part a name that a file can have
   * @param isPacked whether it is made smaller: texts are, pictures and Office files were before
   */
  async add(path: string, content: Readable, isPacked = false): Promise<void> {
    try {
      this.zip.addReadStream(content, path, { mtime: this.mtime, compress: isPacked });
      await finished(content, { signal: this.stopped.signal });
    } finally {
      content.destroy();
    }
  }

  async addText(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    await this.add(path, Readable.from(pieces, { objectMode: false }), true);
  }

  async addBytes(path: string, bytes: Uint8Array): Promise<void> {
    await this.add(path, Readable.from([bytes], { objectMode: false }));
  }
}
