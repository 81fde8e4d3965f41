import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { Config, receiveUpload, Storage, type Upload } from '../../kernel';
import { validationPipe } from '../../kernel/http/validation.pipe';
import { UploadFieldsDto } from './dto/evidence.dto';
import type { EvidenceFields, EvidenceLink } from './evidence';
import { linkOf } from './evidence-links';

/** Takes multipart requests in; what turns out wrong after the file was staged discards it. */
@Injectable()
export class UploadReceiver {
  private readonly pipe = validationPipe();

  constructor(
    private readonly storage: Storage,
    private readonly config: Config,
  ) {}

  receive(request: IncomingMessage): Promise<Upload> {
    return receiveUpload(request, this.storage, this.config.uploadMaxBytes);
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
