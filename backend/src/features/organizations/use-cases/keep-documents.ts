import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  Audit,
  busyWithoutRoom,
  Config,
  notFound,
  PendingObjects,
  ProblemError,
  Quotas,
  receiveUpload,
  Storage,
  TenantDatabase,
  typeOfUpload,
  UploadRoom,
  type RequestContext,
  type Upload,
  type UploadPlace,
} from '../../../kernel';
import type { Application, StoredDocument } from '../application/application';
import { ApplicationsRepository } from '../application/applications.repository';
import { ChangeApplication } from './change-application';

/** Files of the largest size that may be on their way at once; one person may have half of them. */
const FILES_AT_ONCE = 8;
/** A scan of a licence is smaller. */
const MOST_BYTES = 20_000_000;

/** Scans that go with an application: PDF and pictures, which whoever decides can look at in place. */
@Injectable()
export class KeepDocuments {
  private readonly room: UploadRoom;
  private readonly mostBytes: number;

  constructor(
    private readonly database: TenantDatabase,
    private readonly applications: ApplicationsRepository,
    private readonly changing: ChangeApplication,
    private readonly storage: Storage,
    private readonly pending: PendingObjects,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
    config: Config,
  ) {
    this.mostBytes = Math.min(MOST_BYTES, config.uploadMaxBytes);
    this.room = new UploadRoom(
      FILES_AT_ONCE * this.mostBytes,
      (FILES_AT_ONCE / 2) * this.mostBytes,
    );
  }

  /**
   * Stages the file, publishes it under a name of our own, then records it; what no row names is swept later.
   * @throws ProblemError application_closed, quota_application_documents (both before a byte is taken, and again at the end),
   *   busy, upload_malformed, file_type_not_allowed, file_content_mismatch, version_conflict where somebody was faster
   * @throws ContentTooLargeError, StorageFullError
   */
  async add(context: RequestContext, request: IncomingMessage): Promise<Application> {
    return this.keep(context, await this.receive(context, request));
  }

  /** @throws as `add`, of what was received */
  async keep(context: RequestContext, upload: Upload): Promise<Application> {
    const mediaType = await this.shownType(upload);
    const { staged, fileName } = upload;
    const { organizationId, userId, userName } = context;
    const id = randomUUID();
    const storageKey = `${organizationId}/application/${id}`;
    await this.database.transaction({ organizationId, userId: '' }, (manager) =>
      this.pending.announce(manager, { organizationId }, storageKey),
    );
    await this.storage.publish(staged, storageKey);
    const { size, sha256 } = staged;
    return this.database.transaction(context, async (manager) => {
      await this.changing.touch(manager, context);
      await this.quotas.require(manager, organizationId, 'application_documents');
      await this.applications.insertDocument(manager, context, {
        ...{ id, fileName, mediaType, size, sha256, storageKey },
        uploadedBy: userId,
        uploadedByName: userName,
      });
      const subject = { type: 'document', id };
      await this.audit.record(manager, context, 'application.document_added', subject, { sha256 });
      return this.applications.find(manager, context);
    });
  }

  /** @throws ProblemError not_found, application_closed, version_conflict where somebody was faster */
  async remove(context: RequestContext, id: string): Promise<Application> {
    const { left, key } = await this.database.transaction(context, async (manager) => {
      const document = await this.find(context, id, manager);
      await this.changing.touch(manager, context);
      await this.applications.removeDocument(manager, context, document);
      const subject = { type: 'document', id };
      await this.audit.record(manager, context, 'application.document_removed', subject);
      return { left: await this.applications.find(manager, context), key: document.storageKey };
    });
    await this.pending.remove(context, [key]);
    return left;
  }

  /**
   * For its download, which the trail tells of.
   * @throws ProblemError not_found
   */
  read(context: RequestContext, id: string): Promise<StoredDocument> {
    return this.database.transaction(context, async (manager) => {
      const document = await this.find(context, id, manager);
      const subject = { type: 'document', id };
      await this.audit.record(manager, context, 'application.document_downloaded', subject);
      return document;
    });
  }

  private async find(
    context: RequestContext,
    id: string,
    manager: Parameters<ApplicationsRepository['documents']>[0],
  ): Promise<StoredDocument> {
    const all = await this.applications.documents(manager, context);
    const found = all.find((document) => document.id === id);
    if (found === undefined) throw notFound();
    return found;
  }

  private async receive(context: RequestContext, request: IncomingMessage): Promise<Upload> {
    const announced = Number(request.headers['content-length'] ?? this.mostBytes);
    let place: UploadPlace | undefined;
    try {
      place = this.room.enter(context.userId, Math.min(announced, this.mostBytes));
      await this.database.read(context, async (manager) => {
        await this.changing.requireChangeable(manager, context);
        await this.quotas.look(manager, context.organizationId, 'application_documents');
      });
      return await receiveUpload(request, this.storage, this.mostBytes, place.grow);
    } catch (error) {
      request.resume();
      throw busyWithoutRoom(error);
    } finally {
      place?.leave();
    }
  }

  private async shownType(upload: Upload): Promise<string> {
    const { mediaType, isInline } = await typeOfUpload(upload, this.storage);
    if (isInline) return mediaType;
    await this.storage.discard(upload.staged);
    throw new ProblemError('file_type_not_allowed', { allowed: 'pdf, png, jpg, jpeg' });
  }
}
