import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Language } from '@liangxing/contracts';
import { JobQueue, PlatformAudit, PlatformDatabase, ProblemError } from '../../../kernel';
import { SEND_EMAIL_CONFIRMATION } from './send-email-confirmation';
import { PasswordStrength } from '../password-strength';
import { Passwords } from '../passwords';
import { newToken } from '../session-tokens';
import { SessionsRepository, type SessionPlace } from '../sessions.repository';
import { UsersRepository } from '../users.repository';

interface RegisterCommand {
  /** As `normalEmail` writes it. */
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
  readonly place?: SessionPlace;
  /** Names the request that the mail belongs to; without one no mail to confirm the address is sent. */
  readonly correlationId?: string;
}

@Injectable()
export class RegisterAccount {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly jobs: JobQueue,
    private readonly audit: PlatformAudit,
  ) {}

  /** @returns the token of the first session */
  async execute(command: RegisterCommand): Promise<{ token: string; userId: string }> {
    const { email, language, correlationId, place = { browser: '', network: '' } } = command;
    const name = command.name.trim();
    await this.strength.require(command.password, { name, email }, 'password');
    const passwordHash = await this.passwords.hash(command.password);
    const userId = randomUUID();
    const token = newToken();
    await this.database.transaction(userId, async (manager) => {
      const user = { id: userId, email, name, language, passwordHash };
      if (!(await this.users.insert(manager, user))) throw new ProblemError('email_taken');
      await this.sessions.insert(manager, token, userId, place);
      const actor = { userId, userName: name, correlationId: correlationId ?? '' };
      const subject = { type: 'account', id: userId };
      await this.audit.record(manager, actor, 'account.registered', subject);
      if (correlationId === undefined) return;
      const context = { userId, userName: name, organizationId: '', correlationId, language };
      await this.jobs.enqueue(manager, SEND_EMAIL_CONFIRMATION, { context });
    });
    return { token, userId };
  }
}
