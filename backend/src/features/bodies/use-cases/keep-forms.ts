import { isWholeText, isWritten, MOST_WORD_BYTES } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  busyWithoutRoom,
  Config,
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
  validationFailed,
  WORD,
  XLSX,
  type RequestContext,
  type Upload,
  type UploadPlace,
} from '../../../kernel';
import { WordFiles, type StoredWord } from '../../drafts';
import { MOST_FORMS, type OwnForm } from '../body-form';
import { BodyFormsRepository } from '../body-forms.repository';

/** Files of the largest size that may be on their way at once; one person may have half of them. */
const FILES_AT_ONCE = 12;
const LONGEST_TITLE = 200;
/** None of them runs anything. */
const TYPES: readonly string[] = ['application/pdf', WORD, XLSX];

/** The forms that a body offers: file first, row last; Word files with fields as those of drafts. */
@Injectable()
export class KeepForms {
  private readonly room: UploadRoom;
  private readonly mostBytes: number;

  constructor(
    private readonly database: TenantDatabase,
    private readonly forms: BodyFormsRepository,
    private readonly words: WordFiles,
    private readonly storage: Storage,
    private readonly pending: PendingObjects,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
    config: Config,
  ) {
    this.mostBytes = Math.min(MOST_WORD_BYTES, config.uploadMaxBytes);
    const most = FILES_AT_ONCE * this.mostBytes;
    this.room = new UploadRoom(most, most / 2);
  }

  /**
   * @throws ProblemError body_forms_full, body_form_type, validation_failed, busy, upload_malformed, file_empty,
   *   file_content_mismatch, word_file_…, quota_evidence_bytes
   * @throws ContentTooLargeError, StorageFullError
   */
  async add(context: RequestContext, request: IncomingMessage): Promise<OwnForm> {
    const upload = await this.receive(context, request);
    const { mediaType } = await this.typed(upload);
    const title = await this.titled(upload);
    const file =
      mediaType === WORD
        ? await this.words.keep(context, upload)
        : await this.publish(context, upload);
    const id = randomUUID();
    return this.database.transaction(context, async (manager) => {
      await takeTurn(manager, `forms of ${context.organizationId}`);
      await this.requireRoom(manager, context);
      await this.words.record(manager, context, file);
      await this.forms.add(manager, context, { ...file, id, title, mediaType });
      await this.tell(manager, context, 'body.form_added', title);
      const added = (await this.forms.list(manager, context)).find((form) => form.id === id);
      if (added === undefined) throw notFound();
      return added;
    });
  }

  /** As it was uploaded. @throws ProblemError not_found */
  async open(context: RequestContext, id: string, response: Response): Promise<void> {
    const form = await this.database.read(context, (manager) => this.find(manager, context, id));
    await sendStored(this.storage, form, 'attachment', response);
  }

  /** @throws ProblemError not_found */
  async remove(context: RequestContext, id: string): Promise<void> {
    const key = await this.database.transaction(context, async (manager) => {
      const { storageKey, title } = await this.find(manager, context, id);
      await this.forms.remove(manager, context, id);
      await this.pending.release(manager, context, [storageKey]);
      await this.tell(manager, context, 'body.form_removed', title);
      return storageKey;
    });
    await this.pending.remove(context, [key]);
  }

  private async find(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<OwnForm> {
    const found = (await this.forms.list(manager, context)).find((form) => form.id === id);
    if (found === undefined) throw notFound();
    return found;
  }

  private tell(
    manager: EntityManager,
    context: RequestContext,
    action: 'body.form_added' | 'body.form_removed',
    title: string,
  ): Promise<void> {
    const subject = { type: 'body', id: context.organizationId };
    return this.audit.record(manager, context, action, subject, { title });
  }

  /** @throws ProblemError body_forms_full */
  private async requireRoom(manager: EntityManager, context: RequestContext): Promise<void> {
    const forms = await this.forms.list(manager, context);
    if (forms.length >= MOST_FORMS)
      throw new ProblemError('body_forms_full', { count: MOST_FORMS });
  }

  /** What would refuse the file at the end refuses it before a byte is taken. */
  private async receive(context: RequestContext, request: IncomingMessage): Promise<Upload> {
    const announced = Number(request.headers['content-length'] ?? this.mostBytes);
    let taken: UploadPlace | undefined;
    try {
      await this.database.read(context, (manager) => this.requireRoom(manager, context));
      taken = this.room.enter(context.userId, Math.min(announced, this.mostBytes));
      return await receiveUpload(request, this.storage, this.mostBytes, taken.grow);
    } catch (error) {
      request.resume();
      throw busyWithoutRoom(error);
    } finally {
      taken?.leave();
    }
  }

  private async typed(upload: Upload): ReturnType<typeof typeOfUpload> {
    try {
      const type = await typeOfUpload(upload, this.storage);
      if (TYPES.includes(type.mediaType)) return type;
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'file_type_not_allowed')) throw error;
    }
    await this.storage.discard(upload.staged);
    throw new ProblemError('body_form_type');
  }

  /** As it was named; else as its file is called. */
  private async titled({ staged, fileName, fields }: Upload): Promise<string> {
    const given = (fields['title'] ?? '').trim();
    const stem = fileName.replace(/\.[^.]*$/, '').slice(0, LONGEST_TITLE);
    const title = isWritten(given) ? given : stem;
    if (title.length <= LONGEST_TITLE && isWholeText(title)) return title;
    await this.storage.discard(staged);
    throw validationFailed(
      title.length > LONGEST_TITLE
        ? { path: 'title', code: 'too_long', parameters: { n: LONGEST_TITLE } }
        : { path: 'title', code: 'text_broken' },
    );
  }

  private async publish(context: RequestContext, upload: Upload): Promise<StoredWord> {
    const { organizationId } = context;
    const { staged, fileName } = upload;
    const storageKey = `${organizationId}/forms/${randomUUID()}`;
    try {
      // In nobody's name: the key of a creating request belongs to the transaction that writes the row.
      await this.database.transaction({ organizationId, userId: '' }, async (manager) => {
        await this.quotas.look(manager, organizationId, 'evidence_bytes', staged.size);
        await this.pending.announce(manager, { organizationId }, storageKey);
      });
    } catch (error) {
      await this.storage.discard(staged);
      throw error;
    }
    await this.storage.publish(staged, storageKey);
    const { size, sha256 } = staged;
    return { fileName, size, sha256, storageKey, fields: [], unknownFields: [] };
  }
}
