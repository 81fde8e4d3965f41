import { Injectable } from '@nestjs/common';
import type { WatchedState } from '@liangxing/standard-number';
import { randomUUID } from 'node:crypto';
import { In, IsNull, Not, Raw, type EntityManager } from 'typeorm';
import { Quotas, takeTurn, type RequestContext } from '../../../kernel';
import { WatchedStandardEntity } from '../entities/watched-standard.entity';
import type { WantedStandard, Watched } from './watched';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** So long a removal can be taken back. */
const KEPT = '30 days';

/** What is told of a followed standard. */
const TOLD = {
  ...{ id: true, identityKey: true, number: true, level: true, title: true, seen: true },
  ...{ addedAt: true, addedByName: true },
} as const;

/** Standards that an enterprise follows; many are written in one statement, which is SQL. */
@Injectable()
export class WatchedRepository {
  constructor(private readonly quotas: Quotas) {}

  list(manager: EntityManager, { organizationId }: Tenant): Promise<Watched[]> {
    return manager.find(WatchedStandardEntity, {
      select: TOLD,
      where: { organizationId, removedAt: IsNull() },
      order: { identityKey: 'ASC' },
    });
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Watched | null> {
    const where = { organizationId, id, removedAt: IsNull() };
    return manager.findOne(WatchedStandardEntity, { select: TOLD, where });
  }

  /** Those of these that are followed; locked. */
  some(
    manager: EntityManager,
    { organizationId }: Tenant,
    ids: readonly string[],
  ): Promise<Watched[]> {
    return manager.find(WatchedStandardEntity, {
      select: TOLD,
      where: { organizationId, id: In([...ids]), removedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Two who add at the same moment take turns, so that nobody meets a key of the other. */
  async takeTurn(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await takeTurn(manager, `watched_standards ${organizationId}`);
  }

  /** What was removed long ago is forgotten; what was removed of late comes back as new. */
  async insert(
    manager: EntityManager,
    context: RequestContext,
    wanted: readonly (WantedStandard & { readonly seen: WatchedState })[],
  ): Promise<string[]> {
    const { organizationId, userId, userName } = context;
    const identityKey = In(wanted.map((one) => one.identityKey));
    await manager.delete(WatchedStandardEntity, [
      { organizationId, removedAt: Raw((at) => `${at} < now() - interval '${KEPT}'`) },
      { organizationId, removedAt: Not(IsNull()), identityKey },
    ]);
    if (wanted.length === 0) return [];
    await this.quotas.require(manager, organizationId, 'watched_standards', wanted.length);
    const rows = wanted.map((one) => ({ id: randomUUID(), ...one }));
    await manager.query(
      `INSERT INTO watched_standards (organization_id, id, identity_key, number, level, title, seen,
         added_by, added_by_name)
       SELECT $1, r.id, r."identityKey", r.number, r.level, r.title, r.seen, $3, $4
       FROM jsonb_to_recordset($2::jsonb)
         AS r(id uuid, "identityKey" text, number text, level text, title text, seen jsonb)`,
      [organizationId, JSON.stringify(rows), userId, userName],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns its number, or null where it is not followed */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<string | null> {
    const found = await this.find(manager, { organizationId }, id);
    const removed = { organizationId, id, removedAt: IsNull() };
    const now = { removedAt: () => 'now()' };
    const { affected } = await manager.update(WatchedStandardEntity, removed, now);
    return found !== null && affected === 1 ? found.number : null;
  }

  /** @returns its number, also where it was never removed; null where there is none */
  async restore(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<string | null> {
    await manager.update(WatchedStandardEntity, { organizationId, id }, { removedAt: null });
    return (await this.find(manager, { organizationId }, id))?.number ?? null;
  }

  async markSeen(
    manager: EntityManager,
    { organizationId }: Tenant,
    seen: readonly { readonly id: string; readonly seen: WatchedState }[],
  ): Promise<void> {
    if (seen.length === 0) return;
    await manager.query(
      `UPDATE watched_standards w SET seen = r.seen
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, seen jsonb)
       WHERE w.organization_id = $1 AND w.id = r.id`,
      [organizationId, JSON.stringify(seen)],
    );
  }
}
