import { Injectable } from '@nestjs/common';
import { normalEmail } from '@liangxing/contracts';
import { ProblemError } from '../../../kernel';
import { Passwords } from '../passwords';
import { UsersRepository, type User } from '../users.repository';

@Injectable()
export class CheckCredentials {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
  ) {}

  /**
   * An unknown address and a wrong password answer alike, and take alike long.
   * @throws ProblemError wrong_credentials
   */
  async execute(email: string, password: string): Promise<User> {
    const address = normalEmail(email);
    const user = address === null ? null : await this.users.findByEmail(address);
    if (!(await this.passwords.isRight(password, user?.passwordHash ?? null)) || user === null)
      throw new ProblemError('wrong_credentials');
    return user;
  }
}
