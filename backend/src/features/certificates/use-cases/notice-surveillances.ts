import type { LetterKind } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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
import type { LetterContent } from '../../letters';
import { RenewalsRepository, type NoticedRenewal } from '../renewals.repository';
import { SurveillancesRepository, type NoticedSurveillance } from '../surveillances.repository';

/** Enterprises are told of surveillances that come near, and of certificates whose renewal should be applied for. */
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
    private readonly renewals: RenewalsRepository,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_surveillances_to_notice()');
  }

  async handle({ context }: JobData, signal?: AbortSignal): Promise<void> {
    const today = organizationDay(new Date());
    const { surveillances, renewals } = await this.database.read(context, async (manager) => ({
      surveillances: await this.surveillances.toNotice(manager, context, today, MOST_AT_ONCE),
      renewals: await this.renewals.toNotice(manager, context, today, MOST_AT_ONCE),
    }));
    const notices = [
      ...surveillances.map((one) => () => this.ofSurveillance(context, one)),
      ...renewals.map((one) => () => this.ofRenewal(context, one)),
    ];
    const failures: unknown[] = [];
    for (const notice of notices) {
      signal?.throwIfAborted();
      await notice().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${String(failures.length)} notices were not written`);
  }

  private ofSurveillance(context: JobContext, surveillance: NoticedSurveillance): Promise<void> {
    const { caseId, number, dueOn } = surveillance;
    return this.once(context, caseId, 'surveillance_noticed', async (manager) =>
      (await this.surveillances.noticed(manager, context, surveillance))
        ? { surveillance: { number, dueOn } }
        : null,
    );
  }

  private ofRenewal(context: JobContext, renewal: NoticedRenewal): Promise<void> {
    const { caseId, number, renewFrom: from, validUntil } = renewal;
    return this.once(context, caseId, 'renewal_noticed', async (manager) =>
      (await this.renewals.noticed(manager, context, renewal))
        ? { renewal: { number, from, validUntil } }
        : null,
    );
  }

  /** @param said null: somebody else told it meanwhile */
  private async once(
    context: JobContext,
    caseId: string,
    kind: LetterKind,
    said: (manager: EntityManager) => Promise<Partial<LetterContent> | null>,
  ): Promise<void> {
    try {
      await this.moves.tell(context, { id: caseId, version: null }, kind, '', async (manager) => {
        const content = await said(manager);
        if (content === null) throw new ToldMeanwhile();
        return content;
      });
    } catch (error) {
      if (!(error instanceof ToldMeanwhile)) throw error;
    }
  }
}
