import { Injectable } from '@nestjs/common';
import { Config, Identities, platformPermissions } from '../../kernel';
import type { SessionDto } from './dto/account.dto';
import { UsersRepository } from './users.repository';

const NOBODY: SessionDto = { user: null, memberships: [], entries: [] };

/** What the browser knows about who is signed in. */
@Injectable()
export class SessionView {
  constructor(
    private readonly users: UsersRepository,
    private readonly identities: Identities,
    private readonly config: Config,
  ) {}

  async ofToken(token: string | undefined): Promise<SessionDto> {
    const identity = token === undefined ? null : await this.identities.findNow(token);
    return identity === null ? NOBODY : this.ofUser(identity.userId);
  }

  async ofUser(userId: string): Promise<SessionDto> {
    const user = await this.users.find(userId);
    if (user === null) return NOBODY;
    const { id, email, name, language, isEmailConfirmed } = user;
    const platform = platformPermissions(this.config, user);
    return {
      user: {
        id,
        email,
        name,
        language,
        isCatalogueMaintainer: platform.includes('catalogue:maintain'),
        isPlatformAdministrator: platform.includes('organizations:approve'),
        mustConfirmEmail: this.config.mustConfirmSenders && !isEmailConfirmed,
      },
      memberships: await this.users.memberships(id),
      entries: await this.users.entries(id),
    };
  }
}
