import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config, DatabaseNews } from '../../kernel';
import { CachedIdentities } from './cached-identities';

/**
 * Hears from the database when sessions, roles or names change, whichever process changes them, and forgets what is
 * remembered. While the connection is gone nothing is remembered at all: every request asks the database.
 */
@Injectable()
export class IdentityNews implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly news: DatabaseNews;

  constructor(
    identities: CachedIdentities,
    private readonly config: Config,
  ) {
    this.news = new DatabaseNews(config, {
      // Triggers on sessions, users and memberships tell their changes on it.
      channel: 'identities_changed',
      told: (userId) => identities.forgetPerson(userId),
      connected: (isListening) => identities.listen(isListening),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.program === 'main') await this.news.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.news.end();
  }
}
