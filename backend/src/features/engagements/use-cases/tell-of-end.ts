import { Injectable } from '@nestjs/common';
import { DAYS_BEFORE_END } from '@liangxing/contracts';
import {
  HandlesJob,
  JobQueue,
  jobKind,
  PlatformDatabase,
  TenantDatabase,
  type JobData,
  type JobHandler,
} from '../../../kernel';
import { GrantsRepository } from '../grants.repository';
import { sent } from '../letter';
import { TELL_ENGAGEMENT } from './tell-engagement';

/** Both sides hear once that an engagement is about to end, in time to extend it. */
export const TELL_OF_END = jobKind<JobData>('engagements.tell-of-end', { everyMinutes: 24 * 60 });

@Injectable()
@HandlesJob(TELL_OF_END)
export class TellOfEnd implements JobHandler<JobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly platform: PlatformDatabase,
    private readonly grants: GrantsRepository,
    private readonly jobs: JobQueue,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_ending_engagements()');
  }

  /** Done twice it tells once: that it was told and the mails stand in one transaction. */
  async handle({ context }: JobData): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      for (const ending of await this.grants.takeEnding(manager, context, DAYS_BEFORE_END)) {
        const { until, clientName, consultancyName: partner } = ending;
        const told = { news: 'ending', until } as const;
        await this.jobs.enqueue(manager, TELL_ENGAGEMENT, { ...told, context, partner });
        await this.jobs.enqueue(manager, TELL_ENGAGEMENT, {
          ...told,
          context: sent(ending, context).context,
          partner: clientName,
        });
      }
    });
  }
}
