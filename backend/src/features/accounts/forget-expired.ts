import { Injectable } from '@nestjs/common';
import { HandlesJob, jobKind, PlatformDatabase, type JobData, type JobHandler } from '../../kernel';

/** Sessions, password resets and counted tries whose time is over; they count no more already before. */
export const FORGET_EXPIRED = jobKind<JobData>('accounts.forget-expired', {
  everyMinutes: 60,
  isForAll: true,
});

@Injectable()
@HandlesJob(FORGET_EXPIRED)
export class ForgetExpired implements JobHandler<JobData> {
  constructor(private readonly database: PlatformDatabase) {}

  async handle(): Promise<void> {
    const { manager } = this.database;
    await manager.query('DELETE FROM sessions WHERE expires_at < now()');
    await manager.query('DELETE FROM password_resets WHERE expires_at < now()');
    // Milliseconds since 1970; a limit without an end has none.
    await manager.query(
      'DELETE FROM rate_limits WHERE expire < extract(epoch FROM now())::bigint * 1000',
    );
  }
}
