import { ATTACHMENT_KINDS, type AttachmentKind } from '@liangxing/dossier';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { NestedList } from '../../../kernel';
import type { Attachment, AttachmentList, ChosenAttachment } from './attachment';

/** More than any quota allows, so that the quota speaks first. */
const MOST_LINES = 200;

export class ChosenAttachmentDto implements ChosenAttachment {
  @ApiProperty({ format: 'uuid', description: 'File of the library of evidence' })
  @IsUUID()
  evidenceId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Revision whose pages are attached' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision!: number;

  @ApiProperty({ enum: ATTACHMENT_KINDS })
  @IsIn(ATTACHMENT_KINDS)
  kind!: AttachmentKind;
}

export class SaveAttachmentsDto {
  @ApiProperty({ type: [ChosenAttachmentDto], description: 'In the order of printing' })
  @NestedList(() => ChosenAttachmentDto)
  @ArrayMaxSize(MOST_LINES)
  @ArrayUnique(({ evidenceId }: ChosenAttachmentDto) => evidenceId)
  attachments!: ChosenAttachmentDto[];
}

export class AttachmentDto extends ChosenAttachmentDto {
  @ApiProperty() title!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty({ type: 'integer' }) pages!: number;
  @ApiProperty({ type: 'integer', description: 'Bytes' }) size!: number;
  @ApiProperty({ description: 'Lower-case hex' }) sha256!: string;

  @ApiProperty({ type: 'integer', description: 'Newest revision of the file' })
  currentRevision!: number;

  static of({ storageKey: _key, ...attachment }: Attachment): AttachmentDto {
    return attachment;
  }
}

export class AttachmentListDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: '0: nobody has chosen anything yet' })
  version!: number;

  @ApiProperty({ type: [AttachmentDto] })
  attachments!: AttachmentDto[];

  static of({ version, attachments }: AttachmentList): AttachmentListDto {
    return { version, attachments: attachments.map(AttachmentDto.of) };
  }
}
