import { Injectable } from '@nestjs/common';
import type { DossierSnapshot } from '@liangxing/dossier';
import type { Response } from 'express';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  sendStored,
  Storage,
  TenantDatabase,
} from '../../../kernel';
import { DossiersRepository } from '../dossiers.repository';

/** Sends a built PDF; the download is in the audit trail before the first byte leaves. */
@Injectable()
export class DossierDownload {
  constructor(
    private readonly database: TenantDatabase,
    private readonly dossiers: DossiersRepository,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  async send(context: RequestContext, id: string, response: Response): Promise<void> {
    const { dossier, name } = await this.database.transaction(context, async (manager) => {
      const found = await this.dossiers.find(manager, context, id);
      if (found === null) throw notFound();
      if (found.state !== 'ready') throw new ProblemError('dossier_not_ready');
      const text = await this.dossiers.snapshot(manager, context, id);
      const snapshot = JSON.parse(text ?? 'null') as DossierSnapshot | null;
      const subject = { type: 'dossier', id };
      const { sha256 } = found;
      await this.audit.record(manager, context, 'dossier.downloaded', subject, { sha256 });
      return { dossier: found, name: fileName(snapshot, found.number) };
    });
    const { storageKey, size, sha256 } = dossier;
    if (storageKey === null || size === null || sha256 === null) throw notFound();
    const file = { fileName: name, mediaType: 'application/pdf', size, sha256, storageKey };
    await sendStored(this.storage, file, 'attachment', response);
  }
}

function fileName(snapshot: DossierSnapshot | null, number: number): string {
  const enterprise = snapshot?.enterprise.shortName || snapshot?.enterprise.name || '企业';
  const word = snapshot?.document.kindWord ?? '申请材料';
  return `${enterprise}-标准化良好行为${word}-第${number}版.pdf`;
}
