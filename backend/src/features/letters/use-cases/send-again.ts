import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  jobKind,
  JobQueue,
  PlatformDatabase,
  TenantDatabase,
  type JobData,
  type JobHandler,
} from '../../../kernel';
import { deliveryOf, DELIVERY_OF } from '../delivery';
import { LettersRepository } from '../letters.repository';

/** Letters whose job was given up go again, until the other side has them. */
export const SEND_AGAIN = jobKind<JobData>('letters.send-again', { everyMinutes: 10 });

@Injectable()
@HandlesJob(SEND_AGAIN)
export class SendAgain implements JobHandler<JobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly platform: PlatformDatabase,
    private readonly letters: LettersRepository,
    private readonly jobs: JobQueue,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_waiting_letters()');
  }

  handle({ context }: JobData): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      for (const { writtenBy, ...waiting } of await this.letters.waiting(manager, context))
        await this.jobs.enqueue(manager, DELIVERY_OF[writtenBy], deliveryOf(context, waiting));
    });
  }
}
