import { Injectable } from '@nestjs/common';
import { notFound, PlatformDatabase, ProblemError, RequestContext } from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { Passwords } from '../passwords';
import { SessionsRepository } from '../sessions.repository';
import { UsersRepository } from '../users.repository';

@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly passwords: Passwords,
    private readonly identities: CachedIdentities,
  ) {}

  /** Ends every other session; the one that asks stays. */
  async execute(
    context: RequestContext,
    command: { currentPassword: string; newPassword: string; token: string },
  ): Promise<void> {
    const user = await this.users.find(context.userId);
    if (user === null) throw notFound();
    if (!(await this.passwords.isRight(command.currentPassword, user.passwordHash)))
      throw new ProblemError('wrong_password');
    const passwordHash = await this.passwords.hash(command.newPassword);
    await this.database.transaction(user.id, async (manager) => {
      await this.users.setPassword(manager, user.id, passwordHash);
      await this.sessions.removeAllOf(manager, user.id, command.token);
    });
    this.identities.forgetAll();
  }
}
