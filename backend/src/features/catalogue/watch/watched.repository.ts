import { Injectable } from '@nestjs/common';
import type { WatchedState } from '@liangxing/standard-number';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../../kernel';
import type { WantedStandard, Watched } from './watched';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** So long a removal can be taken back. */
const KEPT_DAYS = 30;

const COLUMNS = `id, identity_key AS "identityKey", number, level, title, seen,
  added_at AS "addedAt", added_by_name AS "addedByName"`;

/** Standards that an enterprise follows. */
@Injectable()
export class WatchedRepository {
  constructor(private readonly quotas: Quotas) {}

  list(manager: EntityManager, { organizationId }: Tenant): Promise<Watched[]> {
    return queryRows(
      manager,
      `SELECT ${COLUMNS} FROM watched_standards
       WHERE organization_id = $1 AND removed_at IS NULL ORDER BY identity_key`,
      [organizationId],
    );
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Watched | null> {
    const [row] = await queryRows<Watched>(
      manager,
      `SELECT ${COLUMNS} FROM watched_standards
       WHERE organization_id = $1 AND id = $2 AND removed_at IS NULL`,
      [organizationId, id],
    );
    return row ?? null;
  }

  /** Those of these that are followed; locked. */
  some(
    manager: EntityManager,
    { organizationId }: Tenant,
    ids: readonly string[],
  ): Promise<Watched[]> {
    return queryRows(
      manager,
      `SELECT ${COLUMNS} FROM watched_standards
       WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND removed_at IS NULL
       ORDER BY id FOR UPDATE`,
      [organizationId, ids],
    );
  }

  /** Two who add at the same moment take turns, so that nobody meets a key of the other. */
  async takeTurn(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('watched'), hashtext($1))`, [
      organizationId,
    ]);
  }

  /** What was removed long ago is forgotten; what was removed of late comes back as new. */
  async insert(
    manager: EntityManager,
    context: RequestContext,
    wanted: readonly (WantedStandard & { readonly seen: WatchedState })[],
  ): Promise<string[]> {
    const { organizationId, userId, userName } = context;
    await manager.query(
      `DELETE FROM watched_standards WHERE organization_id = $1 AND removed_at IS NOT NULL
         AND (removed_at < now() - make_interval(days => $2) OR identity_key = ANY($3::text[]))`,
      [organizationId, KEPT_DAYS, wanted.map(({ identityKey }) => identityKey)],
    );
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
    const [row] = await queryRows<{ number: string }>(
      manager,
      `UPDATE watched_standards SET removed_at = now()
       WHERE organization_id = $1 AND id = $2 AND removed_at IS NULL RETURNING number`,
      [organizationId, id],
    );
    return row?.number ?? null;
  }

  /** @returns its number, also where it was never removed; null where there is none */
  async restore(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<string | null> {
    const [row] = await queryRows<{ number: string }>(
      manager,
      `UPDATE watched_standards SET removed_at = NULL
       WHERE organization_id = $1 AND id = $2 RETURNING number`,
      [organizationId, id],
    );
    return row?.number ?? null;
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
