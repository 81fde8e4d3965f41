import { Injectable } from '@nestjs/common';
import { Identities } from '../../kernel';
import type { SessionDto } from './dto/account.dto';
import { UsersRepository } from './users.repository';

/** What the browser knows about who is signed in. */
@Injectable()
export class SessionView {
  constructor(
    private readonly users: UsersRepository,
    private readonly identities: Identities,
  ) {}

  async ofToken(token: string | undefined): Promise<SessionDto> {
    const identity = token === undefined ? null : await this.identities.find(token);
    return identity === null ? { user: null, memberships: [] } : this.ofUser(identity.userId);
  }

  async ofUser(userId: string): Promise<SessionDto> {
    const user = await this.users.find(userId);
    if (user === null) return { user: null, memberships: [] };
    const { id, email, name, language } = user;
    return { user: { id, email, name, language }, memberships: await this.users.memberships(id) };
  }
}
