import { Injectable } from '@nestjs/common';
import { JobQueue, PlatformDatabase, ProblemError, type JobContext } from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { SEND_PASSWORD_RESET, useResetToken } from '../password-resets';
import { Passwords } from '../passwords';
import { SessionsRepository } from '../sessions.repository';
import { normalEmail, UsersRepository } from '../users.repository';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly jobs: JobQueue,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly passwords: Passwords,
    private readonly identities: CachedIdentities,
  ) {}

  /** The same for a known and an unknown address: whether there is such an account is found out in the job. */
  async request(email: string, correlationId: string): Promise<void> {
    const context: JobContext = {
      userId: '',
      userName: '',
      organizationId: '',
      correlationId,
      language: 'zh-CN',
    };
    await this.jobs.enqueue(this.database.manager, SEND_PASSWORD_RESET, {
      context,
      email: normalEmail(email),
    });
  }

  /** Sets the password and ends every session of that person. */
  async execute(token: string, password: string): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction('', async (manager) => {
      const userId = await useResetToken(manager, token);
      if (userId === null) throw new ProblemError('reset_token_invalid');
      await this.users.setPassword(manager, userId, passwordHash);
      await this.sessions.removeAllOf(manager, userId);
    });
    this.identities.forgetAll();
  }
}
