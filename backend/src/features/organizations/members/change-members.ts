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
import { CachedIdentities, normalEmail, UsersRepository } from '../../accounts';
import { InvitationsRepository, SEND_INVITATION } from './invitations';
import { MembersRepository, type Member } from './members.repository';

/** Outcome of adding someone: a member at once, or invited by mail. */
export interface Addition {
  readonly state: 'member' | 'invited';
  readonly members: Member[];
}

@Injectable()
export class ChangeMembers {
  constructor(
    private readonly database: TenantDatabase,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly users: UsersRepository,
    private readonly jobs: JobQueue,
    private readonly audit: Audit,
  ) {}

  async add(context: RequestContext, command: { email: string; role: Role }): Promise<Addition> {
    const email = normalEmail(command.email);
    const user = await this.users.findByEmail(email);
    return this.database.transaction(context, async (manager) => {
      if (user === null) await this.invite(manager, context, email, command.role);
      else if (!(await this.members.insert(manager, context, user.id, command.role)))
        throw new ProblemError('already_member');
      else await this.record(manager, context, 'members.added', user.id, { role: command.role });
      const state = user === null ? 'invited' : 'member';
      return { state, members: await this.members.list(manager, context) };
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

  private async invite(
    manager: EntityManager,
    context: RequestContext,
    email: string,
    role: Role,
  ): Promise<void> {
    const invitationId = await this.invitations.upsert(manager, context, email, role);
    const { userId, userName, organizationId, correlationId, language } = context;
    await this.jobs.enqueue(manager, SEND_INVITATION, {
      context: { userId, userName, organizationId, correlationId, language },
      invitationId,
    });
    const subject = { type: 'invitation', id: invitationId };
    await this.audit.record(manager, context, 'members.invited', subject, { role });
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
    private readonly users: UsersRepository,
    private readonly audit: Audit,
    private readonly identities: CachedIdentities,
  ) {}

  /** @returns the organization that was joined; accepting as a member changes nothing */
  async execute(context: RequestContext, token: string): Promise<{ organizationId: string }> {
    const organizationId = /^([0-9a-f-]{36})\.[\w-]{43}$/.exec(token)?.[1];
    const user = await this.users.find(context.userId);
    if (organizationId === undefined || user === null) throw new ProblemError('invitation_invalid');
    const inside: RequestContext = { ...context, organizationId };
    await this.database.transaction(inside, async (manager) => {
      const invitation = await this.invitations.findByToken(manager, organizationId, token);
      if (invitation === null) throw new ProblemError('invitation_invalid');
      if (invitation.email !== user.email) throw new ProblemError('invitation_other_email');
      await this.members.insert(manager, inside, user.id, invitation.role);
      await this.invitations.accept(manager, organizationId, invitation.id);
      const subject = { type: 'member', id: user.id };
      await this.audit.record(manager, inside, 'members.joined', subject, {
        role: invitation.role,
      });
    });
    this.identities.forgetAll();
    return { organizationId };
  }
}
