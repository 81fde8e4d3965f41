import { MOST_WORD_BYTES, type WordFieldValues } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { EntityManager } from 'typeorm';
import {
  busyWithoutRoom,
  Config,
  PendingObjects,
  ProblemError,
  sendStored,
  Quotas,
  receiveUpload,
  RequestContext,
  Storage,
  TenantDatabase,
  ThreadPool,
  threadTask,
  typeOfUpload,
  UploadRoom,
  WORD,
  type StagedFile,
  type Upload,
  type WorkOwner,
} from '../../../kernel';
import type { NamedFields } from '../word/word-fields';
import type { fillWordFile, inspectWordFile } from '../word/word-file.task';

const INSPECT = threadTask<typeof inspectWordFile>('inspectWordFile', { seconds: 60 });
const FILL = threadTask<typeof fillWordFile>('fillWordFile', { seconds: 60 });

/** Files of the largest size that may be on their way at once; one person may have half of them. */
const FILES_AT_ONCE = 12;

type Tenant = Pick<RequestContext, 'organizationId'>;

/** A Word file that lies in the store, as a row tells of it. */
export interface StoredWord extends NamedFields {
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
}

/**
 * Word files with fields: taken in, copied to another tenant, filled in. What is published here is announced; the
 * transaction that writes the row which names it calls `record`, and what it leaves out is swept.
 */
@Injectable()
export class WordFiles {
  private readonly room: UploadRoom;
  private readonly mostBytes: number;

  constructor(
    private readonly database: TenantDatabase,
    private readonly storage: Storage,
    private readonly pending: PendingObjects,
    private readonly quotas: Quotas,
    private readonly threads: ThreadPool,
    config: Config,
  ) {
    this.mostBytes = Math.min(MOST_WORD_BYTES, config.uploadMaxBytes);
    const most = FILES_AT_ONCE * this.mostBytes;
    this.room = new UploadRoom(most, most / 2);
  }

  /**
   * The one file of a request, published.
   * @param check what would refuse the file at the end refuses it before a byte is taken
   * @throws ProblemError busy, upload_malformed, quota_evidence_bytes, file_empty, file_content_mismatch, word_file_…
   * @throws ContentTooLargeError, StorageFullError
   */
  async take(
    context: RequestContext,
    request: IncomingMessage,
    check: (manager: EntityManager) => Promise<void>,
  ): Promise<StoredWord> {
    return this.keep(context, await this.receive(context, request, check));
  }

  /** @throws as `take`, of what was received */
  async keep(context: RequestContext, upload: Upload): Promise<StoredWord> {
    const { staged, fileName } = upload;
    const { mediaType } = await this.typed(upload);
    try {
      if (mediaType !== WORD) throw new ProblemError('word_file_expected');
      const named = await this.threads.run(context, INSPECT, { path: staged.path }, context);
      return await this.publish(context, staged, { ...named, fileName });
    } catch (error) {
      await this.storage.discard(staged);
      throw error;
    }
  }

  /**
   * The same bytes, by the same numbers, as objects of another tenant or another owner; all of them or none.
   * @throws ProblemError quota_evidence_bytes before the first is copied where there is no room for all
   */
  async copies(
    context: Tenant & Pick<RequestContext, 'signal'>,
    files: ReadonlyMap<number, StoredWord>,
  ): Promise<Map<number, StoredWord>> {
    const { organizationId } = context;
    const ready = new Map<number, StoredWord>();
    if (files.size === 0) return ready;
    const bytes = [...files.values()].reduce((sum, { size }) => sum + size, 0);
    await this.database.transaction({ organizationId, userId: '' }, (manager) =>
      this.quotas.look(manager, organizationId, 'evidence_bytes', bytes),
    );
    try {
      for (const [number, file] of files) {
        context.signal?.throwIfAborted();
        const staged = await this.storage.stage(await this.storage.read(file.storageKey));
        ready.set(number, await this.publish({ organizationId }, staged, file));
      }
      return ready;
    } catch (error) {
      await this.giveUp({ organizationId }, ready);
      throw error;
    }
  }

