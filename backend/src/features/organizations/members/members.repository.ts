import { Injectable } from '@nestjs/common';
import { FOUNDING, isPermitted, type AnyRole } from '@liangxing/contracts';
import { In, type EntityManager } from 'typeorm';
import { ProblemError, type RequestContext } from '../../../kernel';
import { MembershipEntity } from '../entities/membership.entity';

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: AnyRole;
  readonly since: string;
  /** Null too where the reader does not manage the members. */
  readonly resetMailFailedAt: string | null;
  /** Null where the reader does not manage the members. */
  readonly hasSecondFactor: boolean | null;
}

/** Whoever still needs a new password after that asks again. */
const FAILURE_SHOWN = '14 days';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** SQL joins the people, who are of another room, and takes the kind of a new member from the organization. */
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
           THEN u.reset_mail_failed_at END AS "resetMailFailedAt",
         CASE WHEN $2 THEN EXISTS (SELECT FROM second_factors f
           WHERE f.user_id = u.id AND f.enabled_at IS NOT NULL)
           OR EXISTS (SELECT FROM passkeys p WHERE p.user_id = u.id) END AS "hasSecondFactor"
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
  ): Promise<AnyRole | null> {
    const found = await manager.findOneBy(MembershipEntity, { organizationId, userId });
    return (found?.role as AnyRole | undefined) ?? null;
  }

  /** Of the kind that the organization is. @returns false when already a member */
  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    userId: string,
    role: AnyRole,
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
    role: AnyRole,
  ): Promise<void> {
    await manager.update(MembershipEntity, { organizationId, userId }, { role });
  }

  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    userId: string,
  ): Promise<boolean> {
    const { affected } = await manager.delete(MembershipEntity, { organizationId, userId });
    return affected === 1;
  }

  /**
   * Changes of members take turns, so that two owners cannot both leave at once. Call before the change.
   */
  async lock(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await manager.find(MembershipEntity, {
      select: { userId: true },
      where: { organizationId },
      order: { userId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** @throws ProblemError of this code; call after the change, inside its transaction */
  async requireOwner(
    manager: EntityManager,
    { organizationId, kind }: Pick<RequestContext, 'organizationId' | 'kind'>,
    otherwise: 'last_owner' | 'last_owner_leaves',
  ): Promise<void> {
    const role = FOUNDING[kind].founder;
    if (!(await manager.existsBy(MembershipEntity, { organizationId, role })))
      throw new ProblemError(otherwise);
  }
}

/** Those of these people who are members. */
export async function membersAmong(
  manager: EntityManager,
  organizationId: string,
  userIds: readonly string[],
): Promise<ReadonlySet<string | null>> {
  if (userIds.length === 0) return new Set();
  const found = await manager.find(MembershipEntity, {
    select: { userId: true },
    where: { organizationId, userId: In([...userIds]) },
  });
  return new Set(found.map(({ userId }) => userId));
}
