import { Injectable } from '@nestjs/common';
import {
  jobContextOf,
  JobQueue,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  type RequestContext,
} from '../../../kernel';
import { SEND_EMAIL_CONFIRMATION } from './send-email-confirmation';
import { MailedLinksRepository } from '../mailed-links.repository';
import { UsersRepository } from '../users.repository';

/** A person proves that the address of the account is theirs. */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly jobs: JobQueue,
    private readonly users: UsersRepository,
    private readonly links: MailedLinksRepository,
    private readonly audit: PlatformAudit,
  ) {}

  /** Mails the link once more, to whoever has not used one yet. */
  async resend(context: RequestContext): Promise<void> {
    const user = await this.users.find(context.userId);
    if (user === null || user.isEmailConfirmed) return;
    const data = { context: { ...jobContextOf(context), organizationId: '' } };
    await this.database.transaction(context.userId, (manager) =>
      this.jobs.enqueue(manager, SEND_EMAIL_CONFIRMATION, data),
    );
  }

  /** @throws ProblemError confirmation_invalid */
  async execute(token: string, correlationId: string): Promise<void> {
    await this.database.transaction('', async (manager) => {
      const found = await this.links.useConfirmation(manager, token);
      if (found === null) throw new ProblemError('confirmation_invalid');
      if (!(await this.users.confirmEmail(manager, found.userId, found.email))) return;
      const user = await this.users.find(found.userId, manager);
      const actor = { userId: found.userId, userName: user?.name ?? '', correlationId };
      const subject = { type: 'account', id: found.userId };
      await this.audit.record(manager, actor, 'account.email_confirmed', subject);
    });
  }
}