  /** Copies, used in a transaction of `use`; what that does not record leaves the store at once. @throws as `copies` */
  async withCopies<Result>(
    context: Tenant & Pick<RequestContext, 'signal'>,
    files: ReadonlyMap<number, StoredWord>,
    use: (ready: ReadonlyMap<number, StoredWord>) => Promise<Result>,
  ): Promise<Result> {
    const ready = await this.copies(context, files);
    try {
      return await use(ready);
    } finally {
      await this.giveUp(context, ready);
    }
  }

  private async giveUp(tenant: Tenant, files: ReadonlyMap<number, StoredWord>): Promise<void> {
    const keys = [...files.values()].map(({ storageKey }) => storageKey);
    if (keys.length > 0) await this.pending.giveUp(tenant, keys);
  }

  /** In the transaction that writes the row. @throws ProblemError quota_evidence_bytes, busy */
  async record(manager: EntityManager, tenant: Tenant, file: StoredWord): Promise<void> {
    await this.pending.record(manager, tenant, file.storageKey);
    await this.quotas.require(manager, tenant.organizationId, 'evidence_bytes', file.size);
  }

  /** The bytes of a file with its fields filled in; of one without fields as they were uploaded. */
  async filled(
    owner: WorkOwner & Pick<RequestContext, 'signal'>,
    { storageKey, fields }: Pick<StoredWord, 'storageKey' | 'fields'>,
    values: WordFieldValues,
  ): Promise<Uint8Array> {
    return this.onDisk([{ storageKey }], ([path = '']) =>
      this.threads.run(owner, FILL, { path, fields, values }, owner),
    );
  }

  /** A file as it lies in the store. */
  send(file: StoredWord, response: Response): Promise<void> {
    return sendStored(this.storage, { ...file, mediaType: WORD }, 'attachment', response);
  }

  /** Files on the disk of this process, as long as `use` works with them. */
  async onDisk<Result>(
    files: readonly Pick<StoredWord, 'storageKey'>[],
    use: (paths: readonly string[]) => Promise<Result>,
  ): Promise<Result> {
    const staged: StagedFile[] = [];
    try {
      for (const { storageKey } of files)
        staged.push(await this.storage.stage(await this.storage.read(storageKey)));
      return await use(staged.map(({ path }) => path));
    } finally {
      for (const file of staged) await this.storage.discard(file);
    }
  }

  private async typed(upload: Upload): ReturnType<typeof typeOfUpload> {
    try {
      return await typeOfUpload(upload, this.storage);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'file_type_not_allowed')
        throw new ProblemError('word_file_expected', {}, { cause: error });
      throw error;
    }
  }

  private async publish(
    { organizationId }: Tenant,
    staged: StagedFile,
    { fileName, fields, unknownFields }: Omit<StoredWord, 'storageKey' | 'size' | 'sha256'>,
  ): Promise<StoredWord> {
    const { size, sha256 } = staged;
    const storageKey = `${organizationId}/word/${randomUUID()}`;
    // In nobody's name: the key of a creating request belongs to the transaction that writes the row.
    await this.database.transaction({ organizationId, userId: '' }, (manager) =>
      this.pending.announce(manager, { organizationId }, storageKey),
    );
    await this.storage.publish(staged, storageKey);
    return { fileName, size, sha256, storageKey, fields, unknownFields };
  }

  private async receive(
    context: RequestContext,
    request: IncomingMessage,
    check: (manager: EntityManager) => Promise<void>,
  ): Promise<Upload> {
    const announced = Number(request.headers['content-length'] ?? this.mostBytes);
    const bytes = Math.min(announced, this.mostBytes);
    try {
      const place = this.room.enter(context.userId, bytes);
      try {
        await this.database.read(context, async (manager) => {
          await check(manager);
          await this.quotas.look(manager, context.organizationId, 'evidence_bytes');
        });
        return await receiveUpload(request, this.storage, this.mostBytes, place.grow);
      } finally {
        place.leave();
      }
    } catch (error) {
      request.resume();
      throw busyWithoutRoom(error);
    }
  }
}
