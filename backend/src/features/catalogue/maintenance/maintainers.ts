import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import {
  Config,
  isCatalogueMaintainer,
  maintainerAddresses,
  PlatformDatabase,
  ProblemError,
  type RequestContext,
} from '../../../kernel';

/** Who keeps the catalogue: the accounts named in the settings. */
@Injectable()
export class Maintainers implements OnApplicationBootstrap {
  private readonly logger = new Logger('catalogue');

  constructor(
    private readonly database: PlatformDatabase,
    private readonly config: Config,
  ) {}

  /** @throws ProblemError not_catalogue_maintainer */
  async require({ userId }: Pick<RequestContext, 'userId'>): Promise<void> {
    const [user] = await this.database.manager.query<
      { email: string; isEmailConfirmed: boolean }[]
    >(
      'SELECT email, email_confirmed_at IS NOT NULL AS "isEmailConfirmed" FROM users WHERE id = $1',
      [userId],
    );
    if (user === undefined || !isCatalogueMaintainer(this.config, user))
      throw new ProblemError('not_catalogue_maintainer');
  }

  /** Registration is open: an address that is named before its account exists is whoever's comes first. */
  async onApplicationBootstrap(): Promise<void> {
    const named = maintainerAddresses(this.config.catalogueMaintainers);
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
