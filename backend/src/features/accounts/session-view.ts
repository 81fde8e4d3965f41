import { Injectable } from '@nestjs/common';
import {
  Config,
  Identities,
  PlatformDatabase,
  platformPermissions,
  type RequestContext,
} from '../../kernel';
import type { SessionDto } from './dto/account.dto';
import { SecondFactorsRepository } from './second-factor/second-factors.repository';
import { UsersRepository } from './users.repository';

const NOBODY: SessionDto = {
  user: null,
  memberships: [],
  entries: [],
  needsSecondFactor: false,
};

type SessionOfUser = Pick<RequestContext, 'userId' | 'sessionId'>;

/** What the browser knows about who is signed in. */
@Injectable()
export class SessionView {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly users: UsersRepository,
    private readonly factors: SecondFactorsRepository,
    private readonly identities: Identities,
    private readonly config: Config,
  ) {}

  async ofToken(token: string | undefined): Promise<SessionDto> {
    const identity = token === undefined ? null : await this.identities.findNow(token);
    return identity === null ? NOBODY : this.ofSession(identity);
  }

  /** The password was right, and the second factor is still to come. */
  ofSecondStep(): SessionDto {
    return { ...NOBODY, needsSecondFactor: true };
  }

  async ofSession({ userId, sessionId = '' }: SessionOfUser): Promise<SessionDto> {
    const { manager } = this.database;
    return this.ofUser(userId, await this.factors.isProvedIn(manager, sessionId));
  }

  /** @param hasSecondFactor whether the session that was just opened has proved one */
  async ofUser(userId: string, hasSecondFactor: boolean): Promise<SessionDto> {
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
        hasSecondFactor,
      },
      memberships: await this.users.memberships(id),
      entries: await this.users.entries(id),
      needsSecondFactor: false,
    };
  }
}
