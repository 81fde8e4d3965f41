import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Storage } from './storage';

const everyMilliseconds = 5 * 60_000;

/** Each process looks after its own staging, and after that of processes which can no more. */
@Injectable()
export class TendStaging implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('storage');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly storage: Storage) {}

  onApplicationBootstrap(): void {
    void this.tend();
    this.timer = setInterval(() => void this.tend(), everyMilliseconds).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.storage.closeStaging();
  }

  private async tend(): Promise<void> {
    try {
      const left = await this.storage.tendStaging(new Date());
      if (left > 0) this.logger.warn({ processes: left }, 'uploads of ended processes removed');
    } catch (error) {
      this.logger.error({ err: error }, 'staging');
    }
  }
}
