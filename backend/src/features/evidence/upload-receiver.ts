import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import {
  busyWithoutRoom,
  Config,
  Quotas,
  receiveUpload,
  RequestContext,
  Storage,
  TenantDatabase,
  type Upload,
  type UploadPlace,
  UploadRoom,
  validationPipe,
} from '../../kernel';
import { UploadFieldsDto } from './dto/evidence.dto';
import type { EvidenceFields, EvidenceLink } from './evidence';
import { linkOf } from './evidence-links';
import { requirePeriod } from './evidence-period';

/** Files of the largest size that may be on their way at once; one person may have half of them. */
const FILES_AT_ONCE = 24;
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

  /** @throws ProblemError busy where too much comes in at once; quota_evidence_bytes before what is announced has come */
  async receive(context: RequestContext, request: IncomingMessage): Promise<Upload> {
    const { uploadMaxBytes } = this.config;
    const announced = Number(request.headers['content-length'] ?? uploadMaxBytes);
    let place: UploadPlace | undefined;
    try {
      place = this.room.enter(context.userId, Math.min(announced, uploadMaxBytes));
      await this.lookForQuota(context, announced - FORM_BYTES);
      return await receiveUpload(request, this.storage, uploadMaxBytes, place.grow);
    } catch (error) {
      request.resume();
      throw busyWithoutRoom(error);
    } finally {
      place?.leave();
    }
  }

  private lookForQuota(context: RequestContext, announced: number): Promise<void> {
    const bytes = Math.max(1, Math.min(announced, this.config.uploadMaxBytes));
    return this.database.read(context, (manager) =>
      this.quotas.look(manager, context.organizationId, 'evidence_bytes', bytes),
    );
  }

  /** The text fields, checked like a body; empty ones count as left out. */
  async fieldsOf({
    fields,
    staged,
  }: Upload): Promise<
    EvidenceFields & { readonly link: EvidenceLink | null; readonly isSecondCopy: boolean }
  > {
    const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
    try {
      const checked: UploadFieldsDto = (await this.pipe.transform(told, {
        type: 'body',
        metatype: UploadFieldsDto,
      })) as UploadFieldsDto;
      requirePeriod(checked);
      const { title, periodFrom, periodTo, validUntil, again } = checked;
      const link = linkOf(checked);
      return { title, periodFrom, periodTo, validUntil, link, isSecondCopy: again === 'true' };
    } catch (error) {
      await this.storage.discard(staged);
      throw error;
    }
  }
}
