import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import { SystemChangeEntity } from './entities/system-change.entity';
import type { SystemChange } from './system';

type Tenant = Pick<RequestContext, 'organizationId'>;

export type ListedChange = Pick<SystemChange, 'number' | 'isUndone' | 'byName' | 'at'> & {
  readonly operations: readonly Readonly<Record<string, unknown>>[];
};

/**
 * The steps of undo and redo. The caller holds the system's row. SQL counts what a long step placed, and numbers a new
 * one within its statement: a step is measured.
 */
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

  /** What was undone can no more be redone. */
  async forgetUndone(
    manager: EntityManager,
    { organizationId }: Tenant,
    systemId: string,
  ): Promise<void> {
    await manager.delete(SystemChangeEntity, { organizationId, systemId, isUndone: true });
  }

  /** A new step, after the last one. */
  async append(
    manager: EntityManager,
    { organizationId, userId, userName }: RequestContext,
    systemId: string,
    { operations, inverse, bases }: Pick<SystemChange, 'operations' | 'inverse' | 'bases'>,
  ): Promise<void> {
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
    return manager.findOne(SystemChangeEntity, {
      where: { organizationId, systemId, isUndone },
      order: { number: isUndone ? 'ASC' : 'DESC' },
    });
  }

  async mark(
    manager: EntityManager,
    { organizationId }: Tenant,
    systemId: string,
    { number }: SystemChange,
    isUndone: boolean,
  ): Promise<void> {
    await manager.update(SystemChangeEntity, { organizationId, systemId, number }, { isUndone });
  }
}
