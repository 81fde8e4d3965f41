import { Injectable } from '@nestjs/common';
import { ProblemError, TenantDatabase } from '../../../kernel';
import {
  organizationOfToken,
  InvitationsRepository,
  type SeenInvitation,
} from '../members/invitations.repository';

/** Who invites and as what, for whoever holds the token of a mailed invitation; nobody need be signed in. */
@Injectable()
export class ReadInvitation {
  constructor(
    private readonly database: TenantDatabase,
    private readonly invitations: InvitationsRepository,
  ) {}

  /**
   * @throws ProblemError invitation_invalid, alike for a token that never was, was used, or is over; invitation_not_open
   * without saying which organization it is
   */
  async execute(token: string): Promise<SeenInvitation> {
    const organizationId = organizationOfToken(token);
    if (organizationId === undefined) throw new ProblemError('invitation_invalid');
    const seen = await this.database.read({ organizationId, userId: '' }, (manager) =>
      this.invitations.seeByToken(manager, organizationId, token),
    );
    if (seen === null) throw new ProblemError('invitation_invalid');
    const { isOpen, ...told } = seen;
    if (!isOpen) throw new ProblemError('invitation_not_open');
    return told;
  }
}
