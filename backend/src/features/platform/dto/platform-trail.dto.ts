import { PLATFORM_ACTIONS, type PlatformPart } from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { IsDay, Optional } from '../../../kernel';

const PARTS = Object.keys(PLATFORM_ACTIONS) as PlatformPart[];

/** Which lines of the platform's trail are asked for; what is left out does not narrow. */
export class PlatformTrailQueryDto {
  @ApiPropertyOptional({ enum: PARTS })
  @Optional()
  @IsIn(PARTS)
  part?: PlatformPart;

  @ApiPropertyOptional({ format: 'date', description: 'First day, in the time of China' })
  @Optional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day, in the time of China' })
  @Optional()
  @IsDay()
  to?: string;

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

class PlatformTrailLineDto {
  @ApiProperty({ description: 'Number of the line; later ones are greater' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  personId: string | null;

  @ApiProperty({ description: 'Empty for somebody who was not signed in' })
  personName: string;

  @ApiProperty({ description: 'What was done, like `account.registered`' })
  action: string;

  @ApiProperty({ description: 'To what: a noun like `account`' })
  subjectType: string;

  @ApiProperty()
  subjectId: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  details: Record<string, unknown>;
}

export class PlatformTrailPageDto {
  @ApiProperty({ type: [PlatformTrailLineDto] })
  lines: PlatformTrailLineDto[];

  @ApiProperty({ description: 'Whether there are older lines' })
  hasOlder: boolean;
}
