import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../database/tenant-database';
import { ProblemError } from '../problems/problem-error';
import { Storage } from './storage';

interface Tenant {
  readonly organizationId: string;
}

/**
 * Keys of the store under which something lies, or soon will, without a row that names it: told before an object is
 * published, forgotten in the transaction that records it. What is left over is swept, and the store is never listed.
 */
@Injectable()
export class PendingObjects {
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
      `INSERT INTO pending_objects (organization_id, storage_key, is_lost)
       SELECT $1, unnest($2::text[]), true`,
      [organizationId, keys],
    );
  }

  /** Removes what was released. What a process that dies leaves undone, the sweep does. */
  async remove({ organizationId }: Tenant, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    for (const key of keys) await this.storage.remove(key);
    await this.database.transaction({ organizationId, userId: '' }, (manager) =>
      manager.query(
        `DELETE FROM pending_objects WHERE organization_id = $1 AND storage_key = ANY ($2) AND is_lost`,
        [organizationId, keys],
      ),
    );
  }

  /**
   * Gives up what was announced before a moment and not recorded since, and removes it: from its mark on no row can
   * name it, whoever is still about to.
   * @returns how many objects were removed
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
    await this.remove({ organizationId }, keys);
    return keys.length;
  }
}
