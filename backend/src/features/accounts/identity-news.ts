import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import pg from 'pg';
import { Config } from '../../kernel';
import { CachedIdentities } from './cached-identities';

/** The channel that triggers on sessions, users and memberships tell their changes on. */
const channel = 'identities_changed';
const retryMilliseconds = 1_000;

/**
 * Hears from the database when sessions, roles or names change, whichever process changes them, and forgets what is
 * remembered. While the connection is gone nothing is remembered at all.
 */
@Injectable()
export class IdentityNews implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('identity news');
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isEnding = false;

  constructor(
    private readonly identities: CachedIdentities,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.program === 'main') await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      // A pooler of transactions would give the connection that listens to somebody else.
      connectionString: this.config.databaseDirectUrl || this.config.databaseUrl,
      application_name: 'liangxing identity news',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    this.client = client;
    let isLost = false;
    const lose = (error?: Error): void => {
      if (isLost) return;
      isLost = true;
      this.identities.listen(false);
      if (this.isEnding) return;
      this.logger.warn({ err: error }, 'lost; every request asks the database until it is back');
      void client.end().catch(() => undefined);
      this.retry = setTimeout(() => void this.connect(), retryMilliseconds);
    };
    client.on('error', lose);
    client.on('end', () => lose());
    client.on('notification', ({ payload = '' }) => this.identities.forgetPerson(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      if (!isLost) this.identities.listen(true);
    } catch (error) {
      lose(error instanceof Error ? error : undefined);
    }
  }
}
