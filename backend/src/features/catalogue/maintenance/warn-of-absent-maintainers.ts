import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, namedAddresses } from '../../../kernel';
import { UsersRepository } from '../../accounts';

/** Says at the start which of those who are named to keep the catalogue have no account. */
@Injectable()
export class WarnOfAbsentMaintainers implements OnApplicationBootstrap {
  private readonly logger = new Logger('catalogue');

  constructor(
    private readonly users: UsersRepository,
    private readonly config: Config,
  ) {}

  /** Registration is open: an address that is named before its account exists is whoever's comes first. */
  async onApplicationBootstrap(): Promise<void> {
    const named = namedAddresses(this.config.catalogueMaintainers);
    if (named.length === 0 || this.config.program !== 'main') return;
    const absent = named.length - (await this.users.countOf(named));
    if (absent > 0)
      this.logger.warn(
        `CATALOGUE_MAINTAINERS names ${absent} address(es) without an account: register them now, before somebody else does`,
      );
  }
}
