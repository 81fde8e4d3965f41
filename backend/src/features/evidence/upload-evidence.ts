import { Injectable } from '@nestjs/common';
import { findItem } from '@liangxing/scheme';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  Storage,
  TenantDatabase,
} from '../../kernel';
import { AssessmentsReader } from '../assessments';
import type { Evidence, EvidenceFields, EvidenceLink } from './evidence';
import { EvidenceRepository } from './evidence.repository';
import { FileTypeError, verifiedType } from './file-type/content-type';
import type { Upload } from './upload-request';

/** Files of evidence lie below this segment of their organization. */
export const evidenceFolder = 'evidence';

/** Records an uploaded file as new evidence or as a revision: type by content, file first, row last. */
@Injectable()
export class UploadEvidence {
  constructor(
    private readonly database: TenantDatabase,
    private readonly evidence: EvidenceRepository,
    private readonly assessments: AssessmentsReader,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  async add(
    context: RequestContext,
    upload: Upload,
    fields: EvidenceFields,
    link: EvidenceLink | null,
  ): Promise<Evidence> {
    const id = randomUUID();
    return this.store(context, id, upload, async (manager, revision) => {
      await this.evidence.insert(manager, context, id, {
        ...fields,
        title: fields.title === '' ? upload.fileName.replace(/\.[^.]+$/, '') : fields.title,
      });
      await this.evidence.insertRevision(manager, context, id, { ...revision, revision: 1 });
      if (link !== null) {
        await this.checkLink(manager, context, link);
        await this.evidence.link(manager, context, id, link);
      }
    });
  }

  async revise(context: RequestContext, id: string, upload: Upload): Promise<Evidence> {
    return this.store(context, id, upload, async (manager, revision) => {
      const number = await this.evidence.nextRevision(manager, context, id);
      if (number === null) throw notFound();
      await this.evidence.insertRevision(manager, context, id, { ...revision, revision: number });
    });
  }

  /** @throws ProblemError where item or standard is not there */
  async checkLink(
    manager: EntityManager,
    context: RequestContext,
    link: EvidenceLink,
  ): Promise<void> {
    if ('standardId' in link) {
      if (!(await this.evidence.hasStandard(manager, context, link.standardId))) throw notFound();
      return;
    }
    const scheme = await this.assessments.schemeOf(manager, context, link.assessmentId);
    if (scheme === null) throw notFound();
    if (findItem(scheme, link.itemId) === undefined)
      throw new ProblemError('item_outside_scheme', { item: link.itemId });
  }

  /**
   * Publishes the staged file under a name of our own, then records it. After an error the file stays: a COMMIT whose
   * answer was lost may have written the row. What no row names is swept later.
   */
  private async store(
    context: RequestContext,
    evidenceId: string,
    upload: Upload,
    record: (manager: EntityManager, revision: StoredFile) => Promise<void>,
  ): Promise<Evidence> {
    const { staged, fileName } = upload;
    const mediaType = await this.typeOf(upload);
    const storageKey = `${context.organizationId}/${evidenceFolder}/${randomUUID()}`;
    await this.storage.publish(staged, storageKey);
    const { size, sha256 } = staged;
    const uploadedBy = { id: context.userId, name: context.userName };
    const file = { fileName, mediaType, size, sha256, storageKey, uploadedBy };
    return this.database.transaction(context, async (manager) => {
      await record(manager, file);
      const subject = { type: 'evidence', id: evidenceId };
      await this.audit.record(manager, context, 'evidence.uploaded', subject, { sha256, size });
      const stored = await this.evidence.find(manager, context, evidenceId);
      if (stored === null) throw notFound();
      return stored;
    });
  }

  private async typeOf({ staged, fileName }: Upload): Promise<string> {
    try {
      return (await verifiedType(staged.path, fileName)).mediaType;
    } catch (error) {
      await this.storage.discard(staged);
      if (!(error instanceof FileTypeError)) throw error;
      if (error.reason === 'empty_file') throw new ProblemError('file_empty');
      if (error.reason === 'content_mismatch') throw new ProblemError('file_content_mismatch');
      throw new ProblemError('file_type_not_allowed', { allowed: error.allowed.join(', ') });
    }
  }
}

interface StoredFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly uploadedBy: { readonly id: string; readonly name: string };
}
