import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { Optional, PageLimit, PageOffset } from '../../../kernel';
import { MISSING_FIELDS, type MissingField } from '../register/register-filter';
import {
  REGISTER_LEVELS,
  REGISTER_STATUSES,
  type RegisterLevel,
  type RegisterStatus,
} from '../register/standard-record';
import { STANDARDS_SORTS, type StandardsSort } from '../standards.repository';
import { LimitedText, Text } from './standard-fields';

/** What the register is narrowed to. */
export class StandardsFilterDto {
  @Text(200) q?: string;
  @ApiPropertyOptional({ enum: REGISTER_LEVELS })
  @Optional()
  @IsIn(REGISTER_LEVELS)
  level?: RegisterLevel;
  @LimitedText('systemCode') systemCode?: string;
  @ApiPropertyOptional({ enum: REGISTER_STATUSES })
  @Optional()
  @IsIn(REGISTER_STATUSES)
  status?: RegisterStatus;
  @LimitedText('department') department?: string;
  @ApiPropertyOptional({ enum: MISSING_FIELDS, description: 'Nothing stands in this field.' })
  @Optional()
  @IsIn(MISSING_FIELDS)
  missing?: MissingField;
  @ApiPropertyOptional({ description: '`any`, or the code of a problem.' })
  @Optional()
  @Matches(/^[a-z_]{1,60}$/)
  problem?: string;
}

export class StandardsQueryDto extends StandardsFilterDto {
  @ApiPropertyOptional({ enum: STANDARDS_SORTS })
  @Optional()
  @IsIn(STANDARDS_SORTS)
  sort?: StandardsSort;
  @PageOffset()
  offset?: number;
  @PageLimit()
  limit?: number;
}

export class AlikeQueryDto {
  @LimitedText('number') number?: string;
  @LimitedText('title') title?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The standard that is written itself.' })
  @Optional()
  @IsUUID('all')
  except?: string;
}

export class BinQueryDto {
  @Text(200) q?: string;
  @PageOffset()
  offset?: number;
  @PageLimit()
  limit?: number;
}
