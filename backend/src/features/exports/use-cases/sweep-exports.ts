import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  jobKind,
  PendingObjects,
  PlatformDatabase,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { ExportsRepository } from '../exports.repository';

interface SweepExportsData {
  readonly context: JobContext;
}

export const SWEEP_EXPORTS = jobKind<SweepExportsData>('exports.sweep', { everyMinutes: 60 });

/** Removes exports whose time is over, with their files. */
@Injectable()
@HandlesJob(SWEEP_EXPORTS)
export class SweepExports implements JobHandler<SweepExportsData> {
  constructor(
    private readonly platform: PlatformDatabase,
    private readonly database: TenantDatabase,
    private readonly exports: ExportsRepository,
    private readonly pending: PendingObjects,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_expired_exports()');
  }

  async handle({ context }: SweepExportsData): Promise<void> {
    const keys = await this.database.transaction(context, async (manager) => {
      const found = await this.exports.remove(manager, context, { expired: new Date() });
      await this.pending.release(manager, context, found);
      return found;
    });
    await this.pending.remove(context, keys);
  }
}
