import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { SystemChange } from './system';

type Tenant = Pick<RequestContext, 'organizationId'>;

const columns = `number, operations, inverse, bases, is_undone AS "isUndone", by_name AS "byName", at`;

export type ListedChange = Pick<SystemChange, 'number' | 'isUndone' | 'byName' | 'at'> & {
  readonly operations: readonly Readonly<Record<string, unknown>>[];
};

/** The steps of undo and redo. The caller holds the system's row. */
@Injectable()
export class ChangesRepository {
  /** Latest first; of a placement only how many standards it placed. */
  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
    systemId: string,
    limit: number,
  ): Promise<ListedChange[]> {
    return queryRows(
      manager,
      `SELECT number, is_undone AS "isUndone", by_name AS "byName", at, (
         SELECT jsonb_agg(CASE WHEN o.step ->> 'op' = 'place' THEN jsonb_build_object('op', 'place',
             'standards', (SELECT count(*) FROM jsonb_object_keys(o.step -> 'places')))
           ELSE o.step END ORDER BY o.at)
         FROM jsonb_array_elements(operations) WITH ORDINALITY AS o (step, at)) AS operations
       FROM system_changes WHERE organization_id = $1 AND system_id = $2
       ORDER BY number DESC LIMIT $3`,
      [organizationId, systemId, limit],
    );
  }

  /** A new step; what was undone before it can no more be redone. */
  async append(
    manager: EntityManager,
    { organizationId, userId, userName }: RequestContext,
    systemId: string,
    { operations, inverse, bases }: Pick<SystemChange, 'operations' | 'inverse' | 'bases'>,
  ): Promise<void> {
    await manager.query(
      `DELETE FROM system_changes WHERE organization_id = $1 AND system_id = $2 AND is_undone`,
      [organizationId, systemId],
    );
    await manager.query(
      `INSERT INTO system_changes (organization_id, system_id, number, operations, inverse, bases,
         by_id, by_name)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3::jsonb, $4::jsonb, $5::jsonb, $6::uuid, $7
       FROM system_changes WHERE organization_id = $1 AND system_id = $2`,
      [
        organizationId,
        systemId,
        JSON.stringify(operations),
        JSON.stringify(inverse),
        JSON.stringify(bases),
        userId,
        userName,
      ],
    );
  }

  /** The step that an undo takes back, or the one that a redo does again. */
  async next(
    manager: EntityManager,
    { organizationId }: Tenant,
    systemId: string,
    direction: 'undo' | 'redo',
  ): Promise<SystemChange | null> {
    const isUndone = direction === 'redo';
    const rows = await queryRows<SystemChange>(
      manager,
      `SELECT ${columns} FROM system_changes
       WHERE organization_id = $1 AND system_id = $2 AND is_undone = $3
       ORDER BY number ${isUndone ? 'ASC' : 'DESC'} LIMIT 1`,
      [organizationId, systemId, isUndone],
    );
    return rows[0] ?? null;
  }

  async mark(
    manager: EntityManager,
    { organizationId }: Tenant,
    systemId: string,
    { number }: SystemChange,
    isUndone: boolean,
  ): Promise<void> {
    await manager.query(
      `UPDATE system_changes SET is_undone = $4
       WHERE organization_id = $1 AND system_id = $2 AND number = $3`,
      [organizationId, systemId, number, isUndone],
    );
  }
}
