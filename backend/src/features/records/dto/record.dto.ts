import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { RECORD_KIND_IDS, type RecordFields, type RecordKindId } from '@liangxing/contracts';
import { IsInt, IsObject, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Optional, PageLimit, PageOffset, QueryYear } from '../../../kernel';
import type { RecordCount, ShownRecord } from '../record';

/** What every list's values look like on the wire. */
const values = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] },
  description: 'A value per field of the list; days as YYYY-MM-DD',
} satisfies ApiPropertyOptions;

export class WriteRecordDto {
  @ApiProperty(values)
  @IsObject()
  fields!: Record<string, unknown>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', format: 'uuid', nullable: true },
    description: 'Members whom names mean, by field; null: a name alone. Left out: as it was',
  })
  @Optional()
  @IsObject()
  accounts?: Record<string, unknown>;
}

export class RecordDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: RECORD_KIND_IDS }) kind!: RecordKindId;
  @ApiProperty({ type: 'integer', description: '1, 2, … within the list' }) number!: number;
  @ApiProperty(values) fields!: RecordFields;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', format: 'uuid' },
    description: 'Members whom names mean, by field',
  })
  accounts!: Record<string, string>;
  @ApiProperty({ format: 'date-time' }) updatedAt!: Date;
  @ApiProperty() updatedByName!: string;

  static readonly of = (record: ShownRecord): RecordDto => {
    const { id, version, kind, number, fields, accounts, updatedAt, updatedByName } = record;
    return { id, version, kind, number, fields, accounts, updatedAt, updatedByName };
  };
}

export class RecordsPageDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [RecordDto] }) rows!: RecordDto[];
}

class RecordYearDto {
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: 'integer' }) count!: number;
}

export class RecordCountDto implements RecordCount {
  @ApiProperty({ enum: RECORD_KIND_IDS }) kind!: RecordKindId;
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [RecordYearDto] }) years!: RecordYearDto[];
}

export class RecordFilterDto {
  @ApiPropertyOptional({ description: 'Part of any text of the record' })
  @Optional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @QueryYear()
  year?: number;
}

export class RecordsQueryDto extends RecordFilterDto {
  @PageOffset()
  offset?: number;

  @PageLimit()
  limit?: number;
}

export class ProveRecordsDto {
  @ApiPropertyOptional({ type: 'integer', description: 'Absent: all years' })
  @Optional()
  @IsInt()
  @Min(1900)
  @Max(2999)
  year?: number;

  @ApiProperty({ format: 'uuid', description: 'Its items that ask for this list are linked' })
  @IsUUID()
  assessmentId!: string;
}

export class RecordEvidenceDto {
  @ApiProperty({ format: 'uuid' }) evidenceId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty({ type: [String], description: 'Items of the assessment that it now proves' })
  itemIds!: string[];
}
