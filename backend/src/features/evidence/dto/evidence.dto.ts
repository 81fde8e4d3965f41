import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { Optional, Nullable } from '../../../kernel';
import type { Evidence, EvidenceFields, EvidenceFilter, EvidenceRevision } from '../evidence';

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Either an item of an assessment or a standard. */
export class EvidenceLinkDto {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID()
  assessmentId?: string;

  @ApiProperty({ required: false })
  @Optional()
  @IsString()
  @MaxLength(40)
  itemId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID()
  standardId?: string;
}

export class EvidenceQueryDto extends EvidenceLinkDto implements EvidenceFilter {
  @ApiProperty({ required: false, description: 'Part of title or file name' })
  @Optional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

export class ChangeEvidenceDto {
  @ApiProperty({ required: false })
  @Optional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;

  @ApiProperty({ required: false, type: String, format: 'date', nullable: true })
  @Optional()
  @Nullable()
  @Matches(isoDate)
  periodFrom?: string | null;

  @ApiProperty({ required: false, type: String, format: 'date', nullable: true })
  @Optional()
  @Nullable()
  @Matches(isoDate)
  periodTo?: string | null;
}

/** Text fields of an upload; the file is the part `file`. */
export class UploadFieldsDto extends EvidenceLinkDto implements EvidenceFields {
  @IsString()
  @MaxLength(200)
  title = '';

  @Nullable()
  @Matches(isoDate)
  periodFrom: string | null = null;

  @Nullable()
  @Matches(isoDate)
  periodTo: string | null = null;
}

export class UploaderDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class EvidenceRevisionDto {
  @ApiProperty()
  revision!: number;

  @ApiProperty()
  fileName!: string;

  @ApiProperty()
  mediaType!: string;

  @ApiProperty({ description: 'Bytes' })
  size!: number;

  @ApiProperty({ description: 'Lower-case hex' })
  sha256!: string;

  @ApiProperty({ format: 'date-time' })
  uploadedAt!: string;

  @ApiProperty({ type: UploaderDto })
  uploadedBy!: UploaderDto;

  static of(revision: EvidenceRevision): EvidenceRevisionDto {
    const { storageKey: _storageKey, uploadedAt, uploadedBy, ...fields } = revision;
    return { ...fields, uploadedAt: uploadedAt.toISOString(), uploadedBy: { ...uploadedBy } };
  }
}

/** A proof with its files. */
export class EvidenceDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  periodFrom!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  periodTo!: string | null;

  @ApiProperty({ type: [EvidenceLinkDto] })
  links!: EvidenceLinkDto[];

  @ApiProperty({ type: [EvidenceRevisionDto], description: 'Oldest first' })
  revisions!: EvidenceRevisionDto[];

  @ApiProperty({ description: 'Number of the current revision' })
  current!: number;

  static of(evidence: Evidence): EvidenceDto {
    const { id, version, title, periodFrom, periodTo, current } = evidence;
    return {
      id,
      version,
      title,
      periodFrom,
      periodTo,
      links: evidence.links.map((link) => ({ ...link })),
      revisions: evidence.revisions.map(EvidenceRevisionDto.of),
      current,
    };
  }
}

/** What the files of an organization take of what they may take, earlier revisions included. */
export class EvidenceUsageDto {
  @ApiProperty({ type: 'integer' })
  bytes: number;

  @ApiProperty({ type: 'integer' })
  mostBytes: number;

  @ApiProperty({ type: 'integer' })
  files: number;

  @ApiProperty({ type: 'integer' })
  mostFiles: number;
}
