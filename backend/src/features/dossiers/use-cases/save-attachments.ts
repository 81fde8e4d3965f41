import { Injectable } from '@nestjs/common';
import type { QuotaName } from '@liangxing/contracts';
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
import { AssessmentsReader, refuseUnlessOpen } from '../../assessments';
import { EvidenceRepository } from '../../evidence';
import type { AttachmentList, ChosenAttachment } from '../attachments/attachment';
import { AttachmentsRepository } from '../attachments/attachments.repository';
import { AttachmentListDto } from '../attachments/attachment.dto';
import type { inspectAttachmentFile } from '../attachments/inspect-attachment.task';
import { readBytes } from '../attachments/read-bytes';

const INSPECT = threadTask<typeof inspectAttachmentFile>('inspectAttachmentFile', { seconds: 60 });

interface SaveAttachmentsCommand {
  readonly assessmentId: string;
  /** Version that the person saw; 0 where nobody had chosen anything. */
  readonly expectedVersion: number;
  readonly chosen: readonly ChosenAttachment[];
}

type LookedAttachment = ChosenAttachment & { readonly pages: number };

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
  async execute(context: RequestContext, command: SaveAttachmentsCommand): Promise<AttachmentList> {
    const { assessmentId, expectedVersion, chosen } = command;
    const { stored, files } = await this.database.read(context, async (manager) => {
      await this.require(manager, context, assessmentId);
      const stored = await this.attachments.find(manager, context, assessmentId);
      return { stored, files: await this.filesOf(manager, context, chosen) };
    });
    if (isSentAgain(stored, command)) return stored;
    if (stored.version !== expectedVersion) throw versionConflict(AttachmentListDto.of(stored));
    const looked = await this.look(context, files, stored);
    return this.database.transaction(context, (manager) =>
      this.write(manager, context, command, looked),
    );
  }

  /** Opens what is new in the list. What is too much all together is refused before the first is opened. */
  private async look(
    context: RequestContext,
    files: readonly ChosenFile[],
    stored: AttachmentList,
  ): Promise<LookedAttachment[]> {
    this.refuseBeyond('attachments', files.length);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    this.refuseBeyond('attachment_bytes', bytes);
    const looked: LookedAttachment[] = [];
    for (const file of files) {
      const { evidenceId, revision, kind } = file;
      const known = stored.attachments.find((one) => isSame(one, file));
      const pages = known?.pages ?? (await this.inspect(context, file));
      looked.push({ evidenceId, revision, kind, pages });
      const together = looked.reduce((sum, one) => sum + one.pages, 0);
      this.refuseBeyond('attachment_pages', together);
    }
    return looked;
  }

  /** The list is written whole: what stands in it is all that a dossier has. */
  private refuseBeyond(name: QuotaName, count: number): void {
    if (count > this.quotas.limitOf(name)) throw this.quotas.refusal(name);
  }

  private async require(
    manager: EntityManager,
    context: RequestContext,
    assessmentId: string,
  ): Promise<void> {
    const assessment = await this.assessments.find(manager, context, assessmentId);
    if (assessment === null) throw notFound();
    refuseUnlessOpen(assessment);
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
    { fileName, mediaType, storageKey }: ChosenFile,
  ): Promise<number> {
    if (!isAttachable(mediaType))
      throw new ProblemError('attachment_wrong_type', { file: fileName });
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
    command: SaveAttachmentsCommand,
    looked: readonly LookedAttachment[],
  ): Promise<AttachmentList> {
    const { assessmentId, expectedVersion } = command;
    const evidenceIds = looked.map(({ evidenceId }) => evidenceId);
    if (!(await this.evidence.areThere(manager, context, evidenceIds)))
      throw new ProblemError('attachment_unknown');
    await this.assessments.requireOpen(manager, context, assessmentId);
    if (!(await this.attachments.raise(manager, context, assessmentId, expectedVersion))) {
      const stored = await this.attachments.find(manager, context, assessmentId);
      // The same request, sent twice at once: the other one was first.
      if (isSentAgain(stored, command)) return stored;
      throw versionConflict(AttachmentListDto.of(stored));
    }
    await this.attachments.clear(manager, context, assessmentId);
    await this.attachments.insert(manager, context, assessmentId, looked);
    const subject = { type: 'assessment', id: assessmentId };
    const files = looked.map(({ evidenceId, revision, kind }) => ({ evidenceId, revision, kind }));
    await this.audit.record(manager, context, 'dossier.attachments_chosen', subject, { files });
    return this.attachments.find(manager, context, assessmentId);
  }
}

/** Whether the same files stand there already, in the same order and as the same. */
function isSentAgain(
  { version, attachments }: AttachmentList,
  { expectedVersion, chosen }: SaveAttachmentsCommand,
): boolean {
  return (
    [0, 1].includes(version - expectedVersion) &&
    attachments.length === chosen.length &&
    chosen.every((one, index) => {
      const other = attachments[index];
      return other !== undefined && isSame(one, other) && one.kind === other.kind;
    })
  );
}
