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
import { ReadOverview } from '../../overview';
import { monthOf, movesOn, partsOf } from '../figures';
import { FiguresRepository } from '../figures.repository';

/** Every minute for the clients in which something has happened since, or whose day has come. */
export const KEEP_FIGURES = jobKind<JobData>('portfolio.keep-figures', { everyMinutes: 1 });

/**
 * Works the figures of a client out by what its own pages read, and keeps them. What happens meanwhile is newer than the
 * reading, so that the next job finds it; of two readings at once the newer one stays.
 */
@Injectable()
@HandlesJob(KEEP_FIGURES)
export class KeepFigures implements JobHandler<JobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly platform: PlatformDatabase,
    private readonly overviews: ReadOverview,
    private readonly figures: FiguresRepository,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_old_figures()');
  }

  handle({ context }: JobData): Promise<void> {
    return this.execute(context, new Date());
  }

  async execute(context: JobContext, now: Date): Promise<void> {
    const day = organizationDay(now);
    const reading = await this.database.read(context, (manager) =>
      this.figures.reading(manager, context),
    );
    const state = await this.overviews.withScore(context, now);
    const parts = partsOf(state);
    const assessmentId = state.overview.assessment?.id ?? null;
    await this.database.transaction(context, async (manager) => {
      const dates = await this.figures.dates(manager, context, day, assessmentId);
      await this.figures.write(manager, context, {
        reading,
        parts,
        dates,
        movesOn: movesOn(day, dates, parts.assessment),
        month: `${day.slice(0, 7)}-01`,
        ofMonth: monthOf(parts.assessment),
      });
    });
  }
}
