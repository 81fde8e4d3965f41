import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, namedAddresses, PlatformDatabase } from '../../../kernel';

/** Says at the start which of those who are named to keep the catalogue have no account. */
@Injectable()
export class WarnOfAbsentMaintainers implements OnApplicationBootstrap {
  private readonly logger = new Logger('catalogue');

  constructor(
    private readonly database: PlatformDatabase,
    private readonly config: Config,
  ) {}

  /** Registration is open: an address that is named before its account exists is whoever's comes first. */
  async onApplicationBootstrap(): Promise<void> {
    const named = namedAddresses(this.config.catalogueMaintainers);
    if (named.length === 0 || this.config.program !== 'main') return;
    const rows = await this.database.manager.query<{ email: string }[]>(
      'SELECT email FROM users WHERE email = ANY($1)',
      [named],
    );
    if (rows.length < named.length)
      this.logger.warn(
        `CATALOGUE_MAINTAINERS names ${named.length - rows.length} address(es) without an account: register them now, before somebody else does`,
      );
  }
}
