import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, namedAddresses } from '../../kernel';
import { UsersRepository } from '../accounts';

/** Says at the start which of those whom the settings name have no account. */
@Injectable()
export class WarnOfAbsentPeople implements OnApplicationBootstrap {
  private readonly logger = new Logger('platform');

  constructor(
    private readonly users: UsersRepository,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.program !== 'main') return;
    const { catalogueMaintainers, platformAdministrators } = this.config;
    await this.warn('CATALOGUE_MAINTAINERS', catalogueMaintainers);
    await this.warn('PLATFORM_ADMINISTRATORS', platformAdministrators);
  }

  /** Registration is open: an address that is named before its account exists is whoever's comes first. */
  private async warn(setting: string, value: string): Promise<void> {
    const named = namedAddresses(value);
    const absent = named.length === 0 ? 0 : named.length - (await this.users.countOf(named));
    if (absent > 0)
      this.logger.warn(
        `${setting} names ${absent} address(es) without an account: register them now, before somebody else does`,
      );
  }
}
