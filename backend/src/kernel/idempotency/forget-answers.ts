import { Injectable } from '@nestjs/common';
import { PlatformDatabase } from '../database/platform-database';
import { HandlesJob, type JobHandler } from '../jobs/handles-job';
import { jobKind, type JobData } from '../jobs/job';

/** Answers are kept for a day: longer than any browser waits with an unsent request that it still knows the key of. */
export const FORGET_ANSWERS = jobKind<JobData>('idempotency.forget-answers', { everyMinutes: 60 });

/** They belong to people and not to organizations, so that one statement forgets those of everybody. */
@Injectable()
@HandlesJob(FORGET_ANSWERS)
export class ForgetAnswers implements JobHandler<JobData> {
  constructor(private readonly database: PlatformDatabase) {}

  async handle(): Promise<void> {
    await this.database.manager.query(
      `DELETE FROM idempotency_keys WHERE taken_at < now() - interval '1 day'`,
    );
  }
}
