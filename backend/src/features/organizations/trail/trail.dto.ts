import { AUDIT_ACTIONS, type AuditPart } from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import { IsDay, Optional } from '../../../kernel';

const PARTS = Object.keys(AUDIT_ACTIONS) as AuditPart[];

/** Which lines of the trail are asked for; what is left out does not narrow. */
export class TrailFilterDto {
  @ApiPropertyOptional({ enum: PARTS, description: 'Part of the data in which it was done' })
  @Optional()
  @IsIn(PARTS)
  part?: AuditPart;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who did it' })
  @Optional()
  @IsUUID()
  person?: string;

  @ApiPropertyOptional({ format: 'date', description: 'First day, in the time of China' })
  @Optional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day, in the time of China' })
  @Optional()
  @IsDay()
  to?: string;
}

export class TrailQueryDto extends TrailFilterDto {
  @ApiPropertyOptional({
    description: 'Number of a line: older ones follow',
    pattern: '^[1-9][0-9]{0,17}$',
  })
  @Optional()
  @IsString()
  @Matches(/^[1-9]\d{0,17}$/)
  before?: string;

  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 200 })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class TrailLineDto {
  @ApiProperty({ description: 'Number of the line; later ones are greater' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  personId: string | null;

  @ApiProperty()
  personName: string;

  @ApiProperty({ description: 'Organization for which they acted, where it is another one' })
  actingName: string;

  @ApiProperty({ description: 'What was done, like `standards.imported`' })
  action: string;

  @ApiProperty({ description: 'To what: a noun like `standard`' })
  subjectType: string;

  @ApiProperty()
  subjectId: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  details: Record<string, unknown>;
}

export class TrailPageDto {
  @ApiProperty({ type: [TrailLineDto] })
  lines: TrailLineDto[];

  @ApiProperty({ description: 'Whether there are older lines' })
  hasOlder: boolean;
}
