import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  JobQueue,
  jobKind,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { OrganizationsRepository } from '../../organizations';
import type { EngagementNews } from '../news';
import { SEND_ENGAGEMENT_NEWS } from './send-engagement-news';

interface ToldEngagement {
  /** Of the organization that is told. */
  readonly context: JobContext;
  readonly news: EngagementNews;
  /** Name of the other side. */
  readonly partner: string;
  /** Last day of the engagement. */
  readonly until: string;
}

/** Finds those who lead an organization, whom the other side cannot see, and orders a mail for each of them. */
export const TELL_ENGAGEMENT = jobKind<ToldEngagement>('engagements.tell');

@Injectable()
@HandlesJob(TELL_ENGAGEMENT)
export class TellEngagement implements JobHandler<ToldEngagement> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** Done twice it mails twice, rather than not at all. */
  async handle({ context, ...told }: ToldEngagement): Promise<void> {
    const { organizationId } = context;
    await this.database.transaction(context, async (manager) => {
      for (const { userId } of await this.organizations.addressees(
        manager,
        organizationId,
        'leaders',
      ))
        await this.jobs.enqueue(manager, SEND_ENGAGEMENT_NEWS, {
          ...{ context, ...told },
          leaderId: userId,
        });
    });
  }
}
