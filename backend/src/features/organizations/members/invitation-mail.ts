import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Config,
  jobContextOf,
  JobQueue,
  Limits,
  notFound,
  ProblemError,
  type RequestContext,
} from '../../../kernel';
import type { OwnUser } from '../../accounts';
import { SEND_INVITATION } from '../use-cases/send-invitation';

type Sender = Pick<RequestContext, 'userId' | 'organizationId'>;

/** Mail to a stranger in a member's name: who may send it, and how much of it one mailbox gets. */
@Injectable()
export class InvitationMail {
  constructor(
    private readonly jobs: JobQueue,
    private readonly limits: Limits,
    private readonly config: Config,
  ) {}

  /** @throws ProblemError email_unconfirmed */
  requireSender(sender: OwnUser | null): void {
    if (sender === null) throw notFound();
    if (this.config.mustConfirmSenders && !sender.isEmailConfirmed)
      throw new ProblemError('email_unconfirmed');
  }

  /** Counted before, so that parallel requests do not slip through; what fails has mailed nobody and costs nothing. */
  async countedFor<T>(recipient: string, work: () => Promise<T>): Promise<T> {
    await this.limits.count('invitation_mail', { recipient });
    try {
      return await work();
    } catch (error) {
      await this.limits.giveBack('invitation_mail', { recipient });
      throw error;
    }
  }

  /**
   * Counts one of many, for which nothing is thrown.
   * @returns why it is not to be sent; null: it is
   */
  async refusalOf(
    { userId, organizationId }: Sender,
    recipient: string,
  ): Promise<'over_limit' | 'recently_mailed' | null> {
    const sender = { account: userId, organization: organizationId };
    if (!(await this.limits.isWithin('invite', sender))) return 'over_limit';
    const isWithin = await this.limits.isWithin('invitation_mail', { recipient });
    return isWithin ? null : 'recently_mailed';
  }

  /** How many more mails this person may order now. */
  left({ userId, organizationId }: Sender): Promise<number> {
    return this.limits.left('invite', { account: userId, organization: organizationId });
  }

  /** Nobody was mailed after all. */
  async giveBack(recipients: readonly string[]): Promise<void> {
    for (const recipient of recipients)
      await this.limits.giveBack('invitation_mail', { recipient });
  }

  async enqueue(
    manager: EntityManager,
    context: RequestContext,
    invitationId: string,
  ): Promise<void> {
    const data = { context: jobContextOf(context), invitationId };
    await this.jobs.enqueue(manager, SEND_INVITATION, data);
  }
}
