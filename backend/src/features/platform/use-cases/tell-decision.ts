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
import { SEND_DECISION, type Decision } from './send-decision';

interface DecisionJobData extends Decision {
  /** Of the organization that is told. */
  readonly context: JobContext;
  /** Of the organization after the move. */
  readonly version: number;
}

/** Finds those who lead an organization, whom an administrator cannot see, and orders a mail for each of them. */
export const TELL_DECISION = jobKind<DecisionJobData>('platform.tell-decision');

@Injectable()
@HandlesJob(TELL_DECISION)
export class TellDecision implements JobHandler<DecisionJobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** Done twice it orders once: that it was told and the mails stand in one transaction. */
  async handle({ context, version, move, reason }: DecisionJobData): Promise<void> {
    const { organizationId } = context;
    await this.database.transaction(context, async (manager) => {
      if (!(await this.organizations.noteTold(manager, organizationId, version))) return;
      for (const { userId } of await this.organizations.leaders(manager, organizationId))
        await this.jobs.enqueue(manager, SEND_DECISION, {
          ...{ context, move, reason },
          leaderId: userId,
        });
    });
  }
}
