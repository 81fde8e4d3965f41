import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { Config, ProblemError } from '../../kernel';

const windowSeconds = 15 * 60;
/** A whole office may come from one address. */
const addressFactor = 5;

/**
 * Tries per e-mail address and per network address in a quarter of an hour. Counted in the database, so that
 * several server processes count together, and before the try, so that parallel tries do not slip through.
 */
@Injectable()
export class TryLimits {
  private readonly perAccount: RateLimiterPostgres;
  private readonly perAddress: RateLimiterPostgres;

  constructor(dataSource: DataSource, config: Config) {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        storeClient: dataSource,
        storeType: 'typeorm',
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        duration: windowSeconds,
        keyPrefix,
        points,
      });
    this.perAccount = limiter('account', config.signInMaxTries);
    this.perAddress = limiter('address', config.signInMaxTries * addressFactor);
  }

  /** @throws ProblemError too_many_requests (429) */
  async count(email: string, address: string): Promise<void> {
    await this.countAddress(address);
    await consume(this.perAccount, keyOf(email));
  }

  /** @throws ProblemError too_many_requests (429) */
  async countAddress(address: string): Promise<void> {
    await consume(this.perAddress, keyOf(address));
  }

  /** A right try costs nothing: the account starts anew and the address gets its point back. */
  async forgive(email: string, address: string): Promise<void> {
    await this.perAccount.delete(keyOf(email));
    await this.perAddress.reward(keyOf(address));
  }
}

/** The table holds neither e-mail nor network addresses. */
function keyOf(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('base64url');
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new ProblemError('too_many_requests', { seconds });
  }
}
