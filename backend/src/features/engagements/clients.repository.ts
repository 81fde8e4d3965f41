import { Injectable } from '@nestjs/common';
import { OFFER_DAYS } from '@liangxing/contracts';
import { In, Not, type EntityManager } from 'typeorm';
import { beginningOf, endOf, queryRows, type RequestContext } from '../../kernel';
import type { Assigned, Client } from './engagement';
import { ClientAssignmentEntity } from './entities/client-assignment.entity';
import { ClientEntity } from './entities/client.entity';
import type { Letter } from './letter';
import { termsOf } from './terms.sql';

type Tenant = Pick<RequestContext, 'organizationId'>;

const COLUMNS = `c.id, c.client_id AS "clientId", c.client_name AS "clientName", c.offered_by AS "offeredBy",
  CASE WHEN c.state = 'offered' AND c.expires_at <= now() THEN 'lapsed'
    WHEN c.state = 'live' AND c.ends_at <= now() THEN 'over' ELSE c.state END AS state,
  NULL AS email, NULL AS "mailFailedAt", ${termsOf('c')}, c.reason, c.expires_at AS "expiresAt", c.version,
  c.changed_at AS "changedAt"`;

/** The mirror of the consultancy: its clients, and who works for them. SQL joins people, who are of another room. */
@Injectable()
export class ClientsRepository {
  /** By name; those that ended keep their line. */
  async list(manager: EntityManager, { organizationId }: Tenant): Promise<Client[]> {
    const rows = await queryRows<Client & { expiresAt: Date | null; changedAt: Date }>(
      manager,
      `SELECT ${COLUMNS},
         coalesce((SELECT jsonb_agg(jsonb_build_object('userId', u.id, 'name', u.name) ORDER BY u.name, u.id)
           FROM client_assignments a JOIN users u ON u.id = a.user_id
           WHERE a.organization_id = $1 AND a.client_id = c.client_id), '[]') AS people
       FROM clients c WHERE c.organization_id = $1 ORDER BY c.client_name, c.changed_at DESC, c.id`,
      [organizationId],
    );
    return rows.map((row) => ({
      ...row,
      expiresAt: row.expiresAt?.toISOString() ?? null,
      changedAt: row.changedAt.toISOString(),
    }));
  }

  /** Null: no engagement of this organization that it knows of. */
  find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<ClientEntity | null> {
    return manager.findOneBy(ClientEntity, { organizationId, id });
  }

  /** Writes what a letter says, unless a newer one was here before or the consultancy is gone. @returns whether it is news */
  async mirror(manager: EntityManager, letter: Letter): Promise<boolean> {
    const { consultancyId, id, clientId, clientName, offeredBy, state, version } = letter;
    const { readable, writable, from, until, reason } = letter;
    const rows = await queryRows(
      manager,
      `INSERT INTO clients AS c (organization_id, id, client_id, client_name, offered_by, state, readable,
         writable, starts_at, ends_at, reason, version, expires_at)
       SELECT o.id, $2, $3, $4, $5, $6, $7, $8, ${beginningOf('$9')}, ${endOf('$10')}, $11, $12,
         CASE WHEN $6 = 'offered' THEN least(now() + make_interval(days => $13), ${endOf('$10')}) END
       FROM organizations o WHERE o.id = $1 AND o.state <> 'deleted'
       ON CONFLICT (organization_id, id) DO UPDATE SET client_name = EXCLUDED.client_name,
         state = EXCLUDED.state, readable = EXCLUDED.readable, writable = EXCLUDED.writable,
         starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at, version = EXCLUDED.version,
         expires_at = EXCLUDED.expires_at, changed_at = now()
       WHERE c.version < EXCLUDED.version
       RETURNING id`,
      [
        ...[consultancyId, id, clientId, clientName, offeredBy, state, readable, writable],
        ...[from, until, reason, version, OFFER_DAYS],
      ],
    );
    return rows.length === 1;
  }

  /** The own answer, or the own end, which no letter brings. */
  async move(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    state: 'live' | 'declined' | 'resigned',
    version: number,
  ): Promise<void> {
    await manager.update(
      ClientEntity,
      { organizationId, id },
      { state, version, expiresAt: null, changedAt: () => 'now()' },
    );
  }

  /** Nobody works for a client any more; whoever does under a new engagement is assigned anew. */
  async unassign(
    manager: EntityManager,
    { organizationId }: Tenant,
    clientId: string,
  ): Promise<void> {
    await manager.delete(ClientAssignmentEntity, { organizationId, clientId });
  }

  /** Whom the offer names works for the client that accepted; where it names nobody, whoever offered. */
  async assignOfferer(
    manager: EntityManager,
    { consultancyId, clientId, id }: Letter,
  ): Promise<void> {
    await queryRows(
      manager,
      `INSERT INTO client_assignments (organization_id, client_id, user_id)
       SELECT m.organization_id, $2, m.user_id FROM engagement_offers o
       JOIN memberships m ON m.organization_id = o.organization_id
         AND m.user_id = ANY (CASE o.assignee_ids WHEN '{}' THEN ARRAY[o.offered_by_id] ELSE o.assignee_ids END)
       WHERE o.organization_id = $1 AND o.id = $3 ON CONFLICT DO NOTHING`,
      [consultancyId, clientId, id],
    );
  }

  /** Those of these people who are members; none of them leaves before this transaction ends. */
  async lockMembers(
    manager: EntityManager,
    { organizationId }: Tenant,
    userIds: readonly string[],
  ): Promise<readonly string[]> {
    const rows = await queryRows<{ id: string }>(
      manager,
      `SELECT user_id AS id FROM memberships WHERE organization_id = $1 AND user_id = ANY ($2)
       ORDER BY user_id FOR KEY SHARE`,
      [organizationId, userIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Exactly these people work for a client from now on; all of them are members. */
  async assign(
    manager: EntityManager,
    { organizationId }: Tenant,
    clientId: string,
    userIds: readonly string[],
  ): Promise<void> {
    await manager.delete(ClientAssignmentEntity, {
      organizationId,
      clientId,
      userId: Not(In([...userIds])),
    });
    if (userIds.length === 0) return;
    await manager
      .createQueryBuilder()
      .insert()
      .into(ClientAssignmentEntity)
      .values(userIds.map((userId) => ({ organizationId, clientId, userId })))
      .orIgnore()
      .execute();
  }

  /** Those who work for a client, by name. */
  assigned(
    manager: EntityManager,
    { organizationId }: Tenant,
    clientId: string,
  ): Promise<Assigned[]> {
    return queryRows<Assigned>(
      manager,
      `SELECT u.id AS "userId", u.name FROM client_assignments a JOIN users u ON u.id = a.user_id
       WHERE a.organization_id = $1 AND a.client_id = $2 ORDER BY u.name, u.id`,
      [organizationId, clientId],
    );
  }

  /** Ends it for the client too. @returns its new version; null where it is not live */
  async resign(
    manager: EntityManager,
    context: Pick<RequestContext, 'userId' | 'userName' | 'correlationId'>,
    { clientId, id }: Pick<ClientEntity, 'clientId' | 'id'>,
  ): Promise<number | null> {
    const [row] = await queryRows<{ version: number | null }>(
      manager,
      'SELECT app.resign_engagement($1, $2, $3, $4, $5) AS version',
      [clientId, id, context.userId, context.userName, context.correlationId],
    );
    return row?.version ?? null;
  }
}
