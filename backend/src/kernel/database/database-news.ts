import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../../config/config';

/** Who listens to a channel of the database, and to what. */
export interface Listener {
  /** A constant of the code. */
  readonly channel: string;
  told(payload: string): void;
  /** False: from now on news may be missed. */
  connected(isListening: boolean): void;
}

const retryMilliseconds = 1_000;

/** Hears what is told on a channel, on a connection of its own; a lost one is opened again until `end`. */
export class DatabaseNews {
  private readonly logger: Logger;
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isEnding = false;

  constructor(
    private readonly config: Pick<Config, 'databaseUrl' | 'databaseDirectUrl'>,
    private readonly listener: Listener,
  ) {
    this.logger = new Logger(`news of ${listener.channel}`);
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      // A pooler of transactions would give the connection that listens to somebody else.
      connectionString: this.config.databaseDirectUrl || this.config.databaseUrl,
      application_name: `liangxing news of ${this.listener.channel}`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    this.client = client;
    let isLost = false;
    const lose = (error?: Error): void => {
      if (isLost) return;
      isLost = true;
      this.listener.connected(false);
      if (this.isEnding) return;
      this.logger.warn({ err: error }, 'lost; it is opened again');
      void client.end().catch(() => undefined);
      this.retry = setTimeout(() => void this.start(), retryMilliseconds);
    };
    client.on('error', lose);
    client.on('end', () => lose());
    client.on('notification', ({ payload = '' }) => this.listener.told(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.listener.channel}`);
      if (!isLost) this.listener.connected(true);
    } catch (error) {
      lose(error instanceof Error ? error : undefined);
    }
  }

  async end(): Promise<void> {
    this.isEnding = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }
}
