import { In, type EntityManager, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import type { PendingObjects, RequestContext } from '../../../kernel';
import type { WordFileColumns } from './word-file-columns';
import type { StoredWord, WordFiles } from '../use-cases/word-files';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Writer = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

/** A Word file with its row: whose it is, who brought it and when. */
export interface WordRow extends StoredWord {
  /** Among the files of its owner, from 1. */
  readonly number: number;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
}

/** What the trail tells of a file. */
export const toldOfFile = ({
  number,
  fileName,
  size,
  sha256,
}: Pick<WordRow, 'number' | 'fileName' | 'size' | 'sha256'>) => ({
  ...{ number, fileName, size, sha256 },
});

/** Rows of the Word files of one kind of owner, which is held by whoever adds or removes. */
export abstract class WordRows<Row extends WordFileColumns> {
  protected constructor(
    private readonly entity: EntityTarget<Row>,
    /** Column of its id. */
    protected readonly owner: Exclude<keyof Row & string, keyof WordFileColumns>,
    private readonly words: WordFiles,
    private readonly pending: PendingObjects,
  ) {}

  /** The newest first. */
  async list(manager: EntityManager, tenant: Tenant, ownerId: string): Promise<WordRow[]> {
    return (await this.rows(manager, tenant, [ownerId])).map(toRow);
  }

  /** The newest of each owner that has one, by the id of the owner. */
  async newest(
    manager: EntityManager,
    tenant: Tenant,
    ownerIds: readonly string[],
  ): Promise<ReadonlyMap<string, WordRow>> {
    const rows = await this.rows(manager, tenant, ownerIds);
    return new Map(rows.reverse().map((row) => [String(row[this.owner]), toRow(row)]));
  }

  /** Under the next number, or one that is free. @throws ProblemError quota_evidence_bytes, busy */
  async add(
    manager: EntityManager,
    { organizationId, userId, userName }: Writer,
    ownerId: string,
    file: StoredWord,
    number?: number,
  ): Promise<number> {
    await this.words.record(manager, { organizationId }, file);
    const [last] = await this.list(manager, { organizationId }, ownerId);
    const free = number ?? (last?.number ?? 0) + 1;
    const { fileName, sha256, storageKey, fields, unknownFields } = file;
    const row: unknown = {
      ...{ organizationId, [this.owner]: ownerId, number: free, size: String(file.size) },
      ...{ fileName, sha256, storageKey, fields, unknownFields },
      ...{ uploadedBy: userId, uploadedByName: userName },
    };
    await manager.insert(this.entity, row as never);
    return free;
  }

  /** @returns keys to `clear` after the transaction */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    ownerId: string,
    files: readonly WordRow[],
  ): Promise<string[]> {
    if (files.length === 0) return [];
    const number = In(files.map((file) => file.number));
    const gone: unknown = { organizationId, [this.owner]: ownerId, number };
    await manager.delete(this.entity, gone as FindOptionsWhere<Row>);
    return this.release(manager, { organizationId }, files);
  }

  /** In the transaction in which the rows went with their owner. @returns keys to `clear` after it */
  async release(
    manager: EntityManager,
    tenant: Tenant,
    files: readonly WordRow[],
  ): Promise<string[]> {
    const keys = files.map(({ storageKey }) => storageKey);
    await this.pending.release(manager, tenant, keys);
    return keys;
  }

  /** Takes objects out of the store that no row names any more. */
  clear(tenant: Tenant, keys: readonly string[]): Promise<void> {
    return this.pending.remove(tenant, keys);
  }

  private rows(
    manager: EntityManager,
    { organizationId }: Tenant,
    ownerIds: readonly string[],
  ): Promise<Row[]> {
    const where: unknown = { organizationId, [this.owner]: In([...ownerIds]) };
    const order: unknown = { number: 'DESC' };
    return manager.find(this.entity, {
      where: where as FindOptionsWhere<Row>,
      order: order as never,
    });
  }
}

const toRow = (row: WordFileColumns): WordRow => {
  const { number, fileName, sha256, storageKey, fields, unknownFields } = row;
  const { uploadedByName, uploadedAt } = row;
  return {
    ...{ number, fileName, size: Number(row.size), sha256, storageKey },
    ...{ fields, unknownFields, uploadedByName, uploadedAt },
  };
};
