import { Injectable } from '@nestjs/common';
import { PlatformDatabase } from '../database/platform-database';
import { TenantDatabase } from '../database/tenant-database';
import { HandlesJob, type JobHandler } from '../jobs/handles-job';
import { jobKind, type JobData } from '../jobs/job';
import { sealEvents } from './audit-chain';
import { organizationStream, PLATFORM_STREAMS } from './audit-stream';

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
        sealEvents(manager, organizationStream(context.organizationId), batch),
      );
    while ((await seal()) === batch);
  }
}

/** Seals what was recorded of no organization. */
export const SEAL_PLATFORM = jobKind<JobData>('audit.seal-platform', { everyMinutes: 5 });

@Injectable()
@HandlesJob(SEAL_PLATFORM)
export class SealPlatform implements JobHandler<JobData> {
  constructor(private readonly platform: PlatformDatabase) {}

  async handle(): Promise<void> {
    for (const stream of PLATFORM_STREAMS) {
      const seal = () =>
        this.platform.transaction('', (manager) => sealEvents(manager, stream, batch));
      while ((await seal()) === batch);
    }
  }
}
