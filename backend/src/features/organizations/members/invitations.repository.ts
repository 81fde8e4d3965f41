import { Injectable } from '@nestjs/common';
import type { AnyRole, OrganizationKind } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { IsNull, Raw, type EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../../kernel';
import { hashOfToken } from '../../accounts';
import { InvitationEntity } from '../entities/invitation.entity';

/** An invitation is open for so many days. */
export const INVITATION_DAYS = 14;

interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: AnyRole;
}

/** An invitation that waits for its answer. */
export interface PendingInvitation extends OpenInvitation {
  readonly invitedAt: string;
  readonly expiresAt: string;
  /** When the last try to mail it was given up; null: it was sent, or is on its way. */
  readonly mailFailedAt: string | null;
}

/** What an invitation tells before it is accepted. */
export interface SeenInvitation {
  readonly organizationName: string;
  readonly kind: OrganizationKind;
  readonly inviterName: string;
  readonly role: AnyRole;
}

/** One for which somebody came with a link. */
interface AnsweredInvitation extends OpenInvitation {
  /** Whether the link was mailed, so that whoever holds it has read the mailbox. */
  readonly isMailed: boolean;
}

/** The id of the organization that is part of an invitation's token; undefined: no token of ours. */
export function organizationOfToken(token: string): string | undefined {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(token)?.[1];
}

type Tenant = Pick<RequestContext, 'organizationId'>;

/** SQL where the organization is told or asked in the same statement. */
@Injectable()
export class InvitationsRepository {
  constructor(private readonly quotas: Quotas) {}

  /** One open invitation per address; inviting again renews it, and ends a link that was copied before. @returns its id */
  async upsert(
    manager: EntityManager,
    context: RequestContext,
    email: string,
    role: AnyRole,
  ): Promise<string> {
    const open = await this.pending(manager, context);
    if (!open.some((invitation) => invitation.email === email))
      await this.quotas.require(manager, context.organizationId, 'open_invitations');
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO invitations
         (organization_id, organization_kind, id, email, role, invited_by, expires_at)
       SELECT o.id, o.kind, $2, $3, $4, $5, now() + make_interval(days => $6)
       FROM organizations o WHERE o.id = $1
       ON CONFLICT (organization_id, email) WHERE accepted_at IS NULL
       DO UPDATE SET role = EXCLUDED.role, expires_at = EXCLUDED.expires_at, mail_failed_at = NULL,
         copied_link_hash = NULL
       RETURNING id`,
      [context.organizationId, randomUUID(), email, role, context.userId, INVITATION_DAYS],
    );
    if (!row) throw new Error('the invitation was not written');
    return row.id;
  }

  async findByToken(
    manager: EntityManager,
    organizationId: string,
    token: string,
  ): Promise<AnsweredInvitation | null> {
    const hash = hashOfToken(token);
    const found = await manager
      .createQueryBuilder(InvitationEntity, 'i')
      .where({ organizationId, ...waiting() })
      .andWhere('(i.tokenHashes @> ARRAY[:hash]::bytea[] OR i.copiedLinkHash = :hash)', { hash })
      .setLock('pessimistic_write')
      .getOne();
    return found && { ...openOf(found), isMailed: !found.copiedLinkHash?.equals(hash) };
  }

  async seeByToken(
    manager: EntityManager,
    organizationId: string,
    token: string,
  ): Promise<(SeenInvitation & { readonly isOpen: boolean }) | null> {
    const [row] = await manager.query<(SeenInvitation & { readonly isOpen: boolean })[]>(
      `SELECT o.name AS "organizationName", o.kind, u.name AS "inviterName", i.role,
         o.state = 'open' AS "isOpen"
       FROM invitations i JOIN organizations o ON o.id = i.organization_id
         JOIN users u ON u.id = i.invited_by
       WHERE i.organization_id = $1 AND ($2 = ANY(i.token_hashes) OR i.copied_link_hash = $2)
         AND i.accepted_at IS NULL AND i.expires_at > now()`,
      [organizationId, hashOfToken(token)],
    );
    return row ?? null;
  }

  /** From now on this link alone works. @returns until when; null: it waits no more */
  async replaceLinks(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    token: string,
  ): Promise<Date | null> {
    const { raw } = await manager
      .createQueryBuilder()
      .update(InvitationEntity)
      .set({ tokenHashes: [], copiedLinkHash: hashOfToken(token) })
      .where({ organizationId, id, ...waiting() })
      .returning('expires_at')
      .execute();
    const [row] = raw as { readonly expires_at: Date }[];
    return row?.expires_at ?? null;
  }

  /** Oldest first. */
  async pending(manager: EntityManager, { organizationId }: Tenant): Promise<PendingInvitation[]> {
    const rows = await manager.find(InvitationEntity, {
      where: { organizationId, ...waiting() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return rows.map((row) => ({
      ...openOf(row),
      invitedAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      mailFailedAt: row.mailFailedAt?.toISOString() ?? null,
    }));
  }

  /** @returns false when no such invitation waits */
  async withdraw(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<boolean> {
    const { affected } = await manager.delete(InvitationEntity, {
      organizationId,
      id,
      acceptedAt: IsNull(),
    });
    return affected === 1;
  }

  /** Those whose time is over, accepted or not; the audit trail keeps who invited and who joined. */
  async forgetExpired(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await manager.delete(InvitationEntity, {
      organizationId,
      expiresAt: Raw((column) => `${column} < now()`),
    });
  }

  async accept(manager: EntityManager, organizationId: string, id: string): Promise<void> {
    await manager.update(InvitationEntity, { organizationId, id }, { acceptedAt: () => 'now()' });
  }

  /** One more link that works. @returns null: it waits no more */
  async addToken(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    token: string,
  ): Promise<{ readonly email: string; readonly organizationName: string } | null> {
    const [row] = await queryRows<{ email: string; organizationName: string }>(
      manager,
      `UPDATE invitations i SET token_hashes = token_hashes || $3::bytea FROM organizations o
       WHERE i.organization_id = $1 AND i.id = $2 AND i.accepted_at IS NULL AND o.id = $1
       RETURNING i.email, o.name AS "organizationName"`,
      [organizationId, id, hashOfToken(token)],
    );
    return row ?? null;
  }

  /** Nobody could be mailed. @returns whom; null: it waits no more */
  async noteFailedMail(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<string | null> {
    const { raw } = await manager
      .createQueryBuilder()
      .update(InvitationEntity)
      .set({ mailFailedAt: () => 'now()' })
      .where({ organizationId, id, acceptedAt: IsNull() })
      .returning('email')
      .execute();
    const [row] = raw as { readonly email: string }[];
    return row?.email ?? null;
  }
}

/** By the clock of the database, as everything that expires. */
const waiting = () => ({
  acceptedAt: IsNull(),
  expiresAt: Raw((column) => `${column} > now()`),
});

const openOf = ({ id, email, role }: InvitationEntity): OpenInvitation => ({
  id,
  email,
  role: role as AnyRole,
});
