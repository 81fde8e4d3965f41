import { Injectable } from '@nestjs/common';
import { ATTACHMENT_MEDIA_TYPES, type AttachmentMediaType } from '@liangxing/dossier';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  Quotas,
  Storage,
  TenantDatabase,
  threadTask,
  ThreadPool,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { AssessmentsReader, refuseArchived } from '../../assessments';
import { EvidenceRepository } from '../../evidence';
import type { AttachmentList, ChosenAttachment } from './attachment';
import { AttachmentsRepository } from './attachments.repository';
import { AttachmentListDto } from './attachment.dto';
import type { inspectAttachmentFile } from './inspect-attachment.task';
import { readBytes } from './read-bytes';

const INSPECT = threadTask<typeof inspectAttachmentFile>('inspectAttachmentFile', { seconds: 60 });

export interface SaveAttachmentsCommand {
  readonly assessmentId: string;
  /** Version that the person saw; 0 where nobody had chosen anything. */
  readonly expectedVersion: number;
  readonly chosen: readonly ChosenAttachment[];
}

interface ChosenFile extends ChosenAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly storageKey: string;
}

const isAttachable = (mediaType: string): mediaType is AttachmentMediaType =>
  (ATTACHMENT_MEDIA_TYPES as readonly string[]).includes(mediaType);

const isSame = (one: ChosenAttachment, other: ChosenAttachment): boolean =>
  one.evidenceId === other.evidenceId && one.revision === other.revision;

/**
 * Keeps which files stand behind the dossier. Every file that is new in the list is opened once, in a thread, so that
 * what cannot be attached is told here and not by a build that fails.
 */
@Injectable()
export class SaveAttachments {
  constructor(
    private readonly database: TenantDatabase,
    private readonly attachments: AttachmentsRepository,
    private readonly evidence: EvidenceRepository,
    private readonly assessments: AssessmentsReader,
    private readonly storage: Storage,
    private readonly threads: ThreadPool,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, attachment_…, quota_attachment…, version_conflict */
  async execute(
    context: RequestContext,
    { assessmentId, expectedVersion, chosen }: SaveAttachmentsCommand,
  ): Promise<AttachmentList> {
    const { stored, files } = await this.database.read(context, async (manager) => {
      await this.require(manager, context, assessmentId);
      const stored = await this.attachments.find(manager, context, assessmentId);
      return { stored, files: await this.filesOf(manager, context, chosen) };
    });
    if (isStored(stored, chosen) && [0, 1].includes(stored.version - expectedVersion))
      return stored;
    if (stored.version !== expectedVersion) throw versionConflict(AttachmentListDto.of(stored));
    const known = stored.attachments;
    const looked: (ChosenAttachment & { pages: number })[] = [];
    for (const file of files) {
      const { evidenceId, revision, kind } = file;
      const pages =
        known.find((one) => isSame(one, file))?.pages ?? (await this.inspect(context, file));
      looked.push({ evidenceId, revision, kind, pages });
    }
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    return this.database.transaction(context, (manager) =>
      this.write(manager, context, { assessmentId, expectedVersion, looked, bytes }),
    );
  }

  private async require(
    manager: EntityManager,
    context: RequestContext,
    assessmentId: string,
  ): Promise<void> {
    const assessment = await this.assessments.find(manager, context, assessmentId);
    if (assessment === null) throw notFound();
    refuseArchived(assessment);
  }

  /** Another enterprise's file and one that is gone answer alike. */
  private async filesOf(
    manager: EntityManager,
    context: RequestContext,
    chosen: readonly ChosenAttachment[],
  ): Promise<ChosenFile[]> {
    const files: ChosenFile[] = [];
    for (const one of chosen) {
      const found = await this.evidence.find(manager, context, one.evidenceId);
      const revision = found?.revisions.find((each) => each.revision === one.revision);
      if (revision === undefined) throw new ProblemError('attachment_unknown');
      const { fileName, mediaType, size, storageKey } = revision;
      files.push({ ...one, fileName, mediaType, size, storageKey });
    }
    return files;
  }

  private async inspect(
    context: RequestContext,
    { fileName, mediaType, size, storageKey }: ChosenFile,
  ): Promise<number> {
    if (!isAttachable(mediaType))
      throw new ProblemError('attachment_wrong_type', { file: fileName });
    if (size > this.quotas.limitOf('attachment_bytes'))
      throw this.quotas.refusal('attachment_bytes');
    const mostPages = this.quotas.limitOf('attachment_pages');
    const input = async () => ({
      fileName,
      mediaType,
      mostPages,
      bytes: await readBytes(this.storage, storageKey),
    });
    try {
      return (await this.threads.run(context, INSPECT, input)).pages;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'work_too_heavy')
        throw new ProblemError('attachment_too_heavy', { file: fileName }, { cause: error });
      throw error;
    }
  }

  private async write(
    manager: EntityManager,
    context: RequestContext,
    {
      assessmentId,
      expectedVersion,
      looked,
      bytes,
    }: {
      readonly assessmentId: string;
      readonly expectedVersion: number;
      readonly looked: readonly (ChosenAttachment & { readonly pages: number })[];
      readonly bytes: number;
    },
  ): Promise<AttachmentList> {
    if (!(await this.attachments.raise(manager, context, assessmentId, expectedVersion))) {
      const stored = await this.attachments.find(manager, context, assessmentId);
      throw versionConflict(AttachmentListDto.of(stored));
    }
    await this.attachments.clear(manager, context, assessmentId);
    const pages = looked.reduce((sum, one) => sum + one.pages, 0);
    await this.quotas.require(manager, assessmentId, 'attachments', looked.length);
    await this.quotas.require(manager, assessmentId, 'attachment_pages', pages);
    await this.quotas.require(manager, assessmentId, 'attachment_bytes', bytes);
    // Whoever removes one of them waits for this, or has removed it already.
    for (const { evidenceId } of looked) await this.lock(manager, context, evidenceId);
    await this.attachments.insert(manager, context, assessmentId, looked);
    const subject = { type: 'assessment', id: assessmentId };
    const files = looked.map(({ evidenceId, revision, kind }) => ({ evidenceId, revision, kind }));
    await this.audit.record(manager, context, 'dossier.attachments_chosen', subject, { files });
    return this.attachments.find(manager, context, assessmentId);
  }

  private async lock(manager: EntityManager, context: RequestContext, id: string): Promise<void> {
    await this.evidence.lock(manager, context, id);
    if ((await this.evidence.find(manager, context, id)) === null)
      throw new ProblemError('attachment_unknown');
  }
}

/** Whether the same files stand there already, in the same order and as the same: a request that is sent again. */
function isStored({ attachments }: AttachmentList, chosen: readonly ChosenAttachment[]): boolean {
  return (
    attachments.length === chosen.length &&
    chosen.every((one, index) => {
      const other = attachments[index];
      return other !== undefined && isSame(one, other) && one.kind === other.kind;
    })
  );
}
