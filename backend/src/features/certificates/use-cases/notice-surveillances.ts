import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  jobKind,
  organizationDay,
  PlatformDatabase,
  TenantDatabase,
  type JobContext,
  type JobData,
  type JobHandler,
} from '../../../kernel';
import { MakeMove } from '../../cases';
import { SurveillancesRepository, type NoticedSurveillance } from '../surveillances.repository';

/** Enterprises are told of surveillances that come near. */
export const NOTICE_SURVEILLANCES = jobKind<JobData>('certificates.notice-surveillances', {
  everyMinutes: 24 * 60,
});

/** Letters of one body in one run; the rest has its turn the next time. */
const MOST_AT_ONCE = 500;

/** Somebody else told it meanwhile: nothing is written. */
class ToldMeanwhile extends Error {
  override readonly name = 'ToldMeanwhile';
}

@Injectable()
@HandlesJob(NOTICE_SURVEILLANCES)
export class NoticeSurveillances implements JobHandler<JobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly platform: PlatformDatabase,
    private readonly moves: MakeMove,
    private readonly surveillances: SurveillancesRepository,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_surveillances_to_notice()');
  }

  async handle({ context }: JobData, signal?: AbortSignal): Promise<void> {
    const today = organizationDay(new Date());
    const waiting = await this.database.read(context, (manager) =>
      this.surveillances.toNotice(manager, context, today, MOST_AT_ONCE),
    );
    const failures: unknown[] = [];
    for (const surveillance of waiting) {
      signal?.throwIfAborted();
      await this.notice(context, surveillance).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${String(failures.length)} notices were not written`);
  }

  private async notice(context: JobContext, surveillance: NoticedSurveillance): Promise<void> {
    const { caseId, number, dueOn } = surveillance;
    const told = { id: caseId, version: null };
    try {
      await this.moves.tell(context, told, 'surveillance_noticed', '', async (manager) => {
        if (!(await this.surveillances.noticed(manager, context, surveillance)))
          throw new ToldMeanwhile();
        return { surveillance: { number, dueOn } };
      });
    } catch (error) {
      if (!(error instanceof ToldMeanwhile)) throw error;
    }
  }
}
