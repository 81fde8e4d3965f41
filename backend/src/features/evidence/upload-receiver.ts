import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import {
  Config,
  Quotas,
  receiveUpload,
  Storage,
  TenantDatabase,
  UploadRoom,
  type RequestContext,
  type Upload,
} from '../../kernel';
import { validationPipe } from '../../kernel/http/validation.pipe';
import { UploadFieldsDto } from './dto/evidence.dto';
import type { EvidenceFields, EvidenceLink } from './evidence';
import { linkOf } from './evidence-links';

/** Files of the largest size that may be on their way at once; one enterprise may have half of them. */
const FILES_AT_ONCE = 12;
/** What a form may hold beside its file. */
const FORM_BYTES = 200_000;

/** Takes multipart requests in; what turns out wrong after the file was staged discards it. */
@Injectable()
export class UploadReceiver {
  private readonly pipe = validationPipe();
  private readonly room: UploadRoom;

  constructor(
    private readonly storage: Storage,
    private readonly config: Config,
    private readonly database: TenantDatabase,
    private readonly quotas: Quotas,
  ) {
    const most = FILES_AT_ONCE * config.uploadMaxBytes;
    this.room = new UploadRoom(most, most / 2);
  }

  /** @throws ProblemError busy, or quota_evidence_… before the file lies on the disk, where its size is announced */
  async receive(context: RequestContext, request: IncomingMessage): Promise<Upload> {
    const { uploadMaxBytes } = this.config;
    const leave = this.room.enter(context, request, uploadMaxBytes);
    try {
      await this.lookForRoom(context, request);
      return await receiveUpload(request, this.storage, uploadMaxBytes);
    } finally {
      leave();
    }
  }

  private async lookForRoom(context: RequestContext, request: IncomingMessage): Promise<void> {
    const announced = Number(request.headers['content-length'] ?? 0) - FORM_BYTES;
    try {
      await this.database.read(context, (manager) =>
        this.quotas.look(
          manager,
          context.organizationId,
          'evidence_bytes',
          Math.max(1, Math.min(announced, this.config.uploadMaxBytes)),
        ),
      );
    } catch (error) {
      request.resume();
      throw error;
    }
  }

  /** The text fields, checked like a body; empty ones count as left out. */
  async fieldsOf({
    fields,
    staged,
  }: Upload): Promise<EvidenceFields & { readonly link: EvidenceLink | null }> {
    const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
    try {
      const checked: UploadFieldsDto = (await this.pipe.transform(told, {
        type: 'body',
        metatype: UploadFieldsDto,
      })) as UploadFieldsDto;
      const { title, periodFrom, periodTo } = checked;
      return { title, periodFrom, periodTo, link: linkOf(checked) };
    } catch (error) {
      await this.storage.discard(staged);
      throw error;
    }
  }
}
