/** Uploaded tables that nobody needs any more do not stay. */
import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  jobKind,
  PlatformDatabase,
  TenantDatabase,
  type JobData,
  type JobHandler,
} from '../../../kernel';
import { ImportsRepository } from '../imports.repository';

export const FORGET_IMPORTS = jobKind<JobData>('standards.forget-imports', {
  everyMinutes: 24 * 60,
});

const daysToDecide = 7;

/**
 * Previews that were left for a week go altogether. Of an import that was taken back its line in the list stays; its
 * rows and sheets go. What was carried out keeps its rows: they are needed to take it back.
 */
@Injectable()
@HandlesJob(FORGET_IMPORTS)
export class ForgetImports implements JobHandler<JobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly platform: PlatformDatabase,
    private readonly imports: ImportsRepository,
  ) {}

  /** The function that answers knows the days, too. */
  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_old_imports()');
  }

  async handle({ context }: JobData): Promise<void> {
    await this.database.transaction(context, (manager) =>
      this.imports.forgetOld(manager, context, daysToDecide),
    );
  }
}
