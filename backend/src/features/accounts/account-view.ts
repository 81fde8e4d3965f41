import { Injectable } from '@nestjs/common';
import { notFound, PlatformDatabase, type RequestContext } from '../../kernel';
import type { OwnAccountDto } from './dto/second-factor.dto';
import { MailedLinksRepository } from './mailed-links.repository';
import { SecondFactorsRepository } from './second-factor/second-factors.repository';
import { LinkedIdentitiesRepository } from './sign-on/linked-identities.repository';
import { SignOnProvider } from './sign-on/sign-on-provider';
import { UsersRepository } from './users.repository';

/** What the page of the own account shows beside name and address. */
@Injectable()
export class AccountView {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly users: UsersRepository,
    private readonly links: MailedLinksRepository,
    private readonly identities: LinkedIdentitiesRepository,
    private readonly provider: SignOnProvider,
    private readonly factors: SecondFactorsRepository,
  ) {}

  async of({ userId }: RequestContext): Promise<OwnAccountDto> {
    const { manager } = this.database;
    const user = await this.users.find(userId);
    if (user === null) throw notFound();
    const factor = await this.factors.find(manager, userId);
    return {
      isEmailConfirmed: user.isEmailConfirmed,
      pendingEmail: await this.links.pendingEmail(manager, userId),
      secondFactorSince: factor?.enabledAt?.toISOString() ?? null,
      recoveryCodesLeft: await this.factors.countCodes(manager, userId),
      hasPassword: user.passwordHash !== null,
      signOn: await this.signOnOf(userId),
    };
  }

  private async signOnOf(userId: string): Promise<OwnAccountDto['signOn']> {
    const { name } = this.provider;
    if (name === null) return null;
    const linked = await this.identities.of(userId, this.provider.issuer);
    return {
      name,
      linkedSince: linked?.linkedAt.toISOString() ?? null,
      toldAs: linked?.toldAs ?? '',
    };
  }
}
