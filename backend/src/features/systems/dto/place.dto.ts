import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlaceReason } from '@liangxing/system-structure';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { Optional, PageLimit, PageOffset } from '../../../kernel';
import { PLACE_BASES, type PlaceBasis } from '../system';

const integer = { type: 'integer' } as const;

/** Most rows of one page: the largest register that is promised to stay fluid. */
const MOST_ROWS = 5_000;

export class PlacesQueryDto {
  @ApiPropertyOptional({ description: 'Key of a node: only standards placed in its branch' })
  @Optional()
  @IsString()
  @MaxLength(64)
  node?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Only those with, or without a place',
  })
  @Optional()
  @IsIn(['true', 'false'])
  placed?: 'true' | 'false';

  @PageOffset()
  offset?: number;

  @PageLimit(MOST_ROWS, MOST_ROWS)
  limit?: number;
}

export class PlacedStandardDto {
  @ApiProperty({ format: 'uuid' }) standardId!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty() level!: string;
  @ApiProperty() isPlanned!: boolean;
  @ApiProperty({ description: 'Replaced or withdrawn: in no count' }) isOutOfForce!: boolean;
  @ApiProperty({ type: [String], description: 'Node keys, the main place first' }) nodes!: string[];

  @ApiProperty({ enum: PLACE_BASES, type: String, nullable: true, description: 'null: not placed' })
  basis!: PlaceBasis | null;
}

export class PlacesDto {
  @ApiProperty({ ...integer, description: 'Of the system' }) version!: number;
  @ApiProperty(integer) total!: number;
  @ApiProperty({ type: [PlacedStandardDto] }) rows!: PlacedStandardDto[];
}

class PlaceReasonDto {
  @ApiProperty({ enum: ['code', 'number', 'word', 'history', 'expectation'] })
  kind!: PlaceReason['kind'];

  @ApiProperty() text!: string;
}

export class PlaceSuggestionDto {
  @ApiProperty({ description: 'Key of the node' }) node!: string;
  @ApiProperty({ description: '0 to 1' }) confidence!: number;
  @ApiProperty({ type: [PlaceReasonDto] }) reasons!: PlaceReasonDto[];
}

class SuggestedPlacesRowDto {
  @ApiProperty({ format: 'uuid' }) standardId!: string;
  @ApiProperty({ type: [PlaceSuggestionDto] }) suggestions!: PlaceSuggestionDto[];
}

export class SuggestedPlacesDto {
  @ApiProperty({ ...integer, description: 'Of the system' }) version!: number;
  @ApiProperty({ description: 'From here on suggestions may be accepted together' })
  acceptAllConfidence!: number;
  @ApiProperty({ type: [SuggestedPlacesRowDto] }) rows!: SuggestedPlacesRowDto[];
}
