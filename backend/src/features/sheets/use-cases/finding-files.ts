import { FINDING_LIMITS } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  busyWithoutRoom,
  Config,
  isInlineType,
  notFound,
  PendingObjects,
  ProblemError,
  Quotas,
  receiveUpload,
  sendStored,
  Storage,
  takeTurn,
  TenantDatabase,
  typeOfUpload,
  UploadRoom,
  type RequestContext,
  type Upload,
  type UploadPlace,
} from '../../../kernel';
import { turnOfCase } from '../../cases';
import { requireScorer } from '../../plans';
import { CaseReader } from '../case-reader';
import { FindingsRepository } from '../findings.repository';

/** Pictures of the largest size that may be on their way at once; one person may have half of them. */
const FILES_AT_ONCE = 24;

interface Place {
  readonly caseId: string;
  readonly finding: number;
}

/** Pictures of what does not conform, taken on the spot: file first, row last. The same picture is stored once. */
@Injectable()
export class FindingFiles {
  private readonly room: UploadRoom;

  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly findings: FindingsRepository,
    private readonly storage: Storage,
    private readonly pending: PendingObjects,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
    private readonly config: Config,
  ) {
    const most = FILES_AT_ONCE * config.uploadMaxBytes;
    this.room = new UploadRoom(most, most / 2);
  }

  /**
   * @throws ProblemError not_found, not_in_team, case_moved, finding_sent, finding_files_full, busy, upload_malformed,
   *   file_empty, file_content_mismatch, file_type_not_allowed, quota_evidence_bytes
   * @throws ContentTooLargeError, StorageFullError
   */
  async add(context: RequestContext, place: Place, request: IncomingMessage): Promise<void> {
    const upload = await this.receive(context, place, request);
    const { staged, fileName } = upload;
    const { mediaType } = await typeOfUpload(upload, this.storage);
    const storageKey = `${context.organizationId}/cases/${place.caseId}/${randomUUID()}`;
    try {
      // In nobody's name: the key of a creating request belongs to the transaction that writes the row.
      const { organizationId } = context;
      await this.database.transaction({ organizationId, userId: '' }, async (manager) => {
        await this.quotas.look(manager, organizationId, 'evidence_bytes', staged.size);
        await this.pending.announce(manager, { organizationId }, storageKey);
      });
    } catch (error) {
      await this.storage.discard(staged);
      throw error;
    }
    await this.storage.publish(staged, storageKey);
    const isNew = await this.database.transaction(context, async (manager) => {
      await takeTurn(manager, turnOfCase(place.caseId));
      const { size, sha256 } = staged;
      if (await this.findings.hasFile(manager, context, place, sha256)) return false;
      const number = await this.check(manager, context, place);
      await this.pending.record(manager, context, storageKey);
      await this.quotas.require(manager, context.organizationId, 'evidence_bytes', size);
      const file = { finding: place.finding, id: randomUUID(), fileName, mediaType };
      const stored = { ...file, size, sha256, storageKey };
      await this.findings.addFile(manager, context, place.caseId, stored);
      const subject = { type: 'case', id: place.caseId };
      const facts = { number, finding: place.finding, file: fileName };
      await this.audit.record(manager, context, 'case.finding_file_added', subject, facts);
      return true;
    });
    if (!isNew) await this.pending.giveUp(context, [storageKey]);
  }

  /** @throws ProblemError not_found */
  async open(
    context: RequestContext,
    { caseId, finding }: Place,
    id: string,
    response: Response,
  ): Promise<void> {
    const file = await this.database.transaction(context, async (manager) => {
      const { found } = await this.reader.find(manager, context, caseId);
      const files = await this.findings.files(manager, context, caseId);
      const wanted = files.find((one) => one.id === id && one.finding === finding);
      if (wanted === undefined) throw notFound();
      const facts = { number: found.number, file: wanted.fileName, sha256: wanted.sha256 };
      const subject = { type: 'case', id: caseId };
      await this.audit.record(manager, context, 'case.file_opened', subject, facts);
      return wanted;
    });
    const disposition = isInlineType(file.mediaType) ? 'inline' : 'attachment';
    await sendStored(this.storage, file, disposition, response);
  }

  /** @throws ProblemError not_found, not_in_team, case_moved, finding_sent */
  async remove(context: RequestContext, place: Place, id: string): Promise<void> {
    const { caseId, finding } = place;
    const key = await this.database.transaction(context, async (manager) => {
      await takeTurn(manager, turnOfCase(caseId));
      const number = await this.check(manager, context, place, 0);
      const files = await this.findings.files(manager, context, caseId);
      const file = files.find((one) => one.id === id && one.finding === finding);
      if (file === undefined) throw notFound();
      await this.findings.removeFile(manager, context, caseId, file);
      await this.pending.release(manager, context, [file.storageKey]);
      const facts = { number, finding, file: file.fileName };
      const subject = { type: 'case', id: caseId };
      await this.audit.record(manager, context, 'case.finding_file_removed', subject, facts);
      return file.storageKey;
    });
    await this.pending.remove(context, [key]);
  }

  /** What would refuse the file at the end refuses it before a byte is taken. */
  private async receive(
    context: RequestContext,
    place: Place,
    request: IncomingMessage,
  ): Promise<Upload> {
    const { uploadMaxBytes } = this.config;
    const announced = Number(request.headers['content-length'] ?? uploadMaxBytes);
    let taken: UploadPlace | undefined;
    try {
      await this.database.read(context, (manager) => this.check(manager, context, place));
      taken = this.room.enter(context.userId, Math.min(announced, uploadMaxBytes));
      return await receiveUpload(request, this.storage, uploadMaxBytes, taken.grow);
    } catch (error) {
      request.resume();
      throw busyWithoutRoom(error);
    } finally {
      taken?.leave();
    }
  }

  /** @returns the number of the case. @throws ProblemError as `add` */
  private async check(
    manager: EntityManager,
    context: RequestContext,
    { caseId, finding }: Place,
    more = 1,
  ): Promise<string> {
    const one = await this.reader.find(manager, context, caseId);
    const { found } = one;
    requireScorer(one, context.userId);
    const stored = await this.findings.find(manager, context, caseId, finding);
    if (stored === null) throw notFound();
    if (stored.sentAt !== null) throw new ProblemError('finding_sent');
    if (found.state !== 'evaluating') throw new ProblemError('case_moved');
    const files = await this.findings.files(manager, context, caseId);
    const count = FINDING_LIMITS.files;
    if (files.filter((file) => file.finding === finding).length + more > count)
      throw new ProblemError('finding_files_full', { count });
    return found.number;
  }
}
