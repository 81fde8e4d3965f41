import { Injectable } from '@nestjs/common';
import {
  Config,
  HandlesJob,
  jobKind,
  Limits,
  Mailer,
  PlatformDatabase,
  type JobData,
  type JobHandler,
} from '../../kernel';

/** An invitation is open for two weeks: after a month every link in the outbox has ended. */
const outboxDays = 30;

/** Sessions, password resets, counted tries and written mails whose time is over; they count no more already before. */
export const FORGET_EXPIRED = jobKind<JobData>('accounts.forget-expired', {
  everyMinutes: 60,
});

@Injectable()
@HandlesJob(FORGET_EXPIRED)
export class ForgetExpired implements JobHandler<JobData> {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly mailer: Mailer,
    private readonly limits: Limits,
    private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    const { manager } = this.database;
    await manager.query(
      `DELETE FROM sessions
       WHERE expires_at < now() OR last_used_at < now() - make_interval(hours => $1)`,
      [this.config.sessionIdleHours],
    );
    await manager.query('DELETE FROM email_confirmations WHERE expires_at < now()');
    await manager.query('DELETE FROM password_resets WHERE expires_at < now()');
    await this.limits.forgetEnded();
    await this.mailer.forgetOlderThan(new Date(Date.now() - outboxDays * 24 * 60 * 60 * 1000));
  }
}
