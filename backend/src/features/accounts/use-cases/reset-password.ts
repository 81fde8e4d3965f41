import { Injectable } from '@nestjs/common';
import {
  JobQueue,
  Limits,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  type JobContext,
} from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { MailedLinksRepository } from '../mailed-links.repository';
import { ChangePasskeys } from './change-passkeys';
import { LinkIdentity } from './link-identity';
import { SEND_PASSWORD_RESET } from './send-password-reset';
import { PasswordStrength } from '../password-strength';
import { Passwords } from '../passwords';
import { SessionsRepository } from '../sessions.repository';
import { AccessTokensRepository } from '../tokens/access-tokens.repository';
import { UsersRepository, type User } from '../users.repository';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly jobs: JobQueue,
    private readonly users: UsersRepository,
    private readonly links: MailedLinksRepository,
    private readonly sessions: SessionsRepository,
    private readonly tokens: AccessTokensRepository,
    private readonly linking: LinkIdentity,
    private readonly passkeys: ChangePasskeys,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly limits: Limits,
    private readonly cached: CachedIdentities,
    private readonly audit: PlatformAudit,
  ) {}

  /**
   * The same for a known and an unknown address: whether there is such an account is found out in the job. Nobody's
   * mailbox is filled: beyond the limit nothing is sent, and the answer is the same again.
   */
  async request(email: string, correlationId: string): Promise<void> {
    if (!(await this.limits.isWithin('reset_mail', { recipient: email }))) return;
    const context: JobContext = {
      userId: '',
      userName: '',
      organizationId: '',
      correlationId,
      language: 'zh-CN',
    };
    await this.jobs.enqueue(this.database.manager, SEND_PASSWORD_RESET, {
      context,
      email,
    });
  }

  /**
   * Sets the password and ends every session, access token and passkey of that person, and identities that were linked: they
   * may be those of whoever had the account before its owner. Whoever holds the link has read the mail: the address is
   * confirmed, and strangers' guesses at password and code count no more.
   */
  async execute(token: string, password: string, correlationId: string): Promise<User> {
    const owner = await this.links.ownerOfReset(this.database.manager, token);
    const user = owner === null ? null : await this.users.find(owner);
    if (user === null) throw new ProblemError('reset_token_invalid');
    await this.strength.require(password, user, 'password');
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction('', async (manager) => {
      const userId = await this.links.useReset(manager, token);
      if (userId === null) throw new ProblemError('reset_token_invalid');
      await this.users.setPassword(manager, userId, passwordHash);
      await this.users.confirmEmail(manager, userId, user.email);
      const actor = { userId, userName: user.name, correlationId };
      const person = { ...actor, language: user.language };
      await this.passkeys.removeWithin(manager, person);
      await this.linking.unlinkWithin(manager, person);
      await this.sessions.removeAllOf(manager, userId);
      await this.tokens.removeAllOf(manager, userId);
      await this.audit.record(manager, actor, 'account.password_reset', {
        type: 'account',
        id: userId,
      });
    });
    this.cached.forgetPerson(user.id);
    await this.limits.forget('sign_in', { account: user.email });
    await this.limits.forget('second_factor', { account: user.id });
    return user;
  }
}
