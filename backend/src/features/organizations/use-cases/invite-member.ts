import { Injectable } from '@nestjs/common';
import type { AnyRole } from '@liangxing/contracts';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { UsersRepository } from '../../accounts';
import { InvitationMail } from '../members/invitation-mail';
import { InvitationsRepository, type PendingInvitation } from '../members/invitations.repository';
import { MembersRepository } from '../members/members.repository';
import { requireOfferedRole } from '../members/require-offered-role';

@Injectable()
export class InviteMember {
  constructor(
    private readonly database: TenantDatabase,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly users: UsersRepository,
    private readonly mail: InvitationMail,
    private readonly audit: Audit,
  ) {}

  /**
   * Invites by mail, and by mail only: an address proves nothing until its mail is read. What is answered tells nobody
   * whether the address has an account.
   * @param command.email as `normalEmail` writes it
   * @throws ProblemError validation_failed (a role of another kind), email_unconfirmed, recently_mailed, already_member, quota_open_invitations
   */
  async execute(
    context: RequestContext,
    command: { email: string; role: AnyRole },
  ): Promise<PendingInvitation[]> {
    const { email, role } = command;
    requireOfferedRole(context.kind, role);
    this.mail.requireSender(await this.users.find(context.userId));
    return this.mail.countedFor(email, () =>
      this.database.transaction(context, async (manager) => {
        if (await this.members.hasEmail(manager, context, email))
          throw new ProblemError('already_member');
        const invitationId = await this.invitations.upsert(manager, context, email, role);
        await this.mail.enqueue(manager, context, invitationId);
        const subject = { type: 'invitation', id: invitationId };
        await this.audit.record(manager, context, 'members.invited', subject, { role });
        return this.invitations.pending(manager, context);
      }),
    );
  }

  /** Its links stop working. */
  async withdraw(context: RequestContext, invitationId: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      if (!(await this.invitations.withdraw(manager, context, invitationId))) throw notFound();
      const subject = { type: 'invitation', id: invitationId };
      await this.audit.record(manager, context, 'members.invitation-withdrawn', subject);
    });
  }
}
