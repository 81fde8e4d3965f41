import { Injectable } from '@nestjs/common';
import { Audit, Config, notFound, TenantDatabase, type RequestContext } from '../../../kernel';
import { newToken } from '../../accounts';
import { InvitationsRepository } from '../members/invitations.repository';

/** A link to hand over by other ways than mail. */
export interface InvitationLink {
  readonly link: string;
  readonly expiresAt: string;
}

/** Of a link only the hash is kept, so that none is shown again: it is made anew, and those of before end. */
@Injectable()
export class MakeInvitationLink {
  constructor(
    private readonly database: TenantDatabase,
    private readonly invitations: InvitationsRepository,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found where it waits no more */
  async execute(context: RequestContext, invitationId: string): Promise<InvitationLink> {
    const token = `${context.organizationId}.${newToken()}`;
    const expiresAt = await this.database.transaction(context, async (manager) => {
      const found = await this.invitations.replaceLinks(manager, context, invitationId, token);
      if (found === null) throw notFound();
      const subject = { type: 'invitation', id: invitationId };
      await this.audit.record(manager, context, 'members.invitation_link_made', subject);
      return found;
    });
    const link = `${this.config.publicUrl}/register?invitation=${token}`;
    return { link, expiresAt: expiresAt.toISOString() };
  }
}
