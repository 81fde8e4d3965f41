import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../database/tenant-database';
import { ProblemError } from '../problems/problem-error';
import { Storage } from './storage';

/** Nobody publishes a file for longer. */
const markedMilliseconds = 24 * 60 * 60_000;

interface Tenant {
  readonly organizationId: string;
}

/**
 * Keys of the store under which something lies, or soon will, without a row that names it: told before an object is
 * published, forgotten in the transaction that records it. What is left over is swept, and the store is never listed.
 */
@Injectable()
export class PendingObjects {
  private readonly logger = new Logger('storage');

  constructor(
    private readonly database: TenantDatabase,
    private readonly storage: Storage,
  ) {}

  /** Before the object is published, in a transaction that commits before. */
  async announce(
    manager: EntityManager,
    { organizationId }: Tenant,
    storageKey: string,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO pending_objects (organization_id, storage_key) VALUES ($1, $2)`,
      [organizationId, storageKey],
    );
  }

  /**
   * In the transaction that writes the row which names the object.
   * @throws ProblemError busy where it took so long that the sweep has given the object up
   */
  async record(
    manager: EntityManager,
    { organizationId }: Tenant,
    storageKey: string,
  ): Promise<void> {
    const [, count] = await manager.query<[unknown, number]>(
      `DELETE FROM pending_objects WHERE organization_id = $1 AND storage_key = $2 AND NOT is_lost`,
      [organizationId, storageKey],
    );
    if (count !== 1) throw new ProblemError('busy', { seconds: 1 });
  }

  /** In the transaction that takes away the rows which name these objects; `remove` them after it. */
  async release(
    manager: EntityManager,
    { organizationId }: Tenant,
    keys: readonly string[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO pending_objects (organization_id, storage_key, is_lost, since)
       SELECT $1, unnest($2::text[]), true, '-infinity'`,
      [organizationId, keys],
    );
  }

  /** Removes what was announced and is not recorded, once nobody is about to; what a row names meanwhile stays. */
  async giveUp(tenant: Tenant, keys: readonly string[]): Promise<void> {
    try {
      const { organizationId } = tenant;
      const [lost] = await this.database.transaction({ organizationId, userId: '' }, (manager) =>
        manager.query<[{ key: string }[], number]>(
          `UPDATE pending_objects SET is_lost = true, since = '-infinity'
           WHERE organization_id = $1 AND storage_key = ANY ($2) RETURNING storage_key AS key`,
          [organizationId, keys],
        ),
      );
      const given = lost.map(({ key }) => key);
      await this.remove(tenant, given);
    } catch (error) {
      this.logger.warn({ err: error }, 'files that nobody needs stay until they are swept');
    }
  }

  /** Removes what was released. What fails of it, or a process that dies leaves undone, the sweep does. */
  async remove(tenant: Tenant, keys: readonly string[]): Promise<void> {
    try {
      if (keys.length > 0) await this.clear(tenant, keys, new Date());
    } catch (error) {
      this.logger.warn({ err: error }, 'removed files stay until they are swept');
    }
  }

  /**
   * Gives up what was announced before a moment and not recorded since, and removes it: from its mark on no row can
   * name it, whoever is still about to. The mark stays for a day, so that the next sweep finds what was published late.
   * @returns how many objects were given up or are marked still
   */
  async sweep({ organizationId }: Tenant, before: Date): Promise<number> {
    const lost = await this.database.transaction({ organizationId, userId: '' }, (manager) =>
      manager.query<[{ key: string }[], number]>(
        `UPDATE pending_objects SET is_lost = true
         WHERE organization_id = $1 AND (is_lost OR since < $2) RETURNING storage_key AS key`,
        [organizationId, before],
      ),
    );
    const keys = lost[0].map(({ key }) => key);
    await this.clear({ organizationId }, keys, new Date(before.getTime() - markedMilliseconds));
    return keys.length;
  }

  /** Removes objects, and the marks of those that were announced before a moment. */
  private async clear(
    { organizationId }: Tenant,
    keys: readonly string[],
    before: Date,
  ): Promise<void> {
    for (const key of keys) await this.storage.remove(key);
    await this.database.transaction({ organizationId, userId: '' }, (manager) =>
      manager.query(
        `DELETE FROM pending_objects
         WHERE organization_id = $1 AND storage_key = ANY ($2) AND is_lost AND since < $3`,
        [organizationId, keys, before],
      ),
    );
  }
}
