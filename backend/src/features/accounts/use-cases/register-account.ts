import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Language } from '@liangxing/contracts';
import { Config, PlatformDatabase, ProblemError } from '../../../kernel';
import { Passwords } from '../passwords';
import { newToken } from '../session-tokens';
import { SessionsRepository } from '../sessions.repository';
import { normalEmail, UsersRepository } from '../users.repository';

export interface RegisterCommand {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

@Injectable()
export class RegisterAccount {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly passwords: Passwords,
    private readonly config: Config,
  ) {}

  /** @returns the token of the first session */
  async execute(command: RegisterCommand): Promise<{ token: string; userId: string }> {
    const passwordHash = await this.passwords.hash(command.password);
    const userId = randomUUID();
    const token = newToken();
    await this.database.transaction(userId, async (manager) => {
      const { name, language } = command;
      const email = normalEmail(command.email);
      const user = { id: userId, email, name: name.trim(), language, passwordHash };
      if (!(await this.users.insert(manager, user))) throw new ProblemError('email_taken');
      await this.sessions.insert(manager, token, userId, this.config.sessionDays);
    });
    return { token, userId };
  }
}
