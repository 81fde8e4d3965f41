import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay, isInlineType, IsWritten, Optional, Nullable } from '../../../kernel';
import type { Evidence, EvidenceFields, EvidenceFilter, EvidenceRevision } from '../evidence';

/** One of: an item of an assessment, a condition of its application, a standard, a corrective action. */
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

  @ApiProperty({ required: false })
  @Optional()
  @IsString()
  @MaxLength(40)
  conditionId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID()
  standardId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID()
  actionId?: string;
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
  @IsWritten()
  @MaxLength(200)
  title?: string;

  @ApiProperty({ required: false, type: String, format: 'date', nullable: true })
  @Optional()
  @Nullable()
  @IsDay()
  periodFrom?: string | null;

  @ApiProperty({ required: false, type: String, format: 'date', nullable: true })
  @Optional()
  @Nullable()
  @IsDay()
  periodTo?: string | null;

  @ApiProperty({
    required: false,
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day on which it is valid',
  })
  @Optional()
  @Nullable()
  @IsDay()
  validUntil?: string | null;
}

/** Text fields of an upload; the file is the part `file`. */
export class UploadFieldsDto extends EvidenceLinkDto implements EvidenceFields {
  @IsString()
  @MaxLength(200)
  title = '';

  @Nullable()
  @IsDay()
  periodFrom: string | null = null;

  @Nullable()
  @IsDay()
  periodTo: string | null = null;

  @Nullable()
  @IsDay()
  validUntil: string | null = null;

  /** `true`: store it also where the library has the very same file. */
  @IsIn(['true', 'false'])
  again = 'false';
}

class UploaderDto {
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

  @ApiProperty({ description: 'A browser may show it in place; else it is only downloaded' })
  isInline!: boolean;

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
    const isInline = isInlineType(fields.mediaType);
    return {
      ...fields,
      isInline,
      uploadedAt: uploadedAt.toISOString(),
      uploadedBy: { ...uploadedBy },
    };
  }
}

class ClosedAssessmentDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;
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

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day on which it is valid; null: without end',
  })
  validUntil!: string | null;

  @ApiProperty({ type: [EvidenceLinkDto] })
  links!: EvidenceLinkDto[];

  @ApiProperty({ type: [EvidenceRevisionDto], description: 'Oldest first' })
  revisions!: EvidenceRevisionDto[];

  @ApiProperty({ description: 'Number of the current revision' })
  current!: number;

  @ApiProperty({
    type: [ClosedAssessmentDto],
    description: 'Closed or archived self-evaluations that it proves: it stays as it is',
  })
  closedAssessments!: ClosedAssessmentDto[];

  @ApiProperty({ description: 'It proves a self-evaluation that the reader is not shown' })
  isServingUnseen!: boolean;

  static of(evidence: Evidence): EvidenceDto {
    const { id, version, title, periodFrom, periodTo, validUntil, current, isServingUnseen } =
      evidence;
    return {
      id,
      version,
      title,
      periodFrom,
      periodTo,
      validUntil,
      links: evidence.links.map((link) => ({ ...link })),
      revisions: evidence.revisions.map(EvidenceRevisionDto.of),
      current,
      closedAssessments: evidence.closedAssessments.map((assessment) => ({ ...assessment })),
      isServingUnseen,
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
