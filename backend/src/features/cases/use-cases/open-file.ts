import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  isInlineType,
  notFound,
  ProblemError,
  sendStored,
  Storage,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { CasesRepository } from '../cases.repository';
import { MaterialsRepository } from '../materials.repository';

interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
}

/** Sends what came with a material; that it was opened is in the trail before the first byte leaves. */
@Injectable()
export class OpenFile {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly materials: MaterialsRepository,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  /** The PDF of the dossier. @throws ProblemError not_found, case_file_missing */
  pdf(context: RequestContext, id: string, material: number, response: Response): Promise<void> {
    return this.send(context, id, response, async (manager, enterpriseName) => {
      const found = await this.materials.pdf(manager, context, id, material);
      if (found === null) throw notFound();
      const { pdfSize: size, pdfSha256: sha256, storageKey, dossierNumber } = found;
      if (storageKey === null) throw new ProblemError('case_file_missing');
      const name = `${enterpriseName}-申请材料-第${String(dossierNumber)}版.pdf`;
      return { name, mediaType: 'application/pdf', size, sha256, storageKey };
    });
  }

  /** A file of the evidence. @throws ProblemError not_found, case_file_missing */
  evidence(
    context: RequestContext,
    id: string,
    wanted: { readonly material: number; readonly evidenceId: string; readonly revision: number },
    response: Response,
  ): Promise<void> {
    return this.send(context, id, response, async (manager) => {
      const files = await this.materials.files(manager, context, id, wanted.material);
      const found = files.find(
        ({ evidenceId, revision }) =>
          evidenceId === wanted.evidenceId && revision === wanted.revision,
      );
      if (found === undefined) throw notFound();
      const { fileName: name, storageKey } = found;
      if (storageKey === null) throw new ProblemError('case_file_missing');
      return { ...found, name, storageKey };
    });
  }

  private async send(
    context: RequestContext,
    id: string,
    response: Response,
    find: (manager: EntityManager, enterpriseName: string) => Promise<OpenedFile>,
  ): Promise<void> {
    const file = await this.database.transaction(context, async (manager) => {
      const found = await this.cases.find(manager, context, id);
      if (found === null) throw notFound();
      const opened = await find(manager, found.enterpriseName);
      const { name, sha256 } = opened;
      await this.audit.record(
        manager,
        context,
        'case.file_opened',
        { type: 'case', id },
        {
          ...{ number: found.number, file: name, sha256 },
        },
      );
      return opened;
    });
    const disposition = isInlineType(file.mediaType) ? 'inline' : 'attachment';
    await sendStored(this.storage, { ...file, fileName: file.name }, disposition, response);
  }
}
