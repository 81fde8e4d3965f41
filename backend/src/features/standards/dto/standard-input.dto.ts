import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, Nullable, Optional } from '../../../kernel';
import {
  CLAIMED_STATUSES,
  REGISTER_DEGREES,
  REGISTER_KINDS,
  REGISTER_LEVELS,
  REGISTER_STATUSES,
  type ClaimedStatus,
  type RegisterDegree,
  type RegisterKind,
  type RegisterLevel,
  type RegisterStatus,
} from '../register/standard-record';
import { STANDARDS_SORTS, type StandardsSort } from '../standards.repository';

const Text =
  (limit: number): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [
      ApiPropertyOptional({ maxLength: limit }),
      Optional(),
      IsString(),
      MaxLength(limit),
    ])
      decorate(target, key);
  };
const Day = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    ApiPropertyOptional({ type: String, format: 'date', nullable: true }),
    Optional(),
    Nullable(),
    IsDay(),
  ])
    decorate(target, key);
};
const OneOf =
  (choices: readonly string[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [
      ApiPropertyOptional({ enum: choices, type: String, nullable: true }),
      Optional(),
      Nullable(),
      IsIn(choices),
    ])
      decorate(target, key);
  };

/** Everything a person may write; what is left out stays as it is. */
export class StandardInputDto {
  @Text(60) systemCode?: string;
  @Text(200) number?: string;
  @Text(500) title?: string;
  @Text(500) englishTitle?: string;
  @Day() issuedOn?: string | null;
  @Day() inForceOn?: string | null;
  @Day() withdrawnOn?: string | null;
  @OneOf(CLAIMED_STATUSES) statusClaimed?: ClaimedStatus | null;
  @Day() statusCheckedOn?: string | null;
  @Text(500) statusSource?: string;
  @Text(100) department?: string;
  @OneOf(REGISTER_KINDS) kind?: RegisterKind | null;
  @Text(500) adoptedNumber?: string;
  @OneOf(REGISTER_DEGREES) adoptionDegree?: RegisterDegree | null;
  @Text(500) replacesNumber?: string;
  @Text(500) citedNumbers?: string;
  @Text(2000) note?: string;
  @ApiPropertyOptional() @Optional() @IsBoolean() isPlanned?: boolean;
  @ApiPropertyOptional({ enum: REGISTER_LEVELS, description: 'Only where no number tells it.' })
  @Optional()
  @IsIn(REGISTER_LEVELS)
  level?: RegisterLevel;
}

export class StandardsQueryDto {
  @Text(200) q?: string;
  @ApiPropertyOptional({ enum: REGISTER_LEVELS })
  @Optional()
  @IsIn(REGISTER_LEVELS)
  level?: RegisterLevel;
  @Text(60) systemCode?: string;
  @ApiPropertyOptional({ enum: REGISTER_STATUSES })
  @Optional()
  @IsIn(REGISTER_STATUSES)
  status?: RegisterStatus;
  @Text(100) department?: string;
  @ApiPropertyOptional({ description: '`any`, or the code of a problem.' })
  @Optional()
  @Matches(/^[a-z_]{1,60}$/)
  problem?: string;
  @ApiPropertyOptional({ enum: STANDARDS_SORTS })
  @Optional()
  @IsIn(STANDARDS_SORTS)
  sort?: StandardsSort;
  @ApiPropertyOptional({ type: 'integer', minimum: 0 })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  offset?: number;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500 })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}

export class BulkDeleteDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: 10_000 })
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsUUID('all', { each: true })
  ids!: string[];
}
