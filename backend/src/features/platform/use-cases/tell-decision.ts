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
import { SEND_DECISION, toldOf, type Decision } from './send-decision';

interface DecisionJobData extends Decision {
  /** Of the organization that is told. */
  readonly context: JobContext;
  /** Of the organization after the move. */
  readonly version: number;
}

/** Finds the people of an organization, whom an administrator cannot see, and orders a mail for each whom it concerns. */
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
      const who = toldOf(move);
      for (const { userId } of await this.organizations.addressees(manager, organizationId, who))
        // Whoever did it knows.
        if (userId !== context.userId)
          await this.jobs.enqueue(manager, SEND_DECISION, {
            ...{ context, move, reason },
            personId: userId,
          });
    });
  }
}
