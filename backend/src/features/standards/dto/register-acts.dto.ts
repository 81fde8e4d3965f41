import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MOST_STANDARDS_AT_ONCE } from '@liangxing/contracts';
import { ArrayMaxSize, IsArray, IsInt, IsUUID, Max, Min } from 'class-validator';
import { Nested, Optional, validationFailed } from '../../../kernel';
import type { RemovedStandard } from '../bin.repository';
import { CLAIMED_STATUSES, type ClaimedStatus } from '../register/standard-record';
import type { Selection } from '../use-cases/act-on-many';
import { Day, LimitedText, OneOf } from './standard-fields';
import { StandardsFilterDto } from './standards-query.dto';

/** `ids`, or `filter` with the number that the person was told. */
export class SelectionDto {
  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: MOST_STANDARDS_AT_ONCE })
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_STANDARDS_AT_ONCE)
  @IsUUID('all', { each: true })
  ids?: string[];
  @ApiPropertyOptional({ type: StandardsFilterDto, description: 'All that it finds.' })
  @Optional()
  @Nested(() => StandardsFilterDto)
  filter?: StandardsFilterDto;
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'With `filter`: how many it finds; otherwise nothing is done (selection_changed).',
  })
  @Optional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  total?: number;
}

export class SharedChangeDto {
  @LimitedText('department') department?: string;
  @OneOf(CLAIMED_STATUSES) statusClaimed?: ClaimedStatus | null;
  @Day() statusCheckedOn?: string | null;
}

export class BulkEditDto extends SelectionDto {
  @ApiProperty({ type: SharedChangeDto })
  @Nested(() => SharedChangeDto)
  change!: SharedChangeDto;
}

/** @throws ProblemError validation_failed unless exactly one way of choosing is used */
export function selectionOf({ ids, filter, total }: SelectionDto): Selection {
  if (ids !== undefined && filter === undefined) return { ids };
  if (ids !== undefined || filter === undefined)
    throw validationFailed({ path: 'ids', code: ids === undefined ? 'required' : 'unknown_field' });
  if (total === undefined) throw validationFailed({ path: 'total', code: 'required' });
  return { filter: { ...filter }, total };
}

export class DeletedDto {
  @ApiProperty({ type: 'integer' }) deleted!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) actId!: string | null;
}
export class EditedDto {
  @ApiProperty({ type: 'integer' }) changed!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) actId!: string | null;
}
export class UndoneDto {
  @ApiProperty({ type: 'integer' }) restored!: number;
  @ApiProperty({ type: 'integer', description: 'Changed since; they stay as they are.' })
  kept!: number;
}
export class RestoreDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST_STANDARDS_AT_ONCE })
  @IsArray()
  @ArrayMaxSize(MOST_STANDARDS_AT_ONCE)
  @IsUUID('all', { each: true })
  ids!: string[];
}
export class RestoredDto {
  @ApiProperty({ type: 'integer' }) restored!: number;
}
export class EmptiedDto {
  @ApiProperty({ type: 'integer' }) deleted!: number;
}

class RemovedStandardDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty() systemCode!: string;
  @ApiProperty() department!: string;
  @ApiProperty({ format: 'date-time' }) removedAt!: string;
  @ApiProperty() removedBy!: string;
}
export class BinPageDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: 'integer', description: 'For so many days a standard is kept.' })
  days!: number;
  @ApiProperty({ type: [RemovedStandardDto] }) rows!: RemovedStandardDto[];
}

export function removedDto({
  id,
  record,
  removedAt,
  removedBy,
}: RemovedStandard): RemovedStandardDto {
  const { number, title, systemCode, department } = record;
  return {
    ...{ id, number, title, systemCode, department },
    removedAt: removedAt.toISOString(),
    removedBy,
  };
}
