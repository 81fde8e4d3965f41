/** What was removed from the register does not stay for ever. */
import { Injectable } from '@nestjs/common';
import { DAYS_IN_BIN } from '@liangxing/contracts';
import {
  Audit,
  HandlesJob,
  jobKind,
  PlatformDatabase,
  TenantDatabase,
  type JobData,
  type JobHandler,
} from '../../../kernel';
import { BinRepository } from '../bin.repository';

export const FORGET_REMOVED = jobKind<JobData>('standards.forget-removed', {
  everyMinutes: 24 * 60,
});

@Injectable()
@HandlesJob(FORGET_REMOVED)
export class ForgetRemoved implements JobHandler<JobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly platform: PlatformDatabase,
    private readonly bin: BinRepository,
    private readonly audit: Audit,
  ) {}

  /** The function that answers knows the days, too. */
  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_old_removals()');
  }

  async handle({ context }: JobData): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const deleted = await this.bin.forgetOlder(manager, context, DAYS_IN_BIN);
      const subject = { type: 'register', id: context.organizationId };
      if (deleted > 0)
        await this.audit.record(manager, context, 'standards.bin_emptied', subject, { deleted });
    });
  }
}
