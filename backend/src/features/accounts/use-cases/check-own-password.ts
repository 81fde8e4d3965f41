import { Injectable } from '@nestjs/common';
import { Limits, notFound, ProblemError, type RequestContext } from '../../../kernel';
import { PasskeysRepository } from '../passkeys/passkeys.repository';
import { Passwords } from '../passwords';
import { UsersRepository, type UserWithPassword } from '../users.repository';

/** Whoever changes how one signs in gives the password once more; a session left open alone is not enough. */
@Injectable()
export class CheckOwnPassword {
  constructor(
    private readonly users: UsersRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly passwords: Passwords,
    private readonly limits: Limits,
  ) {}

  /**
   * The route counts against the limit `change_password`; a right one costs nothing. Where a passkey is the only second
   * factor, a password alone changes nothing: whoever knows it would take the passkeys away, or add one of their own.
   * @throws ProblemError wrong_password, password_unset, passkey_first
   */
  async execute(context: RequestContext, password: string): Promise<UserWithPassword> {
    const user = await this.users.find(context.userId);
    if (user === null) throw notFound();
    if (user.passwordHash === null) throw new ProblemError('password_unset');
    if (!(await this.passwords.isRight(password, user.passwordHash)))
      throw new ProblemError('wrong_password');
    await this.limits.giveBack('change_password', { account: user.id });
    if (await this.passkeys.areAskedFor(user.id, context.sessionId ?? null))
      throw new ProblemError('passkey_first');
    return user;
  }
}
