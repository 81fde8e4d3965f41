import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  sendStored,
  Storage,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { OrganizationsRepository } from '../../organizations';
import { ExportsRepository } from '../exports.repository';

/** Sends the file of an export; that it was fetched is in the trail before the first byte leaves. */
@Injectable()
export class DownloadExport {
  constructor(
    private readonly database: TenantDatabase,
    private readonly exports: ExportsRepository,
    private readonly organizations: OrganizationsRepository,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, export_not_ready */
  async send(context: RequestContext, id: string, response: Response): Promise<void> {
    const { found, name } = await this.database.transaction(context, async (manager) => {
      const found = await this.exports.find(manager, context, id);
      if (found === null) throw notFound();
      if (found.state !== 'ready') throw new ProblemError('export_not_ready');
      const { sha256 } = found;
      const subject = { type: 'export', id: found.id };
      await this.audit.record(manager, context, 'organizations.export_downloaded', subject, {
        sha256,
      });
      return { found, name: await this.organizations.nameOf(manager, context) };
    });
    const { storageKey, size, sha256 } = found;
    if (storageKey === null || size === null || sha256 === null) throw notFound();
    const fileName = `${name}-全部数据-${organizationDay(new Date(found.orderedAt))}.zip`;
    const file = { fileName, mediaType: 'application/zip', size, sha256, storageKey };
    await sendStored(this.storage, file, 'attachment', response);
  }
}
