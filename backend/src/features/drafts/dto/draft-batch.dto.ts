import { ApiProperty, OmitType } from '@nestjs/swagger';
import { DRAFT_STATES, type DraftState } from '@liangxing/contracts';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import { NestedList } from '../../../kernel';
import { MoveDraftDto, StartDraftDto } from './draft.dto';

/** As many as a system may lack. */
const MOST = 300;

export class AskedDraftDto extends OmitType(StartDraftDto, ['number', 'standardId']) {
  @ApiProperty({ description: 'Code of its node in the system; empty: none' })
  @IsString()
  @MaxLength(40)
  node!: string;
}

export class StartDraftsDto {
  @ApiProperty({ type: [AskedDraftDto], minItems: 1, maxItems: MOST })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @NestedList(() => AskedDraftDto)
  drafts!: AskedDraftDto[];

  @ApiProperty({ description: 'Each takes the next free number of the numbering rule' })
  @IsBoolean()
  isNumbered!: boolean;
}

class VersionedDraftDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id!: string;

  @ApiProperty({ type: 'integer', description: 'As If-Match is for a single one' })
  @IsInt()
  @Min(1)
  version!: number;
}

export class MoveDraftsDto extends MoveDraftDto {
  @ApiProperty({ type: [VersionedDraftDto], minItems: 1, maxItems: MOST })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @NestedList(() => VersionedDraftDto)
  drafts!: VersionedDraftDto[];
}

export class DraftStateQueryDto {
  @ApiProperty({ enum: DRAFT_STATES })
  @IsIn(DRAFT_STATES)
  state!: DraftState;
}
