import { Injectable } from '@nestjs/common';
import { HandlesJob, jobKind, PlatformDatabase, type JobData, type JobHandler } from '../../kernel';
import { ClosingRepository } from './closing.repository';

/** What stayed known of consultancies that are gone is forgotten after three years; it counts no more already before. */
export const FORGET_DEPARTED = jobKind<JobData>('closing.forget-departed', { everyMinutes: 1_440 });

@Injectable()
@HandlesJob(FORGET_DEPARTED)
export class ForgetDeparted implements JobHandler<JobData> {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly closing: ClosingRepository,
  ) {}

  async handle(): Promise<void> {
    await this.closing.forgetDeparted(this.database.manager);
  }
}
