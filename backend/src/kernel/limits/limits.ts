import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@liangxing/contracts';
import { createHmac } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { Config } from '../../config/config';
import {
  LIMITS,
  type LimitDefinition,
  type LimitName,
  type LimitRule,
} from '../../config/limit-table';
import { ProblemError } from '../problems/problem-error';
import { networkOf } from './network-of';

/** Whom a request counts for; a rule whose key is not known does not count. */
export interface LimitSubject {
  readonly address?: string | undefined;
  /** A person's id, or the address that somebody tries to sign in with. */
  readonly account?: string | undefined;
  readonly organization?: string | undefined;
  readonly recipient?: string | undefined;
  /** A browser that this account has been signed in with before. */
  readonly device?: string | undefined;
}

interface Counter {
  readonly rule: LimitRule;
  readonly limiter: RateLimiterAbstract;
}

/** Where the general sentence would not help. */
const codes: Partial<Record<LimitName, ErrorCode>> = {
  sign_in: 'sign_in_paused',
  second_factor: 'second_factor_paused',
  confirmation_mail: 'recently_mailed',
  invitation_mail: 'recently_mailed',
};

/**
 * Counts what people do against the limits of the product (`config/limit-table.ts`). Counted in the database, so that several server processes
 * count together, and before the work, so that parallel requests do not slip through.
 */
@Injectable()
export class Limits {
  private readonly counters: ReadonlyMap<LimitName, readonly Counter[]>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {
    const all = Object.entries(LIMITS) as [LimitName, LimitDefinition][];
    this.counters = new Map(
      all.map(([name, { store, rules }]) => [
        name,
        Object.entries(rules).map(([ruleName, rule]) =>
          this.counter(store, `${name}.${ruleName}`, rule),
        ),
      ]),
    );
  }

  /**
   * What one rule refuses does not happen, so the other rules get their points back where they give any back.
   * @throws ProblemError with status 429 and the seconds to wait
   */
  async count(name: LimitName, subject: LimitSubject): Promise<void> {
    const counters = this.of(name, subject);
    for (const [at, { limiter, key }] of counters.entries()) {
      try {
        await limiter.consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        for (const { rule, limiter: earlier, key: own } of counters.slice(0, at))
          if (rule.givesBack === 'point') await earlier.reward(own);
        const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw new ProblemError(codes[name] ?? 'too_many_requests', { seconds });
      }
    }
  }

  /** Counts too, for where going beyond must not be told. */
  async isWithin(name: LimitName, subject: LimitSubject): Promise<boolean> {
    try {
      await this.count(name, subject);
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 429) return false;
      throw error;
    }
  }

  /** How many more stay within every rule now; nothing is counted. */
  async left(name: LimitName, subject: LimitSubject): Promise<number> {
    let left = Infinity;
    for (const { limiter, key } of this.of(name, subject)) {
      const used = await limiter.get(key);
      left = Math.min(left, used?.remainingPoints ?? limiter.points);
    }
    return Math.max(0, left);
  }

  /** What was counted turned out to be right, or did not happen: it costs what its rules say. */
  async giveBack(name: LimitName, subject: LimitSubject): Promise<void> {
    for (const { rule, limiter, key } of this.of(name, subject)) {
      if (rule.givesBack === 'all') await limiter.delete(key);
      else if (rule.givesBack === 'point') await limiter.reward(key);
    }
  }

  /** Who counts for nobody else begins anew. */
  async forget(name: LimitName, subject: LimitSubject): Promise<void> {
    for (const { limiter, key } of this.of(name, subject)) await limiter.delete(key);
  }

  /** What has run out counts no more already; its rows go. */
  async forgetEnded(): Promise<void> {
    // Milliseconds since 1970; a limit without an end has none.
    await this.dataSource.manager.query(
      'DELETE FROM rate_limits WHERE expire < extract(epoch FROM now())::bigint * 1000',
    );
  }

  private of(name: LimitName, subject: LimitSubject): (Counter & { readonly key: string })[] {
    return (this.counters.get(name) ?? []).flatMap((counter) => {
      const { by, isForStrangers } = counter.rule;
      if (isForStrangers && subject.device !== undefined) return [];
      const text = textOf(by, subject);
      return text === undefined ? [] : [{ ...counter, key: this.keyOf(text) }];
    });
  }

  private counter(store: LimitDefinition['store'], keyPrefix: string, rule: LimitRule): Counter {
    const { factor, overrides } = this.config.limits;
    const { points: base, seconds } = overrides.get(keyPrefix) ?? rule;
    const points = base * factor;
    const options = { keyPrefix, points, duration: seconds };
    if (store === 'process') return { rule, limiter: new RateLimiterMemory(options) };
    const limiter = new RateLimiterPostgres({
      ...options,
      storeClient: this.dataSource,
      storeType: 'typeorm',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      // Whoever goes on and on is refused without asking the database; not where points come back.
      ...(rule.givesBack === undefined ? { inMemoryBlockOnConsumed: points + 1 } : {}),
    });
    return { rule, limiter };
  }

  /** The table holds neither e-mail nor network addresses, and nothing that they could be guessed from. */
  private keyOf(text: string): string {
    return createHmac('sha256', this.config.csrfSecret).update(`limit:${text}`).digest('base64url');
  }
}

function textOf(by: LimitRule['by'], subject: LimitSubject): string | undefined {
  const { address, account } = subject;
  switch (by) {
    case 'address':
      return address === undefined ? undefined : networkOf(address);
    case 'account_at_address':
      return account === undefined || address === undefined
        ? undefined
        : `${account} ${networkOf(address)}`;
    default:
      return subject[by];
  }
}
