import { Injectable } from '@nestjs/common';
import { nameInMail, type Role } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Config,
  HandlesJob,
  jobKind,
  Limits,
  Mailer,
  Quotas,
  TenantDatabase,
  type JobContext,
  type JobHandler,
  type RequestContext,
} from '../../../kernel';
import { queryRows } from '../../../kernel/database/query-rows';
import { hashOfToken, newToken } from '../../accounts';

interface InvitationJobData {
  readonly context: JobContext;
  readonly invitationId: string;
}

/** Mails an invitation. Its link is made by the job, so that no secret waits in the queue. */
export const SEND_INVITATION = jobKind<InvitationJobData>('organizations.send-invitation', {
  atOnce: 4,
});

const validDays = 14;

export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
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
  readonly role: Role;
}

/** The id of the organization that is part of an invitation's token; undefined: no token of ours. */
export function organizationOfToken(token: string): string | undefined {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(token)?.[1];
}

type Tenant = Pick<RequestContext, 'organizationId'>;

@Injectable()
export class InvitationsRepository {
  constructor(private readonly quotas: Quotas) {}

  /** One open invitation per address; inviting again renews it. @returns its id */
  async upsert(
    manager: EntityManager,
    context: RequestContext,
    email: string,
    role: Role,
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
       DO UPDATE SET role = EXCLUDED.role, expires_at = EXCLUDED.expires_at, mail_failed_at = NULL
       RETURNING id`,
      [context.organizationId, randomUUID(), email, role, context.userId, validDays],
    );
    if (!row) throw new Error('the invitation was not written');
    return row.id;
  }

  async findByToken(
    manager: EntityManager,
    organizationId: string,
    token: string,
  ): Promise<OpenInvitation | null> {
    const [row] = await manager.query<OpenInvitation[]>(
      `SELECT id, email, role FROM invitations WHERE organization_id = $1 AND $2 = ANY(token_hashes)
         AND accepted_at IS NULL AND expires_at > now() FOR UPDATE`,
      [organizationId, hashOfToken(token)],
    );
    return row ?? null;
  }

  async seeByToken(
    manager: EntityManager,
    organizationId: string,
    token: string,
  ): Promise<SeenInvitation | null> {
    const [row] = await manager.query<SeenInvitation[]>(
      `SELECT o.name AS "organizationName", i.role FROM invitations i
         JOIN organizations o ON o.id = i.organization_id
       WHERE i.organization_id = $1 AND $2 = ANY(i.token_hashes)
         AND i.accepted_at IS NULL AND i.expires_at > now()`,
      [organizationId, hashOfToken(token)],
    );
    return row ?? null;
  }

  /** Oldest first. */
  async pending(manager: EntityManager, { organizationId }: Tenant): Promise<PendingInvitation[]> {
    const rows = await manager.query<
      (OpenInvitation & { invitedAt: Date; expiresAt: Date; mailFailedAt: Date | null })[]
    >(
      `SELECT id, email, role, created_at AS "invitedAt", expires_at AS "expiresAt",
         mail_failed_at AS "mailFailedAt" FROM invitations
       WHERE organization_id = $1 AND accepted_at IS NULL AND expires_at > now()
       ORDER BY created_at, id`,
      [organizationId],
    );
    return rows.map(({ invitedAt, expiresAt, mailFailedAt, ...row }) => ({
      ...row,
      invitedAt: invitedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      mailFailedAt: mailFailedAt?.toISOString() ?? null,
    }));
  }

  /** @returns false when no such invitation waits */
  async withdraw(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<boolean> {
    const [, removed] = await manager.query<[unknown[], number]>(
      'DELETE FROM invitations WHERE organization_id = $1 AND id = $2 AND accepted_at IS NULL',
      [organizationId, id],
    );
    return removed === 1;
  }

  /** Those whose time is over, accepted or not; the audit trail keeps who invited and who joined. */
  async forgetExpired(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await manager.query(
      'DELETE FROM invitations WHERE organization_id = $1 AND expires_at < now()',
      [organizationId],
    );
  }

  async accept(manager: EntityManager, organizationId: string, id: string): Promise<void> {
    await manager.query(
      'UPDATE invitations SET accepted_at = now() WHERE organization_id = $1 AND id = $2',
      [organizationId, id],
    );
  }
}

@Injectable()
@HandlesJob(SEND_INVITATION)
export class SendInvitationJob implements JobHandler<InvitationJobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly limits: Limits,
  ) {}

  /** Done twice it mails twice, and both links work. */
  async handle({ context, invitationId }: InvitationJobData): Promise<void> {
    const { organizationId } = context;
    // The id of the organization is part of the token: whoever holds it finds the right tenant.
    const token = `${organizationId}.${newToken()}`;
    const invitation = await this.database.transaction(context, async (manager) => {
      const [rows] = await manager.query<[{ email: string; name: string }[], number]>(
        `UPDATE invitations i SET token_hashes = token_hashes || $3::bytea FROM organizations o
         WHERE i.organization_id = $1 AND i.id = $2 AND i.accepted_at IS NULL AND o.id = $1
         RETURNING i.email, o.name`,
        [organizationId, invitationId, hashOfToken(token)],
      );
      return rows[0];
    });
    if (!invitation) return;
    const sender = nameInMail(context.userName);
    const organization = nameInMail(invitation.name);
    const link = `${this.config.publicUrl}/register?invitation=${token}`;
    await this.mailer.send({
      to: invitation.email,
      subject: `良行：${sender} 邀请您加入 ${organization}`,
      text:
        `您好：\n\n${sender} 邀请您加入“${organization}”的标准化良好行为工作。` +
        `请在 ${validDays} 天内打开：\n${link}\n\n` +
        `${sender} invites you to ${organization} on Liangxing. ` +
        `Open the link within ${validDays} days.\n`,
    });
  }

  /** Nobody was mailed: the members page says so, and the mailbox may be written to again at once. */
  async giveUp({ context, invitationId }: InvitationJobData): Promise<void> {
    const [failed] = await this.database.transaction(context, (manager) =>
      queryRows<{ email: string }>(
        manager,
        `UPDATE invitations SET mail_failed_at = now()
         WHERE organization_id = $1 AND id = $2 AND accepted_at IS NULL RETURNING email`,
        [context.organizationId, invitationId],
      ),
    );
    if (failed) await this.limits.giveBack('invitation_mail', { recipient: failed.email });
  }
}
