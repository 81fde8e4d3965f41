import { Injectable } from '@nestjs/common';
import { nameInMail } from '@liangxing/contracts';
import {
  Config,
  HandlesJob,
  jobKind,
  Limits,
  Mailer,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { newToken } from '../../accounts';
import { INVITATION_DAYS, InvitationsRepository } from '../members/invitations.repository';

interface InvitationJobData {
  readonly context: JobContext;
  readonly invitationId: string;
}

/** Mails an invitation. Its link is made by the job, so that no secret waits in the queue. */
export const SEND_INVITATION = jobKind<InvitationJobData>('organizations.send-invitation', {
  atOnce: 4,
});

@Injectable()
@HandlesJob(SEND_INVITATION)
export class SendInvitationJob implements JobHandler<InvitationJobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly limits: Limits,
    private readonly invitations: InvitationsRepository,
  ) {}

  /** Done twice it mails twice, and both links work. */
  async handle({ context, invitationId }: InvitationJobData): Promise<void> {
    const { organizationId } = context;
    // The id of the organization is part of the token: whoever holds it finds the right tenant.
    const token = `${organizationId}.${newToken()}`;
    const invitation = await this.database.transaction(context, (manager) =>
      this.invitations.addToken(manager, context, invitationId, token),
    );
    if (invitation === null) return;
    const sender = nameInMail(context.userName);
    const organization = nameInMail(invitation.organizationName);
    const link = `${this.config.publicUrl}/register?invitation=${token}`;
    await this.mailer.send({
      to: invitation.email,
      subject: `良行：${sender} 邀请您加入 ${organization}`,
      text:
        `您好：\n\n${sender} 邀请您加入“${organization}”的标准化良好行为工作。` +
        `请在 ${INVITATION_DAYS} 天内打开：\n${link}\n\n` +
        `${sender} invites you to ${organization} on Liangxing. ` +
        `Open the link within ${INVITATION_DAYS} days.\n`,
    });
  }

  /** Nobody was mailed: the members page says so, and the mailbox may be written to again at once. */
  async giveUp({ context, invitationId }: InvitationJobData): Promise<void> {
    const email = await this.database.transaction(context, (manager) =>
      this.invitations.noteFailedMail(manager, context, invitationId),
    );
    if (email !== null) await this.limits.giveBack('invitation_mail', { recipient: email });
  }
}
