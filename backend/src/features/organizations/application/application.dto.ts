import {
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  type OrganizationKind,
  type OrganizationState,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsWritten, NameInMail } from '../../../kernel';
import type { Application, ApplicationDocument } from './application';

export class ChangeApplicationDto {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsWritten()
  @MaxLength(200)
  @NameInMail()
  name: string;

  @ApiProperty({ description: 'Unified social credit code (GB 32100-2015), blanks or not' })
  @IsString()
  @MaxLength(40)
  creditCode: string;
}

export class ApplicationDocumentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty()
  mediaType: string;

  @ApiProperty({ description: 'Bytes' })
  size: number;

  @ApiProperty({ format: 'date-time' })
  uploadedAt: string;

  @ApiProperty()
  uploadedByName: string;

  static of(document: ApplicationDocument): ApplicationDocumentDto {
    const { id, fileName, mediaType, size, uploadedAt, uploadedByName } = document;
    return { id, fileName, mediaType, size, uploadedAt, uploadedByName };
  }
}

export class ApplicationDto {
  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  creditCode: string | null;

  @ApiProperty({ enum: ORGANIZATION_STATES })
  state: OrganizationState;

  @ApiProperty({ description: 'Why it was refused or suspended; else empty' })
  reason: string;

  @ApiProperty({ format: 'date-time', description: 'Since when it is in this state' })
  since: string;

  @ApiProperty({ type: [ApplicationDocumentDto] })
  documents: ApplicationDocumentDto[];

  @ApiProperty()
  version: number;

  static of(application: Application): ApplicationDto {
    const { documents, ...standing } = application;
    return { ...standing, documents: documents.map(ApplicationDocumentDto.of) };
  }
}
