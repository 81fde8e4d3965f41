import { Injectable } from '@nestjs/common';
import type { PlatformAction } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import {
  jobContextOf,
  JobQueue,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  type RequestContext,
} from '../../../kernel';
import { PendingSignInsRepository } from '../second-factor/pending-sign-ins.repository';
import { newRecoveryCodes } from '../second-factor/recovery-codes';
import { SecondFactors } from '../second-factor/second-factors';
import { SecondFactorsRepository } from '../second-factor/second-factors.repository';
import { SessionsRepository } from '../sessions.repository';
import { CheckOwnPassword } from './check-own-password';
import { SEND_ACCOUNT_NOTICE, type AccountNotice } from './send-account-notice';

interface ProvedCommand {
  /** Of the authenticator, or a recovery code. */
  readonly code: string;
  readonly password: string;
}

/** Changes of a second factor in use; password and code prove that it is the owner who asks. */
@Injectable()
export class ChangeSecondFactor {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorsRepository,
    private readonly pending: PendingSignInsRepository,
    private readonly codes: SecondFactors,
    private readonly ownPassword: CheckOwnPassword,
    private readonly jobs: JobQueue,
    private readonly audit: PlatformAudit,
  ) {}

  /**
   * @returns new recovery codes; those of before are worth nothing any more
   * @throws ProblemError wrong_password, wrong_code, second_factor_off
   */
  async renewCodes(context: RequestContext, command: ProvedCommand): Promise<readonly string[]> {
    const recoveryCodes = newRecoveryCodes();
    await this.proved(context, command, async (manager) => {
      await this.factors.replaceCodes(manager, context.userId, recoveryCodes);
      await this.told(manager, context, 'account.recovery_codes_renewed', 'recovery_codes_renewed');
    });
    return recoveryCodes;
  }

  /**
   * Sessions go on, and have proved nothing any more.
   * @throws ProblemError wrong_password, wrong_code, second_factor_off
   */
  async end(context: RequestContext, command: ProvedCommand): Promise<void> {
    await this.proved(context, command, async (manager) => {
      await this.factors.remove(manager, context.userId);
      await this.pending.removeAllOf(manager, context.userId);
      await this.sessions.forgetSecondFactor(manager, context.userId);
      await this.told(manager, context, 'account.second_factor_off', 'second_factor_off');
    });
  }

  private async proved(
    context: RequestContext,
    { code, password }: ProvedCommand,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const { id } = await this.ownPassword.execute(context, password);
    await this.codes.counted(id, () =>
      this.database.transaction(id, async (manager) => {
        if (!(await this.factors.isEnabled(manager, id)))
          throw new ProblemError('second_factor_off');
        await this.codes.prove(manager, id, code);
        await work(manager);
      }),
    );
  }

  private async told(
    manager: EntityManager,
    context: RequestContext,
    action: PlatformAction,
    notice: AccountNotice,
  ): Promise<void> {
    await this.audit.record(manager, context, action, { type: 'account', id: context.userId });
    const data = { context: { ...jobContextOf(context), organizationId: '' }, notice };
    await this.jobs.enqueue(manager, SEND_ACCOUNT_NOTICE, data);
  }
}
