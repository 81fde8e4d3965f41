import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  jobKind,
  PendingObjects,
  PlatformAudit,
  PlatformDatabase,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import { ClosingRepository } from '../closing.repository';

interface DeleteOrganizationsData {
  readonly context: JobContext;
}

/** Takes away organizations that were closed for long enough. */
export const DELETE_ORGANIZATIONS = jobKind<DeleteOrganizationsData>(
  'closing.delete-organizations',
  {
    everyMinutes: 60,
    expireInSeconds: 3_600,
  },
);

/** Rows of one transaction: others go on working beside it, and little is done again after a crash. */
const mostAtOnce = 2_000;
/** Nobody publishes a file that was announced so long ago. */
const announcedMilliseconds = 60 * 60_000;

/**
 * Begins, goes on with, or ends the deletion of one organization, wherever an earlier run came to. Its last row stays as
 * long as the store may hold something of it: a day, where a file was on its way when the deletion began.
 */
@Injectable()
@HandlesJob(DELETE_ORGANIZATIONS)
export class DeleteOrganizations implements JobHandler<DeleteOrganizationsData> {
  constructor(
    private readonly platform: PlatformDatabase,
    private readonly database: TenantDatabase,
    private readonly closing: ClosingRepository,
    private readonly pending: PendingObjects,
    private readonly platformAudit: PlatformAudit,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_to_delete()');
  }

  async handle({ context }: DeleteOrganizationsData, signal?: AbortSignal): Promise<void> {
    const { organizationId } = context;
    const isBegun = await this.database.transaction(context, (manager) =>
      this.closing.beginDeletion(manager),
    );
    if (!isBegun) return;
    let gone: number;
    do {
      signal?.throwIfAborted();
      gone = await this.database.transaction(context, (manager) =>
        this.closing.deleteSome(manager, mostAtOnce),
      );
    } while (gone > 0);
    await this.pending.sweep({ organizationId }, new Date(Date.now() - announcedMilliseconds));
    await this.database.transaction(context, async (manager) => {
      const deleted = await this.closing.endDeletion(manager);
      if (deleted === null) return;
      const { kind, name, closedAt, closedByName } = deleted;
      const subject = { type: 'organization', id: organizationId };
      await this.platformAudit.record(manager, context, 'organization.deleted', subject, {
        ...{ kind, name, closedAt: closedAt.toISOString(), closedBy: closedByName },
      });
    });
  }
}
