import { Injectable } from '@nestjs/common';
import type { Language } from '@liangxing/contracts';
import { RequestContext } from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { UsersRepository } from '../users.repository';

/** A person's own name and language. */
@Injectable()
export class AccountProfile {
  constructor(
    private readonly users: UsersRepository,
    private readonly identities: CachedIdentities,
  ) {}

  async change(
    context: RequestContext,
    change: { name?: string; language?: Language },
  ): Promise<void> {
    await this.users.change(context.userId, change);
    this.identities.forgetPerson(context.userId);
  }
}
