import { AUDIT_ACTIONS, type AuditPart } from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import {
  AuditLineDto,
  Optional,
  TrailDaysDto,
  TrailPageFactsDto,
  TrailPagingDto,
} from '../../../kernel';

const PARTS = Object.keys(AUDIT_ACTIONS) as AuditPart[];

/** Which lines of the trail are asked for; what is left out does not narrow. */
export class TrailFilterDto extends TrailDaysDto {
  @ApiPropertyOptional({ enum: PARTS, description: 'Part of the data in which it was done' })
  @Optional()
  @IsIn(PARTS)
  part?: AuditPart;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who did it' })
  @Optional()
  @IsUUID()
  person?: string;
}

export class TrailQueryDto extends IntersectionType(TrailFilterDto, TrailPagingDto) {}

export class TrailLineDto extends AuditLineDto {
  @ApiProperty({ description: 'Organization for which they acted, where it is another one' })
  actingName: string;

  @ApiProperty({ description: 'Access token by which it was done; empty for a session' })
  accessToken: string;
}

export class TrailPageDto extends TrailPageFactsDto {
  @ApiProperty({ type: [TrailLineDto] })
  lines: TrailLineDto[];
}
