import { Injectable } from '@nestjs/common';
import { isPermitted, type Role } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { ProblemError, type RequestContext } from '../../../kernel';

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: string;
  /** Null too where the reader does not manage the members. */
  readonly resetMailFailedAt: string | null;
}

/** Whoever still needs a new password after that asks again. */
const FAILURE_SHOWN = '14 days';

type Tenant = Pick<RequestContext, 'organizationId'>;

@Injectable()
export class MembersRepository {
  async list(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId' | 'kind' | 'role' | 'grant'>,
  ): Promise<Member[]> {
    const rows = await manager.query<
      (Omit<Member, 'since' | 'resetMailFailedAt'> & {
        since: Date;
        resetMailFailedAt: Date | null;
      })[]
    >(
      `SELECT m.user_id AS "userId", u.name, u.email, m.role, m.created_at AS since,
         CASE WHEN $2 AND u.reset_mail_failed_at > now() - $3::interval
           THEN u.reset_mail_failed_at END AS "resetMailFailedAt"
       FROM memberships m JOIN users u ON u.id = m.user_id
       WHERE m.organization_id = $1 ORDER BY m.created_at, m.user_id`,
      [context.organizationId, isPermitted(context, 'members:write'), FAILURE_SHOWN],
    );
    return rows.map(({ since, resetMailFailedAt, ...row }) => ({
      ...row,
      since: since.toISOString(),
      resetMailFailedAt: resetMailFailedAt?.toISOString() ?? null,
    }));
  }

  async hasEmail(
    manager: EntityManager,
    { organizationId }: Tenant,
    email: string,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT FROM memberships m JOIN users u ON u.id = m.user_id
       WHERE m.organization_id = $1 AND u.email = $2`,
      [organizationId, email],
    );
    return rows.length > 0;
  }

  /** Null: no such member. */
  async roleOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    userId: string,
  ): Promise<Role | null> {
    const [row] = await manager.query<{ role: Role }[]>(
      'SELECT role FROM memberships WHERE organization_id = $1 AND user_id = $2',
      [organizationId, userId],
    );
    return row?.role ?? null;
  }

  /** @returns false when already a member */
  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    userId: string,
    role: Role,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO memberships (organization_id, organization_kind, user_id, role)
       SELECT id, kind, $2, $3 FROM organizations WHERE id = $1
       ON CONFLICT DO NOTHING RETURNING user_id`,
      [organizationId, userId, role],
    );
    return rows.length === 1;
  }

  async setRole(
    manager: EntityManager,
    { organizationId }: Tenant,
    userId: string,
    role: Role,
  ): Promise<void> {
    await manager.query(
      'UPDATE memberships SET role = $3 WHERE organization_id = $1 AND user_id = $2',
      [organizationId, userId, role],
    );
  }

  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    userId: string,
  ): Promise<boolean> {
    const [, removed] = await manager.query<[unknown[], number]>(
      'DELETE FROM memberships WHERE organization_id = $1 AND user_id = $2',
      [organizationId, userId],
    );
    return removed === 1;
  }

  /**
   * Changes of members take turns, so that two owners cannot both leave at once. Call before the change.
   */
  async lock(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await manager.query(
      'SELECT FROM memberships WHERE organization_id = $1 ORDER BY user_id FOR UPDATE',
      [organizationId],
    );
  }

  /** @throws ProblemError last_owner; call after the change, inside its transaction */
  async requireOwner(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    const owners = await manager.query<unknown[]>(
      `SELECT FROM memberships WHERE organization_id = $1 AND role = 'owner' LIMIT 1`,
      [organizationId],
    );
    if (owners.length === 0) throw new ProblemError('last_owner');
  }
}
