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
  ) {}

  /** The function that answers knows the days, too. */
  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_old_imports()');
  }

  async handle({ context }: JobData): Promise<void> {
    const { organizationId } = context;
    await this.database.transaction(context, async (manager) => {
      await manager.query(
        `DELETE FROM standard_imports WHERE organization_id = $1 AND state = 'previewed'
           AND created_at < now() - make_interval(days => $2)`,
        [organizationId, daysToDecide],
      );
      await manager.query(
        `DELETE FROM standard_import_pieces r USING standard_imports i
         WHERE i.organization_id = $1 AND i.state = 'undone'
           AND r.organization_id = i.organization_id AND r.import_id = i.id`,
        [organizationId],
      );
      await manager.query(
        `UPDATE standard_imports SET sheets = '' WHERE organization_id = $1 AND state = 'undone' AND sheets <> ''`,
        [organizationId],
      );
    });
  }
}
