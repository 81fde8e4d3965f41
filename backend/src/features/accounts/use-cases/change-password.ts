import { Injectable } from '@nestjs/common';
import { Limits, PlatformAudit, PlatformDatabase, RequestContext } from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { PasswordStrength } from '../password-strength';
import { Passwords } from '../passwords';
import { SessionsRepository } from '../sessions.repository';
import { UsersRepository } from '../users.repository';
import { ChangePasskeys } from './change-passkeys';
import { CheckOwnPassword } from './check-own-password';
import { LinkIdentity } from './link-identity';

@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly linking: LinkIdentity,
    private readonly passkeys: ChangePasskeys,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly ownPassword: CheckOwnPassword,
    private readonly limits: Limits,
    private readonly identities: CachedIdentities,
    private readonly audit: PlatformAudit,
  ) {}

  /**
   * Ends every other session, open reset links, passkeys and identities that are linked; the session that asks stays. Codes
   * that others tried count no more.
   */
  async execute(
    context: RequestContext,
    command: { currentPassword: string; newPassword: string; token: string },
  ): Promise<void> {
    const user = await this.ownPassword.execute(context, command.currentPassword);
    await this.strength.require(command.newPassword, user, 'newPassword');
    const passwordHash = await this.passwords.hash(command.newPassword);
    await this.database.transaction(user.id, async (manager) => {
      await this.users.setPassword(manager, user.id, passwordHash);
      // Who knew the password may have added a passkey or linked an identity of theirs by it.
      await this.passkeys.removeWithin(manager, context);
      await this.linking.unlinkWithin(manager, context);
      await this.sessions.removeAllOf(manager, user.id, command.token);
      const subject = { type: 'account', id: user.id };
      await this.audit.record(manager, context, 'account.password_changed', subject);
    });
    this.identities.forgetPerson(user.id);
    await this.limits.forget('second_factor', { account: user.id });
  }
}
