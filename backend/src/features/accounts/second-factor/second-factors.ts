import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Limits, ProblemError } from '../../../kernel';
import { typedCode } from './recovery-codes';
import { SecondFactorsRepository } from './second-factors.repository';
import { SecretBox } from './secret-box';
import { stepOfCode } from './totp';

/** By what a person proved the second factor. */
export type Proof = 'code' | 'recovery_code';

/** Looks at codes. Each try counts against the account, whether it comes from a sign-in or from the account's own page. */
@Injectable()
export class SecondFactors {
  private readonly logger = new Logger('second factor');

  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly box: SecretBox,
    private readonly limits: Limits,
  ) {}

  /**
   * Counted before the work, so that parallel tries do not slip through; a right one costs nothing.
   * @throws ProblemError second_factor_paused
   */
  async counted<T>(userId: string, work: () => Promise<T>): Promise<T> {
    await this.limits.count('second_factor', { account: userId });
    const result = await work();
    await this.limits.giveBack('second_factor', { account: userId });
    return result;
  }

  /**
   * A code of the authenticator, or a recovery code; either is taken once.
   * @throws ProblemError wrong_code
   */
  async prove(manager: EntityManager, userId: string, typed: string): Promise<Proof> {
    const code = typedCode(typed);
    if (await this.takeCode(manager, userId, code)) return 'code';
    if (await this.factors.takeCode(manager, userId, code)) return 'recovery_code';
    throw new ProblemError('wrong_code');
  }

  /** @returns whether it is a code of the authenticator that was not taken before */
  async takeCode(manager: EntityManager, userId: string, typed: string): Promise<boolean> {
    const factor = await this.factors.find(manager, userId);
    if (factor === null) return false;
    const secret = this.box.open(factor.secret, userId);
    if (secret === null) {
      this.logger.warn('a stored secret does not open: SECOND_FACTOR_KEY is not the one of before');
      return false;
    }
    const now = Math.floor(Date.now() / 1000);
    const step = stepOfCode(secret, typedCode(typed), { after: factor.lastStep, now });
    return step !== null && this.factors.takeStep(manager, userId, step);
  }
}
