import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Content that lies complete and flushed under a temporary name, not yet visible under a key. */
export interface StagedFile {
  readonly path: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** More content than allowed; nothing is left behind. */
export class ContentTooLargeError extends Error {
  constructor(readonly maxBytes: number) {
    super(`content is larger than ${maxBytes} bytes`);
  }
}

/** The store has no room left; nothing is left behind. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';

  constructor(cause: unknown) {
    super('the store is full', { cause });
  }
}

/** There is no object of this key. */
export class ObjectMissingError extends Error {
  constructor(readonly key: string) {
    super(`no stored object ${key}`);
  }
}

interface StagingOptions {
  readonly maxBytes?: number;
  /** Is told of every piece; what it throws ends the staging. */
  readonly count?: (bytes: number) => void;
}

/** Opens the sink of a staged file; a test puts a failing one here. */
export type OpenSink = (path: string) => Writable;

const openFile: OpenSink = (path) =>
  createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });

/** Keys are made by us: segments of letters, digits, `-`, `_`, `.`, none of them `.` or `..`. */
const keyPattern = /^(?!.*(^|\/)\.{1,2}(\/|$))[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;

/** A process that has not said for so long that it lives has ended. */
const silentMilliseconds = 60 * 60_000;

/**
 * Files of the product. The database row is the truth, the object its content: stage, publish, and only then
 * write the row; what was published and never recorded is removed by the sweep (`PendingObjects`).
 */
export abstract class Storage {
  /** Of this process alone: several may share the disk. */
  private readonly stagingFolder: string;

  constructor(
    private readonly incoming: string,
    private readonly openSink: OpenSink = openFile,
  ) {
    this.stagingFolder = join(incoming, randomUUID());
  }

  /**
   * Streams content to a flushed temporary file, hashing on the way.
   * @throws ContentTooLargeError, StorageFullError, or the stream's own error; the temporary file is gone then
   */
  async stage(content: Readable, options: StagingOptions = {}): Promise<StagedFile> {
    await makeFolder(this.stagingFolder);
    const path = join(this.stagingFolder, `${randomUUID()}.part`);
    const meter = new Meter(options.maxBytes ?? Number.MAX_SAFE_INTEGER, options.count);
    try {
      await pipeline(content, meter, this.openSink(path));
    } catch (error) {
      await rm(path, { force: true });
      throw storageError(error);
    }
    return { path, size: meter.size, sha256: meter.digest() };
  }

  /** Makes staged content visible under a key, replacing what was there. Consumes the staged file. */
  abstract publish(staged: StagedFile, key: string): Promise<void>;

  /** @throws ObjectMissingError */
  abstract read(key: string): Promise<Readable>;

  /** Removing what is not there is no error. */
  abstract remove(key: string): Promise<void>;

  /** Forgets staged content that will not be published. */
  async discard(staged: StagedFile): Promise<void> {
    await rm(staged.path, { force: true });
  }

  /**
   * Says that this process lives, and removes what processes on this disk left in staging when they ended. Call it far
   * more often than once an hour.
   * @returns how many processes left something
   */
  async tendStaging(now: Date): Promise<number> {
    // Where the folder is not there yet, nothing in it can be taken for left behind.
    await utimes(this.stagingFolder, now, now).catch(() => undefined);
    let removed = 0;
    for (const name of await readdir(this.incoming).catch((): string[] => [])) {
      const path = join(this.incoming, name);
      const found = await stat(path).catch(() => null);
      if (path === this.stagingFolder || found === null) continue;
      if (now.getTime() - found.mtimeMs < silentMilliseconds) continue;
      await rm(path, { recursive: true, force: true });
      removed += 1;
    }
    return removed;
  }

  /** This process ends; nothing is staged any more. */
  async closeStaging(): Promise<void> {
    await rm(this.stagingFolder, { recursive: true, force: true });
  }

  protected checkKey(key: string): string {
    if (!keyPattern.test(key)) throw new Error('malformed storage key');
    return key;
  }
}

/** Counts and hashes what passes, and breaks off beyond the limit. */
class Meter extends Transform {
  size = 0;
  private readonly hash = createHash('sha256');

  constructor(
    private readonly maxBytes: number,
    private readonly count?: (bytes: number) => void,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.size += chunk.length;
    try {
      this.count?.(chunk.length);
    } catch (error) {
      return done(error as Error);
    }
    if (this.size > this.maxBytes) return done(new ContentTooLargeError(this.maxBytes));
    this.hash.update(chunk);
    this.push(chunk);
    done();
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

const fullCodes: readonly unknown[] = ['ENOSPC', 'EDQUOT'];

/** A full disk by its own name, every other error as it is. */
export function storageError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return fullCodes.includes(code) ? new StorageFullError(error) : error;
}

/** Flushes a folder's entries, so that a rename survives a power cut. Systems that cannot do it are left alone. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  if (folder === null) return;
  await folder.sync().catch(() => undefined);
  await folder.close();
}

/** Makes a folder with its parents; each new one is flushed in its parent, so that no power cut takes it away again. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const above = dirname(first);
  for (let folder = dirname(path); folder !== above; folder = dirname(folder))
    await flushFolder(folder);
  await flushFolder(above);
}
