import { Injectable } from '@nestjs/common';
import {
  JobQueue,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  type JobContext,
} from '../../../kernel';
import { PendingSignInsRepository } from '../second-factor/pending-sign-ins.repository';
import { SecondFactors } from '../second-factor/second-factors';
import { SecondFactorsRepository } from '../second-factor/second-factors.repository';
import { newToken } from '../session-tokens';
import { SessionsRepository, type SessionPlace } from '../sessions.repository';
import { UsersRepository, type User } from '../users.repository';
import { SEND_ACCOUNT_NOTICE } from './send-account-notice';

interface SecondStep {
  /** Of the sign-in that waits, in this browser. */
  readonly token: string | undefined;
  /** Of the authenticator, or a recovery code. */
  readonly code: string;
  readonly place: SessionPlace;
  readonly correlationId: string;
}

/** Whoever has a second factor signs in by the password first, and then by a code; only then there is a session. */
@Injectable()
export class SignInInTwoSteps {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorsRepository,
    private readonly pending: PendingSignInsRepository,
    private readonly codes: SecondFactors,
    private readonly jobs: JobQueue,
    private readonly audit: PlatformAudit,
  ) {}

  /** The password was right. @returns the token of the sign-in that waits; null: nothing more is asked */
  async begin(userId: string): Promise<string | null> {
    if (!(await this.factors.isEnabled(this.database.manager, userId))) return null;
    const token = newToken();
    await this.pending.insert(token, userId);
    return token;
  }

  /**
   * @returns the token of the session, and whose it is
   * @throws ProblemError second_step_over, second_factor_paused, wrong_code
   */
  async complete(step: SecondStep): Promise<{ token: string; user: User }> {
    const waiting = step.token ?? '';
    const userId = waiting === '' ? null : await this.pending.try(waiting);
    const user = userId === null ? null : await this.users.find(userId);
    if (user === null) throw new ProblemError('second_step_over');
    const token = newToken();
    await this.codes.counted(user.id, () =>
      this.database.transaction(user.id, async (manager) => {
        const proof = await this.codes.prove(manager, user.id, step.code);
        if (!(await this.pending.use(manager, waiting))) throw new ProblemError('second_step_over');
        await this.sessions.insert(manager, token, user.id, step.place, true);
        if (proof === 'code') return;
        const { correlationId } = step;
        const actor = { userId: user.id, userName: user.name, correlationId };
        const subject = { type: 'account', id: user.id };
        const left = await this.factors.countCodes(manager, user.id);
        await this.audit.record(manager, actor, 'account.recovery_code_used', subject, { left });
        const context: JobContext = { ...actor, organizationId: '', language: user.language };
        const notice = 'recovery_code_used' as const;
        await this.jobs.enqueue(manager, SEND_ACCOUNT_NOTICE, { context, notice });
      }),
    );
    return { token, user };
  }
}
