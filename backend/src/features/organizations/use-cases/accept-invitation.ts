import { Injectable } from '@nestjs/common';
import {
  Audit,
  PlatformAudit,
  ProblemError,
  Quotas,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { CachedIdentities, UsersRepository } from '../../accounts';
import { InvitationsRepository, organizationOfToken } from '../members/invitations.repository';
import { MembersRepository } from '../members/members.repository';
import { OrganizationsRepository } from '../organizations.repository';

@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly audit: Audit,
    private readonly identities: CachedIdentities,
    private readonly users: UsersRepository,
    private readonly quotas: Quotas,
    private readonly platform: PlatformAudit,
  ) {}

  /**
   * Whoever holds a mailed token read the invited mailbox. Addresses of accounts are not compared: they are unproven, and
   * the invited person may sign in with another one. Where it is the same one, this proves it; a link that was copied by
   * who invites proves nothing.
   * @throws ProblemError invitation_invalid, invitation_not_open, quota_members
   * @returns the organization that was joined; the role of somebody who is a member already stays
   */
  async execute(context: RequestContext, token: string): Promise<{ organizationId: string }> {
    const organizationId = organizationOfToken(token);
    if (organizationId === undefined) throw new ProblemError('invitation_invalid');
    const inside: RequestContext = { ...context, organizationId };
    await this.database.transactionOfNewcomer(inside, async (manager) => {
      const invitation = await this.invitations.findByToken(manager, organizationId, token);
      if (invitation === null) throw new ProblemError('invitation_invalid');
      if (!(await this.organizations.isOpen(manager, organizationId)))
        throw new ProblemError('invitation_not_open');
      // Whoever belongs to it already takes no room.
      const role = await this.members.roleOf(manager, inside, context.userId);
      if (role === null) await this.quotas.require(manager, organizationId, 'members');
      const isNew = await this.members.insert(manager, inside, context.userId, invitation.role);
      await this.invitations.accept(manager, organizationId, invitation.id);
      if (
        invitation.isMailed &&
        (await this.users.confirmEmail(manager, context.userId, invitation.email))
      )
        await this.platform.record(manager, context, 'account.email_confirmed', {
          type: 'account',
          id: context.userId,
        });
      if (!isNew) return;
      const subject = { type: 'member', id: context.userId };
      await this.audit.record(manager, inside, 'members.joined', subject, {
        role: invitation.role,
      });
    });
    this.identities.forgetPerson(context.userId);
    return { organizationId };
  }
}
