import { PLATFORM_ACTIONS, type PlatformPart } from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import {
  AuditLineDto,
  Optional,
  TrailDaysDto,
  TrailPageFactsDto,
  TrailPagingDto,
} from '../../../kernel';

const PARTS = Object.keys(PLATFORM_ACTIONS) as PlatformPart[];

/** Which lines of the platform's trail are asked for; what is left out does not narrow. */
export class PlatformTrailQueryDto extends IntersectionType(TrailDaysDto, TrailPagingDto) {
  @ApiPropertyOptional({ enum: PARTS })
  @Optional()
  @IsIn(PARTS)
  part?: PlatformPart;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'What tells of this organization or account',
  })
  @Optional()
  @IsUUID()
  subjectId?: string;
}

export class PlatformTrailPageDto extends TrailPageFactsDto {
  @ApiProperty({ type: [AuditLineDto] })
  lines: AuditLineDto[];
}
