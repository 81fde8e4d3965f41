import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../../kernel';
import { Passwords } from '../passwords';
import { TryLimits } from '../try-limits';
import { UsersRepository } from '../users.repository';

@Injectable()
export class CheckCredentials {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly limits: TryLimits,
  ) {}

  /**
   * An unknown address and a wrong password answer alike, and take alike long.
   * @throws ProblemError wrong_credentials, too_many_requests
   */
  async execute(email: string, password: string, address: string): Promise<{ userId: string }> {
    await this.limits.count(email, address);
    const user = await this.users.findByEmail(email);
    if (!(await this.passwords.isRight(password, user?.passwordHash)) || user === null)
      throw new ProblemError('wrong_credentials');
    await this.limits.forgive(email, address);
    return { userId: user.id };
  }
}
