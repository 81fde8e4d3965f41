import { Injectable } from '@nestjs/common';
import {
  jobContextOf,
  JobQueue,
  Limits,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  type JobContext,
  type RequestContext,
} from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { MailedLinksRepository } from '../mailed-links.repository';
import type { SessionPlace } from '../sessions.repository';
import { UsersRepository } from '../users.repository';
import { ProveOwner, type OwnerProof } from './prove-owner';
import { SEND_ACCOUNT_NOTICE } from './send-account-notice';
import { SEND_EMAIL_CHANGE } from './send-email-change';
import { SEND_EMAIL_CHANGE_NOTICE } from './send-email-change-notice';

const VALID_HOURS = 24;

/** A person takes another address: it is theirs when the mail that was sent there has been read. */
@Injectable()
export class ChangeEmail {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly jobs: JobQueue,
    private readonly users: UsersRepository,
    private readonly links: MailedLinksRepository,
    private readonly proveOwner: ProveOwner,
    private readonly limits: Limits,
    private readonly identities: CachedIdentities,
    private readonly audit: PlatformAudit,
  ) {}

  /**
   * Until the link is used nothing changes. A change that was begun before ends. Only what the owner asks for counts for
   * the mailbox: nobody keeps its owner from it by wrong passwords.
   * The address of before is told now, while its owner can still stop it.
   * @param command.email as `normalEmail` writes it
   * @param command.place where the request comes from
   * @throws ProblemError wrong_password, validation_failed (no code), wrong_code, too_many_requests, email_taken
   */
  async begin(
    context: RequestContext,
    {
      email,
      place,
      ...proof
    }: OwnerProof & { readonly email: string; readonly place: SessionPlace },
  ): Promise<void> {
    const { id: userId } = await this.proveOwner.execute(context, proof);
    await this.limits.count('change_email_mail', { recipient: email });
    if ((await this.users.findByEmail(email)) !== null) throw new ProblemError('email_taken');
    await this.database.transaction(userId, async (manager) => {
      await this.links.beginEmailChange(manager, { userId, email }, VALID_HOURS);
      const data = { context: { ...jobContextOf(context), organizationId: '' }, email };
      await this.jobs.enqueue(manager, SEND_EMAIL_CHANGE, data);
      await this.jobs.enqueue(manager, SEND_EMAIL_CHANGE_NOTICE, { ...data, place });
    });
  }

  /** The address stays as it is, and the link that was mailed works no longer. */
  async drop({ userId }: RequestContext): Promise<void> {
    await this.links.dropEmailChange(this.database.manager, userId);
  }

  /**
   * Whoever comes with the link has read the mail, signed in or not. Of two who want the same address the first has it.
   * @throws ProblemError confirmation_invalid, email_taken
   */
  async execute(token: string, correlationId: string): Promise<void> {
    const userId = await this.database.transaction('', async (manager) => {
      const found = await this.links.useEmailChange(manager, token);
      const user = found && (await this.users.find(found.userId, manager));
      if (!found || !user) throw new ProblemError('confirmation_invalid');
      if (!(await this.users.setEmail(manager, user.id, found.email)))
        throw new ProblemError('email_taken');
      const actor = { userId: user.id, userName: user.name, correlationId };
      const subject = { type: 'account', id: user.id };
      await this.audit.record(manager, actor, 'account.email_changed', subject);
      const context: JobContext = { ...actor, organizationId: '', language: user.language };
      const told = { context, notice: 'email_changed' as const, email: user.email };
      await this.jobs.enqueue(manager, SEND_ACCOUNT_NOTICE, told);
      return user.id;
    });
    this.identities.forgetPerson(userId);
  }
}
