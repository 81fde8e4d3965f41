import { Injectable } from '@nestjs/common';
import {
  Audit,
  jobContextOf,
  JobQueue,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { ExportsRepository } from '../exports.repository';
import type { OrganizationExport } from '../organization-export';
import { BUILD_EXPORT } from './build-export';

/** Orders everything as one file: row and job in one transaction. */
@Injectable()
export class OrderExport {
  constructor(
    private readonly database: TenantDatabase,
    private readonly exports: ExportsRepository,
    private readonly jobs: JobQueue,
    private readonly audit: Audit,
  ) {}

  /** @returns the one that is underway, where there is one: a second order makes no second file */
  execute(context: RequestContext): Promise<OrganizationExport> {
    return this.database.transaction(context, async (manager) => {
      const id = await this.exports.insert(manager, context);
      if (id !== null) {
        const data = { context: jobContextOf(context), exportId: id };
        await this.jobs.enqueue(manager, BUILD_EXPORT, data);
        const subject = { type: 'export', id };
        await this.audit.record(manager, context, 'organizations.export_ordered', subject);
      }
      // Also where the one that was underway has come to its end in this moment.
      const [newest] = await this.exports.list(manager, context);
      if (newest === undefined) throw new Error('an export just ordered is not there');
      return newest;
    });
  }
}
