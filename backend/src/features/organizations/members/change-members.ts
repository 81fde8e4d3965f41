import { Injectable } from '@nestjs/common';
import type { Role } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  JobQueue,
  notFound,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { CachedIdentities, normalEmail } from '../../accounts';
import { InvitationsRepository, SEND_INVITATION, type PendingInvitation } from './invitations';
import { MembersRepository, type Member } from './members.repository';

@Injectable()
export class ChangeMembers {
  constructor(
    private readonly database: TenantDatabase,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly jobs: JobQueue,
    private readonly audit: Audit,
  ) {}

  /**
   * Invites by mail, and by mail only: an address proves nothing until its mail is read. What is answered tells nobody
   * whether the address has an account.
   */
  async invite(
    context: RequestContext,
    command: { email: string; role: Role },
  ): Promise<PendingInvitation[]> {
    const email = normalEmail(command.email);
    return this.database.transaction(context, async (manager) => {
      if (await this.members.hasEmail(manager, context, email))
        throw new ProblemError('already_member');
      const invitationId = await this.invitations.upsert(manager, context, email, command.role);
      const { userId, userName, organizationId, correlationId, language } = context;
      await this.jobs.enqueue(manager, SEND_INVITATION, {
        context: { userId, userName, organizationId, correlationId, language },
        invitationId,
      });
      const subject = { type: 'invitation', id: invitationId };
      await this.audit.record(manager, context, 'members.invited', subject, {
        role: command.role,
      });
      return this.invitations.pending(manager, context);
    });
  }

  /** Its links stop working. */
  async withdraw(context: RequestContext, invitationId: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      if (!(await this.invitations.withdraw(manager, context, invitationId))) throw notFound();
      const subject = { type: 'invitation', id: invitationId };
      await this.audit.record(manager, context, 'members.invitation-withdrawn', subject);
    });
  }

  async setRole(context: RequestContext, userId: string, role: Role): Promise<Member[]> {
    return this.change(context, async (manager) => {
      if (!(await this.members.setRole(manager, context, userId, role))) throw notFound();
      await this.record(manager, context, 'members.role-changed', userId, { role });
    });
  }

  async remove(context: RequestContext, userId: string): Promise<void> {
    await this.change(context, async (manager) => {
      if (!(await this.members.remove(manager, context, userId))) throw notFound();
      await this.record(manager, context, 'members.removed', userId);
    });
  }

  private async change(
    context: RequestContext,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<Member[]> {
    return this.database.transaction(context, async (manager) => {
      await this.members.lock(manager, context);
      await work(manager);
      await this.members.requireOwner(manager, context);
      return this.members.list(manager, context);
    });
  }

  private record(
    manager: EntityManager,
    context: RequestContext,
    action: string,
    userId: string,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return this.audit.record(manager, context, action, { type: 'member', id: userId }, details);
  }
}

@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: TenantDatabase,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly audit: Audit,
    private readonly identities: CachedIdentities,
  ) {}

  /**
   * Whoever holds the token read the invited mailbox. Addresses of accounts are not compared: they are unproven, and
   * the invited person may sign in with another one.
   * @returns the organization that was joined; the role of somebody who is a member already stays
   */
  async execute(context: RequestContext, token: string): Promise<{ organizationId: string }> {
    const organizationId = /^([0-9a-f-]{36})\.[\w-]{43}$/.exec(token)?.[1];
    if (organizationId === undefined) throw new ProblemError('invitation_invalid');
    const inside: RequestContext = { ...context, organizationId };
    await this.database.transaction(inside, async (manager) => {
      const invitation = await this.invitations.findByToken(manager, organizationId, token);
      if (invitation === null) throw new ProblemError('invitation_invalid');
      await this.members.insert(manager, inside, context.userId, invitation.role);
      await this.invitations.accept(manager, organizationId, invitation.id);
      const subject = { type: 'member', id: context.userId };
      await this.audit.record(manager, inside, 'members.joined', subject, {
        role: invitation.role,
      });
    });
    this.identities.forgetAll();
    return { organizationId };
  }
}
