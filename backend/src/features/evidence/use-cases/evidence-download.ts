import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import {
  Audit,
  isInlineType,
  notFound,
  RequestContext,
  sendStored,
  Storage,
  TenantDatabase,
} from '../../../kernel';
import { EvidenceRepository } from '../evidence.repository';

/** Sends a stored file; the download is in the audit trail before the first byte leaves. */
@Injectable()
export class EvidenceDownload {
  constructor(
    private readonly database: TenantDatabase,
    private readonly evidence: EvidenceRepository,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  async send(
    context: RequestContext,
    id: string,
    revision: number,
    response: Response,
  ): Promise<void> {
    const file = await this.database.transaction(context, async (manager) => {
      const found = await this.evidence.find(manager, context, id);
      const wanted = found?.revisions.find((candidate) => candidate.revision === revision);
      if (wanted === undefined) throw notFound();
      const subject = { type: 'evidence', id };
      const { sha256 } = wanted;
      await this.audit.record(manager, context, 'evidence.downloaded', subject, {
        revision,
        sha256,
      });
      return wanted;
    });
    const disposition = isInlineType(file.mediaType) ? 'inline' : 'attachment';
    await sendStored(this.storage, file, disposition, response);
  }
}
