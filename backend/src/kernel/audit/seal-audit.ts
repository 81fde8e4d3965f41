import { Injectable } from '@nestjs/common';
import { PlatformDatabase } from '../database/platform-database';
import { TenantDatabase } from '../database/tenant-database';
import { HandlesJob, type JobHandler } from '../jobs/handles-job';
import { jobKind, type JobData } from '../jobs/job';
import { sealEvents } from './audit-chain';

const batch = 1000;

/** Seals what was recorded since the last time, in every organization where something was. */
export const SEAL_AUDIT = jobKind<JobData>('audit.seal', { everyMinutes: 5 });

@Injectable()
@HandlesJob(SEAL_AUDIT)
export class SealAudit implements JobHandler<JobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly platform: PlatformDatabase,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_to_seal()');
  }

  async handle({ context }: JobData): Promise<void> {
    const seal = () =>
      this.database.transaction(context, (manager) =>
        sealEvents(manager, context.organizationId, batch),
      );
    while ((await seal()) === batch);
  }
}
